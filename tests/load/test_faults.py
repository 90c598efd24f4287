"""What libyaml says is told with what an editor can do about it."""

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from c2site.errors import DataError, Problem
from c2site.load.document import parsed
from c2site.load.faults import INVISIBLE, REFUSED, SUSPICIOUS


def told(text: str) -> Problem:
    """Return the one thing that is wrong with a text."""
    with pytest.raises(DataError) as caught:
        parsed("data/x.yml", text.encode())
    (one,) = caught.value.problems
    return one


@pytest.mark.parametrize(
    ("text", "place", "hint"),
    [
        ("a: b: c\n", (1, 5), "must stand in quotes"),
        ("a: x\n  b: y\n", (2, 4), "must stand in quotes"),
        ("a: x\nb\nc: y\n", (2, 1), "with a colon and a space"),
        ('a: x\nb: "y\nc: z\n', (2, 4), "opened here and never closed"),
        ("a: x\nb: 'y\nc: z\n", (2, 4), "opened here and never closed"),
        ('a: "x\n---\n', (1, 4), "opened here and never closed"),
        ("a: [x\nb: y\n", (2, 2), "A bracket is opened and never closed"),
        ("a: [x, , y]\n", (1, 8), "A bracket is opened and never closed"),
        ("a: 'it's'\n", (1, 8), "write a quote inside quotes twice"),
        ("a: x\n b: [y]\n", (2, 3), "must stand in quotes"),
        ("a:\n  - x\n - y\n", (3, 2), "Check the indentation"),
        ("a: @x\n", (1, 4), "into quotes"),
        ("a: `x`\n", (1, 4), "into quotes"),
        ('a: "c:\\dir"\n', (1, 7), "for a backslash"),
    ],
)
def test_a_syntax_error_is_told_where_it_begins_with_a_mend(text: str, place: tuple[int, int], hint: str) -> None:
    one = told(text)
    assert one.code == "yaml-syntax"
    assert (one.line, one.column) == place
    assert hint in one.hint


def test_a_tab_is_told_as_a_tab() -> None:
    one = told("a:\n\tb: x\n")
    assert (one.code, one.line, one.column) == ("yaml-tab", 2, 1)


def test_each_invisible_character_is_told_with_its_place() -> None:
    with pytest.raises(DataError) as caught:
        parsed("data/x.yml", "a: x\u200b\r\nb: \u202ey\u2066\r\n".encode())
    assert [(one.line, one.column) for one in caught.value.problems] == [(1, 5), (2, 4), (2, 6)]


@pytest.mark.parametrize(
    "char", ["é", "ж", "ع", "’", "–", "\u00a0", "\u202f", "\u2009", "\u200c", "\u200d", "😀", "\ufe0f", "\t", "\n"]
)
def test_letters_signs_and_spaces_that_writers_need_are_visible(char: str) -> None:
    assert not INVISIBLE.search(char)


def test_a_second_record_is_told_where_it_begins() -> None:
    for text in ("a: x\n---\nb: y\n", "a: x\n...\n---\nb: y\n", "---\na: x\n---\n"):
        assert told(text).code == "yaml-documents"


def test_every_refused_token_is_told() -> None:
    with pytest.raises(DataError) as caught:
        parsed("data/x.yml", b"a: &x 1\nb: *x\nc: !!int 2\n")
    assert [(one.code, one.line) for one in caught.value.problems] == [
        ("yaml-alias", 1),
        ("yaml-alias", 2),
        ("yaml-tag", 3),
    ]
    assert "!!int" in caught.value.problems[2].message


PIECES = [
    "a",
    "b",
    ": ",
    ":",
    "- ",
    "\n",
    "  ",
    "[",
    "]",
    "{",
    "}",
    ",",
    "&x",
    "*x",
    "!!str",
    "!",
    " ",
    '"',
    "'",
    "# ",
    "---",
    "? ",
    "|",
    "%YAML 1.2\n",
]


@settings(max_examples=500, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
@example('{"a":&x b}')
@example('{"a":!!str b,"c":d}')
@example("a: b\n\u2028c: &x d")
@example("- !\n  a")
@example("[&x a,*x ]")
def test_no_anchor_tag_or_directive_slips_past_the_quick_look(text: str) -> None:
    try:
        parsed("data/x.yml", f"k:\n {text}".encode())
        parsed("data/x.yml", text.encode())
    except DataError:
        return
    assert not {type(token) for token in yaml.scan(text, Loader=yaml.CSafeLoader)} & REFUSED.keys()


@pytest.mark.parametrize(
    "text", ["a: R&D and Q&A\n", "a: Bonjour !\n", "a: 5 * 4 = 20 %\n", "a: https://example.org/?b=1&c=2\n"]
)
def test_usual_prose_passes_the_quick_look(text: str) -> None:
    assert not SUSPICIOUS.search(text)
