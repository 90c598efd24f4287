"""A catalogue as a workbook: a cover, the entries as one reads them, and every record in sheets that can be read back."""

from collections.abc import Iterator, Sequence

from c2site.catalogue import Catalogue, Portal
from c2site.catalogue.titles import title_of
from c2site.language import Reader
from c2site.load.workbook_columns import parted
from c2site.model import KINDS
from c2site.render.citations import Notes, citation
from c2site.render.exports.table import table
from c2site.render.exports.workbook_cover import Contents, write_cover
from c2site.render.exports.workbook_grid import Band, no_link, public_link, write_grid
from c2site.render.exports.workbook_layout import Layout, code_bands, ids_of, ranges_of, rows_of
from c2site.render.exports.workbook_records import held_records
from c2site.render.exports.workbook_sheets import Owner, Sheet, tidy_sheets
from c2site.render.exports.workbook_words import CodeLists, sheet_word
from c2site.render.exports.workbook_writing import Book

COVER, ENTRIES, SOURCES, CODE_LISTS = "cover", "entries", "sources", "codes"
# Kinds whose records have pages of their own.
PAGES = frozenset({"edition", "market", "cluster", "sme", "offering", "sector"})
WRAPPED = frozenset({"name", "summary", "notice"})
LINKED = frozenset({"address", "website"})
# Columns that say which entry and which record a row is about.
FIXED_IN_ENTRIES, FIXED_IN_LISTS = 4, 3


def workbook(portal: Portal, catalogue: Catalogue, tag: str) -> bytes:
    """Return the catalogue as an XLSX file in one language; `c2site.load.workbook` reads the same records from it."""
    reader = portal.edition_reader(catalogue.edition, tag)
    lists = CodeLists(reader)
    sheets = tidy_sheets(held_records(portal, catalogue), lists)
    book = Book(reader, portal.today, {"title": title_of(portal, catalogue, reader).text, "author": portal.profiles.partnership.acronym})
    titles = {key: book.title(sheet_word(reader, key)) for key in (COVER, ENTRIES, *(sheet.key for sheet in sheets), SOURCES, CODE_LISTS)}
    sources = list(_sources(portal, sheets, reader))
    counts = {ENTRIES: len(catalogue.entries), **{one.key: len(one.rows) for one in sheets}, SOURCES: len(sources)}
    write_cover(book, portal, catalogue, reader, Contents(titles, counts))
    write_grid(book, titles[ENTRIES], _entry_bands(portal, catalogue, tag), FIXED_IN_ENTRIES)
    ranges = {**ranges_of(titles[CODE_LISTS], lists.lists), **ids_of(sheets, titles)}
    layout = Layout(reader, titles, ranges, rows_of(sheets), lambda owner: _address(portal, reader, owner))
    for sheet in sheets:
        write_grid(book, titles[sheet.key], layout.bands(sheet), 1 if sheet.of_records else FIXED_IN_LISTS, reader.phrase("workbook.choose"))
    write_grid(book, titles[SOURCES], _source_bands(reader, sources))
    write_grid(book, titles[CODE_LISTS], code_bands(reader, lists.lists), 0)
    return book.bytes()


def _entry_bands(portal: Portal, catalogue: Catalogue, tag: str) -> list[Band]:
    found = table(portal, catalogue, tag)
    return [
        Band(
            header,
            [None if row[at] == "" else row[at] for row in found.rows],
            wrapped=column in WRAPPED,
            link=public_link if column in LINKED else no_link,
        )
        for at, (column, header) in enumerate(zip(found.columns, found.headers, strict=True))
    ]


def _address(portal: Portal, reader: Reader, owner: Owner) -> str:
    return portal.address(portal.page_reader(reader.tag), KINDS[owner.kind].folder, owner.id) if owner.kind in PAGES else ""


def _sources(portal: Portal, sheets: Sequence[Sheet], reader: Reader) -> Iterator[tuple[str, str, str | None]]:
    """Yield key, citation and address of every source the records cite, in the order in which they are first cited."""
    notes = Notes(portal.profiles.bibliography)
    for key in _cited(sheets):
        if key in notes.bibliography:
            notes.number(key)
    for _, source in notes.listed:
        found = citation(source, reader)
        yield found.key, found.text, found.url or None


def _cited(sheets: Sequence[Sheet]) -> Iterator[str]:
    for sheet in sheets:
        columns = [one for one in sheet.columns(()) if one.path[-1:] in (("sources",), ("project_sources",))]
        for row in sheet.rows:
            yield from (key for column in columns if column in row for key in parted(row[column]))


def _source_bands(reader: Reader, sources: Sequence[tuple[str, str, str | None]]) -> list[Band]:
    key, text, address = ([source[at] for source in sources] for at in range(3))
    said = {one: reader.phrase(f"workbook.source.{one}") for one in ("key", "citation", "address")}
    return [Band(said["key"], key), Band(said["citation"], text, wrapped=True), Band(said["address"], address, link=public_link)]
