"""What a workbook with certain columns holds of a record, to be compared with what came back in it."""

from collections.abc import Collection, Mapping
from decimal import Decimal
from typing import Any

from c2site.load.workbook_columns import LIST, MAP, Column
from c2site.model import KINDS, Part, Record
from c2site.render.exports.workbook_records import open_fields


def held_values(kind: str, record: Record, columns: Collection[Column]) -> dict[str, Any]:
    """Return a record's values as text, as far as the columns show them; the id is no value."""
    found = _Columns(columns).part(record, kind, ())
    return {name: value for name, value in found.items() if name != "id"}


class _Columns:
    """`known` are the values that have a column: by sheet, path and language."""

    def __init__(self, columns: Collection[Column]) -> None:
        self.known = {(one.sheet, one.path, one.tag) for one in columns}
        self.sheets = {one.sheet for one in columns}

    def part(self, part: Part, sheet: str, path: tuple[str, ...]) -> dict[str, Any]:
        """Return the values of a part that stands at `path` in the rows of `sheet`."""
        found = {}
        for one in open_fields(type(part)):
            value = getattr(part, one.name)
            if value is not None and (one.default is ... or value != one.default):
                found[one.alias] = self._value(value, sheet, (*path, one.alias))
        return {name: value for name, value in found.items() if value not in (None, {}, [])}

    def _value(self, value: Any, sheet: str, path: tuple[str, ...]) -> Any:
        if isinstance(value, Part):
            return self.part(value, sheet, path)
        if isinstance(value, Mapping) and not isinstance(next(iter(value.values())), Part):
            return self._texts(value, sheet, path)
        if isinstance(value, Mapping):
            return {key: self.part(one, self._below(sheet, path, MAP), ()) for key, one in value.items()} if self._has(sheet, path, MAP) else None
        if isinstance(value, tuple) and isinstance(value[0], (Part, Mapping)):
            return [self._item(one, self._below(sheet, path, LIST)) for one in value] if self._has(sheet, path, LIST) else None
        if (sheet, path, "") not in self.known:
            return None
        return [_text(one) for one in value] if isinstance(value, tuple) else _text(value)

    def _texts(self, texts: Mapping[str, str], sheet: str, path: tuple[str, ...]) -> dict[str, str]:
        return {tag: text for tag, text in texts.items() if (sheet, path, tag) in self.known}

    def _item(self, item: Any, sheet: str) -> dict[str, Any]:
        return self.part(item, sheet, ()) if isinstance(item, Part) else self._texts(item, sheet, ())

    def _has(self, sheet: str, path: tuple[str, ...], sign: str) -> bool:
        return self._below(sheet, path, sign) in self.sheets

    @staticmethod
    def _below(sheet: str, path: tuple[str, ...], sign: str) -> str:
        return f"{'' if sheet in KINDS else f'{sheet}.'}{'.'.join(path)}{sign}"


def _text(value: object) -> str:
    """Return a value as an editor writes it: 49.5 and 49.50 are one figure."""
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    return str(value).lower() if isinstance(value, bool) else str(value)
