"""A staged site is looked at before it is published."""

from pathlib import Path

from c2site.build.verify import verified

MARK = '<section class="funding">EU</section>'


def page(folder: Path, path: str, body: str) -> None:
    target = folder / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(f"<html>{body}{' ' * 600}</html>", encoding="utf-8")


def codes(folder: Path) -> list[str]:
    return [one.code for one in verified(folder)]


def test_sound_site_has_no_problem(tmp_path: Path):
    page(tmp_path, "index.html", f'{MARK}<a href="en/">x</a><a href="https://example.org/">y</a><a href="#z">z</a>')
    page(tmp_path, "en/index.html", f'{MARK}<a href="../">x</a><a href="mailto:info@example.org">m</a>')
    assert codes(tmp_path) == []


def test_dead_link_is_told(tmp_path: Path):
    page(tmp_path, "en/index.html", f'{MARK}<a href="../nowhere/">x</a>')
    assert codes(tmp_path) == ["site-dead-link"]


def test_missing_asset_is_told(tmp_path: Path):
    page(tmp_path, "index.html", f'{MARK}<link rel="stylesheet" href="assets/x.css">')
    assert codes(tmp_path) == ["site-dead-link"]


def test_page_without_the_funding_mark_is_told(tmp_path: Path):
    page(tmp_path, "index.html", "x")
    assert codes(tmp_path) == ["site-funding"]


def test_empty_page_is_told(tmp_path: Path):
    (tmp_path / "index.html").write_text(MARK)
    assert codes(tmp_path) == ["site-empty-page"]
