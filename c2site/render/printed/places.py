"""Where the words of a document stand, and from which record they are."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from c2site.render.printed.strings import String

# Which records the document's lists are made from.
FOLDERS = {"chapters": "clusters", "sheets": "smes", "rows": "smes", "entries": "offerings", "market": "markets", "card": "smes"}
WITHIN_CARD = {"offers.rows": "offerings"}


class Placed(NamedTuple):
    """A string of a document: `record` is the (folder, id) it is from, None outside one; `place` is its path in the document."""

    record: tuple[str, str] | None
    place: str
    string: String


def placed_strings(data: object, place: str = "", record: tuple[str, str] | None = None) -> Iterator[Placed]:
    """Yield every string of a document in its order."""
    if isinstance(data, dict) and isinstance(data.get("t"), str):
        yield Placed(record, place, data)
    elif isinstance(data, dict):
        own = _record(place, data) or record
        for key, value in data.items():
            yield from placed_strings(value, f"{place}.{key}".lstrip("."), own)
    elif isinstance(data, list):
        for number, value in enumerate(data):
            yield from placed_strings(value, f"{place}.{number}", record)


def _record(place: str, data: dict[str, Any]) -> tuple[str, str] | None:
    """Return the record a part of the document is made from, by the list it stands in."""
    held = [key for key in place.split(".") if not key.isdigit()]
    folder = WITHIN_CARD.get(".".join(held[-2:])) or (FOLDERS.get(held[-1]) if held else None)
    return (folder, data["id"]) if folder and "id" in data else None


def codes_of(data: object) -> Iterator[str]:
    """Yield the address behind every QR code of a document; a company that is not set in full has none."""
    if isinstance(data, dict):
        if "qr" in data and data.get("full", True):
            yield data["address"]["link"]
        for value in data.values():
            yield from codes_of(value)
    elif isinstance(data, list):
        for value in data:
            yield from codes_of(value)
