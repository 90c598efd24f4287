"""A table on a sheet: hidden names of columns, headers that stay in sight, a filter, drop-downs, links, and columns folded away."""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from xlsxwriter.worksheet import Worksheet

from c2site.model.base import is_public_address
from c2site.render.exports.workbook_writing import Book

NAMES, HEADERS, FIRST = 0, 1, 2
LINE, TWO_LINES, MOST_LINES = 15, 32, 12
NARROWEST, WIDEST, WIDEST_LINE, LONGEST_HEADER = 8, 60, 40, 18
# A text longer than this is not wrapped: its row would fill the window.
LONGEST_WRAPPED = 600
# Empty rows below the last that offer drop-downs too.
SPARE = 200


def no_link(_value: Any, _row: int) -> str:
    """Return no address."""
    return ""


def public_link(value: Any, _row: int) -> str:
    """Return the address that a cell holds and nothing else."""
    return value if isinstance(value, str) and value.startswith("http") and is_public_address(value) else ""


class Band(NamedTuple):
    """A column: `cells` by row, None for empty; `name` is for programs, `choice` the range its drop-down offers, `link` leads from a cell."""

    header: str
    cells: Sequence[Any]
    name: str = ""
    wrapped: bool = False
    folded: bool = False
    choice: str = ""
    link: Callable[[Any, int], str] = no_link

    @property
    def style(self) -> str:
        """How its texts are written."""
        return "wrapped" if self.wrapped else ""

    @property
    def width(self) -> int:
        """How wide it is, in digits; a long header takes two lines."""
        longest = max((len(line) for cell in self.cells if cell is not None for line in str(cell).split("\n")), default=0)
        header = len(self.header)
        least = max(NARROWEST, header + 3 if header < LONGEST_HEADER else header * 2 // 3)
        return max(least, min(longest + 3, WIDEST if self.wrapped else WIDEST_LINE))


def write_grid(book: Book, title: str, bands: Sequence[Band], fixed: int = 1, message: str = "") -> None:
    """Add a sheet with a table whose first `fixed` columns stay; `message` is told who writes what a drop-down does not offer."""
    page = book.add(title)
    rows = max((len(band.cells) for band in bands), default=0)
    widths = [band.width for band in bands]
    for at, band in enumerate(bands):
        _write_band(book, page, at, band)
        if band.choice:
            rule = {"validate": "list", "source": f"={band.choice}", "error_message": message}
            page.data_validation(FIRST, at, FIRST + rows + SPARE, at, rule)
    _fold(page, bands, widths)
    _set_heights(page, bands, widths, rows)
    page.freeze_panes(FIRST, fixed)
    page.repeat_rows(HEADERS)
    page.autofilter(HEADERS, 0, HEADERS + max(rows, 1), len(bands) - 1)


def _write_band(book: Book, page: Worksheet, at: int, band: Band) -> None:
    if band.name:
        page.write_string(NAMES, at, band.name)
    book.put(page, HEADERS, at, band.header, "header")
    for row, cell in enumerate(band.cells):
        if cell is not None:
            book.put(page, FIRST + row, at, cell, band.style, band.link(cell, row))


def _fold(page: Worksheet, bands: Sequence[Band], widths: Sequence[int]) -> None:
    """Give columns their widths; the sign that opens folded ones stands above the column after them."""
    before = False
    for at, (band, width) in enumerate(zip(bands, widths, strict=True)):
        page.set_column(at, at, width, None, {"level": 1, "hidden": True} if band.folded else {"collapsed": before})
        before = band.folded
    if before:
        page.set_column(len(bands), len(bands), None, None, {"collapsed": True})


def _set_heights(page: Worksheet, bands: Sequence[Band], widths: Sequence[int], rows: int) -> None:
    """Make rows as high as their wrapped texts: not every program does so itself."""
    page.set_row(NAMES, None, None, {"hidden": True})
    page.set_row(HEADERS, TWO_LINES)
    wrapped = [(band, width) for band, width in zip(bands, widths, strict=True) if band.wrapped and not band.folded]
    for row in range(rows):
        lines = max((_lines(band.cells[row], width) for band, width in wrapped), default=1)
        if lines > 1:
            page.set_row(FIRST + row, LINE * min(lines, MOST_LINES) + 2)


def _lines(cell: Any, width: int) -> int:
    return sum(1 + len(line) // width for line in cell.split("\n")) if isinstance(cell, str) else 1
