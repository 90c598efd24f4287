"""A workbook's first sheet: what it is, whose, of which day, and how to read it."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from xlsxwriter.worksheet import Worksheet

from c2site.catalogue import Catalogue, Portal
from c2site.language import Reader
from c2site.render.exports.json import LICENCE
from c2site.render.exports.workbook_writing import Book

GUIDE = ("entries", "sheets", "lists", "words", "languages", "several", "hidden", "withheld")


class Contents(NamedTuple):
    """Names and numbers of rows of the sheets, by key."""

    titles: Mapping[str, str]
    counts: Mapping[str, int]


def catalogue_title(reader: Reader, catalogue: Catalogue) -> str:
    """Return the edition's title; one without is named for its market."""
    own = reader.text(catalogue.edition.title).text
    if own or not catalogue.market:
        return own or reader.phrase("print.title")
    market = reader.text(catalogue.market.name).text or reader.country(catalogue.market.country)
    return reader.phrase("print.title_for", market=market)


def write_cover(book: Book, portal: Portal, catalogue: Catalogue, reader: Reader, contents: Contents) -> None:
    """Write the cover."""
    page = book.add(contents.titles["cover"])
    page.hide_gridlines(2)
    page.set_column(0, 0, 30)
    page.set_column(1, 1, 90)
    partnership = portal.profiles.partnership
    book.put(page, 0, 0, catalogue_title(reader, catalogue), "heading")
    book.put(page, 1, 0, f"{partnership.acronym} · {reader.text(partnership.name)}", "part")
    row = _notice(book, page, 2, reader.text(partnership.notice).text if partnership.invented else "")
    for label, value, link in _facts(portal, catalogue, reader):
        book.put(page, row, 0, label, "label")
        book.put(page, row, 1, value, "wrapped", link)
        row += 1
    row = _guide(book, page, row + 1, reader, contents)
    _contents(book, page, row + 1, reader, contents)


def _notice(book: Book, page: Worksheet, row: int, notice: str) -> int:
    if notice:
        page.merge_range(row, 0, row, 1, "")
        book.put(page, row, 0, notice, "notice")
    return row + 2


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
    book.put(page, row, 0, reader.phrase("workbook.guide.heading"), "part")
    for number, one in enumerate(GUIDE, 1):
        page.merge_range(row + number, 0, row + number, 1, "")
        book.put(page, row + number, 0, reader.phrase(f"workbook.guide.{one}", **names), "wrapped")
        page.set_row(row + number, 32)
    return row + len(GUIDE) + 1


def _contents(book: Book, page: Worksheet, row: int, reader: Reader, contents: Contents) -> None:
    book.put(page, row, 0, reader.phrase("workbook.contents"), "part")
    for number, (key, name) in enumerate(list(contents.titles.items())[1:], 1):
        book.put(page, row + number, 0, name, "", f"internal:'{name}'!A1")
        if key in contents.counts:
            book.put(page, row + number, 1, reader.phrase("workbook.rows", n=contents.counts[key]))
