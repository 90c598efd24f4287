"""Codes: their digits, their hierarchy, the records filed under them."""

import pytest

from c2site.catalogue import Portal
from c2site.catalogue.codes import Code, codes_of, hierarchy, word


@pytest.mark.parametrize(
    ("system", "stated", "filed", "significant"),
    [
        ("cpv", "34923000-9", "34923000", "34923"),
        ("cpv", "30000000", "30000000", "30"),
        ("hs", "902820", "902820", "90282"),
        ("nace", "J62.10", "62.10", "621"),
        ("nace", "62", "62", "62"),
        ("naics", "31-33", "31-33", "3133"),
    ],
)
def test_a_code_is_filed_without_letter_and_check_digit(system: str, stated: str, filed: str, significant: str):
    code = Code(system, stated)
    assert (code.filed, code.significant) == (filed, significant)


def test_no_word_of_a_code_begins_another_code_of_the_same_length():
    assert word("3492") != word("34923")[: len(word("3492"))]
    assert word("34923").startswith(word("3492")[:-1])


def test_each_offering_is_filed_under_its_codes(portal: Portal):
    stated = {one.id: {code.key for code in codes_of(one)} for one in portal.profiles.offerings.values()}
    assert any(stated.values())
    for key, members in portal.relations.offerings_with_code.items():
        assert all(key in stated[one] for one in members)


def test_codes_stand_by_system_and_division():
    found = hierarchy(["cpv-34923000", "hs-902820", "cpv-34100000", "cpv-48000000"])
    assert [system for system, _ in found] == ["hs", "cpv"]
    assert [(division, [code.filed for code in members]) for division, members in found[1][1]] == [("34", ["34100000", "34923000"]), ("48", ["48000000"])]
