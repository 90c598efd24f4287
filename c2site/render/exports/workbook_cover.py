"""A workbook's first sheet: what it is, whose, of which day, and how to read it."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from xlsxwriter.worksheet import Worksheet

from c2site.catalogue import Catalogue, Portal
from c2site.catalogue.titles import title_of
from c2site.language import Reader
from c2site.render.exports.json import LICENCE
from c2site.render.exports.workbook_writing import Book

GUIDE = ("entries", "sheets", "lists", "words", "languages", "several", "hidden", "withheld")

# Widths of the two columns, in digits, and the height of a line.
LABELS, VALUES, LINE = 30, 90, 16


class Contents(NamedTuple):
    """Names and numbers of rows of the sheets, by key."""

    titles: Mapping[str, str]
    counts: Mapping[str, int]


def write_cover(book: Book, portal: Portal, catalogue: Catalogue, reader: Reader, contents: Contents) -> None:
    """Write the cover."""
    page = book.add(contents.titles["cover"])
    page.hide_gridlines(2)
    page.set_portrait()
    page.fit_to_pages(1, 0)
    page.set_column(0, 0, LABELS)
    page.set_column(1, 1, VALUES)
    page.set_row(0, 32)
    partnership = portal.profiles.partnership
    book.put(page, 0, 0, title_of(portal, catalogue, reader).text, "heading")
    _part(book, page, 1, f"{partnership.acronym} · {reader.text(partnership.name)}")
    row = _notice(book, page, 2, reader.text(partnership.notice).text if partnership.invented else "")
    for label, value, link in _facts(portal, catalogue, reader):
        book.put(page, row, 0, label, "label")
        book.put(page, row, 1, value, "wrapped", link)
        row += 1
    row = _guide(book, page, row + 1, reader, contents)
    _contents(book, page, row + 1, reader, contents)


def _notice(book: Book, page: Worksheet, row: int, notice: str) -> int:
    if notice:
        _across(book, page, row, notice, "notice")
    return row + 2


def _across(book: Book, page: Worksheet, row: int, text: str, style: str) -> None:
    """Write a text over both columns; spreadsheets do not find the height of merged cells themselves."""
    page.merge_range(row, 0, row, 1, "")
    book.put(page, row, 0, text, style)
    page.set_row(row, LINE * (1 + len(text) // (LABELS + VALUES)) + 3)


def _part(book: Book, page: Worksheet, row: int, words: str) -> None:
    book.put(page, row, 0, words, "part")
    page.set_row(row, LINE + 8)


def _facts(portal: Portal, catalogue: Catalogue, reader: Reader) -> Iterator[tuple[str, str, str]]:
    """Yield label, value and link."""
    partnership, edition = portal.profiles.partnership, catalogue.edition
    address = portal.address(portal.page_reader(reader.tag), "editions", edition.id)
    market = catalogue.market and (reader.text(catalogue.market.name).text or reader.country(catalogue.market.country))
    validity = [reader.date(day) for day in (edition.valid_from, edition.valid_until) if day]
    facts = (
        ("label.edition", edition.id, ""),
        ("workbook.field.version", edition.version, ""),
        ("label.market", market, ""),
        ("label.language", reader.language(reader.tag), ""),
        ("label.data_of", reader.date(portal.today), ""),
        ("label.validity", " – ".join(validity), ""),
        ("label.licence", reader.phrase("print.licence"), LICENCE["url"]),
        ("label.web", address, address),
        ("workbook.funding", reader.text(partnership.funding_statement).text, ""),
        ("workbook.disclaimer", reader.text(partnership.disclaimer).text, ""),
    )
    yield from ((reader.phrase(label), value, link) for label, value, link in facts if value)


def _guide(book: Book, page: Worksheet, row: int, reader: Reader, contents: Contents) -> int:
    names = {key: contents.titles[key] for key in ("entries", "codes")}
    _part(book, page, row, reader.phrase("workbook.guide.heading"))
    for number, one in enumerate(GUIDE, 1):
        _across(book, page, row + number, reader.phrase(f"workbook.guide.{one}", **names), "wrapped")
    return row + len(GUIDE) + 1


def _contents(book: Book, page: Worksheet, row: int, reader: Reader, contents: Contents) -> None:
    _part(book, page, row, reader.phrase("workbook.contents"))
    for number, (key, name) in enumerate(list(contents.titles.items())[1:], 1):
        book.put(page, row + number, 0, name, "", f"internal:'{name}'!A1")
        if key in contents.counts:
            book.put(page, row + number, 1, reader.phrase("workbook.rows", n=contents.counts[key]))
