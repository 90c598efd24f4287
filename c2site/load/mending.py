"""Mending one problem of a record's file, where it is certain what was meant: the file with the change, and nothing else changed."""

from c2site.errors import DataError, Problem
from c2site.load.certain import field_name, language, meant
from c2site.load.document import Document, Path, parsed
from c2site.load.edit import edited, value_at
from c2site.load.files import record_file
from c2site.load.repairs import moved_in, repaired
from c2site.load.shapes import fields_at


def mended(raw: bytes, told: Problem) -> bytes | None:
    """Return the file in `raw` without the problem that is `told` of it; None where only a person can mend it."""
    try:
        document = parsed(told.path, raw)
    except DataError:
        return _repaired(raw, told)
    place = _place(document, told.field)
    if not place:
        return None
    try:
        return _renamed(document, raw, place, told) or _changed(document, raw, place, told)
    except DataError:
        return None


def _repaired(raw: bytes, told: Problem) -> bytes | None:
    try:
        text = repaired(told.path, raw.decode(), told.code, told.line)
    except UnicodeDecodeError:
        return None
    return text.encode() if text is not None and text.encode() != raw else None


def _place(document: Document, field: str) -> Path | None:
    """Return the path that a problem's field is written for, None where it is no longer in the file."""
    values, place = document.values, []
    for step in field.split("."):
        found = int(step) if isinstance(values, list) and step.isdigit() else step
        values = value_at(values, (found,))
        place.append(found)
    return tuple(place) if values is not None else None


def _changed(document: Document, raw: bytes, place: Path, told: Problem) -> bytes | None:
    value = value_at(document.values, place)
    new = meant(value, told) if isinstance(value, str) else None
    if new is None or new == value:
        return None
    return edited(told.path, raw, {place: new})


def _renamed(document: Document, raw: bytes, place: Path, told: Problem) -> bytes | None:
    """Return the file with the field at `place` under the name that was meant, or moved below the field above it."""
    old = place[-1]
    holder = value_at(document.values, place[:-1]) if place[:-1] else document.values
    new = _name(document, place, told) if isinstance(old, str) else None
    if new is not None and new not in holder:
        return _spliced(raw, document.key_place(place), old, new)
    if told.code != "unknown-field":
        return None
    moved = moved_in(raw.decode(), document.key_place(place)[0])
    return moved.encode() if moved else None


def _name(document: Document, place: Path, told: Problem) -> str | None:
    if told.code == "unknown-field":
        allowed = fields_at(record_file(told.path).kind.record, place[:-1])
        return field_name(str(place[-1]), allowed)
    if told.code == "unknown-language" and document.key_place(place) == (told.line, told.column):
        return language(str(place[-1]))
    return None


def _spliced(raw: bytes, spot: tuple[int, int], old: str, new: str) -> bytes | None:
    """Return the file with what stands at a line and column written otherwise; None where `old` does not stand there."""
    lines = raw.decode("utf-8-sig").split("\n")
    before, behind = lines[spot[0] - 1][: spot[1] - 1], lines[spot[0] - 1][spot[1] - 1 :]
    if not behind.startswith(old):
        return None
    lines[spot[0] - 1] = before + new + behind.removeprefix(old)
    return raw[: 3 * raw.startswith(b"\xef\xbb\xbf")] + "\n".join(lines).encode()
