"""A catalogue as a workbook: a cover, the entries as one reads them, and every record in sheets that can be read back."""

from collections.abc import Iterator, Mapping, Sequence

from c2site.catalogue import Catalogue, Portal
from c2site.language import Reader
from c2site.load.workbook_columns import parted
from c2site.model import KINDS
from c2site.model.base import is_public_address
from c2site.render.citations import Notes, citation
from c2site.render.exports.table import table
from c2site.render.exports.workbook_cover import Contents, catalogue_title, write_cover
from c2site.render.exports.workbook_layout import FIRST, Layout, frame, ranges_of, rows_of, write_code_lists
from c2site.render.exports.workbook_records import held_records
from c2site.render.exports.workbook_sheets import Owner, Sheet, tidy_sheets
from c2site.render.exports.workbook_words import CodeLists, sheet_word
from c2site.render.exports.workbook_writing import Book, width

COVER, ENTRIES, SOURCES, CODE_LISTS = "cover", "entries", "sources", "codes"
PAGES = frozenset({"edition", "market", "cluster", "sme", "offering", "sector"})
WRAPPED = frozenset({"summary", "sources", "notice", "address"})
LINKED = frozenset({"address", "website"})


def workbook(portal: Portal, catalogue: Catalogue, tag: str) -> bytes:
    """Return the catalogue as an XLSX file in one language; `c2site.load.workbook` reads the same records from it."""
    reader = portal.edition_reader(catalogue.edition, tag)
    lists = CodeLists(reader)
    sheets = tidy_sheets(held_records(portal, catalogue), lists)
    name = catalogue_title(reader, catalogue)
    book = Book(reader, portal.today, {"title": name, "author": portal.profiles.partnership.acronym})
    keys = (COVER, ENTRIES, *(sheet.key for sheet in sheets), SOURCES, CODE_LISTS)
    titles = {key: book.title(sheet_word(reader, key)) for key in keys}
    sources = list(_sources(portal, sheets, reader))
    counts = {ENTRIES: len(catalogue.entries), **{one.key: len(one.rows) for one in sheets}, SOURCES: len(sources)}
    write_cover(book, portal, catalogue, reader, Contents(titles, counts))
    _write_entries(book, portal, catalogue, tag, titles[ENTRIES])
    ranges = {**ranges_of(titles[CODE_LISTS], lists.lists), **_ids(sheets, titles)}
    layout = Layout(book, reader, titles, ranges, rows_of(sheets), lambda owner: _address(portal, reader, owner))
    for sheet in sheets:
        layout.write(sheet)
    _write_sources(book, reader, titles[SOURCES], sources)
    write_code_lists(book, reader, titles[CODE_LISTS], lists.lists)
    return book.bytes()


def _write_entries(book: Book, portal: Portal, catalogue: Catalogue, tag: str, name: str) -> None:
    page = book.add(name)
    found = table(portal, catalogue, tag)
    frame(book, page, [], list(found.headers), len(found.rows), 4)
    for at, column in enumerate(found.columns):
        style = "wrapped" if column in WRAPPED else ""
        longest = max((len(str(row[at])) for row in found.rows), default=0)
        page.set_column(at, at, width(max(longest, len(found.headers[at]) // 2), style))
        for number, row in enumerate(found.rows):
            cell = row[at]
            if cell != "":
                book.put(page, FIRST + number, at, cell, style, str(cell) if column in LINKED and is_public_address(str(cell)) else "")


def _ids(sheets: Sequence[Sheet], titles: Mapping[str, str]) -> dict[str, str]:
    """Return where the ids of each kind stand, which other records refer to."""
    return {one.key: f"'{titles[one.key]}'!$A${FIRST + 1}:$A${FIRST + len(one.rows)}" for one in sheets if one.of_records}


def _address(portal: Portal, reader: Reader, owner: Owner) -> str:
    return portal.address(portal.page_reader(reader.tag), KINDS[owner.kind].folder, owner.id) if owner.kind in PAGES else ""


def _sources(portal: Portal, sheets: Sequence[Sheet], reader: Reader) -> Iterator[tuple[str, str, str]]:
    """Yield key, citation and address of every source the records cite, in the order in which they are first cited."""
    notes = Notes(portal.profiles.bibliography)
    for key in _cited(sheets):
        if key in notes.bibliography:
            notes.number(key)
    for _, source in notes.listed:
        found = citation(source, reader)
        yield found.key, found.text, found.url or ""


def _cited(sheets: Sequence[Sheet]) -> Iterator[str]:
    for sheet in sheets:
        columns = [one for one in sheet.columns(()) if one.path and one.path[-1] in ("sources", "project_sources")]
        for row in sheet.rows:
            yield from (key for column in columns if column in row for key in parted(row[column]))


def _write_sources(book: Book, reader: Reader, name: str, sources: Sequence[tuple[str, str, str]]) -> None:
    page = book.add(name)
    headers = [reader.phrase(f"workbook.source.{one}") for one in ("key", "citation", "address")]
    frame(book, page, [], headers, len(sources))
    for number, (key, text, url) in enumerate(sources):
        book.put(page, FIRST + number, 0, key)
        book.put(page, FIRST + number, 1, text, "wrapped")
        book.put(page, FIRST + number, 2, url, "", url if is_public_address(url) else "")
    page.set_column(0, 0, 28)
    page.set_column(1, 1, 90)
    page.set_column(2, 2, 50)
