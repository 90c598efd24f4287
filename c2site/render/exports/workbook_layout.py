"""Tidy sheets on the page: hidden names of columns, headers that stay, filters, drop-downs, links, and languages folded away."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from xlsxwriter.utility import xl_range_abs
from xlsxwriter.worksheet import Worksheet

from c2site.language import Reader
from c2site.load.workbook_columns import CODE, CODES, ID, POSITION, WORD, Column
from c2site.model import KINDS, Record
from c2site.model.base import is_public_address
from c2site.render.exports.workbook_sheets import Owner, Sheet
from c2site.render.exports.workbook_words import field_word, header, sheet_word
from c2site.render.exports.workbook_writing import LONGEST_WRAPPED, Book, width

NAMES, HEADERS, FIRST = 0, 1, 2
# Empty rows below the last that offer drop-downs too.
SPARE = 200
# What every record says of itself, for those who keep it: folded away.
KEPT = frozenset(Record.model_fields) - {"id", "sources", "statements"}

Ranges = Mapping[str, str]


@dataclass(frozen=True)
class Layout:
    """`titles` are the sheets' names, `ranges` where each code list's words stand, `address` the page of a record, or nothing."""

    book: Book
    reader: Reader
    titles: Mapping[str, str]
    ranges: Ranges
    rows: Mapping[Owner, int]
    address: Callable[[Owner], str]

    def write(self, sheet: Sheet) -> None:
        """Write a tidy sheet."""
        page = self.book.add(self.titles[sheet.key])
        columns = sheet.columns(self.reader.chain)
        styles = [self._style(sheet, column) for column in columns]
        for at, (column, style) in enumerate(zip(columns, styles, strict=True)):
            self._column(page, sheet, at, column, style)
        frame(self.book, page, [str(one) for one in columns], [header(self.reader, one) for one in columns], len(sheet.rows), 1 if sheet.of_records else 3)
        self._fold(page, sheet, columns, styles)

    def _column(self, page: Worksheet, sheet: Sheet, at: int, column: Column, style: str) -> None:
        link = self._link_of(sheet, column)
        for number, row in enumerate(sheet.rows):
            if column in row:
                self.book.put(page, FIRST + number, at, row[column], style, link(row[column], sheet.owners[number]))
        choice = self._choice(sheet, column)
        if choice:
            message = self.reader.phrase("workbook.choose")
            page.data_validation(FIRST, at, FIRST + len(sheet.rows) + SPARE, at, {"validate": "list", "source": f"={choice}", "error_message": message})

    def _style(self, sheet: Sheet, column: Column) -> str:
        if not column.tag:
            return ""
        return "wrapped" if max(len(row.get(column, "")) for row in sheet.rows) <= LONGEST_WRAPPED else "plain"

    def _link_of(self, sheet: Sheet, column: Column) -> Callable[[Any, Owner], str]:
        if column.path == ID:
            return lambda _, owner: f"internal:'{self.titles[owner.kind]}'!A{self.rows[owner] + FIRST + 1}"
        if column.path == ("id",) and sheet.of_records:
            return lambda _, owner: self.address(owner)
        if column.path[-1:] == ("mailbox",):
            return lambda value, _: f"mailto:{value}"
        plain = not column.tag and not column.many
        return lambda value, _: value if plain and isinstance(value, str) and is_public_address(value) else ""

    def _choice(self, sheet: Sheet, column: Column) -> str:
        """Return the range a column's drop-down offers, empty for none; a cell with a list takes no drop-down."""
        if column.many:
            return ""
        if column.words:
            return self.ranges.get(column.words, "")
        kinds = KINDS[sheet.key].references.get(".".join(column.path), ()) if sheet.of_records else ()
        return self.ranges.get(kinds[0], "") if len(kinds) == 1 else ""

    def _fold(self, page: Worksheet, sheet: Sheet, columns: list[Column], styles: list[str]) -> None:
        read = _read_columns(sheet, self.reader)
        folded = [bool(one.tag and one not in read) or (sheet.of_records and one.path[0] in KEPT) for one in columns]
        for at, (column, style) in enumerate(zip(columns, styles, strict=True)):
            texts = [str(row[column]) for row in sheet.rows if column in row]
            longest = max((len(line) for text in texts for line in text.split("\n")), default=0)
            outline = {"level": 1, "hidden": True} if folded[at] else {"collapsed": at > 0 and folded[at - 1]}
            page.set_column(at, at, width(max(longest, len(header(self.reader, column)) // 2), style), None, outline)
        if folded[-1]:
            page.set_column(len(columns), len(columns), None, None, {"collapsed": True})


def frame(book: Book, page: Worksheet, names: list[str], headers: list[str], rows: int, fixed: int = 1) -> None:
    """Write hidden names of columns, if there are any, and the headers that stay in sight, with a filter."""
    for at, name in enumerate(names):
        page.write_string(NAMES, at, name)
    for at, words in enumerate(headers):
        book.put(page, HEADERS, at, words, "header")
    page.set_row(NAMES, None, None, {"hidden": True})
    page.freeze_panes(FIRST, fixed)
    page.repeat_rows(HEADERS)
    page.autofilter(HEADERS, 0, HEADERS + max(rows, 1), len(headers) - 1)


def _read_columns(sheet: Sheet, reader: Reader) -> set[Column]:
    """Return the columns whose words this reader is shown in some row."""
    read: set[Column] = set()
    for row in sheet.rows:
        texts: dict[tuple[str, ...], dict[str, Column]] = {}
        for column in row:
            if column.tag and not column.part:
                texts.setdefault(column.path, {})[column.tag] = column
        read |= {tags[next((tag for tag in reader.chain if tag in tags), next(iter(tags)))] for tags in texts.values()}
    return read


def write_code_lists(book: Book, reader: Reader, name: str, lists: Mapping[str, Mapping[str, str]]) -> None:
    """Write every code list in two columns, codes and the reader's words, which can be read back."""
    page = book.add(name)
    names, headers, longest = [], [], 0
    for number, (key, words) in enumerate(lists.items()):
        names += [str(Column(CODES, part, words=key)) for part in (CODE, WORD)]
        said = field_word(reader, key.rpartition(".")[2])
        headers += [reader.phrase("workbook.code_of", field=said), said]
        longest = max(longest, len(words))
        for at, (code, word) in enumerate(words.items()):
            book.put(page, FIRST + at, 2 * number, code)
            book.put(page, FIRST + at, 2 * number + 1, word)
    page.set_column(0, len(names), 20)
    frame(book, page, names, headers, longest, 0)


def ranges_of(title: str, lists: Mapping[str, Mapping[str, str]]) -> dict[str, str]:
    """Return where the words of each code list stand on the sheet `title`."""
    return {key: f"'{title}'!{xl_range_abs(FIRST, 2 * number + 1, FIRST + len(words) - 1, 2 * number + 1)}" for number, (key, words) in enumerate(lists.items())}


def rows_of(sheets: Iterable[Sheet]) -> dict[Owner, int]:
    """Return in which row of its sheet each record stands, from 0."""
    return {owner: number for sheet in sheets if sheet.of_records for number, owner in enumerate(sheet.owners)}
