"""Where a record stood under a former id: a page in every language that leads on, by itself, by a link, and for search engines."""

import re
from dataclasses import replace

import lxml.html
import pytest

from c2site.build.beside import beside_formerly
from c2site.build.prepare import Prepared, brand_texts
from c2site.build.robots import moved_map, redirects
from c2site.catalogue import Portal
from c2site.catalogue.downloads import Download
from c2site.render.web import Studio
from c2site.render.web.moved import moved, moved_files, moved_folders, moved_pages
from c2site.render.web.page import Subject
from c2site.render.web.pages import subjects
from tests.conftest import ASSETS
from tests.render.exports.portals import HOSTILE, small_portal


@pytest.fixture(scope="module")
def renamed(portal: Portal) -> Portal:
    former = {("smes", "first-name"): "onda-mansa", ("smes", "second-name"): "onda-mansa", ("markets", "brasil"): "br", ("prospects", "never-shown"): "two-tides"}
    return replace(portal, profiles=replace(portal.profiles, renamed=former))


@pytest.fixture(scope="module")
def studio(renamed: Portal, world: Prepared) -> Studio:
    return Studio(renamed, world.settings.theme / "templates", brand_texts(world.settings.brand), ASSETS)


def test_every_former_address_has_a_page_in_every_language(renamed: Portal):
    wanted = {f"{one.slug}/{path}/" for one in renamed.readers for path in ("companies/first-name", "companies/second-name", "markets/brasil", "markets/brasil/mission")}
    assert {path for path, _ in moved_pages(renamed, subjects(renamed))} == wanted


def test_page_leads_to_the_record_in_the_same_language(renamed: Portal, studio: Studio):
    for path, page in moved_pages(renamed, subjects(renamed)):
        document = lxml.html.document_fromstring(moved(studio, path, page))
        target = "../" * path.count("/") + page.path
        assert document.xpath("//meta[@http-equiv='refresh']/@content") == [f"0; url={target}"]
        assert target in document.xpath("//main//a/@href")
        assert document.xpath("//link[@rel='canonical']/@href") == [page.canonical(renamed)]
        assert (document.get("lang"), document.get("dir")) == (page.reader.tag, page.reader.direction)
        assert not document.xpath("//*[@data-pagefind-body]") and page.reader.phrase("gone.moved") in document.text_content()


def test_name_of_a_record_is_only_a_name_there(world: Prepared):
    hostile = small_portal()
    key = next(iter(hostile.profiles.smes))
    hostile = replace(hostile, profiles=replace(hostile.profiles, renamed={("smes", "former"): key}))
    studio = Studio(hostile, world.settings.theme / "templates", brand_texts(world.settings.brand), ASSETS)
    pages = [moved(studio, path, page) for path, page in moved_pages(hostile, subjects(hostile))]
    assert pages and all("&lt;" in one for one in pages) and not any(attack in one for one in pages for attack in HOSTILE if "<" in attack)


def test_files_beside_a_record_stand_where_they_stood(renamed: Portal):
    assert set(beside_formerly(renamed, Subject("company", "smes", "onda-mansa"), "first-name")) == {"id/first-name/index.html", "id/first-name/card.vcf"}
    assert "pt/markets/brasil/feed.xml" in beside_formerly(renamed, Subject("market", "markets", "br"), "brasil")


def test_hosts_are_told_which_folders_have_moved(renamed: Portal):
    folders = moved_folders(renamed)
    assert ("ar/companies/first-name/", "ar/companies/onda-mansa/") in folders and ("id/brasil/", "id/br/") in folders
    assert not [one for one in folders if "two-tides" in one[1]]
    assert redirects([], [("id/a/", "id/b/")]) == "/id/a/*  /id/b/:splat  301!\n/id/a/  /id/b/  301\n"


@pytest.mark.parametrize(("asked", "rest"), [("/id/a", None), ("/id/a/", ""), ("/id/a/card.vcf", "card.vcf"), ("/id/ab/", False), ("/id/a/\r\nSet-Cookie: x", False), ("/x/id/a/", False)])
def test_server_of_ones_own_hands_on_the_rest_of_an_address_and_nothing_odd(asked: str, rest: str | None | bool):
    pattern, _, target = moved_map([("id/a/", "id/b/")]).strip().rstrip(";").partition(" ")
    found = re.search(pattern.strip('"').removeprefix("~").replace("?<rest>", "?P<rest>").replace("$", r"\Z"), asked)
    assert target == '"/id/b/$rest"'
    assert bool(found) is (rest is not False) and (not found or found["rest"] == rest)


def test_files_of_a_catalogue_are_found_under_their_former_names(portal: Portal):
    former = {("editions", "first-edition"): "br-2027", ("markets", "brasil"): "br"}
    renamed = replace(portal, profiles=replace(portal.profiles, renamed=former))
    download = Download("catalogues/harbo-br-pt-2027.csv", "pt", "csv", 1, "")
    assert moved_files(renamed, {"br-2027": (download,)}) == [
        (f"catalogues/harbo-{name}.csv", download.path) for name in ("br-pt--first_edition", "brasil-pt--br_2027", "brasil-pt--first_edition")
    ]
    assert moved_map([], [("a.csv", "b.csv")]) == "/a.csv /b.csv;\n"
