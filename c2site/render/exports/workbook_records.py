"""Which records an edition's workbook holds, and what of them is nobody else's business."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple

from c2site.catalogue import Catalogue, Portal
from c2site.check.spots import Meaning, plan, spots
from c2site.model import Edition, Fact, Market, Part, Record

# For editors, for permissions, or names of files in data/media/, which mean nothing outside.
WITHHELD = frozenset({"notes", "permission", "file", "logo", "images"})
# By what an edition chooses may name what nobody may see.
CHOOSING = frozenset({"sectors", "clusters", "event", "smes"})
COMMON = frozenset(Record.model_fields) - {"id"}
FACTS = tuple(name for name, field in Market.model_fields.items() if field.annotation == tuple[Fact, ...])

Held = Mapping[str, tuple[Record, ...]]


class Field(NamedTuple):
    """A field of a part that may leave: `alias` is the editors' name for it, `default` what it is when nobody says anything."""

    name: str
    alias: str
    default: Any
    meaning: Meaning | None


@cache
def open_fields(model: type[Part]) -> tuple[Field, ...]:
    """Return the fields of a part that may leave the partnership: its own in the model's order, then those of every record."""
    meanings = {one.name: one.meaning for one in plan(model)}
    withheld = WITHHELD | CHOOSING if issubclass(model, Edition) else WITHHELD
    return tuple(
        Field(name, field.alias or name, ... if field.is_required() else field.get_default(call_default_factory=True), meanings.get(name))
        for name, field in sorted(model.model_fields.items(), key=lambda one: one[0] in COMMON)
        if name not in withheld
    )


def held_records(portal: Portal, catalogue: Catalogue) -> Held:
    """Return the edition's records by kind, in the order in which it shows them."""
    profiles = portal.profiles
    offerings = tuple(entry.offering for entry in catalogue.entries)
    makers = (profiles.smes[key] for one in offerings for key in one.makers if key in profiles.smes)
    listed = (sme for chapter in catalogue.chapters for sme in (*(sheet.sme for sheet in chapter.sheets), *chapter.others))
    smes = _once((*listed, *makers))
    clusters = _once((*(chapter.cluster for chapter in catalogue.chapters), *(profiles.clusters[sme.cluster] for sme in smes)))
    market = (as_exported(portal, catalogue.market),) if catalogue.market else ()
    held = {"edition": (catalogue.edition,), "market": market, "cluster": clusters, "sme": smes, "offering": offerings}
    chains = _chains(portal, offerings)
    return {**held, "value_chain": chains, "sector": _sectors(portal, (*clusters, *smes, *offerings, *chains, *market))}


def _once(records: Iterable[Any]) -> tuple[Any, ...]:
    return tuple({one.id: one for one in records}.values())


def as_exported(portal: Portal, record: Record) -> Record:
    """Return the record; a market without sectors nobody may see, and without facts that apply to no other."""
    if not isinstance(record, Market):
        return record
    return record.model_copy(update={name: tuple(_known(portal, getattr(record, name))) for name in FACTS})


def _known(portal: Portal, facts: Iterable[Fact]) -> Iterator[Fact]:
    for fact in facts:
        applies = fact.applies_to
        kept = tuple(key for key in applies.sectors if key in portal.profiles.sectors) if applies else ()
        if applies is None or kept == applies.sectors:
            yield fact
        elif kept:
            yield fact.model_copy(update={"applies_to": applies.model_copy(update={"sectors": kept})})


def _chains(portal: Portal, offerings: Iterable[Any]) -> tuple[Record, ...]:
    stages = {stage for one in offerings for stage in one.chain_stages}
    chains = portal.profiles.value_chains.values()
    return tuple(chain for chain in chains if any(stage.id in stages for stage in chain.stages))


def _sectors(portal: Portal, records: Iterable[Record]) -> tuple[Record, ...]:
    parts = (spot.value for record in records for spot in spots(record) if spot.meaning is Meaning.PART)
    named = {key for part in parts for key in getattr(part, "sectors", ())}
    return tuple(one for key, one in portal.profiles.sectors.items() if key in named)
