"""A table that somebody else designed, from an XLSX or CSV file: where its header stands, and its rows as cells of plain text."""

import csv
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from io import StringIO
from itertools import islice

from c2site.errors import DataError, Figure, Problem, fragment, problem
from c2site.load.cells import Cell, spot
from c2site.load.codepages import decoded
from c2site.load.faults import INVISIBLE
from c2site.load.workbook_cells import MOST_BYTES, Sheets
from c2site.model import plain_header

ZIP, OLD_EXCEL = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
# A partnership has a thousand companies at most; whoever brings more has taken the wrong file.
MOST_ROWS, MOST_COLUMNS = 20_000, 500
# So many rows may stand above the header: titles, instructions, logos.
HEADER_WITHIN = 30
SEPARATORS = ",;\t"
# Of the longest cell, as Excel has it.
LONGEST_FIELD = 131_072
LONGEST_HEADER = 2_000


@dataclass(frozen=True)
class Page:
    """A sheet with a header: `header` are the cells that name columns, `rows` those below it that are not empty."""

    title: str
    header: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True)
class Table:
    """The pages of a file, what is wrong with single cells, and how its letters are coded, where that had to be found out."""

    path: str
    pages: tuple[Page, ...]
    problems: tuple[Problem, ...]
    encoding: str = ""


def read_table(path: str, raw: bytes, known: Iterable[Collection[str]] = ()) -> Table:
    """Return the table in an XLSX or CSV file; `path` is only told. Raise DataError for a file that is neither, or no safe one.

    `known` are plain headers of tables seen before: the row that names most of such a table's columns is the header.
    """
    if raw.startswith(OLD_EXCEL):
        raise DataError([problem("import-format", path, found=".xls")])
    if raw.startswith(ZIP):
        sheets = Sheets(path, raw)
        pages = [page for title, rows in sheets for page in _page(path, title, rows, known)]
        return Table(path, tuple(pages), tuple(sheets.problems))
    if len(raw) > MOST_BYTES:
        raise DataError([problem("file-too-large", path, found=Figure(len(raw)), allowed=Figure(MOST_BYTES))])
    text, coding = decoded(path, raw)
    return Table(path, tuple(_page(path, "", _csv_rows(path, text), known)), (), coding)


def _page(path: str, title: str, rows: Iterable[list[Cell]], known: Iterable[Collection[str]]) -> Iterator[Page]:
    filled = list(islice((row for row in rows if row), MOST_ROWS + HEADER_WITHIN + 1))
    if len(filled) > MOST_ROWS + HEADER_WITHIN:
        raise DataError([problem("import-too-large", spot(path, title), allowed=Figure(MOST_ROWS), what=fragment("rows"))])
    if max((row[-1].column for row in filled), default=0) > MOST_COLUMNS:
        raise DataError([problem("import-too-large", spot(path, title), allowed=Figure(MOST_COLUMNS), what=fragment("columns"))])
    at = _header_at(filled[:HEADER_WITHIN], list(known))
    if at is not None:
        yield Page(title, tuple(filter(lambda cell: cell.text, map(_name, filled[at]))), tuple(map(tuple, filled[at + 1 :])))


def _name(cell: Cell) -> Cell:
    """Return a header without the marks of direction and the like that nobody sees in it."""
    return cell._replace(text=INVISIBLE.sub("", cell.text).strip()[:LONGEST_HEADER])


def _header_at(rows: list[list[Cell]], known: list[Collection[str]]) -> int | None:
    """Return which row names the columns: that with most names that are known, else with most different words and something below."""
    if not rows:
        return None
    seen = [{plain_header(_name(cell).text) for cell in row} for row in rows]
    best = max(range(len(rows)), key=lambda at: max((len(seen[at] & set(one)) for one in known), default=0))
    if any(len(seen[best] & set(one)) * 2 > len(one) for one in known):
        return best
    words = [len({plain_header(cell.text) for cell in row if not cell.typed and any(map(str.isalpha, cell.text))}) for row in rows]
    best = max(range(len(rows)), key=lambda at: words[at])
    return best if words[best] > 1 else None


def _csv_rows(path: str, text: str) -> Iterator[list[Cell]]:
    csv.field_size_limit(LONGEST_FIELD)
    try:
        separator = max(SEPARATORS, key=lambda one: _parted_by(one, text))
        for number, row in enumerate(csv.reader(StringIO(text, newline=""), delimiter=separator), 1):
            yield [Cell("", number, column, value.strip()) for column, value in enumerate(row, 1) if value.strip()]
    except csv.Error:
        raise DataError([problem("import-format", path, found=fragment("endless-cell", limit=LONGEST_FIELD))]) from None


def _parted_by(separator: str, text: str) -> int:
    """Return how many cells it parts in the first rows that have as many columns as most."""
    sizes = Counter(len(row) for row in islice(csv.reader(StringIO(text[:100_000], newline=""), delimiter=separator), 50))
    return max(((size - 1) * count for size, count in sizes.items()), default=0)
