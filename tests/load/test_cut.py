"""Taking items out of a file leaves everything else as it stands."""

import pytest

from c2site.load.cut import without_items, without_sources

PATH = "data/x.yml"


def cut(text: str, *places: tuple, may_empty: bool = True) -> str | None:
    new = without_items(PATH, text.encode(), places, may_empty)
    return None if new is None else new.decode()


def test_item_of_a_short_list_goes_with_its_comma():
    assert cut("a: [x, 'y z', w] # kept\nb: 1\n", ("a", 1)) == "a: [x, w] # kept\nb: 1\n"
    assert cut("a: [x, y]\n", ("a", 0)) == "a: [y]\n"


def test_item_of_a_long_list_goes_with_its_line():
    assert cut("a:\n  # first\n  - x\n  - y # mine\n  - z\nb: 1\n", ("a", 1)) == "a:\n  # first\n  - x\n  - z\nb: 1\n"


def test_several_items_of_several_lists_go_at_once():
    assert cut("a: [x, y, z]\nb:\n  - c: [u, v]\n", ("a", 0), ("a", 2), ("b", 0, "c", 1)) == "a: [y]\nb:\n  - c: [u]\n"


@pytest.mark.parametrize("text", ["b: 1\na: [x]\nc: 2\n", "b: 1\na:\n  - x\nc: 2\n", "b: 1\na: [\n  x,\n]\nc: 2\n", "b: 1\r\na: [x]\r\nc: 2\r\n"])
def test_emptied_list_goes_with_its_field(text: str):
    assert cut(text, ("a", 0)).split() == ["b:", "1", "c:", "2"]


def test_list_that_may_not_be_empty_is_a_persons_to_mend():
    assert cut("a: [x]\n", ("a", 0), may_empty=False) is None
    assert cut("a: [x, y]\n", ("a", 0), may_empty=False) == "a: [y]\n"


def test_what_is_no_item_of_a_list_is_a_persons_to_take_out():
    assert cut("a: x\n", ("a",)) is None


@pytest.mark.parametrize(
    ("text", "place", "left"),
    [("a: {b: [x], c: 1}\n", ("a", "b", 0), "a: {c: 1}\n"), ("a:\n  - x\n    y\n  - z\n", ("a", 0), "a:\n  - z\n"), ("a:\n- b: [x]\n  c: 1\n", ("a", 0, "b", 0), 'a:\n- c: "1"\n')],
)
def test_item_within_other_values_goes_too(text: str, place: tuple, left: str):
    assert cut(text, place) == left


BIB = "% ours\n\n@online{one,\n  title = {{A}},\n}\n\n@online{two,\n  title = {{B @ {c}}},\n}\n\n% theirs\n@online{three,\n  title = {{C}},\n}\n"


@pytest.mark.parametrize(
    ("keys", "left"),
    [({"one"}, ["two", "three"]), ({"two"}, ["one", "three"]), ({"three"}, ["one", "two"]), ({"one", "three"}, ["two"]), (set(), ["one", "two", "three"])],
)
def test_source_goes_with_its_whole_entry(keys: set[str], left: list[str]):
    text = without_sources(BIB, keys)
    assert [line[8:-1] for line in text.splitlines() if line.startswith("@")] == left
    assert "% ours" in text and "% theirs" in text
    assert text.count("title") == len(left)
