"""Indexes, value chain and changes, read back from the PDF: what they say of an entry is where it stands."""

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from c2site.render.printed.strings import directions
from tests.render.printed.conftest import Book
from tests.render.printed.test_book import BOOKS, _bookmarks, annotations, holds, plain
from tests.render.printed.test_pages import target_page

Named = Callable[[str, str], Book]


def entry_pages(made: Book) -> dict[int, int]:
    """Return the page on which each entry's name is set as a heading, by the entry's number."""
    entries = [entry for chapter in made.data["clusters"]["chapters"] for sheet in chapter["sheets"] for entry in sheet["entries"]]
    found = [(plain(title), page) for title, page in _bookmarks(made.reader)]
    return {one["number"]: next(page for title, page in found if title == plain(one["name"]["t"])) for one in entries}


def index_rows(made: Book) -> Iterator[dict[str, Any]]:
    for part in made.data["indexes"]["parts"]:
        for group in part["groups"]:
            yield from group["rows"]


def first_page(made: Book, part: str) -> int:
    return dict(_bookmarks(made.reader))[made.data[part]["heading"]["t"]]


def spans(pages: list[int]) -> str:
    """Return pages as the book says them: `7,9–11`."""
    found: list[list[int]] = []
    for page in sorted(set(pages)):
        if found and found[-1][-1] == page - 1:
            found[-1].append(page)
        else:
            found.append([page])
    return ",".join(str(one[0]) if len(one) == 1 else f"{one[0]}–{one[-1]}" for one in found)


@pytest.mark.parametrize(("edition", "tag"), [("br-2027", "pt"), ("jp-2027", "en"), ("quay-day-2027", "en")])
def test_every_line_of_every_index_shows_its_entries_and_the_pages_they_stand_on(book: Named, edition: str, tag: str):
    made = book(edition, tag)
    places = entry_pages(made)
    text = "".join(plain(page) for page in made.pages[first_page(made, "indexes") - 1 :])
    for row in index_rows(made):
        # pypdf tears words from right to left apart; their numbers it gives as they are.
        name = "" if "rtl" in directions(row["name"]["t"]) else plain(row["name"]["t"])
        numbers = ",".join(map(str, row["numbers"]))
        assert f"{name}{numbers}{spans([places[one] for one in row['numbers']])}" in text, row["name"]["t"]


@pytest.mark.parametrize(("edition", "tag"), BOOKS)
def test_links_of_the_back_lead_to_the_pages_of_their_entries(book: Named, edition: str, tag: str):
    made = book(edition, tag)
    places = entry_pages(made)
    wanted = sorted(places[number] for row in index_rows(made) for number in row["numbers"])
    wanted += sorted(places[number] for number in chain_numbers(made))
    first = min(first_page(made, "indexes"), *[page for title, page in _bookmarks(made.reader) if title == made.data["chains"][0]["heading"]["t"]])
    wanted += sorted(places[number] for number in changed_numbers(made, first))
    found = [page for at, one in annotations(made.reader) if at >= first and (page := target_page(made.reader, one)) and page in places.values()]
    assert sorted(found) == sorted(wanted)


def changed_numbers(made: Book, first: int) -> list[int]:
    """The numbers that the list of changes links, where it stands on the page `first` or behind it."""
    changes = made.data.get("changes")
    if not changes or first_page(made, "changes") < first:
        return []
    return [row["number"] for part in changes["parts"] for row in part["rows"] if row["linked"]]


def chain_numbers(made: Book) -> list[int]:
    return [number for chain in made.data["chains"] for table in chain["tables"] for row in table["rows"] for cell in row["cells"] for number in cell["numbers"]]


@pytest.mark.parametrize(("edition", "tag"), BOOKS)
def test_every_entry_is_in_the_indexes_of_products_sectors_companies_and_countries(book: Named, edition: str, tag: str):
    made = book(edition, tag)
    for part in made.data["indexes"]["parts"][:4]:
        found = {number for group in part["groups"] for row in group["rows"] for number in row["numbers"]}
        assert found == {entry.number for entry in made.catalogue.entries}, part["id"]


def test_codes_stand_in_the_order_of_their_system(book: Named):
    codes = next(part for part in book("br-2027", "pt").data["indexes"]["parts"] if part["id"] == "codes")
    found = {group["name"]["t"]: [row["name"]["t"] for row in group["rows"]] for group in codes["groups"]}
    assert found["HS"] == ["853710", "902610"]
    assert all(rows == sorted(rows) for rows in found.values())


@pytest.mark.parametrize(("edition", "tag"), BOOKS)
def test_only_indexes_that_hold_something_are_printed(book: Named, edition: str, tag: str):
    parts = book(edition, tag).data["indexes"]["parts"]
    assert parts
    assert all(group["rows"] for part in parts for group in part["groups"] or [{"rows": []}])


@pytest.mark.parametrize(("edition", "tag"), [("br-2027", "pt"), ("quay-day-2027", "ar")])
def test_stage_that_nobody_fills_is_named_with_its_gap(book: Named, edition: str, tag: str):
    made = book(edition, tag)
    (chain,) = made.data["chains"]
    gap = chain["tables"][0]["rows"][-1]
    assert gap["gap"]
    page = next(text for text in made.pages[5:] if holds(text, chain["heading"]["t"]) and holds(text, gap["name"]["t"]))
    assert holds(page, chain["none"]["t"])


def test_changes_name_what_is_new_changed_and_withdrawn(book: Named):
    made = book("br-2027", "pt")
    text = plain(made.pages[first_page(made, "changes") - 1])
    places = entry_pages(made)
    for part in made.data["changes"]["parts"]:
        for row in part["rows"]:
            assert f"{row['number']}{plain(row['name']['t'])}" in text
            if row["linked"]:
                assert re.search(rf"{plain(row['name']['t'])}{plain(row['more']['t'])}{places[row['number']]}", text)
    assert "vanished" not in "".join(made.pages).casefold()


def test_book_of_a_first_printing_says_nothing_of_changes(book: Named):
    assert book("jp-2027", "en").data["changes"] is None


def test_fields_are_darker_the_more_entries_they_hold(book: Named):
    rows = book("br-2027", "pt").data["chains"][0]["tables"][0]["rows"]
    assert [[cell["shade"] for cell in row["cells"]] for row in rows] == [[2, 0, 0], [3, 2, 0], [3, 3, 0], [0, 0, 0]]
