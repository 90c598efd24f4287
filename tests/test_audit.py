"""The audit's own arithmetic, on fixed numbers: no browser runs here."""

import urllib.error
import urllib.request
from dataclasses import replace
from datetime import date
from pathlib import Path

import brotli
import pytest

from audit.axe import Axed, Broken
from audit.browsing import Visit
from audit.lighthouse import Score
from audit.nu import MarkupError
from audit.pages import DOOR, LOST, PageOfKind, kind_of, pages_of_kinds
from audit.record import record, write_record
from audit.results import Result, targets
from audit.serving import served
from audit.table import faults_text, table, targets_text
from c2site.load.audit import audit

VISIT = Visit(bytes=25_000, requests=4, font_bytes=50_000, fonts=3, foreign=(), cookies=0, violations=(), faults=())
SCORE = Score(performance=100, accessibility=100, best_practices=100, seo=100, shift=0.0003, bytes=75_000, failed=())
CONTRAST = Broken("color-contrast", ("1.4.3",), ("<p>",))
GOOD = Result("real", PageOfKind("home", "en", "en/"), VISIT, [Axed(40, (), ())], (), SCORE)
PLAIN = replace(GOOD, page=PageOfKind("search", "ar", "ar/search/"), score=None)
BROKEN = replace(PLAIN, axed=[Axed(40, (CONTRAST,), ()), Axed(40, (CONTRAST,), (replace(CONTRAST, undecided=True),))])


def met(*results: Result) -> dict[str, bool | None]:
    return {one.name: one.met for one in targets(results)}


def test_good_pages_reach_every_target():
    assert set(met(GOOD, PLAIN).values()) == {True}


def test_what_lighthouse_did_not_see_is_unmeasured():
    assert [name for name, reached in met(PLAIN).items() if reached is None] == [name for name in met(GOOD) if name.startswith("Lighthouse")]


@pytest.mark.parametrize(
    ("change", "missed"),
    [
        ({"score": replace(SCORE, accessibility=99)}, "Lighthouse: accessibility"),
        ({"score": replace(SCORE, performance=98)}, "Lighthouse: performance"),
        ({"score": replace(SCORE, performance=0)}, "Lighthouse: performance"),
        ({"score": replace(SCORE, seo=92)}, "Lighthouse: SEO"),
        ({"score": replace(SCORE, shift=0.001)}, "Lighthouse: layout shift"),
        ({"axed": BROKEN.axed}, "axe: rules broken"),
        ({"markup": [MarkupError(Path("x"), 1, "no", "<p>")]}, "Nu: errors of HTML"),
        ({"visit": replace(VISIT, bytes=60_001, font_bytes=0)}, "kB before images, without fonts"),
        ({"visit": replace(VISIT, requests=9)}, "requests before images, without fonts"),
        ({"visit": replace(VISIT, font_bytes=85_001)}, "kB before images, with fonts"),
        ({"visit": replace(VISIT, foreign=("fonts.example",))}, "foreign hosts asked"),
        ({"visit": replace(VISIT, cookies=1)}, "cookies"),
        ({"visit": replace(VISIT, violations=("refused",))}, "refused by the page’s own policy"),
        ({"visit": replace(VISIT, faults=("x is undefined",))}, "errors in the console"),
    ],
)
def test_one_page_that_falls_short_misses_one_target_and_is_named(change: dict, missed: str):
    bad = replace(GOOD, **change)
    assert [name for name, reached in met(PLAIN, bad).items() if reached is False] == [missed]
    assert f"NOT YET     {missed}" in targets_text(targets([PLAIN, bad])) and "on real en home" in targets_text(targets([PLAIN, bad]))


def test_invented_site_need_not_be_found_by_search_engines():
    assert met(replace(GOOD, invented=True, score=replace(SCORE, seo=60)), GOOD)["Lighthouse: SEO"] is True


def test_table_has_a_line_for_each_page_and_faults_one_for_each_fault():
    lines = table([GOOD, BROKEN]).splitlines()
    assert lines[2].split() == ["real", "en", "home", "100", "100", "100", "100", "0.000", "25.0", "4", "75.0", "0", "0"]
    assert lines[3].split()[3:8] == ["–"] * 5
    assert faults_text([GOOD, BROKEN]) == "real ar search: axe: color-contrast (1.4.3): <p>"


def test_record_tells_each_rule_once_and_is_read_back_by_the_portal(tmp_path: Path):
    site = tmp_path / "site" / "ar"
    site.mkdir(parents=True)
    (site / "index.html").write_text('<html lang="ar"><p class="unreviewed">x</p><p class="foreign-page">x</p></html>', encoding="utf-8")
    (tmp_path / "data").mkdir()
    told = record([GOOD, BROKEN], site.parent, ["ar"], {"axe": "4.12.1", "Nu": "26.9", "Lighthouse": "12.8"}, date(2027, 3, 1))
    write_record(tmp_path / "data" / "audit.yml", told)
    found, problems = audit(tmp_path)
    assert problems == []
    assert [(gap.rule, gap.criteria, gap.pages, gap.example) for gap in found.gaps] == [("color-contrast", ("1.4.3",), 1, "ar/search/")]
    assert [(one.name, one.pages, one.failing) for one in found.checkers] == [("axe", 2, 1), ("Nu", 2, 0), ("Lighthouse", 1, 0)]
    assert [(one.tag, one.pages, one.foreign, one.unreviewed) for one in found.languages] == [("ar", 1, 1, 1)]
    assert [one.rule for one in found.undecided] == ["color-contrast"]


def test_kinds_of_pages_follow_their_folders():
    assert [kind_of(Path(path)) for path in (".", "offerings", "offerings/a-b", "clusters/x/companies", "offerings/2", "offerings/page/2", "offerings/by/size/micro/page/3")] == [
        "home", "offerings", "offerings/*", "clusters/*/companies", "offerings/*", "offerings", "offerings/by",
    ]  # fmt: skip


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for path, text in {"index.html": "door", "404.html": "lost", "en/index.html": "home", "en/a/x/index.html": "x", "en/a/y/index.html": "longer"}.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    (tmp_path / "_headers").write_text("/*\n  X-Frame: no\n/en/*\n  Cache-Control: public\n", encoding="utf-8")
    return tmp_path


def test_heaviest_page_stands_for_its_kind(site: Path):
    assert [(one.kind, one.path) for one in pages_of_kinds(site, ["en"])] == [(DOOR, ""), (LOST, "404.html"), ("a/*", "en/a/y/"), ("home", "en/")]


def test_site_is_served_packed_with_its_own_headers(site: Path):
    with served(site) as address:
        with urllib.request.urlopen(urllib.request.Request(f"{address}en/", headers={"Accept-Encoding": "gzip, br"})) as answer:
            assert brotli.decompress(answer.read()) == b"home"
            assert (answer.headers["Content-Encoding"], answer.headers["X-Frame"], answer.headers["Cache-Control"]) == ("br", "no", "public")
        with pytest.raises(urllib.error.HTTPError) as lost:
            urllib.request.urlopen(f"{address}../../etc/passwd")
        assert (lost.value.code, lost.value.read()) == (404, b"lost")
