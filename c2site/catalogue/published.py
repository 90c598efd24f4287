"""Which records may be seen at all."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from c2site.check.spots import Meaning, spots
from c2site.model import KINDS, Need, Profiles, Record, Source

# Kinds whose references choose what is shown and are not shown themselves; emptied, they would choose everything.
CHOOSING = ("edition", "market")


def published(
    profiles: Profiles, today: date, left_out: Iterable[tuple[str, str]] = (), drafts: bool = False, cited: Iterable[str] = ()
) -> Profiles:
    """Return what the public may see on `today`: published, valid, public, and resting only on records that are.

    `left_out` names records (folder, id) that have errors; `drafts` lets drafts through (for previews); `cited` are the sources
    that hand-written pages cite. `withdrawn` holds the records that were taken back too, unless they are seen again; former ids lead only to what is seen.
    """
    hidden = set(left_out)
    hidden |= {(folder, one.id) for folder, one in profiles.records() if not _visible(one, folder, today, drafts)}
    seen = profiles.without(hidden)
    while dependent := {(folder, one.id) for folder, one in seen.records() if not _stands(one, folder, seen)}:
        seen = seen.without(dependent)
    seen = _trimmed(seen)
    seen = replace(seen, needs={key: _anonymous(one) if one.visibility == "anonymous" else one for key, one in seen.needs.items()})
    renamed = {(folder, key): now for (folder, key), now in profiles.renamed.items() if now in getattr(seen, folder)}
    return replace(seen, bibliography=_bibliography(profiles, seen, cited), withdrawn=_withdrawn(profiles, seen), renamed=renamed)


def _bibliography(profiles: Profiles, seen: Profiles, cited: Iterable[str]) -> Mapping[str, Source]:
    """Return the sources without those that only unseen records cite: their titles often name them."""
    unseen = (one for folder, one in profiles.records() if getattr(seen, folder).get(one.id) is not one)
    alone = {key for one in unseen for key in _sources(one)} - set(cited)
    for one in (seen.partnership, *(record for _, record in seen.records())):
        if not alone:
            return profiles.bibliography
        alone.difference_update(_sources(one))
    return {key: source for key, source in profiles.bibliography.items() if key not in alone}


def _sources(record: Record) -> Iterator[str]:
    return (spot.value for spot in spots(record) if spot.meaning is Meaning.SOURCE)


def _withdrawn(profiles: Profiles, seen: Profiles) -> frozenset[tuple[str, str]]:
    taken_back = {(folder, one.id) for folder, one in profiles.records() if one.status == "withdrawn" and one.visibility == "public"}
    gone = {(folder, key) for folder, key in profiles.withdrawn | taken_back if key not in getattr(seen, folder)}
    return frozenset(gone | {(folder, key) for (folder, key), now in profiles.renamed.items() if (folder, now) in gone})


def _visible(record: Record, folder: str, today: date, drafts: bool) -> bool:
    shown = record.status == "published" or (drafts and record.status == "draft")
    current = not (record.valid_until and record.valid_until < today) and not (record.valid_from and record.valid_from > today)
    to_all = record.visibility == "public" or (folder == "needs" and record.visibility == "anonymous")
    return shown and current and to_all


def _anonymous(need: Need) -> Need:
    """Return a need without whoever seeks, and without what tells of them: sources, notes, the language it was written in.

    What is not there cannot be shown.
    """
    return need.model_copy(update={"owner": None, "sources": (), "statements": (), "notes": None, "source_language": "und", "translations": {}})


def _stands(record: Record, folder: str, seen: Profiles) -> bool:
    """Return whether what the record cannot do without is there."""
    if folder == "smes":
        return record.cluster in seen.clusters
    if folder == "offerings":
        return any(maker in seen.smes for maker in record.makers)
    if folder == "needs":
        return record.visibility == "anonymous" or any(record.owner in found for found in (seen.smes, seen.clusters, seen.markets))
    if folder == "editions":
        return not record.market or record.market in seen.markets
    if folder == "events":
        return record.organiser in seen.clusters or record.organiser in seen.smes or record.organiser == seen.partnership.id
    return True


def _trimmed(seen: Profiles) -> Profiles:
    """Return the profiles with every reference to a record nobody may see taken out, whatever field it stands in."""
    known = {kind.name: frozenset(getattr(seen, kind.folder)) for kind in KINDS.values() if kind.folder != "."}
    known["need"] = frozenset(key for key, one in seen.needs.items() if one.visibility != "anonymous")
    known["partnership"] = frozenset({seen.partnership.id})
    known["stage"] = frozenset(stage.id for chain in seen.value_chains.values() for stage in chain.stages)
    trimmed: dict[str, Any] = {}
    for kind in (kind for name, kind in KINDS.items() if name not in CHOOSING):
        fields = [(field.split("."), frozenset().union(*(known[name] for name in names))) for field, names in kind.references.items()]
        if kind.folder == ".":
            trimmed["partnership"] = _trimmed_record(seen.partnership, fields)
        elif fields:
            trimmed[kind.folder] = {key: _trimmed_record(one, fields) for key, one in getattr(seen, kind.folder).items()}
    return replace(seen, **trimmed)


def _trimmed_record(record: Record, fields: Iterable[tuple[Sequence[str], Collection[str]]]) -> Record:
    for steps, known in fields:
        record = _kept(record, steps, known)
    return record


def _kept(value: Any, steps: Sequence[str], known: Collection[str]) -> Any:
    """Return `value` without the ids at the field path `steps` that are not `known`; the same object where all are."""
    if value is None:
        return None
    if isinstance(value, tuple):
        kept = tuple(one for one in (_kept(one, steps, known) for one in value) if one is not None)
        return value if kept == value else kept
    if not steps:
        return value if value in known else None
    if isinstance(value, Mapping):
        return value if all(key in known for key in value) else {key: one for key, one in value.items() if key in known}
    old = getattr(value, steps[0])
    new = _kept(old, steps[1:], known)
    return value if new is old else value.model_copy(update={steps[0]: new})
