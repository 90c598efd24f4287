"""Records from a workbook: what an edition's XLSX file holds, and what editors have changed in it, as they would stand in YAML.

Cells say what is there and nothing else: what a file does not hold (notes, permissions, pictures) is for the caller to add.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from pydantic import ValidationError

from c2site.errors import DataError, Problem, nearest, problem
from c2site.load.document import Path
from c2site.load.explained import explained
from c2site.load.faults import INVISIBLE
from c2site.load.workbook_cells import Cell, Sheets
from c2site.load.workbook_columns import CODE, CODES, ID, KIND, LIST, MAP, POSITION, WORD, Column, column_named, parted
from c2site.model import KINDS, Record

Key = tuple[str, str]
Words = dict[str, dict[str, str]]


@dataclass
class Found:
    """A record as raw text by field. `told` are fields whose words are explained already; `places` is where each value stands."""

    path: str
    kind: str
    id: str
    values: dict[str, Any] = field(default_factory=dict)
    places: dict[Path, Cell] = field(default_factory=dict)
    told: set[str] = field(default_factory=set)

    def cell(self, path: Path) -> Cell:
        """Return the cell of the value at `path`, or of the nearest value around it."""
        while path not in self.places and path:
            path = path[:-1]
        return self.places[path]

    def place(self, path: Path) -> tuple[int, int]:
        """Return row and column of a value."""
        found = self.cell(path)
        return found.row, found.column

    key_place = place

    def record(self, **others: Any) -> Record:
        """Return the record with `others`, which the file does not hold; raise DataError with everything that is wrong."""
        model = KINDS[self.kind].record
        try:
            return model.model_validate({**self.values, **others})
        except ValidationError as error:
            problems = [one for one in explained(self, model, error) if one.field not in self.told]  # type: ignore[arg-type]
            raise DataError([self._spotted(one) for one in problems]) from None

    def _spotted(self, one: Problem) -> Problem:
        steps = tuple(int(step) if step.isdecimal() else step for step in one.field.split("."))
        return replace(one, path=f"{self.path}#{self.cell(steps).sheet}")


@dataclass(frozen=True)
class Workbook:
    """Records by kind and id, in the file's order, and what is wrong with its sheets, rows and words."""

    records: dict[Key, Found]
    problems: tuple[Problem, ...]

    def typed(self) -> dict[Key, Record]:
        """Return the records as the model has them; raise DataError with everything that is wrong in the file."""
        problems, records = list(self.problems), {}
        for key, found in self.records.items():
            try:
                records[key] = found.record()
            except DataError as error:
                problems.extend(error.problems)
        if problems:
            raise DataError(problems)
        return records


def read_workbook(path: str, raw: bytes, permitted: bool = False) -> Workbook:
    """Return the records in an XLSX file; `path` is only told. Raise DataError for a file that is no workbook, or no safe one.

    `permitted` says that the clients in its references are known to agree, as they are in a file nobody has changed since it was
    published; otherwise each reference lacks its permission, for somebody to ask.
    """
    sheets = Sheets(path, raw)
    tables = [table for title, rows in sheets for table in _table(title, rows)]
    reading = _Reading(sheets, _words(tables), {"references[]": {"permission": "true"}} if permitted else {})
    known = [one for one in tables if reading.knows(one)]
    for table in sorted(known, key=lambda one: (one.key not in KINDS, one.depth)):
        reading.table(table)
    return Workbook(reading.records, tuple(sorted([*sheets.problems, *reading.problems])))


@dataclass(frozen=True)
class _Table:
    """A sheet whose first row names its columns; `columns` are by number."""

    title: str
    key: str
    columns: dict[int, Column]
    rows: list[list[Cell]]

    @property
    def depth(self) -> int:
        return self.key.count(LIST) + self.key.count(MAP)


def _table(title: str, rows: Iterator[list[Cell]]) -> Iterator[_Table]:
    """Yield the sheet if it is one for programs: pages for people have no names of columns."""
    names = {cell.column: column for cell in next(rows, []) if (column := column_named(cell.text))}
    keys = {column.sheet for column in names.values()}
    if len(keys) == 1:
        next(rows, [])
        yield _Table(title, keys.pop(), names, [row for row in rows if any(cell.column in names for cell in row)])


def _words(tables: list[_Table]) -> Words:
    """Return the codes by the words in which this file writes them, for each list."""
    words: Words = defaultdict(dict)
    for table in (one for one in tables if one.key == CODES):
        for row in table.rows:
            cells = {table.columns[cell.column]: cell.text for cell in row if cell.column in table.columns}
            for column, code in cells.items():
                if column.path == CODE:
                    words[column.words][cells.get(column._replace(path=WORD), code)] = code
    return words


