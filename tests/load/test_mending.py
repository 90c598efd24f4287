"""One problem of a file is mended, or the file stays as it is, whatever stands in it."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from c2site.errors import DataError, problem
from c2site.load.files import record_file
from c2site.load.mending import mended
from c2site.load.partnership import record_of
from c2site.load.repairs import repaired

PATH = "data/sectors/water.yml"
SOUND = "status: published\nsource_language: en\nname:\n  en: Water\ntone: environment\n"
PIECES = st.sampled_from([*"\t\n :-\"'“”„[]{}&*!@`|>#,1.é\u00a0\u200b", "name", "en", "status", "Published", "12,5", "\r\n", "  ", "---\n"])


def wrong(raw: bytes) -> list:
    try:
        record_of(record_file(PATH), raw)
    except DataError as error:
        return list(error.problems)
    return []


@settings(max_examples=150, deadline=None)
@given(place=st.integers(0, len(SOUND)), pieces=st.lists(PIECES, max_size=6))
def test_whatever_was_typed_a_mend_is_a_file_or_nothing(place: int, pieces: list[str]) -> None:
    raw = (SOUND[:place] + "".join(pieces) + SOUND[place:]).encode()
    for one in wrong(raw)[:3]:
        found = mended(raw, one)
        assert found is None or found != raw


def test_bytes_that_are_no_text_are_left_alone() -> None:
    assert mended(b"\xff\xfe", problem("file-not-text", PATH, (1, 1))) is None


def test_a_problem_whose_place_is_gone_is_left_alone() -> None:
    assert mended(SOUND.encode(), problem("unknown-country", PATH, (9, 9), "country.0.x", found="at", nearest="AT")) is None


def test_a_line_is_moved_where_it_stands_now_and_not_where_it_was_told_of() -> None:
    raw = b"# above\nstatus: published\nname:\nen: Water\n"
    assert mended(raw, problem("unknown-field", PATH, (3, 1), "en", allowed=[], nearest=None)) == raw.replace(b"en:", b"  en:")


@pytest.mark.parametrize("text", ["a: |\n\tkept\n", "a: >-\n\tkept\n"])
def test_tabs_that_may_belong_to_a_text_stay(text: str) -> None:
    assert repaired(PATH, text, "yaml-tab", 2) is None


def test_a_hostile_file_costs_little() -> None:
    deep = "".join(f"{' ' * number}a{number}: x: y\n" for number in range(600))
    start = time.process_time()
    mended((SOUND + deep).encode(), problem("yaml-syntax", PATH, (500, 1), found="", nearest=None))
    mended((SOUND + "a:" + " " * 200_000 + "b: c\n").encode(), problem("yaml-syntax", PATH, (6, 1), found="", nearest=None))
    assert time.process_time() - start < 10
