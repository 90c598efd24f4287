"""Records as tidy sheets, made from the models alone: a column a value, a row a record, and a row an item of a list of parts."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, NamedTuple

from c2site.load.workbook_columns import ID, KIND, LIST, LONGEST_CELL, MAP, POSITION, Column, joined, pieces
from c2site.model import KINDS, Part, Record
from c2site.render.exports.workbook_records import Field, Held, open_fields
from c2site.render.exports.workbook_words import CodeLists, choices, list_of

Order = tuple[int, ...]


class Owner(NamedTuple):
    """The record a row belongs to."""

    kind: str
    id: str


@dataclass
class Sheet:
    """`rows` hold a value by column, `order` where each column stands among the others, `owners` whom each row belongs to."""

    key: str
    rows: list[dict[Column, Any]] = field(default_factory=list)
    owners: list[Owner] = field(default_factory=list)
    order: dict[Column, Order] = field(default_factory=dict)

    @property
    def of_records(self) -> bool:
        """Whether each row is a record."""
        return self.key in KINDS

    def columns(self, tags: Iterable[str]) -> list[Column]:
        """Return the columns in the model's order, texts in the order of `tags`, then of other languages."""
        place = {tag: number for number, tag in enumerate(tags)}
        return sorted(self.order, key=lambda one: (self.order[one], one.path, place.get(one.tag, len(place)), one.tag, one.part))


def tidy_sheets(held: Held, lists: CodeLists) -> list[Sheet]:
    """Return a sheet for each kind of record, then one for each list of parts; none is empty."""
    walk = _Walk(lists)
    for kind, records in held.items():
        for record in records:
            walk.record(kind, record)
    return sorted(walk.sheets.values(), key=lambda one: not one.of_records)


class _Walk:
    def __init__(self, lists: CodeLists) -> None:
        self.lists = lists
        self.sheets: dict[str, Sheet] = {}
        self.owner = Owner("", "")

    def record(self, kind: str, record: Record) -> None:
        self.owner = Owner(kind, record.id)
        self._part(record, _Row(self._sheet(kind), self.owner))

    def _sheet(self, key: str) -> Sheet:
        return self.sheets.setdefault(key, Sheet(key))

    def _part(self, part: Part, row: "_Row", path: tuple[str, ...] = (), order: Order = ()) -> None:
        for number, one in enumerate(open_fields(type(part))):
            value = getattr(part, one.name)
            if value is not None and (one.default is ... or value != one.default):
                self._value(part, one, value, row, (*path, one.alias), (*order, number))

    def _value(self, part: Part, one: Field, value: Any, row: "_Row", path: tuple[str, ...], order: Order) -> None:
        if isinstance(value, Part):
            self._part(value, row, path, order)
        elif isinstance(value, Mapping) and not isinstance(next(iter(value.values())), Part):
            self._texts(value, row, path, order)
        elif isinstance(value, Mapping):
            self._items(value.items(), MAP, row, path)
        elif isinstance(value, tuple) and isinstance(next(iter(value), None), (Part, Mapping)):
            self._items(((str(number), item) for number, item in enumerate(value, 1)), LIST, row, path)
        else:
            self._plain(part, one, value, row, path, order)

    def _texts(self, texts: Mapping[str, str], row: "_Row", path: tuple[str, ...], order: Order) -> None:
        for tag, text in texts.items():
            row.put(Column(row.sheet.key, path, tag=tag), order, text)

    def _items(self, items: Iterable[tuple[str, Any]], sign: str, row: "_Row", path: tuple[str, ...]) -> None:
        """Give each item a row in the list's own sheet; an item of an item's list has both their positions: `2.1`."""
        start = "" if row.sheet.of_records else f"{row.sheet.key}."
        sheet = self._sheet(f"{start}{'.'.join(path)}{sign}")
        for position, item in items:
            own = _Row(sheet, self.owner, f"{row.position}.{position}" if row.position else position, self.lists)
            if isinstance(item, Part):
                self._part(item, own)
            else:
                self._texts(item, own, (), (0,))

    def _plain(self, part: Part, one: Field, value: Any, row: "_Row", path: tuple[str, ...], order: Order) -> None:
        words = list_of(type(part), one.name, one.meaning)
        self.lists.know(words, choices(type(part), one.name))
        column = Column(row.sheet.key, path, isinstance(value, tuple), words=words)
        if isinstance(value, tuple):
            row.put(column, order, joined([self._said(words, item) for item in value]))
        else:
            row.put(column, order, self._said(words, value) if words else value)

    def _said(self, words: str, value: Any) -> str:
        code = str(value).lower() if isinstance(value, bool) else str(value)
        return self.lists.word(words, code) if words else code


class _Row:
    """A row being filled; a row of a list begins with whom it belongs to and its place there."""

    def __init__(self, sheet: Sheet, owner: Owner, position: str = "", lists: CodeLists | None = None) -> None:
        self.sheet = sheet
        self.position = position
        self.cells: dict[Column, Any] = {}
        sheet.rows.append(self.cells)
        sheet.owners.append(owner)
        if lists:
            self.put(Column(sheet.key, KIND, words="kind"), (-3,), lists.word("kind", owner.kind))
            self.put(Column(sheet.key, ID), (-2,), owner.id)
            self.put(Column(sheet.key, POSITION), (-1,), int(position) if position.isdecimal() else position)

    def put(self, column: Column, order: Order, value: Any) -> None:
        """Write a value, in several cells where one is too small for it."""
        if isinstance(value, Decimal):
            value = value if value % 1 else int(value)
        texts = pieces(value) if isinstance(value, str) and len(value) > LONGEST_CELL // 2 else [value]
        for number, one in enumerate(texts):
            part = column._replace(part=number) if number else column
            self.cells[part] = one
            self.sheet.order.setdefault(part, order)
