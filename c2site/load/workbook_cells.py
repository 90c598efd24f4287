"""A spreadsheet file as rows of plain text, read without trusting it: bounded, no macros, no links to other files, no formulas run."""

import re
from collections.abc import Iterator
from datetime import date, datetime, time
from io import BytesIO
from itertools import islice
from typing import Any
from xml.etree.ElementTree import iterparse
from zipfile import BadZipFile, ZipFile

from openpyxl.cell.text import Text
from openpyxl.reader.excel import ExcelReader
from openpyxl.xml.constants import SHEET_MAIN_NS

from c2site.errors import DataError, Figure, Problem, problem
from c2site.load.cells import Cell, spot

MOST_BYTES = 64 * 1024 * 1024
MOST_UNPACKED = 512 * 1024 * 1024
MOST_PARTS = 1_000
# What a sheet has room for; a file may name cells beyond it.
MOST_ROWS, MOST_COLUMNS = 1_048_576, 16_384
# Parts that run, fetch or hold what is no table.
REFUSED = re.compile(r"vbaProject|/macrosheets/|/externalLinks/|/activeX/|/embeddings/|/ctrlProps/|connections\.xml|/queryTables/", re.IGNORECASE)
# A character XML cannot hold, as spreadsheets write it.
ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
# Whatever the reader makes of a file that is no workbook.
UNREADABLE = (BadZipFile, KeyError, ValueError, TypeError, AttributeError, IndexError, SyntaxError, EOFError, OSError, NotImplementedError, RuntimeError)
SI = f"{{{SHEET_MAIN_NS}}}si"


Rows = Iterator[list[Cell]]


class Sheets:
    """The sheets of a file; `problems` are those of the cells read so far."""

    def __init__(self, path: str, raw: bytes) -> None:
        self.path = path
        self.problems: list[Problem] = []
        _inspect(path, raw)
        try:
            reader = _Reader(BytesIO(raw), read_only=True, data_only=False, keep_links=False)
            reader.read()
        except UNREADABLE as error:
            raise DataError([problem("workbook-unreadable", path, found=type(error).__name__)]) from None
        self._book = reader.wb

    def __iter__(self) -> Iterator[tuple[str, Rows]]:
        for page in self._book.worksheets:
            yield page.title, self._rows(page)

    def _rows(self, page: Any) -> Rows:
        try:
            # What a sheet says of its own size may be a lie that costs thousands of empty cells a row.
            page.reset_dimensions()
            for row in islice(page.iter_rows(), MOST_ROWS):
                yield [found for cell in row[:MOST_COLUMNS] if cell.value is not None and (found := self._cell(cell)).text]
        except UNREADABLE as error:
            raise DataError([problem("workbook-unreadable", spot(self.path, page.title), found=type(error).__name__)]) from None

    def _cell(self, cell: Any) -> Cell:
        sheet = cell.parent.title
        if cell.data_type in ("f", "e"):
            code = "workbook-formula" if cell.data_type == "f" else "workbook-error-value"
            self.problems.append(problem(code, spot(self.path, sheet), (cell.row, cell.column), found=cell.value))
            return Cell(sheet, cell.row, cell.column, "")
        return Cell(sheet, cell.row, cell.column, _text(cell.value), not isinstance(cell.value, str))


class _Reader(ExcelReader):
    """openpyxl's reader with every text as it is written: its own takes `x005F_` out of words."""

    def read_strings(self) -> None:
        path = next((one.PartName[1:] for one in self.package.Override if one.PartName.endswith("sharedStrings.xml")), "")
        if path:
            with self.archive.open(path) as source:
                self.shared_strings = [_content(element) for _, element in iterparse(source) if element.tag == SI]


def _content(element: Any) -> str:
    text = Text.from_tree(element).content
    element.clear()
    return text


def _inspect(path: str, raw: bytes) -> None:
    """Refuse a file that is too large, unpacks to too much, or holds parts that act or lead out of it."""
    if len(raw) > MOST_BYTES:
        raise DataError([problem("file-too-large", path, found=Figure(len(raw)), allowed=Figure(MOST_BYTES))])
    try:
        with ZipFile(BytesIO(raw)) as archive:
            problems = list(_refused_parts(path, archive))
    except UNREADABLE as error:
        raise DataError([problem("workbook-unreadable", path, found=type(error).__name__)]) from None
    if problems:
        raise DataError(problems)


def _refused_parts(path: str, archive: ZipFile) -> Iterator[Problem]:
    parts = archive.infolist()
    if len(parts) > MOST_PARTS or sum(one.file_size for one in parts) > MOST_UNPACKED:
        yield problem("workbook-too-large", path, allowed=Figure(MOST_UNPACKED))
        return
    for part in parts:
        if REFUSED.search(f"/{part.filename}"):
            yield problem("workbook-part", path, found=part.filename)
        elif part.filename.endswith((".xml", ".rels")) and _declares(archive, part.filename):
            yield problem("workbook-declares", path, found=part.filename)


def _declares(archive: ZipFile, name: str) -> bool:
    """Return whether a part declares a document type, which can hide other files, or is written so that nobody could tell."""
    with archive.open(name) as source:
        head = source.read(4)
        if b"\x00" in head or head[:2] in (b"\xff\xfe", b"\xfe\xff"):
            return True
        before = head
        while chunk := source.read(1 << 20):
            if b"<!DOCTYPE" in before + chunk or b"<!ENTITY" in before + chunk:
                return True
            before = chunk[-16:]
    return False


def _text(value: object) -> str:
    """Return a cell's value as an editor would write it in a file."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ")
    if isinstance(value, (date, time)):
        return value.isoformat()
    text = str(value)
    return ESCAPED.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text
