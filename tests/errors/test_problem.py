"""A problem has one sentence, safe to print, and sorts by its place."""

import re
import string
from pathlib import Path

import pytest

import c2site
from c2site.errors import DataError, problem
from c2site.errors.sentences import SENTENCES

SOURCES = {path: path.read_text(encoding="utf-8") for path in Path(c2site.__file__).parent.rglob("*.py")}


def test_values_are_filled_in_and_made_safe() -> None:
    one = problem("unknown-reference", "data/x.yml", (3, 7), "sme", kind="sme", found="ac\x1bme", nearest="acme")
    assert (one.line, one.column, one.severity) == (3, 7, "error")
    assert one.message == "there is no sme `ac\\u{1b}me`"
    assert one.hint == "Did you mean `acme`?"


def test_a_hint_that_would_name_nothing_is_replaced_by_another() -> None:
    one = problem("unknown-country", "data/x.yml", found="ZZ", nearest=None)
    assert one.hint == "Write the country’s two capital letters, such as `BG`."


def test_long_lists_are_cut_and_counted() -> None:
    one = problem("unknown-field", "data/x.yml", allowed=[f"field-{number}" for number in range(40)], nearest=None)
    assert one.message.endswith("field-11 … (40 in all)")


def test_a_long_mend_is_told_whole_and_a_long_value_is_cut() -> None:
    one = problem("wrong-url", "data/x.yml", found="x" * 120, nearest="https://example.org/" + "x" * 120)
    assert "x" * 120 in one.hint
    assert "x" * 79 + "…" in one.message


def test_a_long_path_is_told_whole() -> None:
    path = f"data/offerings/{'c' * 80}/{'o' * 80}.yml"
    assert problem("file-empty", path).path == path


def test_problems_sort_by_file_line_and_column() -> None:
    places = [("b", (1, 1)), ("a", (2, 1)), ("a", (1, 9)), ("a", (1, 2))]
    error = DataError([problem("file-empty", path, place) for path, place in places])
    assert [(one.path, one.line, one.column) for one in error.problems] == [
        ("a", 1, 2),
        ("a", 1, 9),
        ("a", 2, 1),
        ("b", 1, 1),
    ]


@pytest.mark.parametrize("code", sorted(SENTENCES))
def test_every_sentence_is_used(code: str) -> None:
    assert any(f'"{code}"' in text for path, text in SOURCES.items() if path.name != "sentences.py")


def test_every_code_told_has_a_sentence() -> None:
    told = {match[1] for text in SOURCES.values() for match in re.finditer(r'\bproblem\(\s*"([a-z-]+)"', text)}
    assert len(told) > 20
    assert told <= SENTENCES.keys()


@pytest.mark.parametrize("sentence", SENTENCES.values(), ids=SENTENCES.keys())
def test_no_value_of_a_sentence_hides_a_parameter_of_problem(sentence: object) -> None:
    words = f"{sentence.message} {sentence.hint}"
    assert {name for _, name, _, _ in string.Formatter().parse(words)} & {"code", "path", "place", "field"} == set()
