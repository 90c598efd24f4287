"""Which offerings fit which needs, and why: in whole numbers, by what both state and nothing else.

An offering has traits; a need has wishes, each a trait with its points and the reason it gives. Wishes are asked of an index,
so that nobody compares every need with every offering.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from heapq import nsmallest
from typing import NamedTuple

from c2site.catalogue.codes import Code, codes_of
from c2site.catalogue.relations import clusters_of
from c2site.catalogue.wishes import Reason, Trait, Wish, wishes_of
from c2site.catalogue.words import language_of, most_uses, stems_of
from c2site.model import Need, Offering, Profiles

# Reasons that say what both are about; without one of them the others count for nothing.
SUBJECTS = frozenset({"same_code", "code_under", "near_code", "stage", "sector", "word"})


class Match(NamedTuple):
    """An offering that fits a need; `across` says that it comes from another cluster than the need does."""

    need: str
    offering: str
    points: int
    across: bool
    reasons: tuple[Reason, ...]


@dataclass(frozen=True)
class Matches:
    """The best matches of each open need, and where each offering and company stands among them, best first."""

    matches_of_need: Mapping[str, tuple[Match, ...]]
    matches_of_offering: Mapping[str, tuple[Match, ...]]
    matches_of_sme: Mapping[str, tuple[Match, ...]]


def matches(profiles: Profiles, today: date) -> Matches:
    """Return the matches of all needs that are open on `today`."""
    wished = {one.id: [wish for wish in wishes_of(one, profiles) if wish] for one in profiles.needs.values() if one.deadline >= today}
    if not wished:
        return Matches({}, {}, {})
    index = Index(profiles, wished)
    found = {key: several for key, wishes in wished.items() if (several := _matches_of(profiles.needs[key], wishes, index, profiles))}
    by_offering: dict[str, list[Match]] = defaultdict(list)
    by_sme: dict[str, list[Match]] = defaultdict(list)
    for one in sorted((one for several in found.values() for one in several), key=lambda one: (-one.points, one.need, one.offering)):
        by_offering[one.offering].append(one)
        for maker in profiles.offerings[one.offering].makers:
            by_sme[maker].append(one)
    return Matches(found, *({key: tuple(several) for key, several in by.items()} for by in (by_offering, by_sme)))


class Index:
    """Which offerings have each trait that some need wishes for; `made_by` and `from_cluster` tell whose each offering is."""

    def __init__(self, profiles: Profiles, wished: Mapping[str, Sequence[Wish]]) -> None:
        self.having: dict[Trait, set[str]] = {trait: set() for wishes in wished.values() for wish in wishes for trait, _ in wish}
        self.made_by: dict[str, set[str]] = defaultdict(set)
        self.from_cluster: dict[str, set[str]] = defaultdict(set)
        self._file_words(profiles, [profiles.needs[key] for key in wished])
        for key, one in profiles.offerings.items():
            for trait in _traits(one, profiles):
                if trait in self.having:
                    self.having[trait].add(key)
            for maker in one.makers:
                self.made_by[maker].add(key)
            for cluster in clusters_of(one, profiles.smes):
                self.from_cluster[cluster].add(key)

    def _file_words(self, profiles: Profiles, needs: Sequence[Need]) -> None:
        """File the offerings under the words they share with needs, as far as few texts use them."""
        languages = sorted({language_of(one, profiles.partnership.languages[0].tag) for one in needs})
        wanted = {trait[1]: ids for trait, ids in self.having.items() if trait[0] == "word"}
        used = Counter(stem for one in needs for stem in stems_of(one, languages))
        for key, one in profiles.offerings.items():
            for stem in stems_of(one, languages) & wanted.keys():
                wanted[stem].add(key)
        most = most_uses(len(profiles.offerings) + len(needs))
        for stem, ids in wanted.items():
            if len(ids) + used[stem] > most:
                ids.clear()


def _traits(one: Offering, profiles: Profiles) -> Iterator[Trait]:
    for code in codes_of(one):
        yield from _code_traits(code)
    yield from (("stage", key) for key in one.chain_stages)
    yield from (("sector", key) for key in one.sectors)
    yield from ((stand.status, market) for market, stand in one.markets.items())
    yield from (("certificate", paper.type) for paper in one.certificates)
    for maker in (profiles.smes[key] for key in one.makers if key in profiles.smes):
        yield "country", maker.country
        yield from (("size", maker.size),) if maker.size else ()
        yield from (("certificate", paper.type) for paper in maker.certificates)


@lru_cache(65536)
def _code_traits(code: Code) -> tuple[Trait, ...]:
    return ("same_code", code.goods, code.significant), *(("code", code.goods, heading) for heading in code.headings)


def _matches_of(need: Need, wishes: Sequence[Wish], index: Index, profiles: Profiles) -> tuple[Match, ...]:
    points, own = _points(wishes, index), index.made_by.get(need.owner, ())
    home = _home(need, profiles)
    near = index.from_cluster.get(home, ())
    good = ((key in near, -found, key) for key, found in points.items() if found >= profiles.matching.least and key not in own)
    best = nsmallest(profiles.matching.shown, good)
    return tuple(Match(need.id, key, -found, bool(home) and not at_home, _reasons(key, wishes, index)) for at_home, found, key in best)


def _points(wishes: Sequence[Wish], index: Index) -> Mapping[str, int]:
    """Return the points of every offering that is about the same as the need."""
    about = set().union(*(index.having[trait] for wish in wishes for trait, reason in wish if reason.kind in SUBJECTS))
    points = dict.fromkeys(about, 0)
    for wish in wishes:
        left = about
        for trait, reason in wish:
            granted = left & index.having[trait]
            left = left - granted if len(wish) > 1 else left
            for key in granted:
                points[key] += reason.points
    return points


def _reasons(key: str, wishes: Sequence[Wish], index: Index) -> tuple[Reason, ...]:
    granted = (next((reason for trait, reason in wish if key in index.having[trait]), None) for wish in wishes)
    return tuple(sorted((one for one in granted if one and one.points), key=lambda one: -one.points))


def _home(need: Need, profiles: Profiles) -> str:
    """Return the cluster the need comes from; empty where a market seeks, or nobody may know who does."""
    if need.owner in profiles.smes:
        return profiles.smes[need.owner].cluster
    return need.owner if need.owner in profiles.clusters else ""
