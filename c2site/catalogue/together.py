"""What companies of three clusters could offer together: for each theme of a value chain, the offerings that cover most of its stages."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, product
from typing import NamedTuple

from c2site.catalogue.relations import Relations, clusters_of, sold_in
from c2site.model import Offering, Profiles, ValueChain

CLUSTERS = 3
# How many offerings of a cluster are tried; those that stand at more stages come first.
TRIED = 6


class Share(NamedTuple):
    """What one company brings: an offering, the cluster behind it, and the stages at which it stands, in the chain's order."""

    offering: str
    cluster: str
    stages: tuple[str, ...]


class Package(NamedTuple):
    """A joint offer. `shares` begin with the one that stands at most stages; its cluster is the one to ask.

    `domain` is the city domain all offerings serve, `markets` are those for which all state how they stand there.
    """

    domain: str
    shares: tuple[Share, ...]
    stages: tuple[str, ...]
    markets: tuple[str, ...]


def packages(profiles: Profiles, relations: Relations) -> Mapping[str, tuple[Package, ...]]:
    """Return the joint offers of each value chain, those that cover most stages first."""
    return {key: tuple(_of_chain(chain, profiles, relations)) for key, chain in profiles.value_chains.items()}


def _of_chain(chain: ValueChain, profiles: Profiles, relations: Relations) -> list[Package]:
    keys = dict.fromkeys(key for stage in chain.stages for key in relations.offerings_at_stage.get(stage.id, ()))
    offerings = [profiles.offerings[key] for key in sorted(keys)]
    found: dict[frozenset[str], Package] = {}
    for domain in sorted({domain for one in offerings for domain in one.smart_city_domains}):
        shares = _shares(chain, [one for one in offerings if domain in one.smart_city_domains], profiles)
        best = min(_complementary(shares), key=_order, default=None)
        if best:
            found.setdefault(frozenset(one.offering for one in best), _package(chain, domain, best, profiles))
    return sorted(found.values(), key=lambda one: (-len(one.stages), -len(one.markets), one.domain))


def _shares(chain: ValueChain, offerings: Sequence[Offering], profiles: Profiles) -> list[list[Share]]:
    """Return for each cluster what it could bring, one offering for the same stages."""
    by_cluster: dict[str, dict[tuple[str, ...], Share]] = {}
    for one in offerings:
        stages = tuple(stage.id for stage in chain.stages if stage.id in one.chain_stages)
        for cluster in clusters_of(one, profiles.smes)[:1]:
            by_cluster.setdefault(cluster, {}).setdefault(stages, Share(one.id, cluster, stages))
    return [sorted(by_cluster[key].values(), key=lambda one: (-len(one.stages), one.offering))[:TRIED] for key in sorted(by_cluster)]


def _complementary(shares: Sequence[Sequence[Share]]) -> Iterator[tuple[Share, ...]]:
    """Yield sets of offerings from as many clusters in which each adds a stage that the others lack."""
    for clusters in combinations(shares, CLUSTERS):
        for chosen in product(*clusters):
            if all(set(one.stages).difference(*(other.stages for other in chosen if other is not one)) for one in chosen):
                yield chosen


def _order(chosen: tuple[Share, ...]) -> tuple[int, int, tuple[str, ...]]:
    """Return what is smallest for the set that covers most stages, with the fewest of them twice."""
    stages = [stage for one in chosen for stage in one.stages]
    return -len(set(stages)), len(stages), tuple(one.offering for one in chosen)


def _package(chain: ValueChain, domain: str, chosen: tuple[Share, ...], profiles: Profiles) -> Package:
    shares = tuple(sorted(chosen, key=lambda one: -len(one.stages)))
    covered = {stage for one in chosen for stage in one.stages}
    common = set.intersection(*(set(sold_in(profiles.offerings[one.offering])) for one in chosen))
    return Package(domain, shares, tuple(stage.id for stage in chain.stages if stage.id in covered), tuple(sorted(common)))
