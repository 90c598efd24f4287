"""How much room parts of a book are thought to need."""

from collections.abc import Callable

from c2site.render.printed.room import is_long
from tests.render.printed.conftest import Book

EMPTY = {"facts": [], "summary": None, "description": [], "statements": [], "runs": [], "tables": []}


def test_a_part_with_a_sentence_is_short_and_one_with_pages_is_long():
    sentence = {"t": "Cleans hulls with robots."}
    assert not is_long({**EMPTY, "summary": sentence})
    assert is_long({**EMPTY, "statements": [{"text": {"t": "Cleans hulls. " * 12}}] * 12})


def test_a_long_column_of_facts_makes_a_part_long():
    fact = {"label": {"t": "Founded"}, "values": [{"s": {"t": "2001"}}]}
    assert not is_long({**EMPTY, "facts": [fact] * 2})
    assert is_long({**EMPTY, "facts": [fact] * 20})


def test_what_is_kept_whole_is_shorter_than_a_page(book: Callable[[str, str], Book]):
    made = book("jp-2027", "en")
    parts = [part for chapter in made.data["clusters"]["chapters"] for part in chapter["sheets"]]
    assert {part["long"] for part in (*parts, *(one for part in parts for one in part["entries"]))} == {True, False}
