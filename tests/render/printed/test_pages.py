"""The pages of a book: filled, in fours, and mirrored where the reader begins at the right."""

import re
from collections.abc import Callable
from functools import cache

import pytest
from pypdf import PdfReader

from c2site.build.prepare import prepared
from c2site.build.settings import settings_from
from c2site.catalogue import Portal
from tests.render.printed.conftest import REPOSITORY, Book

WORLD = [("br-2027", "pt"), ("jp-2027", "en"), ("quay-day-2027", "ar"), ("quay-day-2027", "he")]
REAL = [("us-2026", "en"), ("ca-2026", "fr"), ("co-2026", "es"), ("dz-2026", "ar")]
# Words besides those of running head and foot; a page with fewer looks forgotten.
FEW = 55
# Points: how near the edge the page numbers of the contents stand, and where foot and head of a page are.
EDGE, FOOT, HEAD = 90, 60, 740
SetBook = Callable[[Portal, str, str], Book]
Named = Callable[[str, str], Book]


@pytest.fixture(scope="module")
def real(set_book: SetBook) -> Named:
    portal = prepared(settings_from(REPOSITORY, {})).portal
    return cache(lambda edition, tag: set_book(portal, edition, tag))


def inner_pages(made: Book) -> list[tuple[int, str]]:
    """Pages between the covers, without those left for the reader's notes."""
    notes = made.data["notes"]["heading"]["t"]
    return [(number, text) for number, text in enumerate(made.pages[1:-1], 2) if not _is_jotting(text, notes)]


def _is_jotting(text: str, heading: str) -> bool:
    lines = [line.strip() for line in text.splitlines()]
    return len(text.split()) < 60 and heading in lines


@pytest.mark.parametrize(("edition", "tag"), REAL)
def test_no_page_of_a_real_book_is_nearly_empty(real: Named, edition: str, tag: str):
    made = real(edition, tag)
    words = {number: len(text.split()) for number, text in inner_pages(made)}
    assert {number: count for number, count in words.items() if count < FEW} == {}


@pytest.mark.parametrize(("edition", "tag"), REAL)
def test_a_real_book_of_few_entries_is_thin(real: Named, edition: str, tag: str):
    made = real(edition, tag)
    assert len(made.pages) <= 16 + 4 * (len(made.catalogue.entries) // 6)


@pytest.mark.parametrize(("edition", "tag"), WORLD)
def test_pages_come_in_fours_and_the_last_is_the_back_cover(book: Named, edition: str, tag: str):
    made = book(edition, tag)
    assert len(made.pages) % 4 == 0
    links = [one.get_object().get("/A", {}).get("/URI") for one in made.reader.pages[-1].get("/Annots") or []]
    assert made.data["back"]["address"]["link"] in links


@pytest.mark.parametrize(("edition", "tag"), WORLD)
def test_every_line_of_the_contents_shows_the_page_it_leads_to(book: Named, edition: str, tag: str):
    made = book(edition, tag)
    lines = contents_lines(made.reader)
    assert len(lines) >= len(made.catalogue.sheets) + 4
    assert [(shown, page) for shown, page, _ in lines if shown != page] == []


@pytest.mark.parametrize(("edition", "tag", "at_the_right"), [("jp-2027", "en", True), ("quay-day-2027", "ar", False)])
def test_page_numbers_of_the_contents_stand_at_the_far_side(book: Named, edition: str, tag: str, at_the_right: bool):
    reader = book(edition, tag).reader
    width = float(reader.pages[2].mediabox.width)
    assert {x > width / 2 for _, _, x in contents_lines(reader)} == {at_the_right}


def contents_lines(reader: PdfReader) -> list[tuple[int, int, float]]:
    """Return of each line of the contents (page 3) the number it shows, the page it leads to, and where the number is."""
    page = reader.pages[2]
    width = float(page.mediabox.width)
    figures = [one for one in pieces(reader, 3) if one[0].isdigit() and not EDGE < one[1] < width - EDGE]
    found = {}
    for annotation in (one.get_object() for one in page.get("/Annots") or []):
        _, low, _, high = (float(value) for value in annotation["/Rect"])
        beside = [(text, x) for text, x, y in figures if low - 2 < y < high]
        target = target_page(reader, annotation)
        if target and beside:
            found[round(beside[0][1]), round(low)] = (int("".join(text for text, _ in beside)), target, beside[0][1])
    return list(found.values())


def pieces(reader: PdfReader, page: int) -> list[tuple[str, float, float]]:
    """Return the pieces in which a page's text is written, without spaces and invisible signs, and where they stand."""
    found: list[tuple[str, float, float]] = []

    def visited(text: str, matrix: list, text_matrix: list, *_: object) -> None:
        found.append((re.sub(r"[\s\u2060-\u2069]", "", text), matrix[4] + text_matrix[4], matrix[5] + text_matrix[5]))

    reader.pages[page - 1].extract_text(visitor_text=visited)
    return [one for one in found if one[0]]


def target_page(reader: PdfReader, annotation: dict) -> int | None:
    goal = annotation.get("/Dest") or annotation.get("/A", {}).get("/D")
    if goal is None:
        return None
    goal = goal.get_object()
    if isinstance(goal, str):
        return reader.get_destination_page_number(reader.named_destinations[goal]) + 1
    return next(number for number, page in enumerate(reader.pages, 1) if page.indirect_reference == goal[0])


@pytest.mark.parametrize(("tag", "left_to_right"), [("en", True), ("ar", False), ("he", False)])
def test_furniture_is_mirrored_for_readers_from_the_right(book: Named, tag: str, left_to_right: bool):
    made = book("quay-day-2027", tag)
    width = float(made.reader.pages[0].mediabox.width)
    acronym = made.data["words"]["acronym"]["t"].strip("\u2068\u2069")
    for number in (3, 4):
        outer_is_right = (number % 2 == 1) == left_to_right
        feet = [x for text, x, y in pieces(made.reader, number) if text == str(number) and y < FOOT]
        heads = [x for text, x, y in pieces(made.reader, number) if acronym in text and y > HEAD]
        assert feet
        assert heads
        assert all((x > width / 2) == outer_is_right for x in feet)
        assert all((x > width / 2) != outer_is_right for x in heads)
