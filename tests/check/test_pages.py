"""Hand-written pages: heading blocks, links into the portal, citations, raw HTML."""

import shutil
from pathlib import Path

import pytest

from c2site.check.pages import missing_pages, page_problems
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


@pytest.mark.parametrize(
    ("sentence", "figures"),
    [
        ("It grew by 15 percent.", ["15"]),
        ("It grew by 5 %.", ["5 %"]),
        ("It costs € 3 a month, or 1,200 in all.", ["€ 3", "1,200"]),
        ("It has ٢٥ members.", ["٢٥"]),
        ("| Market | 40 |\n| Other | 50 [@harbo-annual] |\n", ["40"]),
        ("The first has 30 [@harbo-annual]. The second has 40.", ["40"]),
        ("It grew by 15 percent [@harbo-annual].", []),
        ("It grew by 15 percent. [@harbo-annual]", []),
        ("Закон од 16. априла 2025. године заменио је мрежу [@harbo-annual].", []),
        ("On 21 September 2017, on 31 de mayo de 2026, on 2026-05-31 at 10:30, in 2024.", []),
        ("ISO 14001, ISO/IEC 27001:2022, EN 50121-4, CO2, B2B, COVID-19 and the 21st hour.", []),
        ("## The 10 steps\n\n12. Item twelve\n", []),
        ("See [the list](https://example.org/2/345) and `count 99` of 3 kinds.", []),
    ],
)
def test_figure_of_a_strategy_without_a_source_is_told(root: Path, sentence: str, figures: list[str]):
    (root / "content" / "en" / "strategy.md").write_text(HEADING + "---\n\n" + sentence, encoding="utf-8")
    found = [one for one in page_problems(load_pages(root), load_partnership(root)) if one.path == "content/en/strategy.md"]
    assert [(one.code, one.severity) for one in found] == [("uncited-figure", "warning")] * len(figures)
    assert all(f"`{figure}`" in one.message for figure, one in zip(figures, found, strict=True))


def test_figures_of_other_pages_are_left_alone(root: Path):
    assert told(root, HEADING + "---\n\nIt has 99 members.\n") == []


def test_page_that_every_portal_leads_to_is_missed_until_it_is_written_in_some_language(root: Path):
    shutil.copytree(WORLD / "content", root / "content", dirs_exist_ok=True)
    (root / "content/en/imprint.md").unlink()
    missed = list(missing_pages(load_pages(root), load_partnership(root)))
    assert [(one.path, one.code) for one in missed] == [("content/en/imprint.md", "missing-file")]
    assert "`c2site new page imprint`" in missed[0].hint
    (root / "content/sr/imprint.md").write_text(HEADING + "---\n", encoding="utf-8")
    assert list(missing_pages(load_pages(root), load_partnership(root))) == []
