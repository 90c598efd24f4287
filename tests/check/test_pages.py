"""Hand-written pages: heading blocks, links into the portal, citations, raw HTML."""

import shutil
from pathlib import Path

import pytest

from c2site.check.pages import page_problems
from c2site.load.pages import load_pages
from c2site.load.partnership import load_partnership
from tests.conftest import WORLD

HEADING = "---\ntitle: About\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    shutil.copytree(WORLD / "data", tmp_path / "data")
    (tmp_path / "content" / "en").mkdir(parents=True)
    return tmp_path


def told(root: Path, text: str) -> list[tuple[str, int, str]]:
    (root / "content" / "en" / "about.md").write_text(text, encoding="utf-8")
    return [(one.code, one.line, one.hint) for one in page_problems(load_pages(root), load_partnership(root))]


def test_sound_page_has_no_problem(root: Path):
    assert told(root, HEADING + "translation: unreviewed\n---\n\nSee [Brazil](c2:markets/br) and `<b>` [home](c2:).\n") == []


@pytest.mark.parametrize(
    ("text", "code", "line", "hint"),
    [
        (HEADING + "template: evil.html\n---\n", "page-front-matter", 3, ""),
        (HEADING + "titel: x\n---\n", "page-front-matter", 3, "title"),
        ("Just text.\n", "page-missing-title", 1, ""),
        ("---\nlede: x\n---\n", "page-missing-title", 1, ""),
        (HEADING + "translation: done\n---\n", "wrong-choice", 3, ""),
        (HEADING + "---\n\n[x](c2:markets/brr)\n", "page-link", 5, "markets/br"),
        (HEADING + "---\n\nSo [@harbo-anual].\n", "unknown-source", 5, "harbo-annual"),
        (HEADING + "---\n\na\n\n<script>x\n", "page-markup", 7, "Markdown"),
    ],
)
def test_mistake_is_told_with_its_line(root: Path, text: str, code: str, line: int, hint: str):
    found = told(root, text)
    assert [one[:2] for one in found] == [(code, line)]
    assert hint in found[0][2]
