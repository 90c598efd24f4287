"""Clusters two by two: what they have in common, and where they have met."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from c2site.catalogue.happenings import state_of
from c2site.catalogue.relations import Relations, organisers_of, sold_in
from c2site.model import Agreement, Cluster, Event, Profiles

WITHOUT_MEETING = ("activity", "milestone", "webinar")


@dataclass(frozen=True)
class Pair:
    """Two clusters: ids of the sectors they share, of the markets in which both have offerings, certificates and languages of
    the members of both; the events that brought them or their companies together, those that will, and agreements both have signed.
    """

    one: str
    other: str
    sectors: tuple[str, ...]
    markets: tuple[str, ...]
    certificates: tuple[str, ...]
    languages: tuple[str, ...]
    events: tuple[str, ...]
    coming: tuple[str, ...]
    agreements: tuple[str, ...]

    @property
    def have_met(self) -> bool:
        """Whether a record tells of a meeting or an agreement."""
        return bool(self.events or self.agreements)

    @property
    def shared(self) -> int:
        """How many things they have in common."""
        return len(self.sectors) + len(self.markets) + len(self.certificates) + len(self.languages)


def pairs(profiles: Profiles, relations: Relations, today: date) -> tuple[Pair, ...]:
    """Return every two clusters of the partnership; those first that have never met and have most in common."""
    sides = [_Side(profiles.clusters[key], profiles, relations) for key in profiles.partnership.clusters if key in profiles.clusters]
    meetings = [(event, present) for event in profiles.events.values() if len(present := clusters_at(event, profiles)) > 1]
    found = (_pair(one, other, meetings, profiles, today) for one, other in combinations(sides, 2))
    return tuple(sorted(found, key=lambda pair: (pair.have_met, -pair.shared, pair.one, pair.other)))


class _Side:
    """What a cluster's members bring to a pair."""

    def __init__(self, cluster: Cluster, profiles: Profiles, relations: Relations) -> None:
        self.cluster = cluster
        smes = [profiles.smes[key] for key in relations.smes_of_cluster.get(cluster.id, ())]
        offerings = [profiles.offerings[key] for key in relations.offerings_of_cluster.get(cluster.id, ())]
        self.sectors = {*cluster.sectors, *_each(smes, lambda one: one.sectors)}
        self.markets = set(_each(offerings, sold_in))
        self.certificates = set(_each([*smes, *offerings], lambda one: [paper.type for paper in one.certificates]))
        self.languages = {*cluster.languages, *_each(smes, lambda one: one.languages)}
        self.names = {name.casefold() for name in (cluster.id, cluster.short_name, cluster.legal_name, *cluster.name.values()) if name}


def _each(records: Iterable, values: Callable[..., Iterable[str]]) -> Iterable[str]:
    return (value for one in records for value in values(one))


def _pair(one: _Side, other: _Side, meetings: Sequence[tuple[Event, set[str]]], profiles: Profiles, today: date) -> Pair:
    keys = {one.cluster.id, other.cluster.id}
    theirs = [event for event, present in meetings if keys <= present]
    return Pair(
        one.cluster.id,
        other.cluster.id,
        sectors=_both(one.sectors, other.sectors),
        markets=_both(one.markets, other.markets),
        certificates=_both(one.certificates, other.certificates),
        languages=_both(one.languages, other.languages),
        events=tuple(event.id for event in theirs if state_of(event, today) != "upcoming"),
        coming=tuple(event.id for event in theirs if state_of(event, today) == "upcoming"),
        agreements=tuple(paper.id for paper in profiles.agreements.values() if _signed(paper, one) and _signed(paper, other)),
    )


def _both(mine: set[str], theirs: set[str]) -> tuple[str, ...]:
    return tuple(sorted(mine & theirs))


def clusters_at(event: Event, profiles: Profiles) -> set[str]:
    """Return the clusters that an event brings together: as organisers, or by companies that take part.

    What the partnership organises, its clusters organise together. Nobody meets at a milestone or in a webinar.
    """
    if event.kind in WITHOUT_MEETING:
        return set()
    own = profiles.partnership
    organisers = _each(organisers_of(event), lambda key: own.clusters if key == own.id else (key,))
    members = (*organisers, *event.smes)
    return {profiles.smes[key].cluster if key in profiles.smes else key for key in members} & set(profiles.clusters)


def _signed(paper: Agreement, side: _Side) -> bool:
    return bool(side.names & {name.casefold() for name in paper.parties})
