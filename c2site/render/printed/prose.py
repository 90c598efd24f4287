"""Longer texts: the little Markdown editors may write, as paragraphs of plain, strong, stressed and linked runs."""

from collections.abc import Iterator
from functools import cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token

from c2site.render.printed.strings import String

Block = dict[str, Any]

NOT_PROSE = ["image", "heading", "lheading", "code", "fence", "backticks", "blockquote", "hr", "reference"]
MARKS = {"strong_open": ("strong", 1), "strong_close": ("strong", -1), "em_open": ("em", 1), "em_close": ("em", -1)}


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False})
    return parser.disable(NOT_PROSE)


def prose(text: String | None) -> list[Block]:
    """Return the paragraphs and list items of a text; each run of a block is a string object."""
    return list(_blocks(text, _parser().parse(text["t"]))) if text else []


def _blocks(text: String, tokens: list[Token]) -> Iterator[Block]:
    depth = 0
    for token in tokens:
        depth += {"list_item_open": 1, "list_item_close": -1}.get(token.type, 0)
        if token.type == "inline":
            language = {key: text[key] for key in ("lang", "region", "dir", "code") if key in text}
            yield {**language, "item": depth > 0, "runs": list(_runs(token.children or []))}


def _runs(tokens: list[Token]) -> Iterator[dict[str, Any]]:
    depth, link = {"strong": 0, "em": 0}, ""
    for token in tokens:
        if token.type in MARKS:
            name, step = MARKS[token.type]
            depth[name] += step
        elif token.type == "link_open":
            link = _safe(str(token.attrGet("href") or ""))
        elif token.type == "link_close":
            link = ""
        elif token.type in ("text", "softbreak", "hardbreak"):
            written = token.content if token.type == "text" else " "
            yield {"t": written, "strong": depth["strong"] > 0, "em": depth["em"] > 0, "link": link}


def _safe(address: str) -> str:
    return address if address.startswith(("https://", "http://")) else ""
