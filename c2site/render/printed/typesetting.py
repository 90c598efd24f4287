"""Typst, called once: a document in, a PDF out, packed for screens or turned into inks for the press."""

import io
import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import typst
from pikepdf import Pdf

from c2site.render.printed.inks import InkTable
from c2site.render.printed.press import Sheet, pressed, saved

# Archivable with attachments, and accessible; both make Typst refuse a glyph the type does not have. PDF/A refuses the marks' inks.
SCREEN, PRESS = ["a-3a", "ua-1"], ["ua-1"]
PROFILE = "fogra39.icc"


def typeset(data: dict[str, Any], theme: Path, fonts: Path) -> bytes:
    """Return the PDF of `document`'s data. `theme` holds print/*.typ, `fonts` the files of `fonts()`.

    The same data give the same bytes. Raise typst.TypstError where a glyph is missing.
    """
    root, book = Path(theme) / "print", data["book"]
    pdf = typst.compile(
        str(root / f"{book.get('template', 'catalogue')}.typ"),
        root=str(root),
        font_paths=[str(fonts)],
        ignore_system_fonts=True,
        sys_inputs={"data": json.dumps(_slim(data, book), ensure_ascii=False)},
        pdf_standards=PRESS if "press" in book else SCREEN,
        timestamp=datetime(*book["day"], tzinfo=UTC),
    )
    return _for_press(pdf, book, (root / PROFILE).read_bytes()) if "press" in book else _packed(pdf)


def _for_press(pdf: bytes, book: dict[str, Any], profile: bytes) -> bytes:
    press = book["press"]
    return pressed(pdf, Sheet(book["title"]["t"], tuple(book["day"]), press["bleed"]), InkTable(press["inks"], press["darkest"], profile))


def _packed(pdf: bytes) -> bytes:
    with Pdf.open(io.BytesIO(pdf)) as opened:
        return saved(opened)


def _slim(part: Any, book: dict[str, Any]) -> Any:
    """Return the data without what a string has in common with the book: a third of the size, and of Typst's memory."""
    if isinstance(part, list):
        return [_slim(value, book) for value in part]
    if not isinstance(part, dict):
        return part
    slim = {key: _slim(value, book) for key, value in part.items() if key != "own"}
    if part is not book and (part.get("lang"), part.get("dir")) == (book["lang"], book["dir"]):
        for key in ("lang", "region", "dir"):
            slim.pop(key, None)
    return slim
