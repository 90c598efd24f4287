"""What translations were made from, as it is written down."""

import pytest

from c2site.errors import DataError
from c2site.load.translations import digest_of, recorded_in, recorded_text, translations_path

TOLD = {"es": {"summary": frozenset({"0a1b2c3d"}), "statements.*.text": frozenset({"ffffffff", "00000000"})}, "ar": {"summary": frozenset({"0a1b2c3d"})}}


def test_what_is_written_is_read_back_in_one_order():
    text = recorded_text(TOLD)
    assert recorded_in("x.yml", text.encode()) == TOLD
    assert text.splitlines()[1:] == ["ar:", "  summary: 0a1b2c3d", "es:", "  statements.*.text: 00000000 ffffffff", "  summary: 0a1b2c3d"]


def test_nothing_recorded_is_no_file():
    assert recorded_text({"es": {"summary": frozenset()}}) == ""


def test_a_digest_does_not_tell_how_lines_are_broken():
    assert digest_of("One two\nthree") == digest_of("One  two three")
    assert digest_of("One") != digest_of("one")
    assert len(digest_of("\ud800")) == 8


def test_the_marks_of_a_merge_are_told_with_their_line():
    with pytest.raises(DataError) as told:
        recorded_in("data/smes/a/.translations/b.yml", b"es:\n<<<<<<< HEAD\n  summary: 0a1b2c3d\n")
    (one,) = told.value.problems
    assert (one.code, one.line) == ("translations-unreadable", 2)


def test_the_file_lies_beside_the_record():
    assert translations_path("data/smes/aclima/airg.yml") == "data/smes/aclima/.translations/airg.yml"
    assert translations_path("data/partnership.yml") == "data/.translations/partnership.yml"
