"""A file in the house's style says the same, keeps its comments where they were, and is not changed a second time."""

import json
import textwrap
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from c2site.errors import DataError
from c2site.load import style
from c2site.load.document import parsed
from c2site.load.remarks import remarks
from c2site.load.style import styled
from c2site.model import KINDS
from c2site.model.blank import blank
from tests.conftest import REPOSITORY

LONG = "Makes water meters that are read from the street and tell, without anybody asking, where in the town a pipe has begun to leak."


def written(text: str) -> str:
    """Return a file in the house's style."""
    return styled("data/x.yml", textwrap.dedent(text).encode()).decode()


def same(text: str) -> None:
    assert written(text) == textwrap.dedent(text)


CASES = {
    "indentation": ("a:\n    b: x\n    c:\n       d: y\n", "a:\n  b: x\n  c:\n    d: y\n"),
    "dashes below their field": ("a:\n- b: x\n  c: y\n-   b: z\n", "a:\n  - b: x\n    c: y\n  - b: z\n"),
    "a short list on lines": ("a:\n  - es\n  - mx\n", "a: [es, mx]\n"),
    "blanks in brackets": ("a: [ es,mx ]\nb: {c : d}\n", "a: [es, mx]\nb: {c: d}\n"),
    "quotes nobody needs": ("a: \"Aclima\"\nb: 'Eko-REC'\n", "a: Aclima\nb: Eko-REC\n"),
    "quotes of two sorts": ("a: 'NO'\nb: \"0123\"\nc: '12:30'\n", 'a: "NO"\nb: "0123"\nc: "12:30"\n'),
    "a long text": (f"a:\n  en: {LONG}\n", f"a:\n  en: >-\n    {LONG[:-15]}\n    begun to leak.\n"),
    "a long text in quotes": (f'a: "{LONG} So: read on."\n', f"a: >-\n  {LONG[:-9]}\n  to leak. So: read on.\n"),
    "a folded text that has become short": ("a: >-\n  Water\n  meters.\n", "a: Water meters.\n"),
    "a text over lines": ("a: Water\n  meters.\n", "a: Water meters.\n"),
    "blanks at the end of lines": ("a: x   \n\n\n\nb: y", "a: x\n\nb: y\n"),
    "ends of lines": ("a: x\r\nb: y\r\n", "a: x\nb: y\n"),
    "a mark of the byte order": ("\ufeffa: x\n", "a: x\n"),
}


@pytest.mark.parametrize("name", CASES)
def test_every_file_is_written_in_one_way(name: str) -> None:
    before, after = CASES[name]
    assert written(before) == after
    same(after)


@pytest.mark.parametrize("value", ["NO", "yes", "0123", "12:30", "2026-02-30", "1e3", "0x1F", "~", "null", "-5", '"#ffffff"', "https://example.org/#a"])
def test_no_value_is_taken_for_another(value: str) -> None:
    same(f"a: {value}\n")


def test_comments_stay_where_they_were() -> None:
    same("""\
        # Above everything.
        a:  # beside a field
          # above the first
          en: x  # beside a text
          # es: y
        # region: Z
        b: [es, mx]  # beside a list

        ## Above a list.
        c:
          - d: x
            # inside an item
          # between items
          - d: y
        # At the end.
        """)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a: [ # none yet\n]\n", "a: []  # none yet\n"),
        ("a:\n  - { # c\n    # d\n  }\n", "a:\n  # c\n  # d\n  - {}\n"),
        ("a: {b: [ # c\n]}\n", "a:\n  b: []  # c\n"),
        (f"{'a' * 120}: []\n", f"{'a' * 120}: []\n"),
    ],
)
def test_a_list_with_nothing_in_it_but_a_comment_keeps_it(before: str, after: str) -> None:
    assert written(before) == after
    same(after)


def test_comments_move_with_what_they_stand_in() -> None:
    assert written("a:\n- b: x\n# between\n- b: y\n# below\nc: z\n") == "a:\n  - b: x\n  # between\n  - b: y\n# below\nc: z\n"


def test_comments_below_each_other_stay_below_each_other() -> None:
    same("a: x       # the first\nbcd: y     # the second\n")


def test_a_list_with_comments_stands_on_lines() -> None:
    assert written("a: [es, # Spain\n  mx]\nb: x\n") == "a:\n  - es  # Spain\n  - mx\nb: x\n"


def test_a_comment_between_a_field_and_its_text_stands_above_both() -> None:
    assert written("a:\n  # why\n  x\n") == "# why\na: x\n"


