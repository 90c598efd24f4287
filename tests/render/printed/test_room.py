"""How much room parts of a book are thought to need."""

from collections.abc import Callable

from c2site.render.printed.panels import in_columns
from c2site.render.printed.room import is_full, lengths
from tests.render.printed.conftest import Book

EMPTY = {"facts": [], "summary": None, "description": [], "statements": [], "panels": []}
FACT = {"label": {"t": "Founded"}, "values": [{"s": {"t": "2001"}}]}
SENTENCE = {"t": "Cleans hulls with robots."}


def panel(rows: int) -> dict:
    return {"heading": {"t": f"{rows} rows"}, "rows": [FACT] * rows}


def test_a_part_with_a_sentence_is_short_and_one_with_pages_is_long():
    assert not lengths({**EMPTY, "summary": SENTENCE})["long"]
    assert lengths({**EMPTY, "statements": [{"text": {"t": "Cleans hulls. " * 12}}] * 12})["long"]


def test_a_long_column_of_facts_makes_a_part_long():
    assert not lengths({**EMPTY, "facts": [FACT] * 2})["long"]
    assert lengths({**EMPTY, "facts": [FACT] * 20})["long"]


def test_panels_are_long_by_themselves():
    assert lengths({**EMPTY, "panels": [[panel(60)]]}) == {"long": False, "long_panels": True}


def test_a_company_with_much_to_say_opens_with_presence():
    assert not is_full({**EMPTY, "summary": SENTENCE})
    assert is_full({**EMPTY, "summary": SENTENCE, "images": [{}], "panels": [[panel(20)]]})


def test_panels_keep_their_order_in_columns_of_about_one_height():
    found = in_columns([panel(9), None, panel(3), panel(4), panel(2), panel(5)])
    assert [[len(one["rows"]) for one in column] for column in found] == [[9], [3, 4], [2, 5]]
    assert in_columns([None]) == []


def test_a_book_has_sheets_of_several_sizes(book: Callable[[str, str], Book]):
    made = book("jp-2027", "en")
    sheets = [sheet for chapter in made.data["clusters"]["chapters"] for sheet in chapter["sheets"]]
    assert {sheet["full"] for sheet in sheets} == {True, False}
