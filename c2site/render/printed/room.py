"""How much room a part of the book needs, roughly: what is surely short is kept whole on a page, what is long gets a page of its own."""

from collections.abc import Iterator
from typing import Any

# Millimetres; a page has about 240, so that a part counted short fits on one even where it is counted too low.
LONG = 150
# What a company says of itself, beyond which it opens a page.
FULL = 105
LINE, SMALL = 4.6, 3.4
GAP = 2.2
FACT = 3.6
# What stands above the facts: a figure or a logo, sectors, readiness or contact.
HEAD = 40
PICTURE = 46
# Letters to a line: in the text, in the facts column, and in a panel.
TEXT, NARROW, PANEL = 58, 30, 24


def lengths(part: dict[str, Any]) -> dict[str, bool]:
    """Return whether a part, and its panels, may be too long to be kept whole."""
    return {"long": beside(part) > LONG, "long_panels": below(part) > LONG}


def is_full(part: dict[str, Any]) -> bool:
    """Return whether a company has so much to say that it opens with presence."""
    return beside(part) + below(part) > FULL


def beside(part: dict[str, Any]) -> float:
    """Return about how high facts and text are, beside each other."""
    facts = sum(map(_fact, part["facts"])) + sum(map(panel_height, part.get("codes", ()))) + HEAD
    texts = [part.get(key) for key in ("summary", "description", "benefits", "statements", "market", "remarks")]
    return max(facts, sum(map(_text, texts)) + 2 * LINE + PICTURE * bool(part.get("images")))


def below(part: dict[str, Any]) -> float:
    """Return about how high a part's panels are."""
    return max((sum(map(panel_height, column)) for column in part["panels"]), default=0)


def panel_height(panel: dict[str, Any]) -> float:
    """Return about how high a panel is."""
    return sum(map(_panel_row, panel["rows"])) + 2 * LINE


def _panel_row(row: dict[str, Any]) -> float:
    return SMALL * (1 + sum(len(value["s"]["t"]) + 2 for value in row["values"]) // PANEL)


def _fact(row: dict[str, Any]) -> float:
    return FACT * (2 + sum(1 + len(value["s"]["t"]) // NARROW for value in row["values"]))


def _text(part: object) -> float:
    """Return the height of a text, or of several one below another."""
    paragraphs = part if isinstance(part, list | tuple) else [part]
    return sum(LINE * (1 + len(" ".join(_words(one))) // TEXT) + GAP for one in paragraphs if one)


def _words(part: object) -> Iterator[str]:
    if isinstance(part, dict) and isinstance(part.get("t"), str):
        yield part["t"]
    elif isinstance(part, dict | list | tuple):
        for value in part.values() if isinstance(part, dict) else part:
            yield from _words(value)
