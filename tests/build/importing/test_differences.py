"""Values compared, and one change put into what a file holds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from c2site.build.importing.acceptance import accepted
from c2site.build.importing.differences import differences, merged, overlaid
from c2site.errors import DataError, problem
from c2site.load.edit import with_value

ITEMS = [{"name": "a", "unit": "m"}, {"name": "b", "unit": "s"}, {"name": "c", "unit": "kg"}]
VALUES = st.recursive(st.text("ab", min_size=1, max_size=2), lambda inner: st.lists(inner, min_size=1, max_size=3) | st.dictionaries(st.sampled_from("xyz"), inner, min_size=1))
MAPS = st.dictionaries(st.sampled_from("xyz"), VALUES, min_size=1)


@given(MAPS, MAPS)
def test_the_differences_make_one_value_of_the_other(old: dict, new: dict):
    made = old
    for one in sorted(differences(old, new), key=lambda one: (one.new is None, [-step if isinstance(step, int) else 0 for step in one.place] if one.new is None else [])):
        made = with_value(made, one.place, one.new)
    assert made == new


@given(MAPS, MAPS)
def test_what_everybody_saw_becomes_what_came_back(seen: dict, back: dict):
    assert merged(seen, seen, back) == back


def test_items_keep_what_nobody_saw_of_them_and_new_ones_get_nothing():
    hidden = [{**one, "file": f"{number}.pdf"} for number, one in enumerate(ITEMS)]
    back = [ITEMS[0], {"name": "other", "unit": "lx"}, {**ITEMS[2], "unit": "g"}, {"name": "d"}]
    assert merged(hidden, ITEMS, back) == [hidden[0], back[1], {"name": "c", "unit": "g", "file": "2.pdf"}, {"name": "d"}]
    assert merged(hidden, ITEMS, ITEMS[1:]) == hidden[1:]


def test_a_list_somebody_saw_half_of_keeps_its_words_and_refuses_changed_parts():
    assert merged(["a", "hidden", "b"], ["a", "b"], ["b", "c"]) == ["b", "c", "hidden"]
    with pytest.raises(DataError) as caught:
        merged({"stages": ITEMS}, {"stages": ITEMS[:2]}, {"stages": ITEMS[:1]})
    assert [(one.code, one.field) for one in caught.value.problems] == [("import-trimmed", "stages")]


def test_lists_of_parts_get_the_items_they_lack_and_lose_none():
    more = {"list": [{"name": "a"}, {"name": "d"}], "words": ["new"], "text": {"es": "dos"}}
    assert overlaid({"list": ITEMS, "words": ["old"], "text": {"en": "two"}}, more) == {"list": [*ITEMS, {"name": "d"}], "words": ["new"], "text": {"en": "two", "es": "dos"}}


def refusing(*wrong: str):
    """Return an attempt that refuses values, each told at its place."""

    def attempt(values: dict) -> dict:
        found = [problem("empty-text", "", field=f"list.{number}") for number, one in enumerate(values.get("list", [])) if one in wrong]
        found += [problem("missing-field", "", field="name")] if "name" not in values else []
        if found:
            raise DataError(found)
        return values

    return attempt


def test_each_refused_value_stays_as_it_was_and_all_are_told():
    made, refused = accepted(refusing("b", "c"), {"name": "x", "list": ["a", "b", "c", "d"]}, {"list": ["a"]})
    assert (made, [one.field for one in refused]) == ({"name": "x", "list": ["a", "d"]}, ["list.1", "list.2"])


def test_nothing_is_made_of_a_record_that_lacks_what_it_must_have():
    made, refused = accepted(refusing("b"), {"list": ["b"]}, {})
    assert (made, sorted(one.field for one in refused)) == (None, ["list.0", "name"])
