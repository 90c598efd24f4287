"""A spreadsheet file being written: text stays text, links are links, and the same cells are the same bytes."""

from collections import Counter
from datetime import date, datetime, time
from decimal import Decimal
from io import BytesIO
from typing import Any

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from c2site.language import Reader
from c2site.load.workbook_columns import LONGEST_CELL
from c2site.render.exports.workbook_words import title

# Nothing is guessed from a text: `=1+1`, `012` and `https://…` are written as they are.
AS_WRITTEN = {"in_memory": True, "strings_to_numbers": False, "strings_to_formulas": False, "strings_to_urls": False, "nan_inf_to_errors": False}
# What a spreadsheet would take for a formula if somebody opened the cell and pressed Enter.
STARTS_FORMULA = tuple("=+-@＝＋－＠'\t\r\n")
LONGEST_LINK, MOST_LINKS = 2_079, 65_530
EXACT_DIGITS = 15
# Before it, spreadsheets count a day in 1900 that never was.
FIRST_DAY = date(1900, 3, 1)
NARROWEST, WIDEST, WIDEST_LINE = 8, 60, 40
LONGEST_WRAPPED = 600

STYLES: dict[str, dict[str, Any]] = {
    "plain": {},
    "text": {"num_format": "@"},
    "guarded": {"quote_prefix": True},
    "wrapped": {"text_wrap": True},
    "wrapped_guarded": {"text_wrap": True, "quote_prefix": True},
    "day": {"num_format": "yyyy-mm-dd", "align": "left"},
    "link": {"font_color": "#0B4F6C", "underline": 1},
    "header": {"bold": True, "text_wrap": True, "bottom": 1, "bg_color": "#E8EEF0"},
    "heading": {"bold": True, "font_size": 20},
    "part": {"bold": True, "font_size": 13},
    "label": {"font_color": "#4A5A60"},
    "notice": {"bold": True, "text_wrap": True},
}


class Book:
    """The file: sheets in the order in which they are added, each read in the reader's direction."""

    def __init__(self, reader: Reader, day: date, properties: dict[str, str]) -> None:
        self.reader = reader
        self._bytes = BytesIO()
        self._file = xlsxwriter.Workbook(self._bytes, AS_WRITTEN)
        self._file.set_properties({**properties, "created": datetime.combine(day, time())})
        self._styles = {name: self._file.add_format({"valign": "top", **style}) for name, style in STYLES.items()}
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
        sheet.fit_to_pages(1, 0)
        return sheet

    def put(self, sheet: Worksheet, row: int, column: int, value: Any, style: str = "", link: str = "") -> None:
        """Write a value; a link that a spreadsheet would not take is text."""
        if isinstance(value, str):
            self._text(sheet, row, column, value, style, link)
        elif isinstance(value, bool):
            sheet.write_boolean(row, column, value, self._styles["plain"])
        elif isinstance(value, date):
            self._day(sheet, row, column, value)
        elif isinstance(value, (int, float, Decimal)):
            self._number(sheet, row, column, value)

    def style(self, name: str) -> Any:
        """Return a style of `STYLES` as the file knows it."""
        return self._styles[name]

    def _text(self, sheet: Worksheet, row: int, column: int, text: str, style: str, link: str) -> None:
        if link and len(link) <= LONGEST_LINK and self._links[sheet] < MOST_LINKS:
            self._links[sheet] += 1
            sheet.write_url(row, column, link, self._styles["link"], text)
            return
        guarded = text.startswith(STARTS_FORMULA)
        name = style or ("text" if len(text) < 256 else "plain")
        if guarded and name != "text":
            name = "wrapped_guarded" if name == "wrapped" else "guarded"
        sheet.write_string(row, column, text, self._styles[name])

    def _day(self, sheet: Worksheet, row: int, column: int, day: date) -> None:
        if day < FIRST_DAY:
            self._text(sheet, row, column, day.isoformat(), "text", "")
        else:
            sheet.write_datetime(row, column, day, self._styles["day"])

    def _number(self, sheet: Worksheet, row: int, column: int, number: int | float | Decimal) -> None:
        """Write a number as one where spreadsheets keep all its digits."""
        if Decimal(f"{float(number):.{EXACT_DIGITS}g}") == Decimal(str(number)):
            sheet.write_number(row, column, number, self._styles["plain"])
        else:
            self._text(sheet, row, column, str(number), "text", "")

    def bytes(self) -> bytes:
        """Return the finished file."""
        self._file.close()
        return self._bytes.getvalue()


def width(longest: int, style: str) -> int:
    """Return how wide a column is, in digits, whose longest text has `longest` letters."""
    return max(NARROWEST, min(longest + 3, WIDEST if style == "wrapped" else WIDEST_LINE))


def fits(text: str) -> bool:
    """Return whether a cell takes the whole text."""
    return len(text.encode("utf-16-le")) // 2 <= LONGEST_CELL
