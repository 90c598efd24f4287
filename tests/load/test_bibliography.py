"""The bibliography, and what is wrong with it."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from c2site.load.bibliography import bibliography
from c2site.model import Source

GOOD = "@online{smith-2024,\n  author = {Smith, Ann and Jones, Bo},\n  title = {Water in {EU} cities},\n  url = {https://example.org},\n}\n"


def read(tmp_path: Path, text: str | bytes) -> tuple[dict[str, Source], list[tuple[str, int]]]:
    """Return the sources of a bibliography, and code and line of what is wrong with it."""
    (tmp_path / "data").mkdir(exist_ok=True)
    (tmp_path / "data/references.bib").write_bytes(
        text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass")
    )
    sources, problems = bibliography(tmp_path)
    return sources, [(one.code, one.line) for one in problems]


def test_a_source_is_read_in_plain_words(tmp_path: Path) -> None:
    sources, wrong = read(tmp_path, GOOD)
    assert wrong == []
    assert sources["smith-2024"].author == "Ann Smith, Bo Jones"
    assert sources["smith-2024"].title == "Water in EU cities"


def test_without_a_file_there_are_no_sources(tmp_path: Path) -> None:
    assert bibliography(tmp_path) == ({}, [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (GOOD + "@online{Smith-2024, title={x}, url={https://example.org}}\n", [("duplicate-source", 6)]),
        (GOOD + "@online{jones, url={https://example.org}}\n", [("incomplete-source", 6)]),
        (GOOD + "@online{jones, title={x\n", [("broken-bibliography", 6)]),
        ("@online{jones, title={\xff}}".encode("latin-1"), [("file-not-text", 0)]),
        ("", []),
    ],
)
def test_mistakes_are_told_with_their_line(tmp_path: Path, text: str | bytes, expected: list[tuple[str, int]]) -> None:
    assert read(tmp_path, text)[1] == expected


PIECES = st.sampled_from(
    [
        "@online{",
        "a",
        ",",
        "title",
        "=",
        "{",
        "}",
        '"',
        "\\",
        "#",
        "\n",
        "author={A and B}",
        "@string{",
        "é",
        "\\'",
        "$",
        "%",
    ]
)


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(PIECES, max_size=25).map("".join))
@example("@online{a, title={\\}}")
@example("@online{a, title={x}, author={, , ,}}")
def test_any_bibliography_is_read_or_told(tmp_path: Path, text: str) -> None:
    sources, wrong = read(tmp_path, text)
    assert isinstance(sources, dict)
    assert all(code for code, _ in wrong)


def test_characters_nobody_sees_are_told_with_their_place(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data/references.bib").write_text("@misc{a,\n  title = {Left\u202eright},\n  url = {https://a.example}\n}\n", encoding="utf-8")
    sources, problems = bibliography(tmp_path)
    assert list(sources) == ["a"]
    assert [(one.code, one.line, one.column) for one in problems] == [("text-control", 2, 16)]