def test_empty_fields_are_kept() -> None:
    same("a:\nb: \"\"\nc: []\nd: {}\ne:\n  -\n  - x\n")


def test_lines_that_mean_something_are_kept() -> None:
    same("a: |\n  one\n    two\n\n  three\nb: |-\n  one\n  two\n")


@pytest.mark.parametrize("broken", ["a: [x\n", "a: x\na: y\n", "a:\n\tb: x\n", "a: &b x\n", "", "- x\n", "a: x\n---\nb: y\n"])
def test_a_broken_file_is_told(broken: str) -> None:
    with pytest.raises(DataError):
        written(broken)


@pytest.mark.parametrize("lost", ["a: x\n", "a: y  # c\n", "b: x  # c\n", "a: x  # d\n", "a: [x\n"])
def test_what_would_lose_something_is_refused(monkeypatch: pytest.MonkeyPatch, lost: str) -> None:
    monkeypatch.setattr(style._Page, "block", lambda *_: [lost.rstrip("\n")])
    with pytest.raises(DataError) as caught:
        written("a: x  # c\n")
    assert [one.code for one in caught.value.problems] == ["style-refused"]


@pytest.mark.parametrize("kind", KINDS)
def test_a_blank_profile_is_in_the_houses_style(kind: str) -> None:
    profile = blank(kind, "Agua: “Clara”")
    assert styled("x", profile.encode()).decode() == profile


WORDS = st.text(st.sampled_from("ab é–:#,'\"[]{}-?|>&!%@\\ 01ñعя"), max_size=12) | st.sampled_from(["", "NO", "0123", "12:30", "~", "a: b", "x #y", LONG, f"{LONG} {LONG}"])
TEXTS = WORDS | st.lists(WORDS, min_size=1, max_size=4).map("\n".join)
NAMES = st.sampled_from(["a", "bc", "name", "en", "note-1", "x y"])
VALUES = st.recursive(TEXTS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=3), max_leaves=8)


@st.composite
def files(draw: Any) -> str:
    """Return a record in one of the many ways a person may write it, comments anywhere."""
    return "\n".join(_lines(draw, draw(st.dictionaries(NAMES, VALUES, min_size=1, max_size=4)), 0)) + "\n"


def _lines(draw: Any, value: Any, indent: int) -> list[str]:
    lines: list[str] = []
    blank = " " * indent
    for key, one in value.items() if isinstance(value, dict) else enumerate(value):
        label = f"{blank}{key}:" if isinstance(value, dict) else f"{blank}-"
        lines += draw(st.sampled_from([[], [], [], [f"{blank}# above"], ["", f"{'' if draw(st.booleans()) else blank}## é: ‘x’"]]))
        remark = draw(st.sampled_from(["", "", "", " # beside", "     #: beside"]))
        inner = indent + draw(st.sampled_from([2, 2, 4]))
        if one and isinstance(one, (dict, list)):
            if draw(st.booleans()):
                lines += [label + remark, *_lines(draw, one, inner)]
            else:
                lines.append(f"{label} {json.dumps(one, ensure_ascii=False)}{remark}")
        else:
            lines += _text_lines(draw, label, one, inner, remark)
    return lines


def _text_lines(draw: Any, label: str, text: Any, indent: int, remark: str) -> list[str]:
    ways = [[f"{label} {json.dumps(text, ensure_ascii=False)}{remark}"]]
    if isinstance(text, str):
        ways.append([f"{label} '{text.replace(chr(39), chr(39) * 2)}'{remark}"] if "\n" not in text else ways[0])
        ways.append([f"{label} {draw(st.sampled_from(['|', '|-', '>', '>-']))}{remark}", *(" " * indent + line for line in text.split("\n"))])
        ways.append([f"{label} {text}{remark}"])
    return draw(st.sampled_from(ways))


@settings(deadline=None, max_examples=150)
@given(files())
def test_values_and_comments_survive_and_a_second_time_changes_nothing(text: str) -> None:
    try:
        before = parsed("x", text.encode())
    except DataError:
        return
    after = styled("x", text.encode())
    again = parsed("x", after)
    assert again.values == before.values
    assert [one.text for one in remarks(after.decode(), again.root)] == [one.text for one in remarks(text, before.root)]
    assert styled("x", after) == after


@pytest.mark.parametrize("folder", ["data", "tests/world/data"])
def test_the_partnerships_files_can_all_be_written_so(folder: str) -> None:
    for path in sorted((REPOSITORY / folder).rglob("*.yml")):
        raw = path.read_bytes()
        assert parsed("x", styled("x", raw)).values == parsed("x", raw).values
