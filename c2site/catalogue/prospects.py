"""Possible partners in the order in which it is worth asking them, with the reasons."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from c2site.catalogue.chains import standing
from c2site.catalogue.relations import Relations
from c2site.model import Profiles, Prospect

OPEN = ("found", "contacted", "meeting")


@dataclass(frozen=True)
class Candidate:
    """A prospect nobody has settled with: stages of the chains it could fill and nobody does, countries where the partnership
    has nobody, networks and agreements that tie it to a cluster already.
    """

    prospect: Prospect
    gaps: tuple[str, ...]
    countries: tuple[str, ...]
    ties: tuple[str, ...]

    @property
    def order(self) -> tuple[int, int, int, str]:
        """What comes first: more gaps, then more new countries, then more ties, then the name."""
        return -len(self.gaps), -len(self.countries), -len(self.ties), self.prospect.organisation.casefold()


@dataclass(frozen=True)
class Wanted:
    """Whom the partnership looks for: stages nobody fills, sectors by how few clusters stand in them, fewest first."""

    gaps: tuple[str, ...]
    sectors: tuple[tuple[str, int], ...]
    countries: tuple[str, ...]


def candidates(profiles: Profiles, relations: Relations) -> tuple[Candidate, ...]:
    """Return the prospects that are still open, those first that would bring most."""
    gaps, own = gaps_of(profiles, relations), own_countries(profiles)
    found = (_candidate(one, gaps, own, profiles) for one in profiles.prospects.values() if one.state in OPEN)
    return tuple(sorted(found, key=lambda one: one.order))


def wanted(profiles: Profiles, relations: Relations) -> Wanted:
    """Return what the partnership lacks, whoever could bring it; `countries` are those it has already."""
    sectors = ((key, len(relations.clusters_in_sector.get(key, ()))) for key in profiles.sectors)
    return Wanted(gaps_of(profiles, relations), tuple(sorted(sectors, key=lambda one: (one[1], one[0]))), tuple(sorted(own_countries(profiles))))


def gaps_of(profiles: Profiles, relations: Relations) -> tuple[str, ...]:
    """Return the stages of all value chains that no offering fills, in the chains' order."""
    return tuple(gap for chain in profiles.value_chains.values() for gap in standing(chain, profiles, relations).gaps)


def own_countries(profiles: Profiles) -> frozenset[str]:
    """Return the countries in which the partnership has a cluster."""
    return frozenset(one.country for one in profiles.clusters.values())


def _candidate(one: Prospect, gaps: Collection[str], own: Collection[str], profiles: Profiles) -> Candidate:
    countries = dict.fromkeys(code for code in (one.country, *one.countries) if code and code not in own)
    return Candidate(one, tuple(gap for gap in gaps if gap in one.chain_stages), tuple(countries), tuple(dict.fromkeys(_ties(one, profiles))))


def _ties(one: Prospect, profiles: Profiles) -> Iterable[str]:
    """Yield the ids of clusters that name it among their networks, and of agreements it has signed."""
    names = {name.casefold() for name in (one.organisation, one.long_name) if name}
    yield from (cluster.id for cluster in profiles.clusters.values() if names & {name.casefold() for name in cluster.networks})
    yield from (agreement.id for agreement in profiles.agreements.values() if names & {name.casefold() for name in agreement.parties})
