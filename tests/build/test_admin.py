"""The editors' page as files: there when it is asked for, whole, the same twice, and outside the rules of the public pages."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from c2site.build.admin import beside_admin, write_admin
from c2site.build.output import Output
from c2site.build.prepare import Prepared
from c2site.build.robots import headers, robots
from c2site.build.settings import settings_from
from c2site.render.web.policy import POLICY


@pytest.fixture(scope="module")
def site(world: Prepared, tmp_path_factory: pytest.TempPathFactory) -> Output:
    out = Output(tmp_path_factory.mktemp("admin"))
    write_admin(replace(world, settings=replace(world.settings, repo_url="https://github.com/partners/portal", production=True)), out)
    return out


def test_nobody_gets_the_page_unasked(tmp_path: Path):
    assert not settings_from(tmp_path, {}).admin
    assert not settings_from(tmp_path, {"C2SITE_PRODUCTION": "1"}).admin
    assert settings_from(tmp_path, {"C2SITE_ADMIN": "1"}).admin


def test_page_loads_its_own_files_only_and_the_browser_checks_decap(site: Output):
    page = (site.folder / "admin/index.html").read_text(encoding="utf-8")
    loaded = re.findall(r'(?:src|href)="([^"]+)"', page)
    assert [path for path in loaded if path != "data:," and f"admin/{path}" not in site.written] == []
    assert re.search(r'<script src="decap-cms.js" integrity="sha384-[A-Za-z0-9+/]{64}">', page)
    assert '<meta name="robots" content="noindex, nofollow">' in page
    assert not re.search(r"<script(?![^>]* src=)|<style| on\w+=", page)


def test_licences_go_along(site: Output):
    licences = [(site.folder / path).read_text(encoding="utf-8") for path in sorted(site.written) if path.startswith("admin/licences/")]
    assert len(licences) == 3
    assert "MIT License" in licences[1] and "Netlify" in licences[1]


def test_editors_page_is_not_held_against_the_site(site: Output):
    assert list(site.records.seen.wrong(site.written, "/", ())) == []


def test_same_records_give_the_same_page(world: Prepared, site: Output, tmp_path: Path):
    write_admin(replace(world, settings=replace(world.settings, repo_url="https://github.com/partners/portal", production=True)), Output(tmp_path))
    assert all((tmp_path / path).read_bytes() == (site.folder / path).read_bytes() for path in site.written)


def test_rules_of_the_public_pages_stand_everywhere_else_and_stay_strict(world: Prepared):
    told = headers(beside_admin(["index.html", "en/index.html", "en/about/index.html", "admin/index.html", "assets/a.js"]))
    blocks = re.findall(r"^(/.*)\n((?:  .*\n)+)", told, re.MULTILINE)
    strict = [path for path, lines in blocks if f"Content-Security-Policy: {POLICY}; frame-ancestors 'none'" in lines]
    assert strict == ["/", "/assets/*", "/en/*", "/index.html"]
    own = dict(blocks)["/admin/*"]
    assert "noindex" in own and "frame-ancestors 'none'" in own and "same-origin-allow-popups" in own
    assert "Content-Security-Policy" not in dict(blocks)["/*"]
    assert "Disallow: /admin/\n" in robots(world.portal, ["admin/"])
