"""Permanent addresses: one small page a record, which leads to it in every language and names nothing once it is gone."""

from dataclasses import replace

import lxml.html
import pytest

from c2site.build.prepare import Prepared, brand_texts
from c2site.build.robots import redirects
from c2site.catalogue import Portal
from c2site.render.web import ENTITIES, Studio
from c2site.render.web.llms import llms
from c2site.render.web.pages import subjects
from c2site.render.web.permanent import gone_address, gone_addresses, permanent_page
from tests.conftest import ASSETS
from tests.render.exports.portals import HOSTILE, small_portal


@pytest.fixture(scope="module")
def studio(world: Prepared) -> Studio:
    return Studio(world.portal, world.settings.theme / "templates", brand_texts(world.settings.brand), ASSETS)


def test_every_record_leads_to_itself_in_every_language(studio: Studio):
    portal = studio.portal
    for subject in subjects(portal):
        if subject.key and not subject.listing and subject.number == 1:
            document = lxml.html.document_fromstring(permanent_page(studio, subject))
            links = {one.get("hreflang"): one.get("href") for one in document.iter("a") if one.get("hreflang")}
            assert links == {one.tag: f"../../{subject.path(one)}" for one in portal.readers}, subject
            assert document.xpath("//meta[@name='robots']/@content") == ["noindex"]
            assert document.xpath("//link[@rel='canonical']/@href")[0].startswith(portal.site_url)
            assert not document.xpath("//*[@data-pagefind-body]")


def test_ids_are_enough_because_no_two_records_share_one(portal: Portal):
    keys = [key for folder in ENTITIES for key in getattr(portal.profiles, folder)]
    assert len(set(keys)) == len(keys)


def test_a_withdrawn_record_is_gone_there_too_and_not_named(studio: Studio):
    gone = dict(gone_addresses(studio.portal))
    assert "id/vanished-boat/" in gone
    for path, folder in gone.items():
        html = gone_address(studio, folder)
        assert path.split("/")[1] not in html
        assert all(one.phrase("gone.text") in html for one in studio.portal.readers)
        assert '<meta name="robots" content="noindex">' in html
    assert "/id/vanished-boat/  /id/vanished-boat/index.html  410!\n" in redirects(gone)


def test_llms_txt_is_headings_links_and_a_summary(portal: Portal):
    text = llms(portal)
    assert text.startswith(f"# {portal.profiles.partnership.acronym}\n\n> ")
    assert all(portal.address(portal.readers.default, "markets", key) in text for key in portal.profiles.markets)
    assert all(portal.address(one) in text for one in portal.readers)


@pytest.mark.parametrize("name", [*HOSTILE, "](https://evil.example)", "# heading", "[x](javascript:alert(1))", "<img src=x>"])
def test_hostile_names_stay_words_in_llms_txt(name: str):
    line = next(one for one in llms(small_portal(cluster={"short_name": name})).splitlines() if "/clusters/reef/" in one)
    shown = line[line.index("[") + 1 : line.rindex("](https://quay.example/")]
    for sign in "[]<>*_`#":
        assert all(shown[place - 1] == "\\" for place, one in enumerate(shown) if one == sign)


def test_a_portal_without_what_may_be_missing_has_an_llms_txt():
    portal = small_portal()
    assert "## " in llms(replace(portal, profiles=replace(portal.profiles, markets={}, editions={}, clusters=portal.profiles.clusters)))
