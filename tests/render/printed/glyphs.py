"""Where the letters of a set book stand, read back from its PDF."""

from collections.abc import Iterator
from ctypes import byref, c_double, c_int, create_string_buffer
from itertools import groupby
from typing import NamedTuple

import pypdfium2
import pypdfium2.raw as raw

MM = 72 / 25.4


class Glyph(NamedTuple):
    """A printed letter: its edges and the line it stands on, in points from the page's lower left corner, its size, whether it is bold and upright."""

    text: str
    left: float
    bottom: float
    right: float
    top: float
    base: float
    size: float
    bold: bool
    upright: bool


def glyphs(pdf: bytes) -> list[list[Glyph]]:
    """Return the letters of each page."""
    document = pypdfium2.PdfDocument(pdf)
    return [list(_of_page(document[number].get_textpage())) for number in range(len(document))]


def _of_page(page: pypdfium2.PdfTextPage) -> Iterator[Glyph]:
    name, flags = create_string_buffer(80), c_int()
    across, base = c_double(), c_double()
    for place in range(page.count_chars()):
        sign = chr(raw.FPDFText_GetUnicode(page, place))
        if sign.isspace() or not sign.isprintable():
            continue
        raw.FPDFText_GetFontInfo(page, place, name, 80, byref(flags))
        raw.FPDFText_GetCharOrigin(page, place, byref(across), byref(base))
        upright = abs(raw.FPDFText_GetCharAngle(page, place)) < 0.01
        yield Glyph(sign, *page.get_charbox(place), base.value, raw.FPDFText_GetFontSize(page, place), b"Bold" in name.value, upright)


def lines(page: list[Glyph]) -> list[list[Glyph]]:
    """Return the upright letters of a page by lines, the highest first, each from left to right."""
    found = sorted((one for one in page if one.upright), key=lambda one: (-round(one.base), one.left))
    return [list(line) for _, line in groupby(found, key=lambda one: round(one.base))]
