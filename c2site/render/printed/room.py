"""How much room a part of the book needs, roughly: what is surely short is kept whole on a page, the rest may break."""

from collections.abc import Iterator
from typing import Any

# Millimetres; a page has about 240, so that a part counted short fits on one even where it is counted too low.
LONG = 105
LINE = 4.6
GAP = 2.2
FACT = 3.6
# Letters to a line: in the text, and in the facts column.
TEXT, NARROW = 58, 30


def is_long(part: dict[str, Any]) -> bool:
    """Return whether a company's or an entry's part is too long to be kept whole."""
    facts = sum(_fact(row) for row in part["facts"]) + 45
    beside = [part.get(key) for key in ("summary", "description", "benefits", "statements", "market", "remarks")]
    text = sum(map(_text, beside)) + _text(part["runs"]) + sum(map(_table, part["tables"]))
    return max(facts, text) > LONG


def _fact(row: dict[str, Any]) -> float:
    return FACT * (2 + sum(_lines(value["s"]["t"], NARROW) for value in row["values"]))


def _text(part: object) -> float:
    return sum(LINE * _lines(words, TEXT) + GAP for words in _words(part))


def _table(table: dict[str, Any]) -> float:
    """Return the height of a table, whose rows are set as lines."""
    return sum(LINE * (1 + len(" ".join(_words(row))) // TEXT) + GAP for row in table["rows"]) + 2 * LINE


def _lines(words: str, width: int) -> int:
    return 1 + len(words) // width


def _words(part: object) -> Iterator[str]:
    """Yield the texts of a part; the runs of a paragraph, and of facts set run on, count as one."""
    if isinstance(part, dict) and ("runs" in part or "rows" in part):
        yield " ".join(_words(part.get("runs", part.get("rows"))))
    elif isinstance(part, dict) and isinstance(part.get("t"), str):
        yield part["t"]
    elif isinstance(part, dict):
        for value in part.values():
            yield from _words(value)
    elif isinstance(part, list | tuple):
        for value in part:
            yield from _words(value)
