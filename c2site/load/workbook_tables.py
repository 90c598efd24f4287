"""The sheets of a workbook as tables: which columns they have, whose parts their rows are, in which words they write codes."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from c2site.load.cells import Cell
from c2site.load.document import Path
from c2site.load.workbook_columns import CODE, CODES, LIST, MAP, WORD, Column, column_named
from c2site.load.workbook_found import Key

Words = dict[str, dict[str, str]]


@dataclass(frozen=True)
class Table:
    """A sheet whose first row names its columns; `columns` are by number."""

    title: str
    key: str
    columns: dict[int, Column]
    rows: list[list[Cell]]

    @property
    def depth(self) -> int:
        """In how many lists, one inside the other, its rows stand."""
        return self.key.count(LIST) + self.key.count(MAP)


def tables_in(title: str, rows: Iterator[list[Cell]]) -> Iterator[Table]:
    """Yield the sheet if it is one for programs: pages for people have no names of columns."""
    names = {cell.column: column for cell in next(rows, []) if (column := column_named(cell.text))}
    keys = {column.sheet for column in names.values()}
    if len(keys) == 1:
        next(rows, [])
        yield Table(title, keys.pop(), names, [row for row in rows if any(cell.column in names for cell in row)])


def words_in(tables: list[Table]) -> Words:
    """Return the codes by the words in which this file writes them, for each list."""
    words: Words = defaultdict(dict)
    for table in (one for one in tables if one.key == CODES):
        for row in table.rows:
            cells = {table.columns[cell.column]: cell.text for cell in row if cell.column in table.columns}
            for column, code in cells.items():
                if column.path == CODE:
                    words[column.words][cells.get(column._replace(path=WORD), code)] = code
    return words


@dataclass(frozen=True)
class Item:
    """A row of a list: its record, the position of the item it belongs to, and its own position there."""

    key: Key
    holder: str
    position: str
    row: list[Cell]

    @property
    def order(self) -> tuple:
        """Items by number, those without one last, as they stand."""
        return (self.holder, (0, int(self.position)) if self.position.isdecimal() else (1, 0))


def above_and_path(key: str) -> tuple[str, Path]:
    """Return the list a list belongs to, empty for the record, and its path there: `stages[].aims[]` is (`stages[]`, (`aims`,))."""
    above, _, own = key[:-2].rpartition("].") if "]." in key else key[:-2].rpartition("}.") if "}." in key else ("", "", key[:-2])
    closing = key[len(above) : len(above) + 1] if above else ""
    return above + closing, tuple(own.split("."))
