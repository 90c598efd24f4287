"""Pages of records: words, marks, links and what search engines are told."""

import re

import pytest

from c2site.build.prepare import Prepared, brand_texts
from c2site.catalogue import Portal
from c2site.render.web import Page, Parts, Studio, composed, document, record_pages

ASSETS = {name: f"assets/{name}" for name in ("portal.css", "portal.js", "search.js", "find.js", "favicon.svg", "logo.svg")}


@pytest.fixture(scope="module")
def studio(world: Prepared) -> Studio:
    return Studio(world.portal, world.settings.theme / "templates", brand_texts(world.settings.brand), ASSETS)


def page_of(portal: Portal, tag: str, path: str) -> Page:
    reader = portal.readers.of(tag)
    return next(page for page in record_pages(portal, reader) if page.path == f"{reader.slug}/{path}")


def parts_of(studio: Studio, tag: str, path: str) -> Parts:
    return composed(studio, page_of(studio.portal, tag, path))


def test_every_page_of_every_language_is_made(studio: Studio):
    counts = {reader.tag: sum(1 for _ in record_pages(studio.portal, reader)) for reader in studio.portal.readers}
    assert len(set(counts.values())) == 1
    paths = [page.path for reader in studio.portal.readers for page in record_pages(studio.portal, reader)]
    assert len(paths) == len(set(paths))


def test_every_page_renders_with_one_main_heading_and_the_notice(studio: Studio):
    notice = studio.portal.profiles.partnership.notice["en"]
    for page in record_pages(studio.portal, studio.portal.readers.of("en")):
        html = document(composed(studio, page))
        assert len(re.findall(r"<h1\b", html)) == 1, page.path
        assert notice.split(".")[0] in html, page.path
        assert 'class="funding' in html, page.path


def test_hostile_names_are_shown_and_stay_text(studio: Studio):
    parts = parts_of(studio, "en", "companies/rd-5/")
    assert "R&amp;D &lt;5 GmbH" in parts.body
    assert "<5 GmbH" not in parts.body + parts.head
    assert "<title>R&amp;D &lt;5 GmbH" in parts.head


@pytest.mark.parametrize(("key", "name"), [("oneil", "O’Neil"), ("no", "No"), ("equal", "=Equal Ltd")])
def test_names_appear_as_written(studio: Studio, key: str, name: str):
    written = studio.portal.profiles.smes[key].name
    body = parts_of(studio, "en", f"companies/{key}/").body
    assert written.replace("'", "&#39;").replace("&", "&amp;").replace("&amp;#39;", "&#39;") in body, name


def test_direction_and_language_are_the_readers(studio: Studio):
    assert (parts_of(studio, "he", "offerings/").lang, parts_of(studio, "he", "offerings/").direction) == ("he", "rtl")
    assert parts_of(studio, "sr-Latn", "offerings/").lang == "sr-Latn"


def test_text_shown_in_another_language_carries_its_own_language(studio: Studio):
    portal = studio.portal
    reader = portal.readers.of("he")
    offering = next(one for one in portal.profiles.offerings.values() if not reader.reads(one.summary))
    body = parts_of(studio, "he", f"offerings/{offering.id}/").body
    words = reader.text(offering.summary)
    assert f'class="foreign" lang="{words.lang}" dir="{words.direction}"' in body


def test_only_real_translations_are_told_as_alternates(studio: Studio):
    portal = studio.portal
    for page in record_pages(portal, portal.readers.of("en")):
        if page.record is None:
            continue
        alternates = dict(page.alternates(portal))
        for reader in portal.readers:
            other = page_of(portal, reader.tag, page.path.split("/", 1)[1])
            assert (reader.tag in alternates) == (other.translated and page.translated), page.path


def test_alternates_are_reciprocal_and_absolute(studio: Studio):
    portal = studio.portal
    page = page_of(portal, "en", "offerings/")
    for tag, address in page.alternates(portal):
        assert address.startswith(portal.site_url)
        if tag != "x-default":
            assert page_of(portal, tag, "offerings/").alternates(portal) == page.alternates(portal)


def test_untranslated_page_points_to_the_one_it_repeats(studio: Studio):
    portal = studio.portal
    page = next(page for page in record_pages(portal, portal.readers.of("he")) if page.record and not page.translated)
    assert page.canonical(portal) == portal.site_url + page.path_for(portal.readers.of(page.written_in[0]))
    assert page.alternates(portal) == []


def test_language_switch_leads_to_the_same_page(studio: Studio):
    page = page_of(studio.portal, "en", "companies/oneil/")
    header = composed(studio, page).header
    for reader in studio.portal.readers:
        assert f'href="{page.base}{reader.slug}/companies/oneil/" hreflang="{reader.tag}"' in header


def test_cited_statement_leads_to_a_numbered_note(studio: Studio):
    portal = studio.portal
    sme = next(one for one in portal.profiles.smes.values() if one.statements)
    body = parts_of(studio, "en", f"companies/{sme.id}/").body
    numbers = set(re.findall(r'href="#note-(\d+)"', body))
    assert numbers
    assert numbers == set(re.findall(r'<li id="note-(\d+)"', body))


def test_company_without_offerings_says_so_kindly(studio: Studio):
    body = parts_of(studio, "en", "companies/empty-quay/").body
    assert studio.portal.readers.of("en").phrase("company.offers_empty") in body


def test_pages_hold_no_inline_script_and_no_style(studio: Studio):
    for page in record_pages(studio.portal, studio.portal.readers.of("ar")):
        html = document(composed(studio, page))
        scripts = re.findall(r"<script\b([^>]*)>", html)
        assert all('src="' in attributes or 'type="application/ld+json"' in attributes for attributes in scripts), page.path
        assert not re.search(r"<style\b|\sstyle=|\son[a-z]+=", html), page.path


def test_no_edit_link_while_the_repository_is_unknown(studio: Studio):
    assert "/edit/main/" not in parts_of(studio, "en", "companies/oneil/").body
