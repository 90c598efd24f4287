"""The book's type: FiraGO, the one family with all our scripts, and what it cannot print."""

import io
from collections.abc import Iterator
from functools import cache

import pymupdf_fonts
from fontTools.ttLib import TTFont

FAMILY = "FiraGO"
FACES = {"Regular": "figo", "Bold": "figbo", "Italic": "figit", "BoldItalic": "figbi"}
# Characters that steer text and print nothing.
INVISIBLE = frozenset("\u200b\u200c\u200d\u200e\u200f\u2060\u2066\u2067\u2068\u2069\u00ad\n\t")


def fonts() -> dict[str, bytes]:
    """Return the font files a book needs, by file name."""
    return {f"{FAMILY}-{face}.ttf": pymupdf_fonts.myfont(key) for face, key in FACES.items()}


@cache
def _printable() -> frozenset[int]:
    faces = (TTFont(io.BytesIO(content), lazy=True) for content in fonts().values())
    return frozenset.intersection(*(frozenset(face.getBestCmap()) for face in faces))


def missing_glyphs(data: object, path: str = "") -> Iterator[tuple[str, str]]:
    """Yield (place in the document, character) for each character the type does not have."""
    if isinstance(data, dict) and isinstance(data.get("t"), str):
        known = _printable()
        yield from (
            (path, char) for char in dict.fromkeys(data["t"]) if ord(char) not in known and char not in INVISIBLE
        )
    elif isinstance(data, dict):
        for key, value in data.items():
            yield from missing_glyphs(value, f"{path}.{key}".lstrip("."))
    elif isinstance(data, list):
        for number, value in enumerate(data):
            yield from missing_glyphs(value, f"{path}.{number}")
