"""A spreadsheet file being written: text stays text, links are links, and the same cells are the same bytes."""

from collections import Counter
from datetime import date, datetime, time
from decimal import Decimal
from io import BytesIO
from typing import Any
from unicodedata import bidirectional

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from c2site.language import Reader
from c2site.render.exports.workbook_words import title

# Nothing is guessed from a text: `=1+1`, `012` and `https://…` are written as they are.
AS_WRITTEN = {"in_memory": True, "strings_to_numbers": False, "strings_to_formulas": False, "strings_to_urls": False, "nan_inf_to_errors": False}
# What a spreadsheet would take for a formula if somebody opened the cell and pressed Enter.
STARTS_FORMULA = tuple("=+-@＝＋－＠'\t\r\n")
LONGEST_LINK, MOST_LINKS = 2_079, 65_530
EXACT_DIGITS = 15
# Before it, spreadsheets count a day in 1900 that never was.
FIRST_DAY = date(1900, 3, 1)
# Letters by their class in Unicode's bidirectional algorithm; figures and signs have no direction of their own.
STRONG = {"L": "ltr", "R": "rtl", "AL": "rtl"}

STYLES: dict[str, dict[str, Any]] = {
    "plain": {},
    "text": {"num_format": "@"},
    "guarded": {"quote_prefix": True},
    "wrapped": {"text_wrap": True},
    "wrapped_guarded": {"text_wrap": True, "quote_prefix": True},
    "number": {"align": "right", "indent": 1},
    "day": {"num_format": "yyyy-mm-dd"},
    "link": {"font_color": "#0B4F6C", "underline": 1},
    "header": {"bold": True, "text_wrap": True, "bottom": 1, "bg_color": "#E8EEF0"},
    "heading": {"bold": True, "font_size": 20},
    "part": {"bold": True, "font_size": 13},
    "label": {"font_color": "#4A5A60"},
    "notice": {"bold": True, "text_wrap": True},
}


def first_direction(text: str) -> str:
    """Return the direction of the first letter that has one, empty for none."""
    if text[:1].isascii() and text[:1].isalpha():
        return "ltr"
    strong = (STRONG[found] for letter in text if (found := bidirectional(letter)) in STRONG)
    return next(strong, "")


class Book:
    """The file: sheets in the order in which they are added, each read in the reader's direction."""

    def __init__(self, reader: Reader, day: date, properties: dict[str, str]) -> None:
        self.reader = reader
        self._bytes = BytesIO()
        self._file = xlsxwriter.Workbook(self._bytes, AS_WRITTEN)
        self._file.set_properties({**properties, "created": datetime.combine(day, time())})
        self._styles: dict[tuple[str, str], Format] = {}
        self._links: Counter[Worksheet] = Counter()
        self._titles: set[str] = set()

    def title(self, words: str) -> str:
        """Return the name a sheet will have, which no other has."""
        return title(words, self._titles)

    def add(self, name: str) -> Worksheet:
        """Return a new sheet with a name that `title` gave."""
        sheet = self._file.add_worksheet(name)
        if self.reader.direction == "rtl":
            sheet.right_to_left()
        sheet.hide_gridlines(1)
        sheet.set_landscape()
        return sheet

    def put(self, sheet: Worksheet, row: int, column: int, value: Any, style: str = "", link: str = "") -> None:
        """Write a value; a link that a spreadsheet would not take is text."""
        if isinstance(value, str):
            self._text(sheet, row, column, value, style, link)
        elif isinstance(value, bool):
            sheet.write_boolean(row, column, value, self._style("plain"))
        elif isinstance(value, date):
            self._day(sheet, row, column, value)
        elif isinstance(value, (int, float, Decimal)):
            self._number(sheet, row, column, value)

    def _style(self, name: str, text: str = "") -> Format:
        """Return a style, read in the direction of `text`; on sheets from right to left everything begins at the right."""
        direction = first_direction(text) or self.reader.direction
        key = (name, direction)
        if key not in self._styles:
            start = {"align": "right"} if self.reader.direction == "rtl" else {}
            order = {"reading_order": 2 if direction == "rtl" else 1} if "rtl" in (direction, self.reader.direction) else {}
            self._styles[key] = self._file.add_format({"valign": "top", **start, **order, **STYLES[name]})
        return self._styles[key]

    def _text(self, sheet: Worksheet, row: int, column: int, text: str, style: str, link: str) -> None:
        if link and len(link) <= LONGEST_LINK and self._links[sheet] < MOST_LINKS:
            self._links[sheet] += 1
            sheet.write_url(row, column, link, self._style("link", text), text)
            return
        guarded = text.startswith(STARTS_FORMULA)
        name = style or ("text" if len(text) < 256 else "plain")
        if guarded and name != "text":
            name = "wrapped_guarded" if name == "wrapped" else "guarded"
        sheet.write_string(row, column, text, self._style(name, text))

    def _day(self, sheet: Worksheet, row: int, column: int, day: date) -> None:
        if day < FIRST_DAY:
            self._text(sheet, row, column, day.isoformat(), "text", "")
        else:
            sheet.write_datetime(row, column, day, self._style("day"))

    def _number(self, sheet: Worksheet, row: int, column: int, number: int | float | Decimal) -> None:
        """Write a number as one where spreadsheets keep all its digits."""
        if Decimal(f"{float(number):.{EXACT_DIGITS}g}") == Decimal(str(number)):
            sheet.write_number(row, column, number, self._style("number"))
        else:
            self._text(sheet, row, column, str(number), "text", "")

    def bytes(self) -> bytes:
        """Return the finished file."""
        self._file.close()
        return self._bytes.getvalue()

