"""Problems as text, as JSON and as GitHub's annotations."""

import json
import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from c2site.errors import ENGLISH, Problem, problem, reports
from c2site.load.messages import load_messages
from tests.conftest import REPOSITORY

HERE = problem("unknown-reference", "data/a.yml", (3, 7), "sme", kind="sme", found="acm", nearest="acme")
THERE = problem("expired", "data/b.yml", (9, 2), "valid_until", found="2025-12-31")
WHOLE = problem("file-empty", "data/c.yml")
LATER = problem("not-known", "data/a.yml", found=["website", "city"])


def test_text_says_place_severity_field_message_and_hint_and_counts() -> None:
    assert reports.text([HERE, THERE]) == (
        "data/a.yml:3:7: error: sme: there is no sme `acm`\n"
        "    → Did you mean `acme`?\n"
        "data/b.yml:9:2: warning: valid_until: the validity ended on 2025-12-31\n"
        "    → Renew `valid_until`, or set `status: withdrawn`.\n"
        "1 error and 1 warning in 2 files"
    )


def test_a_problem_of_a_whole_file_has_no_line() -> None:
    assert reports.text([WHOLE]).startswith("data/c.yml: error: the file is empty\n")


@pytest.mark.parametrize(
    ("problems", "expected"),
    [
        ([], "No problems."),
        ([HERE], "1 error in 1 file"),
        ([HERE, HERE, THERE], "2 errors and 1 warning in 2 files"),
        ([HERE, THERE, LATER], "1 error, 1 warning and 1 note in 2 files"),
        ([LATER], "1 note in 1 file"),
    ],
)
def test_the_last_line_counts(problems: list[Problem], expected: str) -> None:
    assert reports.summary(problems) == expected


def test_colour_paints_and_plain_text_has_none() -> None:
    assert "\x1b[31merror\x1b[0m" in reports.text([HERE], colour=True)
    assert "\x1b" not in reports.text([HERE], colour=False)


def test_json_is_a_list_with_eight_fields_each() -> None:
    (one,) = json.loads(reports.as_json([HERE]))
    assert list(one) == ["path", "line", "column", "field", "code", "severity", "message", "hint"]
    assert one["line"] == 3


def test_github_names_file_line_column_and_code() -> None:
    assert reports.github([HERE]) == (
        "::error file=data/a.yml,line=3,col=7,title=unknown-reference::"
        "sme: there is no sme `acm`%0ADid you mean `acme`?"
    )


def test_github_leaves_out_a_line_it_does_not_know_and_calls_notes_notices() -> None:
    assert reports.github([LATER]).startswith("::notice file=data/a.yml,title=not-known::")


def test_github_escapes_what_would_end_a_property() -> None:
    one = problem("file-name", "data/a,b:c%.yml", found="x")
    assert "file=data/a%2Cb%3Ac%25.yml," in reports.github([one])


@given(found=st.text(max_size=60), field=st.text(max_size=20), path=st.text(min_size=1, max_size=20))
def test_nothing_from_the_data_commands_the_code_host(found: str, field: str, path: str) -> None:
    one = problem("unknown-reference", f"data/{path}", (1, 1), field, kind="sme", found=found, nearest=found)
    for line in reports.text([one]).split("\n"):
        assert not line.lstrip().startswith("::")
        assert "##[" not in line
    (command,) = reports.github([one]).splitlines()
    properties, _, message = command.removeprefix("::error ").partition("::")
    assert properties.count(",") == 3
    assert "::" not in message


def test_a_report_from_right_to_left_keeps_paths_fields_code_and_figures_in_one_piece() -> None:
    arabic = load_messages(REPOSITORY / "theme", "ar")
    line, hint, counted = reports.text([HERE], messages=arabic).split("\n")
    assert line.startswith("\u2067\u2068data/a.yml:3:7\u2069: ") and ": \u2068sme\u2069: " in line and "\u2068`acm`\u2069" in line
    assert hint.startswith("\u2067    ← ") and "\u2068`acme`\u2069" in hint
    assert all(one.endswith("\u2069") and one.count("\u2069") == len(re.findall("[\u2067\u2068]", one)) for one in (line, hint, counted))
    day = reports.text([problem("deadline-passed", "data/a.yml", (3, 7), "deadline", found="2026-01-31")], messages=arabic)
    assert "\u20682026-01-31\u2069" in day
    assert not re.search("[\u2067\u2068]", reports.text([HERE]) + reports.as_json([HERE], arabic) + reports.github([HERE], arabic))


def test_json_stays_english_and_adds_the_language_asked_for() -> None:
    (one,) = json.loads(reports.as_json([HERE], replace(ENGLISH, tag="xx")))
    assert one["message"] == HERE.message
    assert one["said"] == {"language": "xx", "message": HERE.message, "hint": HERE.hint}
