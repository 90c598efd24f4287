"""Rows of a workbook becoming records."""

from typing import Any

from c2site.errors import Problem, nearest, problem
from c2site.load.cells import Cell, spot
from c2site.load.document import Path
from c2site.load.faults import INVISIBLE, told_of
from c2site.load.workbook_cells import Sheets
from c2site.load.workbook_columns import CODES, ID, KIND, LIST, MAP, POSITION, Column, parted
from c2site.load.workbook_found import Found, Key
from c2site.load.workbook_tables import Item, Table, Words, above_and_path
from c2site.model import KINDS


class Reading:
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

    def knows(self, table: Table) -> bool:
        """Return whether a table is one of ours, and tell if it claims to be and is not."""
        known = table.key in KINDS or table.key.endswith((LIST, MAP))
        if not known and table.key != CODES:
            at = Cell(table.title, 1, 1, table.key)
            self._tell("workbook-sheet", at, found=table.key, allowed=sorted(KINDS), nearest=nearest(table.key, KINDS))
        return known

    def table(self, table: Table) -> None:
        """Read a sheet of records or of their parts."""
        if table.key in KINDS:
            for row in table.rows:
                self._record(table, row)
            return
        above, path = above_and_path(table.key)
        items = [item for row in table.rows if (item := self._owned(table, row, above))]
        for item in sorted(items, key=lambda one: one.order):
            self._item(table, item, above, path)

    def _record(self, table: Table, row: list[Cell]) -> None:
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

    def _owned(self, table: Table, row: list[Cell], above: str) -> Item | None:
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
        return Item(key, holder, last, row)

    def _item(self, table: Table, item: Item, above: str, path: Path) -> None:
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

    def _fill(self, table: Table, row: list[Cell], found: Found, values: dict, start: Path) -> None:
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
            self._tell("text-control", cell, **told_of(hidden))

    def _tell(self, code: str, cell: Cell, field: str = "", **found: object) -> None:
        self.problems.append(problem(code, spot(self.sheets.path, cell.sheet), (cell.row, cell.column), field, **found))
