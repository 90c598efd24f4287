"""What differs between two states of a partnership's records: which are new, gone or changed, in which fields and languages."""

import json
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from c2site.check.findings import filed_records
from c2site.check.spots import Meaning, spots
from c2site.check.translated import Translated
from c2site.load.partnership import Loaded
from c2site.load.translations import recorded
from c2site.model import Profiles, Record

NEW, GONE, WITHDRAWN, PUBLISHED, DRAFT, RENAMED, CHANGED, BROKEN, MENDED = (
    "new", "gone", "withdrawn", "published", "draft", "renamed", "changed", "broken", "mended",
)  # fmt: skip
# What a name is kept by when the id changes.
NAMES = ("name", "title", "short_name", "organisation")
# Fields whose change says nothing of its own: a difference already tells of them.
TOLD = ("id", "status")
Key = tuple[str, str]
Texts = dict[tuple, Mapping[str, str]]


class Field(NamedTuple):
    """A field that differs. `languages` are those in which its words do; `outdated` those whose words stayed while the source's changed."""

    name: str
    languages: tuple[str, ...] = ()
    outdated: tuple[str, ...] = ()


@dataclass(frozen=True)
class Difference:
    """`before` is None where the record is new, `after` where it is gone or cannot be read; one that was renamed has both."""

    key: Key
    what: str
    before: Record | None
    after: Record | None
    fields: tuple[Field, ...] = ()

    @property
    def record(self) -> Record | None:
        """The record as it is now, else as it was; None where nobody could ever read it."""
        return self.after or self.before


def differences(before: Loaded, after: Loaded) -> tuple[Difference, ...]:
    """Return how the records of two states differ, in the order of their keys; both states have a partnership that can be read."""
    old, new = _records(before.profiles), _records(after.profiles)
    renamed = dict(_renamed(old, new, after.spoilt))
    found = [_renaming(old[was], new[key], key) for key, was in renamed.items()]
    rest = {*old, *new, *after.spoilt} - {*renamed, *renamed.values()}
    for key in rest:
        if what := _what(key, old.get(key), new.get(key), before, after):
            fields = tuple(_still_outdated(one, key, after) for one in _fields(old.get(key), new.get(key)))
            found.append(Difference(key, what, old.get(key), new.get(key), fields))
    return tuple(sorted(found, key=lambda one: one.key))


def _records(profiles: Profiles) -> dict[Key, Record]:
    return {("partnership", "partnership"): profiles.partnership, **{(folder, one.id): one for folder, one in profiles.records()}}


def _renamed(old: Mapping[Key, Record], new: Mapping[Key, Record], spoilt: Collection[Key]) -> Iterator[tuple[Key, Key]]:
    """Yield the new and the former key of records that kept their name under another id."""
    gone = {(key[0], _name(one)): key for key, one in old.items() if key not in new and key not in spoilt}
    for key, one in new.items():
        if key not in old and (was := gone.pop((key[0], _name(one)), None)):
            yield key, was


def _name(one: Record) -> str:
    return json.dumps([getattr(one, name, None) for name in NAMES], sort_keys=True)


def _renaming(was: Record, now: Record, key: Key) -> Difference:
    return Difference(key, RENAMED, was, now, _fields(was, now))


def _what(key: Key, old: Record | None, new: Record | None, before: Loaded, after: Loaded) -> str:
    """Return what became of a record; empty where nothing did."""
    if new is None:
        return _lost(key, old, before, after)
    if old is None:
        return MENDED if key in before.spoilt else NEW
    if old.status != new.status:
        return str(new.status)
    return CHANGED if old != new else ""


def _lost(key: Key, old: Record | None, before: Loaded, after: Loaded) -> str:
    if key in after.spoilt:
        return "" if key in before.spoilt else BROKEN
    return WITHDRAWN if key in after.profiles.withdrawn or old.status == "withdrawn" else GONE


def _fields(old: Record | None, new: Record | None) -> tuple[Field, ...]:
    if old is None or new is None:
        return ()
    names = [(name, field.alias or name) for name, field in type(new).model_fields.items() if name not in TOLD]
    changed = [alias for name, alias in names if getattr(old, name) != getattr(new, name)]
    before, after = (_texts(old), _texts(new)) if changed else ({}, {})
    return tuple(_field(alias, before.get(alias, {}), after.get(alias, {}), new.source_language) for alias in changed)


def _still_outdated(field: Field, key: Key, after: Loaded) -> Field:
    """Return a field without the languages for which somebody has said that the translation still holds."""
    if not field.outdated or key not in after.files:
        return field
    filed = next(one for one in filed_records(after) if one.key == key)
    known = Translated(filed, recorded(after.root, filed.file.path))
    return field._replace(outdated=tuple(tag for tag in field.outdated if not known.renewed(field.name, tag)))


def _texts(record: Record) -> dict[str, Texts]:
    """Return a record's texts by field and place."""
    found: dict[str, Texts] = {}
    for spot in spots(record):
        if spot.meaning is Meaning.TEXT:
            found.setdefault(spot.path[0], {})[spot.path] = spot.value
    return found


def _field(name: str, old: Texts, new: Texts, source: str) -> Field:
    pairs = [(_former(place, text, old, new, source), text) for place, text in new.items()]
    changed = {tag for was, now in pairs for tag in {*was, *now} if was.get(tag) != now.get(tag)}
    aged = {tag for was, now in pairs if was and was.get(source) != now.get(source) for tag in now if tag != source and was.get(tag) == now[tag]}
    return Field(name, tuple(sorted(changed)), tuple(sorted(aged)))


def _former(place: tuple, text: Mapping[str, str], old: Texts, new: Texts, source: str) -> Mapping[str, str]:
    """Return what a text was: the one with the same words in the source language, wherever it stood, else the one in its place."""
    same = next((one for one in old.values() if source in text and one.get(source) == text[source]), None)
    return same or (old.get(place, {}) if len(old) == len(new) else {})
