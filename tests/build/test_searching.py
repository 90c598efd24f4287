"""What the search needs besides the index: words for its script, other forms in the copy of each page, OpenSearch."""

import json
import re
from dataclasses import replace
from xml.etree import ElementTree

import pytest

from c2site.build.indexed import code_words, indexed
from c2site.build.searching import opensearch, search_words
from c2site.catalogue import Portal
from c2site.catalogue.codes import codes_of
from tests.hostile.payloads import VISIBLE

PAGE = '<!doctype html><html lang="{lang}"><head><title>x</title></head><body><main id="content" data-pagefind-body><h1>{title}</h1><p>{text}</p></main></body></html>'
SPACE = {"": "http://a9.com/-/spec/opensearch/1.1/"}


def meta(html: str, name: str) -> str:
    found = re.search(rf'<meta data-pagefind-(?:meta|filter)="{name}\[content\]" content="([^"]*)">', html)
    return found[1].strip() if found else ""


def test_copy_holds_forms_of_title_and_text_apart_and_the_page_as_it_is():
    page = PAGE.format(lang="it", title="Qualità dell’aria", text="una rete d&#39;acqua")
    copy = indexed("it/offerings/air/index.html", page, "zqbcx")
    assert (meta(copy, "named"), meta(copy, "also")) == ("aria", "acqua zqbcx")
    assert re.sub(r'<meta data-pagefind[^>]*>| data-pagefind-weight="[^"]*"', "", copy) == page


def test_what_stands_on_every_page_is_no_form_of_any():
    page = PAGE.format(lang="bg", title="Лампа", text="Пейка").replace("</main>", "</main><footer>Колумбия</footer>")
    copy = indexed("bg/offerings/a/index.html", page)
    assert "peyka" in meta(copy, "also")
    assert "kolumbia" not in copy


def test_title_in_another_language_says_so():
    page = PAGE.format(lang="bg", title='<span class="foreign" lang="en" dir="ltr" data-lang="EN">Timber</span>', text="")
    assert meta(indexed("bg/offerings/a/index.html", page), "title") == "en"
    assert meta(indexed("bg/offerings/a/index.html", PAGE.format(lang="bg", title="Дърво", text="")), "title") == ""


def test_what_a_buyer_looks_for_counts_more_than_what_mentions_it():
    weights = [float(re.search(r'weight="([^"]*)"', indexed(path, PAGE.format(lang="en", title="x", text="")))[1])
               for path in ("en/offerings/a/index.html", "en/events/a/index.html", "en/offerings/index.html", "en/offerings/page/2/index.html")]  # fmt: skip
    assert weights[0] > weights[1] > weights[2] == weights[3]


def test_pages_of_offerings_with_codes_are_found_by_them(portal: Portal):
    filed = code_words(portal)
    for one in portal.profiles.offerings.values():
        assert (f"en/offerings/{one.id}/index.html" in filed) == bool(list(codes_of(one)))


def test_script_is_told_the_readers_own_words(portal: Portal):
    for reader in portal.readers:
        told = json.loads(json.dumps(search_words(reader)))
        assert told["words"]["none"] == reader.phrase("search.none")
        assert told["kinds"]["offerings"] == reader.phrase("nav.offerings")
        assert all(path.startswith(f"../../{reader.slug}/") for _, path in told["lists"])


@pytest.mark.parametrize("name", VISIBLE)
def test_browsers_are_told_of_the_search_whatever_the_name(portal: Portal, name: str):
    attacked = replace(portal, profiles=replace(portal.profiles, partnership=portal.profiles.partnership.model_copy(update={"acronym": name})))
    root = ElementTree.fromstring(opensearch(attacked, portal.readers.default))
    assert root.find("ShortName", SPACE).text == name[:16]
    assert root.find("Url", SPACE).get("template") == f"{portal.site_url}en/search/?q={{searchTerms}}"
