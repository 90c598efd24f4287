"""Typst, called once: a document in, a PDF out."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import typst

# Archivable and accessible; both make Typst refuse a glyph the type does not have.
STANDARDS = ["a-2a", "ua-1"]


def typeset(data: dict[str, Any], theme: Path, fonts: Path) -> bytes:
    """Return the PDF of `document`'s data. `theme` holds print/*.typ, `fonts` the files of `fonts()`.

    The same data give the same bytes. Raise typst.TypstError where a glyph is missing.
    """
    root = Path(theme) / "print"
    return typst.compile(
        str(root / f"{data['book'].get('template', 'catalogue')}.typ"),
        root=str(root),
        font_paths=[str(fonts)],
        ignore_system_fonts=True,
        sys_inputs={"data": json.dumps(_slim(data, data["book"]), ensure_ascii=False)},
        pdf_standards=STANDARDS,
        timestamp=datetime(*data["book"]["day"], tzinfo=UTC),
    )


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
