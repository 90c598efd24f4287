"""What is new, changed and withdrawn since the printing before."""

from typing import Any

from c2site.catalogue import Entry
from c2site.model import PrintedEntry
from c2site.render.printed.desk import Desk
from c2site.render.printed.strings import String

Row = dict[str, Any]


def changed(desk: Desk) -> Row | None:
    """Return what a holder of the printing before must know, or None where none is recorded."""
    found = desk.portal.changes(desk.catalogue)
    if found is None:
        return None
    parts = [
        _part(desk, "new", [_row(desk, one) for one in found.new]),
        _part(desk, "changed", [_row(desk, one, parts) for one, parts in found.changed]),
        _part(desk, "withdrawn", [_former(desk, one) for one in found.withdrawn], desk.phrase("changes.former")),
    ]
    edition = desk.phrase("edition_version", edition=found.since.edition, version=found.since.version)["t"]
    return {
        "heading": desk.phrase("changes.heading"),
        "lead": desk.phrase("changes.since", edition=edition, day=desk.reader.date(found.since.day)),
        "nothing": desk.phrase("changes.nothing"),
        "parts": [part for part in parts if part["rows"]],
    }


def _part(desk: Desk, name: str, rows: list[Row], note: String | None = None) -> Row:
    return {"heading": desk.phrase(f"changes.{name}"), "count": desk.phrase("count", len(rows)), "note": note, "rows": rows}


def _row(desk: Desk, one: Entry, parts: tuple[str, ...] = ()) -> Row:
    """Return an entry's line; `parts` are what has changed in it."""
    smes = desk.portal.profiles.smes
    said = [desk.phrase(f"changes.part.{part}")["t"] for part in parts]
    return {
        "number": one.number,
        "linked": True,
        "name": desk.text(one.offering.name),
        "more": desk.listed(said) if said else desk.listed_plain([smes[key].name for key in one.offering.makers if key in smes]),
    }


def _former(desk: Desk, one: PrintedEntry) -> Row:
    return {"number": one.number, "linked": False, "name": desk.text(one.name) or desk.phrase("changes.unnamed"), "more": None}
