"""Value chains: which offerings stand at which stage, and which stages nobody fills."""

import math
from collections.abc import Mapping
from dataclasses import dataclass

from c2site.catalogue.editions import Catalogue
from c2site.catalogue.relations import Relations, clusters_of
from c2site.model import Profiles, Sme, ValueChain

# How dark the field of a stage and a cluster with the most offerings is; others have their share of it.
DARKEST = 3


@dataclass(frozen=True)
class Standing:
    """`offerings` maps (stage id, cluster id) to offering ids; `gaps` are stages without any."""

    chain: ValueChain
    clusters: tuple[str, ...]
    offerings: Mapping[tuple[str, str], tuple[str, ...]]

    @property
    def gaps(self) -> tuple[str, ...]:
        """Ids of the stages no published offering fills, in the chain's order."""
        filled = {stage for stage, _ in self.offerings}
        return tuple(stage.id for stage in self.chain.stages if stage.id not in filled)

    def at(self, stage: str, cluster: str | None = None) -> tuple[str, ...]:
        """Return the offerings at a stage, of one cluster or of all, each once."""
        wanted = self.clusters if cluster is None else (cluster,)
        return tuple(dict.fromkeys(one for key in wanted for one in self.offerings.get((stage, key), ())))

    def shade(self, stage: str, cluster: str) -> int:
        """Return how dark a field is: `DARKEST` where most offerings stand, 0 where none does, others by their share."""
        most = max(map(len, self.offerings.values()), default=1)
        return math.ceil(DARKEST * len(self.at(stage, cluster)) / most)


def standing(chain: ValueChain, profiles: Profiles, relations: Relations, market: str | None = None) -> Standing:
    """Return who stands where in `chain`; with a market, only offerings somebody states are offered there."""
    found: dict[tuple[str, str], list[str]] = {}
    for stage in chain.stages:
        for key in relations.offerings_at_stage.get(stage.id, ()):
            if market is None or key in relations.offerings_in_market.get(market, ()):
                for cluster in clusters_of(profiles.offerings[key], profiles.smes):
                    found.setdefault((stage.id, cluster), []).append(key)
    clusters = tuple(key for key in dict.fromkeys((*profiles.partnership.clusters, *profiles.clusters)) if key in profiles.clusters)
    return Standing(chain, clusters, {key: tuple(ids) for key, ids in found.items()})


def standing_in(catalogue: Catalogue, chain: ValueChain, smes: Mapping[str, Sme]) -> Standing:
    """Return who stands where in `chain` with an entry of the catalogue, the offerings in the order of their numbers."""
    clusters = tuple(chapter.cluster.id for chapter in catalogue.chapters)
    stages = {stage.id for stage in chain.stages}
    found: dict[tuple[str, str], list[str]] = {}
    for offering in (entry.offering for entry in catalogue.entries):
        behind = [cluster for cluster in clusters_of(offering, smes) if cluster in clusters]
        for stage in (stage for stage in offering.chain_stages if stage in stages):
            for cluster in behind:
                found.setdefault((stage, cluster), []).append(offering.id)
    return Standing(chain, clusters, {key: tuple(ids) for key, ids in found.items()})
