"""Files read in one pass say what the judge of all files says, or nothing."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from c2site.errors import DataError
from c2site.load.document import DEEPEST, MOST_NODES, parsed
from c2site.load.plain import plain_values

ROOT = Path(__file__).parents[2]
FILES = sorted(path for folder in ("data", "tests/world", "theme/phrases") for path in (ROOT / folder).rglob("*.yml") if not path.parent.name.startswith("."))
MISTAKES = sorted((ROOT / "tests" / "mistakes").glob("*.yml"))

LINES = (
    ["a: 1", "b:", "  en: x", "  es: 'it''s'", "c:", "- d: 1", "  e: 2", "- f", "  - g", "    h: i", "  - j: k", "l: [a, b]", "m: >-", "    folded", "    text"]
    + ["", "# note", "    # note", "n: \"x # y\"", "o: null", "p: ~", "- r:", "    s: t", "  u:", "  - v", "-  w: x", "   y: z", "a: 2", "  - >-", "      folded"]
    + ["t: -5", "aa: b  ", "z: 5 # note", '"on": 1', 'no": 2', "- []", "- [null, '']", "q: [é, \"1, 2\" ]", "x: y: z", "v: http://x.example/#y", "k: a:b", "w: \"\""]
)
SIGNS = list("abé ش0-:#[]{}\"',>|&*!%@`?~\\\n\t\r.<=\x00\x85\u00a0\u2028\ufeff\uffff") + ["\n  ", "\n- ", ": ", " #", "---", "...", "<<", ">-\n  ", "|\n  "]


def judged(raw: bytes) -> Any:
    """Return what the judge reads, or the codes of what it refuses."""
    try:
        return parsed("x.yml", raw).values
    except DataError as error:
        return [one.code for one in error.problems]


def agrees(text: str) -> None:
    """Assert that the text is read as the judge reads it, fields in the same order, or left to the judge."""
    raw = text.encode()
    values = plain_values(raw)
    assert values is None or repr(values) == repr(judged(raw))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_files_of_the_repository_are_read_alike(path: Path) -> None:
    agrees(path.read_text(encoding="utf-8"))


def test_most_files_are_plain() -> None:
    plain = [path for path in FILES if plain_values(path.read_bytes()) is not None]
    assert len(plain) > 0.9 * len(FILES)


@pytest.mark.parametrize("path", MISTAKES, ids=lambda path: path.stem)
def test_files_with_mistakes_are_read_alike(path: Path) -> None:
    case = yaml.safe_load(path.read_text(encoding="utf-8"))
    texts = [text for text in case.get("files", {}).values() if text]
    for text in texts:
        agrees(text)
    for passages in case.get("change", {}).values():
        for before, after in passages.items():
            for text in texts or yaml.safe_load((path.parent / "minimal.yml").read_text(encoding="utf-8"))["files"].values():
                agrees(text.replace(before, after))


@settings(max_examples=1_000, deadline=None, derandomize=True)
@given(st.lists(st.sampled_from(LINES), min_size=1, max_size=10), st.sampled_from(["", "\n", "\n\n"]))
@example(["b:", "", "- []"], "")
@example(["c:", "- d: >-", "  = 2", "a: 1"], "")
@example(["m: >-", "  x", "", "  # more", "a: 1"], "\n")
@example(["a:", "- no\": 2", "- j: k"], "")
def test_lines_in_any_order_are_read_alike(lines: list[str], end: str) -> None:
    agrees("\n".join(lines) + end)


@settings(max_examples=1_000, deadline=None, derandomize=True)
@given(st.lists(st.sampled_from(LINES), min_size=1, max_size=6), st.lists(st.tuples(st.integers(0, 80), st.sampled_from(SIGNS)), max_size=3))
def test_lines_with_signs_thrown_in_are_read_alike(lines: list[str], thrown: list[tuple[int, str]]) -> None:
    text = "\n".join(lines)
    for place, sign in thrown:
        text = text[:place] + sign + text[place:]
    agrees(text)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("a: NO\nb: 0123\nc: 12:30\nd: 1.20\n", {"a": "NO", "b": "0123", "c": "12:30", "d": "1.20"}),
        ("a:\nb: ~\nc: \"\"\nd: 'x'\n", {"c": "", "d": "x"}),
        ("a:\n- 1\n- b: 2\n  c: [d, \"e, f\"]\n", {"a": ["1", {"b": "2", "c": ["d", "e, f"]}]}),
        ("\ufeffa: >-\n  one\n  two: #3\nb: x # note\n", {"a": "one two: #3", "b": "x"}),
    ],
)
def test_what_editors_write_is_read(text: str, values: dict[str, Any]) -> None:
    assert plain_values(text.encode()) == values


@pytest.mark.parametrize(
    "text",
    ["a: 1\na: 2\n", "a: &b 1\n", "a: *b\n", "a: !t 1\n", "a: |\n  b\n", "a: {b: c}\n", "a: b\n  c\n", "--- a\n", "a: \"\\n\"\n", "\ta: 1\n", "a: \u200bb\n", "", "a\n", "- a\n"],
)
def test_what_is_not_plain_is_left_to_the_judge(text: str) -> None:
    assert plain_values(text.encode()) is None


def test_deep_and_large_files_are_left_to_the_judge() -> None:
    deep = "\n".join(f"{'  ' * depth}a:" for depth in range(DEEPEST + 5))
    large = "a:\n" + "- b\n" * MOST_NODES
    assert plain_values(deep.encode()) is None
    assert plain_values(large.encode()) is None
