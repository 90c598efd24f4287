"""What each cluster has still to do: how fresh its records are, which words are missing, which papers expire, what nobody followed up."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from c2site.catalogue.relations import Relations, clusters_of, organisers_of
from c2site.check.languages import translatable
from c2site.model import Certificate, Cluster, Event, Profiles, Record

FRESH, SOON = timedelta(365), timedelta(90)
Key = tuple[str, str]


@dataclass(frozen=True)
class Expiry:
    """A paper that has expired, or will within 90 days."""

    folder: str
    record: Record
    paper: Certificate
    expired: bool


@dataclass(frozen=True)
class Overview:
    """`cluster` is None for what belongs to the whole partnership.

    Of `records`, `fresh` were reviewed within a year and `unreviewed` never. `missing` counts the texts that lack a language; `waiting` are
    (what, folder, record): events of which nobody told what came of them, and offerings that are announced for a market and no more.
    """

    cluster: Cluster | None
    companies: int
    offerings: int
    records: int
    fresh: int
    unreviewed: int
    texts: int
    missing: Mapping[str, int]
    expiries: tuple[Expiry, ...]
    waiting: tuple[tuple[str, str, Record], ...]


def overviews(profiles: Profiles, relations: Relations, languages: Sequence[str], today: date) -> tuple[Overview, ...]:
    """Return an overview of each cluster in the partners' order, and of what the partnership keeps together at the end."""
    own = {key: list(_of_cluster(key, profiles, relations)) for key in profiles.partnership.clusters if key in profiles.clusters}
    owned = {key for keys in own.values() for key in keys}
    shared = [(folder, one.id) for folder, one in profiles.records() if (folder, one.id) not in owned]
    found = [_overview(profiles.clusters[key], keys, profiles, languages, today) for key, keys in own.items()]
    return (*found, _overview(None, shared, profiles, languages, today))


def _of_cluster(key: str, profiles: Profiles, relations: Relations) -> Iterator[Key]:
    yield "clusters", key
    yield from (("smes", one) for one in relations.smes_of_cluster.get(key, ()))
    for one in relations.offerings_of_cluster.get(key, ()):
        if clusters_of(profiles.offerings[one], profiles.smes)[0] == key:
            yield "offerings", one
    yield from (("events", one) for one in relations.events_of_organiser.get(key, ()) if organisers_of(profiles.events[one])[0] == key)


def _overview(cluster: Cluster | None, keys: Sequence[Key], profiles: Profiles, languages: Sequence[str], today: date) -> Overview:
    records = [(folder, getattr(profiles, folder)[key]) for folder, key in keys]
    days = [one.reviewed_on for _, one in records]
    texts = [spot.value for _, one in records for spot in translatable(one)]
    counts = Counter(folder for folder, _ in records)
    return Overview(
        cluster=cluster,
        companies=counts["smes"],
        offerings=counts["offerings"],
        records=len(records),
        fresh=sum(day is not None and today - FRESH <= day <= today for day in days),
        unreviewed=days.count(None),
        texts=len(texts),
        missing={tag: sum(tag not in text for text in texts) for tag in languages},
        expiries=tuple(sorted(_expiries(records, today), key=lambda one: (one.paper.valid_until, one.record.id))),
        waiting=tuple(_waiting(records, today)),
    )


def _expiries(records: Iterable[tuple[str, Record]], today: date) -> Iterator[Expiry]:
    for folder, one in records:
        for paper in getattr(one, "certificates", ()):
            if isinstance(paper, Certificate) and paper.valid_until and paper.valid_until <= today + SOON:
                yield Expiry(folder, one, paper, paper.valid_until < today)


def _waiting(records: Iterable[tuple[str, Record]], today: date) -> Iterator[tuple[str, str, Record]]:
    for folder, one in records:
        if isinstance(one, Event) and one.start and (one.end or one.start) < today and one.after is None:
            yield "outcome", folder, one
        if folder == "offerings" and any(stand.status == "planned" for stand in one.markets.values()):
            yield "planned", folder, one
