"""How much a change adds to each catalogue, takes out of it and changes in it."""

from collections.abc import Collection, Mapping
from typing import NamedTuple

from c2site.catalogue.portal import Portal
from c2site.model import Edition, Offering

Key = tuple[str, str]


class Growth(NamedTuple):
    """An edition's number of entries before and after; of these, how many are `added`, `removed` and `changed`."""

    edition: Edition
    before: int
    after: int
    added: int
    removed: int
    changed: int


def growths(before: Portal, after: Portal, changed: Collection[Key]) -> tuple[Growth, ...]:
    """Return what a change does to the entries of each edition it touches; `changed` are the records that differ, as (folder, id)."""
    there = {**dict.fromkeys(before.profiles.editions), **dict.fromkeys(after.profiles.editions)}
    found = (_growth(key, before, after, changed) for key in there)
    return tuple(one for one in found if one.added or one.removed or one.changed or ("editions", one.edition.id) in changed)


def _growth(key: str, before: Portal, after: Portal, changed: Collection[Key]) -> Growth:
    old, new = _entries(before, key), _entries(after, key)
    edition = after.profiles.editions.get(key) or before.profiles.editions[key]
    touched = (one for one in new.keys() & old.keys() if _touched(new[one], changed))
    return Growth(edition, len(old), len(new), len(new.keys() - old.keys()), len(old.keys() - new.keys()), sum(1 for _ in touched))


def _entries(portal: Portal, key: str) -> Mapping[str, Offering]:
    edition = portal.profiles.editions.get(key)
    return {entry.offering.id: entry.offering for entry in portal.catalogue(edition).entries} if edition else {}


def _touched(one: Offering, changed: Collection[Key]) -> bool:
    return ("offerings", one.id) in changed or any(("smes", maker) in changed for maker in one.makers)
