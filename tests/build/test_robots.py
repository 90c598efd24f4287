"""What robots and servers read holds only what we say, whatever stands in the data."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from c2site.build.robots import headers, robots
from c2site.catalogue import Portal
from c2site.render.web import Subject, pages_about, sitemap
from c2site.render.web.policy import POLICY
from tests.conftest import REPOSITORY

HOSTILE = "https://portal.example/\n/*\n  Set-Cookie: x=1\r\nDisallow: /<&\">"
PAGES = [REPOSITORY / "theme" / "templates" / name for name in ("parts/bare.html", "parts/head.html")]


def test_policy_allows_nothing_that_is_not_named_and_nothing_inline():
    rules = dict(rule.split(" ", 1) for rule in POLICY.split("; "))
    assert rules["default-src"] == "'none'"
    assert "unsafe-inline" not in POLICY
    assert re.findall(r"'[a-z-]*unsafe-eval'", POLICY) == ["'wasm-unsafe-eval'"]
    assert not re.search(r"[*\n\r]|https?:", POLICY)


def test_headers_take_nothing_from_the_data():
    """Every line is a path or a header of a closed list, so no value can add one."""
    lines = headers().splitlines()
    assert [line for line in lines if not line.startswith(" ")] == ["/*", "/assets/*", "/api/*", "/catalogues/*"]
    names = [line.strip().partition(": ")[0] for line in lines if line.startswith(" ")]
    assert sorted(names) == sorted([*set(names), "Access-Control-Allow-Origin"])
    assert len(set(names)) == 8
    assert f"  Content-Security-Policy: {POLICY}; frame-ancestors 'none'" in lines
    assert "  X-Content-Type-Options: nosniff" in lines


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_policy_is_the_first_meta_after_the_character_set(path: Path):
    metas = re.findall(r"<meta [^>]*>", path.read_text(encoding="utf-8"))
    rest = [meta for meta in metas if "charset" not in meta]
    assert rest[0].startswith('<meta http-equiv="Content-Security-Policy"')


def test_address_cannot_add_a_line_to_robots_txt_or_a_tag_to_the_map(portal: Portal):
    hostile = replace(portal, site_url=HOSTILE)
    assert len(robots(hostile).splitlines()) == len(robots(portal).splitlines()) == 3
    assert "<&" not in sitemap.index(hostile, ["a.xml"]) + sitemap.written(hostile, [pages_about(hostile, Subject("search", "search"))])
