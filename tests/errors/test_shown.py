"""Foreign text is harmless once it is shown."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from c2site.errors import nearest, shown


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("\x1b[31mred", "\\u{1b}[31mred"),
        ("a\nb\rc", "a\\u{a}b\\u{d}c"),
        ("left\u202eright", "left\\u{202e}right"),
        ("zero\u200bwidth", "zero\\u{200b}width"),
        ("line\u2028end", "line\\u{2028}end"),
        ("::error::", ":\\u{3a}error:\\u{3a}"),
        ("##[error]", "#\\u{23}[error]"),
        ("##vso[task.complete]", "#\\u{23}vso[task.complete]"),
        ("Διονύσιος", "Διονύσιος"),
        (12, "12"),
    ],
)
def test_control_characters_and_commands_become_visible(value: object, expected: str) -> None:
    assert shown(value) == expected


def test_long_text_is_cut_with_an_ellipsis() -> None:
    assert shown("x" * 81) == "x" * 79 + "…"
    assert shown("x" * 80) == "x" * 80


@given(st.text(max_size=200))
def test_no_text_speaks_to_a_terminal_or_to_a_code_host(text: str) -> None:
    harmless = shown(text)
    assert harmless.isprintable()
    assert "::" not in harmless
    assert "##" not in harmless
    assert len(harmless.splitlines()) <= 1


@pytest.mark.parametrize(
    ("word", "allowed", "expected"),
    [
        ("websit", ["website", "summary"], "website"),
        ("Web Site", ["website", "summary"], "website"),
        ("web_site", ["website", "summary"], "website"),
        ("MEDIUM", ["micro", "small", "medium"], "medium"),
        ("colour", ["website", "summary"], None),
        ("", ["website"], None),
        ("anything", [], None),
    ],
)
def test_the_word_meant_is_found_or_nothing_is(word: str, allowed: list[str], expected: str | None) -> None:
    assert nearest(word, allowed) == expected


def test_the_word_meant_is_found_among_ten_thousand() -> None:
    allowed = frozenset(f"company-{number}-of-the-city" for number in range(10_000))
    assert nearest("compny-4711-of-the-city", allowed) == "company-4711-of-the-city"


def test_a_thousand_misspelt_words_are_answered_in_seconds() -> None:
    allowed = frozenset(f"company-{number}-of-the-city" for number in range(10_000))
    start = time.process_time()
    for number in range(100):
        nearest(f"compny-{number}-of-the-town", allowed)
    assert time.process_time() - start < 10
