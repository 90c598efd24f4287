"""A staged site is looked at before it is published."""

from pathlib import Path

import pytest

from c2site.build.links import LINK, Links, Seen, bases_of, target_of
from c2site.build.output import Output
from c2site.build.publish import published
from c2site.build.verify import verified

MARK = '<section class="funding">EU</section>'


def page(body: str) -> str:
    return f"<html>{body}{' ' * 600}</html>"


def codes(pages: dict[str, str], folder: Path, **rules: object) -> list[str]:
    out = Output(folder)
    for path, body in pages.items():
        out.write(path, page(body))
    return [one.code for one in verified(out, **rules)]


def test_sound_site_has_no_problem(tmp_path: Path):
    door = f'{MARK}<a href="en/">x</a><a href="https://example.org/">y</a><a href="#z">z</a><a href="/portal/en/">w</a>'
    english = f'{MARK}<a class="up" href="../">x</a><a href="mailto:info@example.org">m</a><a href="">self</a><a href="?q=1">q</a>'
    assert codes({"index.html": door, "en/index.html": english}, tmp_path, root_path="/portal/") == []


@pytest.mark.parametrize(
    "body",
    [
        '<a href="../nowhere/">x</a>',
        '<a href="../../../en/">x</a>',
        '<a href="/elsewhere/">x</a>',
        '<a href="caf%C3%A9/?a=1&amp;b=2#c">x</a>',
        '<link rel="stylesheet" href="../assets/x.css">',
        '<img alt="x" src="x.png">',
        '<script src="../x.js"></script>',
        '<svg><use href="../sprite.svg#a"/></svg>',
    ],
)
def test_dead_link_and_missing_file_are_told(tmp_path: Path, body: str):
    assert codes({"index.html": MARK, "en/index.html": MARK + body}, tmp_path) == ["site-dead-link"]


def test_target_that_two_pages_miss_is_told_once(tmp_path: Path):
    dead = f'{MARK}<a href="../x/">x</a>'
    assert codes({"en/index.html": dead, "fr/index.html": dead}, tmp_path) == ["site-dead-link"]


def test_same_link_from_two_depths_leads_to_two_places(tmp_path: Path):
    pages = {"x/index.html": MARK, "en/index.html": f'{MARK}<a href="../x/">x</a>', "en/deep/index.html": f'{MARK}<a href="../x/">x</a>'}
    assert codes(pages, tmp_path) == ["site-dead-link"]


def test_way_up_from_the_door_leads_nowhere(tmp_path: Path):
    pages = {"en/index.html": f'{MARK}<a href="../x/">x</a>', "index.html": f'{MARK}<a href="../x/">x</a>', "x/index.html": MARK}
    assert codes(pages, tmp_path) == ["site-dead-link"]


def test_folders_left_out_on_purpose_are_not_followed(tmp_path: Path):
    pages = {"index.html": f'{MARK}<a href="catalogues/x.pdf">x</a>'}
    assert codes(pages, tmp_path / "a", left_out=("catalogues/",)) == []
    assert codes(pages, tmp_path / "b") == ["site-dead-link"]


def test_words_that_look_like_a_link_are_none(tmp_path: Path):
    assert codes({"index.html": f'{MARK}<code>&lt;a href="nowhere/"&gt;</code>'}, tmp_path) == []


def test_page_without_the_funding_mark_is_told(tmp_path: Path):
    assert codes({"index.html": "x"}, tmp_path) == ["site-funding"]


def test_empty_page_is_told(tmp_path: Path):
    out = Output(tmp_path)
    out.write("index.html", MARK)
    assert [one.code for one in verified(out)] == ["site-empty-page"]


def test_branch_is_verified_with_the_rest(tmp_path: Path):
    out = Output(tmp_path)
    branch = out.branch()
    branch.write("en/index.html", page(f'{MARK}<a href="../nowhere/">x</a>'))
    branch.write("fr/index.html", "")
    assert verified(out) == []
    out.adopt(branch.records)
    assert sorted({one.code for one in verified(out)}) == ["site-dead-link", "site-empty-page", "site-funding"]


def build(site: Path, pages: dict[str, str], **rules: object) -> list[str]:
    with published(site) as out:
        for path, body in pages.items():
            if not out.keep(path, body):
                out.write(path, page(body), body)
        return [one.code for one in verified(out, **rules)]


def test_kept_page_is_read_again_when_a_file_it_leads_to_goes(tmp_path: Path):
    pages = {"index.html": f'{MARK}<a href="en/">x</a>', "en/index.html": MARK}
    assert [build(tmp_path / "site", pages) for _ in range(2)] == [[], []]
    del pages["en/index.html"]
    assert build(tmp_path / "site", pages) == ["site-dead-link"]


def test_kept_page_is_read_again_when_the_rules_change(tmp_path: Path):
    pages = {"index.html": f'{MARK}<a href="catalogues/x.pdf">x</a>'}
    assert build(tmp_path / "site", pages, left_out=("catalogues/",)) == []
    assert build(tmp_path / "site", pages) == ["site-dead-link"]


def test_links_of_a_whole_site_are_followed_as_one_by_one(built: Path):
    """Whatever is followed once for many pages, every page's every link is among what was found."""
    links, seen, each = Links(), Seen({}, []), set()
    for path in sorted(built.rglob("*.html")):
        name = path.relative_to(built).as_posix()
        html = path.read_text(encoding="utf-8")
        links.see(name, html, seen)
        each |= {target_of(bases_of(name), link) for link in LINK.findall(html)}
    assert seen.targets.keys() == each - {None}
