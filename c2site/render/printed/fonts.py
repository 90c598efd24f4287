"""The book's type: FiraGO, the one family with all our scripts, and what it cannot print."""

import io
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

import pymupdf_fonts
from fontTools.ttLib import TTFont

from c2site.render.printed.places import placed_strings

FAMILY = "FiraGO"
FACES = {"Regular": "figo", "Bold": "figbo", "Italic": "figit", "BoldItalic": "figbi"}
# Characters that steer text and print nothing.
INVISIBLE = frozenset("\u200b\u200c\u200d\u200e\u200f\u2060\u2066\u2067\u2068\u2069\u00ad\n\t")


def fonts() -> dict[str, bytes]:
    """Return the font files a book needs, by file name."""
    return {f"{FAMILY}-{face}.ttf": pymupdf_fonts.myfont(key) for face, key in FACES.items()}


@cache
def _printable() -> frozenset[str]:
    """Return the characters that every face has, and those that print nothing."""
    faces = (TTFont(io.BytesIO(content), lazy=True) for content in fonts().values())
    return frozenset.intersection(*(frozenset(map(chr, face.getBestCmap())) for face in faces)) | INVISIBLE


def printable(text: str) -> str:
    """Return a text without the characters that the type does not have."""
    known = _printable()
    return "".join(char for char in text if char in known)


class MissingGlyph(NamedTuple):
    """A character the type does not have: `record` is the (folder, id) of the record it stands in, None outside one."""

    record: tuple[str, str] | None
    place: str
    character: str


def missing_glyphs(data: object) -> Iterator[MissingGlyph]:
    """Yield each character of a document that the type does not have, with its place in the document."""
    known = _printable()
    for record, place, string in placed_strings(data):
        if not known.issuperset(string["t"]):
            yield from (MissingGlyph(record, place, char) for char in dict.fromkeys(string["t"]) if char not in known)
