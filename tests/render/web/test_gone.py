"""The pages of withdrawn records: there in every language, and naming nothing."""

import re
from dataclasses import replace

import pytest

from c2site.build.robots import gone_map, redirects
from c2site.catalogue import Portal
from c2site.render.web import Studio, sitemap
from c2site.render.web.gone import gone, gone_pages
from c2site.render.web.pages import record_pages
from tests.conftest import REPOSITORY


@pytest.fixture(scope="module")
def without(portal: Portal) -> Portal:
    """The world after `hull-robot` was forgotten, and a prospect, which never had a page."""
    gone_now = portal.profiles.withdrawn | {("offerings", "hull-robot"), ("prospects", "secret-prospect")}
    return replace(portal, profiles=replace(portal.profiles.without({("offerings", "hull-robot")}), withdrawn=gone_now))


@pytest.fixture(scope="module")
def studio(without: Portal) -> Studio:
    assets = dict.fromkeys(("favicon.svg", "portal.css", "portal.js", "search.js", "find.js"), "x")
    brand = {path.stem: path.read_text(encoding="utf-8") for path in (REPOSITORY / "theme" / "brand").glob("*.svg")}
    return Studio(without, REPOSITORY / "theme" / "templates", brand, assets)


def test_every_withdrawn_record_with_a_page_has_one_in_every_language(without: Portal):
    wanted = {f"{one.slug}/{path}/" for one in without.readers for path in ("offerings/hull-robot", "offerings/vanished-boat", "companies/vanished")}
    assert {page.path for page in gone_pages(without)} == wanted


def test_no_other_page_stands_at_its_address(without: Portal):
    others = {page.path for reader in without.readers for page in record_pages(without, reader)}
    assert others.isdisjoint(page.path for page in gone_pages(without))


def test_page_names_nothing_asks_not_to_be_found_and_leads_to_the_list(without: Portal, studio: Studio):
    for page in gone_pages(without):
        html = gone(studio, page)
        assert page.key not in html
        assert '<meta name="robots" content="noindex">' in html
        assert "application/ld+json" not in html and "canonical" not in html and "data-pagefind-body" not in html
        assert f'href="/{page.path.removesuffix(page.key + "/")}"' in html
        assert page.reader.phrase("gone.text") in html and 'class="funding' in html


def test_words_are_the_readers_own(without: Portal, studio: Studio):
    titles = {re.search("<h1[^>]*>(.*?)</h1>", gone(studio, page))[1] for page in gone_pages(without)}
    assert len(titles) == len(list(without.readers))
    assert not any("foreign" in title for title in titles)


def test_map_of_the_site_does_not_list_it(without: Portal):
    assert "hull-robot" not in sitemap.written(without, [list(gone_pages(without))])


def test_hosts_are_told_to_answer_with_410():
    assert redirects(["en/companies/x/"]) == "/en/companies/x/  /en/companies/x/index.html  410!\n"
    assert gone_map(["en/companies/x/"]) == "/en/companies/x/ 1;\n/en/companies/x 1;\n/en/companies/x/index.html 1;\n"
