"""What is new, changed and withdrawn in a catalogue since an earlier printing was recorded; nothing is guessed."""

import hashlib
import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from c2site.catalogue.editions import Catalogue, Entry
from c2site.model import Edition, Offering, PrintedEntry, Printing, Sme

# The parts of an offering that a buyer is told about, by the fields that make them.
PARTS: Mapping[str, tuple[str, ...]] = {
    "name": ("name", "kind"),
    "text": ("summary", "description", "benefits", "statements"),
    "classification": ("sectors", "smart_city_domains", "chain_stages", "codes"),
    "maturity": ("readiness", "stage", "ipr"),
    "proof": ("certificates", "standards", "impacts", "sdgs"),
    "trade": ("trade", "delivery", "after_sales", "business_model"),
    "details": ("brand", "model", "mpn", "gtin", "origin", "specifications"),
}
COMPANY = ("id", "name", "country", "city", "website", "mailbox", "certificates")
DIGITS = 16
Renamed = Mapping[tuple[str, str | None], str]
NOTHING: Renamed = {}


@dataclass(frozen=True)
class Changes:
    """`changed` entries come with the names of their changed parts; `withdrawn` are as recorded, without names that may not be said."""

    since: Printing
    new: tuple[Entry, ...]
    changed: tuple[tuple[Entry, tuple[str, ...]], ...]
    withdrawn: tuple[PrintedEntry, ...]


def earlier_printing(edition: Edition, printings: Iterable[Printing], renamed: Renamed = NOTHING) -> Printing | None:
    """Return the last printing before this version: an earlier one of the edition itself, else of the edition it follows."""
    now = {one.edition: renamed.get(("editions", one.edition), one.edition) for one in printings}
    own = [one for one in printings if now[one.edition] == edition.id]
    recorded = max((one.day for one in own if one.version == edition.version), default=date.max)
    before = [one for one in own if one.version != edition.version and one.day <= recorded]
    followed = [one for one in printings if now[one.edition] == edition.follows]
    return max(before or followed, key=lambda one: (one.day, one.version), default=None)


def changes(
    catalogue: Catalogue, since: Printing, smes: Mapping[str, Sme], withdrawn: Collection[tuple[str, str]], renamed: Renamed = NOTHING
) -> Changes:
    """Return what differs between the catalogue and an earlier printing; `withdrawn` are records (folder, id) that nobody names any more.

    A record that has another id since (`renamed`) is the same one: the printing knows it by its former id.
    """
    before = {renamed.get(("offerings", one.id), one.id): one for one in since.entries if one.id}
    now = {entry.offering.id for entry in catalogue.entries}
    known = [entry for entry in catalogue.entries if entry.offering.id in before]
    compared = [(entry, _changed(before[entry.offering.id], printed_entry(entry, catalogue.edition, _as_then(before[entry.offering.id], smes, renamed)))) for entry in known]
    return Changes(
        since,
        new=tuple(entry for entry in catalogue.entries if entry.offering.id not in before),
        changed=tuple((entry, parts) for entry, parts in compared if parts),
        withdrawn=tuple(_sayable(one, withdrawn) for one in since.entries if renamed.get(("offerings", one.id), one.id) not in now),
    )


def _as_then(old: PrintedEntry, smes: Mapping[str, Sme], renamed: Renamed) -> Mapping[str, Sme]:
    """Return the companies with the ids they had in the printing."""
    then = {now: key for key in old.smes if (now := renamed.get(("smes", key)))}
    return {**smes, **{now: smes[now].model_copy(update={"id": key}) for now, key in then.items() if now in smes}} if then else smes


def _changed(old: PrintedEntry, new: PrintedEntry) -> tuple[str, ...]:
    return tuple(part for part in new.parts if part in old.parts and old.parts[part] != new.parts[part])


def _sayable(one: PrintedEntry, withdrawn: Collection[tuple[str, str]]) -> PrintedEntry:
    behind = {("offerings", one.id), *(("smes", key) for key in one.smes)}
    return PrintedEntry(number=one.number) if behind & set(withdrawn) else one


def printing(catalogue: Catalogue, smes: Mapping[str, Sme], day: date) -> Printing:
    """Return what the catalogue holds on `day`, to be recorded; its edition has a version."""
    entries = tuple(printed_entry(entry, catalogue.edition, smes) for entry in catalogue.entries)
    return Printing(edition=catalogue.id, version=catalogue.edition.version or "", day=day, entries=entries)


def printed_entry(entry: Entry, edition: Edition, smes: Mapping[str, Sme]) -> PrintedEntry:
    """Return an entry with a digest of each of its parts: of their facts, and of their words in the language they were written in."""
    one = entry.offering
    parts = {part: _digest(one, fields) for part, fields in PARTS.items()}
    makers = [smes[key] for key in one.makers if key in smes]
    parts["market"] = _sum(_plain(_market(one, edition), one.source_language))
    parts["company"] = _sum([_told(maker, COMPANY) for maker in makers])
    return PrintedEntry(number=entry.number, id=one.id, smes=one.makers, name=one.name, parts=parts)


def _market(one: Offering, edition: Edition) -> Any:
    stand = one.markets.get(edition.market or "")
    return stand.model_dump(mode="json", exclude_defaults=True, exclude={"sources"}) if stand else None


def _digest(one: Offering, fields: Iterable[str]) -> str:
    return _sum(_told(one, fields))


def _told(record: Offering | Sme, fields: Iterable[str]) -> Any:
    return _plain(record.model_dump(mode="json", include=set(fields), exclude_defaults=True), record.source_language)


def _plain(value: Any, language: str) -> Any:
    """Return a value with every text in its own language only: a translation is no change."""
    if isinstance(value, Mapping):
        return value[language] if language in value else {key: _plain(one, language) for key, one in value.items()}
    return [_plain(one, language) for one in value] if isinstance(value, list) else value


def _sum(value: Any) -> str:
    return hashlib.sha256(json.dumps(value, ensure_ascii=False, sort_keys=True).encode()).hexdigest()[:DIGITS]
