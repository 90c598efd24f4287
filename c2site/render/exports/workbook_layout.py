"""Tidy sheets as columns of a table: what stands above them, where they lead, what they offer, what is folded away."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from xlsxwriter.utility import xl_range_abs

from c2site.language import Reader
from c2site.load.workbook_columns import CODE, CODES, ID, WORD, Column
from c2site.model import KINDS, Record
from c2site.render.exports.workbook_grid import FIRST, LONGEST_WRAPPED, Band, no_link, public_link
from c2site.render.exports.workbook_sheets import Owner, Sheet
from c2site.render.exports.workbook_words import header
from c2site.render.naming import field_word

# What every record says of itself, for those who keep it: folded away.
KEPT = frozenset(Record.model_fields) - {"id", "sources", "statements"}


@dataclass(frozen=True)
class Layout:
    """`titles` are the sheets' names, `ranges` where code lists and ids stand, `rows` where records do, `address` is a record's page."""

    reader: Reader
    titles: Mapping[str, str]
    ranges: Mapping[str, str]
    rows: Mapping[Owner, int]
    address: Callable[[Owner], str]

    def bands(self, sheet: Sheet) -> list[Band]:
        """Return a tidy sheet's columns."""
        read = read_columns(sheet, self.reader)
        return [self._band(sheet, column, not column.tag or column in read) for column in sheet.columns(self.reader.chain)]

    def _band(self, sheet: Sheet, column: Column, read: bool) -> Band:
        cells = [row.get(column) for row in sheet.rows]
        return Band(
            header(self.reader, column),
            cells,
            name=str(column),
            wrapped=bool(column.tag) and max(len(cell or "") for cell in cells) <= LONGEST_WRAPPED,
            folded=not read or (sheet.of_records and column.path[0] in KEPT),
            choice=self._choice(sheet, column),
            link=self._link(sheet, column),
        )

    def _link(self, sheet: Sheet, column: Column) -> Callable[[Any, int], str]:
        if column.path == ID:
            return lambda _, row: self._record_cell(sheet.owners[row])
        if column.path == ("id",) and sheet.of_records:
            return lambda _, row: self.address(sheet.owners[row])
        if column.path[-1:] == ("mailbox",):
            return lambda value, _: f"mailto:{value}"
        return no_link if column.tag or column.many else public_link

    def _record_cell(self, owner: Owner) -> str:
        return f"internal:'{self.titles[owner.kind]}'!A{FIRST + self.rows[owner] + 1}"

    def _choice(self, sheet: Sheet, column: Column) -> str:
        """Return the range a column's drop-down offers, empty for none; a cell with a list takes no drop-down."""
        if column.many:
            return ""
        if column.words:
            return self.ranges.get(column.words, "")
        kinds = KINDS[sheet.key].references.get(".".join(column.path), ()) if sheet.of_records else ()
        return self.ranges.get(kinds[0], "") if len(kinds) == 1 else ""


def read_columns(sheet: Sheet, reader: Reader) -> set[Column]:
    """Return the columns whose words this reader is shown in some row."""
    read: set[Column] = set()
    for row in sheet.rows:
        texts: dict[tuple[str, ...], dict[str, Column]] = {}
        for column in row:
            if column.tag and not column.part:
                texts.setdefault(column.path, {})[column.tag] = column
        read |= {tags[next((tag for tag in reader.chain if tag in tags), next(iter(tags)))] for tags in texts.values()}
    return read


def code_bands(reader: Reader, lists: Mapping[str, Mapping[str, str]]) -> list[Band]:
    """Return every code list in two columns, codes and the reader's words, which can be read back."""
    bands = []
    for key, words in lists.items():
        said = field_word(reader, key.rpartition(".")[2])
        bands.append(Band(reader.phrase("workbook.code_of", field=said), list(words), str(Column(CODES, CODE, words=key))))
        bands.append(Band(said, list(words.values()), str(Column(CODES, WORD, words=key))))
    return bands


def ranges_of(title: str, lists: Mapping[str, Mapping[str, str]]) -> dict[str, str]:
    """Return where the words of each code list stand on the sheet `title`."""
    return {key: _cells(title, 2 * number + 1, len(words)) for number, (key, words) in enumerate(lists.items())}


def ids_of(sheets: Iterable[Sheet], titles: Mapping[str, str]) -> dict[str, str]:
    """Return where the ids of each kind stand, which other records refer to."""
    return {one.key: _cells(titles[one.key], 0, len(one.rows)) for one in sheets if one.of_records}


def _cells(title: str, column: int, rows: int) -> str:
    return f"'{title}'!{xl_range_abs(FIRST, column, FIRST + rows - 1, column)}"


def rows_of(sheets: Iterable[Sheet]) -> dict[Owner, int]:
    """Return in which row of its sheet each record stands, from 0."""
    return {owner: number for sheet in sheets if sheet.of_records for number, owner in enumerate(sheet.owners)}