class _Reading:
    """Rows becoming records; `holders` are the maps that lists of lists are put into, by record, list and position.

    `given` are values of a list's items that no file holds.
    """

    def __init__(self, sheets: Sheets, words: Words, given: dict[str, dict[str, str]]) -> None:
        self.sheets = sheets
        self.words = words
        self.given = given
        self.records: dict[Key, Found] = {}
        self.problems: list[Problem] = []
        self.holders: dict[tuple[Key, str, str], tuple[dict, Path]] = {}

    def knows(self, table: _Table) -> bool:
        """Return whether a table is one of ours, and tell if it claims to be and is not."""
        known = table.key in KINDS or table.key.endswith((LIST, MAP))
        if not known and table.key != CODES:
            at = Cell(table.title, 1, 1, table.key)
            self._tell("workbook-sheet", at, found=table.key, allowed=sorted(KINDS), nearest=nearest(table.key, KINDS))
        return known

    def table(self, table: _Table) -> None:
        """Read a sheet of records or of their parts."""
        if table.key in KINDS:
            for row in table.rows:
                self._record(table, row)
            return
        above, path = _split(table.key)
        items = [item for row in table.rows if (item := self._owned(table, row, above))]
        for item in sorted(items, key=lambda one: one.order):
            self._item(table, item, above, path)

    def _record(self, table: _Table, row: list[Cell]) -> None:
        own = next((cell for cell in row if table.columns.get(cell.column, Column("")).path == ("id",)), None)
        if own is None:
            self._tell("workbook-no-id", row[0])
            return
        key = (table.key, own.text)
        if key in self.records:
            self._tell("duplicate-part", own, found=own.text, first=self.records[key].places[()].row)
            return
        found = self.records[key] = Found(self.sheets.path, *key, places={(): own})
        self.holders[key, "", ""] = (found.values, ())
        self._fill(table, row, found, found.values, ())

    def _owned(self, table: _Table, row: list[Cell], above: str) -> "_Item | None":
        """Return a row of a list with whom it belongs to; None, and a problem told, where nobody has it."""
        cells = {table.columns[cell.column].path: cell for cell in row if cell.column in table.columns}
        kind, own, position = (cells.get(path) for path in (KIND, ID, POSITION))
        if kind is None or own is None:
            self._tell("workbook-no-owner", row[0])
            return None
        key = (self._code("kind", kind, None, ""), own.text)
        holder, _, last = position.text.rpartition(".") if position and above else ("", "", position.text if position else "")
        if (key, above, holder) not in self.holders:
            ids = [one for _, one in self.records]
            self._tell("unknown-reference", own, kind=kind.text, found=own.text, nearest=nearest(own.text, ids) if own.text not in ids else "")
            return None
        return _Item(key, holder, last, row)

    def _item(self, table: _Table, item: "_Item", above: str, path: Path) -> None:
        values, start = self.holders[item.key, above, item.holder]
        for step in path[:-1]:
            values = values.setdefault(step, {})
        found = self.records[item.key]
        items = values.setdefault(path[-1], {} if table.key.endswith(MAP) else [])
        own: dict[str, Any] = {**self.given.get(table.key, {})}
        place = (*start, *path, item.position if isinstance(items, dict) else len(items))
        if isinstance(items, dict):
            items[item.position] = own
        else:
            items.append(own)
        found.places.setdefault((*start, *path), item.row[0])
        found.places[place] = item.row[0]
        self.holders[item.key, table.key, f"{item.holder}.{item.position}" if item.holder else item.position] = (own, place)
        self._fill(table, item.row, found, own, place)

    def _fill(self, table: _Table, row: list[Cell], found: Found, values: dict, start: Path) -> None:
        """Put the row's cells where their columns say, the pieces of a long one together."""
        cells = [(table.columns[cell.column], cell) for cell in row if cell.column in table.columns]
        for column, cell in sorted(cells, key=lambda one: one[0].part):
            if column.path[:1] not in (KIND, ID, POSITION):
                self._put(column, cell, found, values, start)

    def _put(self, column: Column, cell: Cell, found: Found, values: dict, start: Path) -> None:
        path = (*column.path, column.tag) if column.tag else column.path
        for step in path[:-1]:
            values = values.setdefault(step, {})
        text, place = cell.text, (*start, *path)
        if column.part:
            text = found.places[place].text + text if place in found.places else text
        cell = cell._replace(text=text)
        found.places[place] = cell
        self._seen(cell)
        field = ".".join(map(str, place))
        values[path[-1]] = self._codes(column, cell, found, field) if column.many else self._code(column.words, cell, found, field)

    def _codes(self, column: Column, cell: Cell, found: Found, field: str) -> list[str]:
        items = parted(cell.text)
        return [self._code(column.words, cell._replace(text=item), found, f"{field}.{number}") for number, item in enumerate(items)]

    def _code(self, words: str, cell: Cell, found: Found | None, field: str) -> str:
        """Return the code a word stands for; a code may stand for itself, anything else is told."""
        known = self.words.get(words)
        if not known or cell.text in known:
            return known[cell.text] if known else cell.text
        if cell.text not in known.values():
            self._tell("wrong-choice", cell, field, found=cell.text, allowed=list(known), nearest=nearest(cell.text, known))
            if found:
                found.told.add(field)
        return cell.text

    def _seen(self, cell: Cell) -> None:
        hidden = INVISIBLE.search(cell.text)
        if hidden:
            self._tell("text-control", cell, found=f"U+{ord(hidden.group()):04X}", position=hidden.start() + 1)

    def _tell(self, code: str, cell: Cell, field: str = "", **found: object) -> None:
        self.problems.append(problem(code, self.sheets.spot(cell.sheet), (cell.row, cell.column), field, **found))


@dataclass(frozen=True)
class _Item:
    """A row of a list: its record, the position of the item it belongs to, and its own position there."""

    key: Key
    holder: str
    position: str
    row: list[Cell]

    @property
    def order(self) -> tuple:
        """Items by number, those without one last, as they stand."""
        return (self.holder, (0, int(self.position)) if self.position.isdecimal() else (1, 0))


def _split(key: str) -> tuple[str, Path]:
    """Return the list a list belongs to, empty for the record, and its path there: `stages[].aims[]` is (`stages[]`, (`aims`,))."""
    above, _, own = key[:-2].rpartition("].") if "]." in key else key[:-2].rpartition("}.") if "}." in key else ("", "", key[:-2])
    closing = key[len(above) : len(above) + 1] if above else ""
    return above + closing, tuple(own.split("."))
