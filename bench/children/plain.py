"""A book's text as simple HTML, for a typesetter that takes such: every string once, in order; short facts are run on."""

from collections.abc import Iterator, Mapping
from html import escape
from typing import Any

TAGS = {"heading": "h2", "name": "h3", "summary": "p", "text": "p"}
STYLE = "@page { size: %s; margin: 25mm 17mm 20mm 27mm; @bottom-center { content: counter(page) } } body { font: 9.4pt sans-serif; hyphens: auto } .qr { width: 19mm }"


def as_html(data: Mapping[str, Any]) -> str:
    """Return the text and the QR codes of a book's content."""
    book = data["book"]
    style = STYLE % {"a4": "A4", "us-letter": "letter"}[book["paper"]]
    parts = (part for key, value in data.items() if key not in ("book", "brand", "attached") for part in _parts(key, value))
    return f'<html lang="{book["lang"]}" dir="{book["dir"]}"><meta charset="utf-8"><title>{escape(book["title"]["t"])}</title><style>{style}</style>{"".join(parts)}</html>'


def _parts(key: str, value: Any) -> Iterator[str]:
    if isinstance(value, Mapping) and isinstance(value.get("t"), str):
        tag = TAGS.get(key, "span")
        yield f"<{tag}>{escape(value['t'])}</{tag}> "
    elif key == "qr":
        yield f'<div class="qr">{value}</div>'
    elif isinstance(value, Mapping):
        for name, one in value.items():
            yield from _parts(name, one)
    elif isinstance(value, list):
        for one in value:
            yield from _parts(key, one)
