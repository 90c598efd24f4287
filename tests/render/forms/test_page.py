"""A form as a page: one file under a strict policy, in the reader's words, that no name can break."""

import base64
import hashlib
import json
import re
from dataclasses import replace
from functools import cache

import lxml.html
import pytest

from c2site.build.forms import write_forms
from c2site.build.prepare import Prepared, brand_texts, brand_tokens
from c2site.catalogue import Portal
from c2site.model import KINDS
from c2site.render.forms import USUAL, form_page
from c2site.render.forms.page import Looks
from tests.conftest import REPOSITORY
from tests.hostile.payloads import MARKUP

BRAND = REPOSITORY / "theme" / "brand"


@cache
def looks() -> Looks:
    return Looks(REPOSITORY / "theme" / "forms", brand_tokens(BRAND), brand_texts(BRAND)["logo"])


def page(portal: Portal, kind: str, tag: str = "en") -> str:
    return form_page(kind, portal, next(one for one in portal.readers if one.tag == tag), looks())


def named(portal: Portal, name: str) -> Portal:
    """Return the portal with one company and one cluster called `name`."""
    smes, clusters = dict(portal.profiles.smes), dict(portal.profiles.clusters)
    smes["oneil"] = smes["oneil"].model_copy(update={"name": name})
    clusters["mare-clara"] = clusters["mare-clara"].model_copy(update={"short_name": name, "mailbox": None, "website": "https://a.example/'onclick=alert(1)'"})
    return replace(portal, profiles=replace(portal.profiles, smes=smes, clusters=clusters))


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_a_form_whose_controls_have_names(portal: Portal, kind: str):
    tree = lxml.html.document_fromstring(page(portal, kind))
    labelled = set(tree.xpath("//label/@for"))
    assert [one.get("id") for one in tree.xpath("//input|//select|//textarea") if one.get("id") not in labelled] == []
    ids = tree.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert set(" ".join(tree.xpath("//@aria-describedby|//@aria-labelledby")).split()) <= set(ids)


@pytest.mark.parametrize("kind", USUAL)
def test_policy_allows_the_form_s_own_styles_and_programs_and_nothing_else(portal: Portal, kind: str):
    html = page(portal, kind)
    style, script = re.search(r"<style>(.*?)</style>", html, re.DOTALL)[1], re.search(r"<script>(.*?)</script>", html, re.DOTALL)[1]
    hashes = [f"'sha256-{base64.b64encode(hashlib.sha256(one.encode()).digest()).decode()}'" for one in (script, style)]
    tree = lxml.html.document_fromstring(html)
    policy = tree.xpath("//meta[@http-equiv]/@content")[0]
    assert policy == f"default-src 'none'; script-src {hashes[0]}; style-src {hashes[1]}; base-uri 'none'; form-action 'none'"
    assert tree.xpath("//@src|//link|//@style|//@onclick|//form/@action") == []
    assert "url(" not in style and "@import" not in style


def test_no_name_breaks_the_page(portal: Portal):
    hostile = " ".join((*MARKUP, '"', "'", "\u2028"))
    tree = lxml.html.document_fromstring(page(named(portal, hostile), "offering"))
    assert [one.get("type") for one in tree.xpath("//script")] == ["application/json", None]
    assert tree.xpath("//template//option[@value='oneil']/text()|//ul/li/strong/bdi[1]/text()").count(hostile) == 2
    assert tree.xpath("//img|//base|//@onerror|//@onload|//@onclick") == []
    taken = json.loads(lxml.html.document_fromstring(page(named(portal, hostile), "sme")).xpath("//script[@id='known']/text()")[0])["taken"]
    assert taken["oneil"] == hostile


def test_words_are_the_reader_s_and_what_nobody_translated_is_marked(portal: Portal):
    tree = lxml.html.document_fromstring(page(portal, "sme", "ar"))
    assert (tree.get("lang"), tree.get("dir")) == ("ar", "rtl")
    assert tree.xpath("//label[@for='name']")[0].text_content().startswith("الاسم")
    helps = tree.xpath("//p[@class='help' and @lang]")
    assert {(one.get("lang"), one.get("dir")) for one in helps} == {("en", "ltr")}
    assert [one.text for one in tree.xpath("//p[@class='help' and not(@lang)]") if re.search("[a-z]{3}", one.text) and not re.search("[ء-ي]", one.text)] == []


def test_reader_s_own_language_stands_first_and_serbian_is_written_in_cyrillic(portal: Portal):
    first = {tag: lxml.html.document_fromstring(page(portal, "need", tag)).xpath("//select[@id='source_language']/option/@value")[0] for tag in ("ar", "sr-Latn")}
    assert first == {"ar": "ar", "sr-Latn": "sr"}
    assert "<option value=\"sr\">srpski (ćirilica)</option>" in page(portal, "need", "sr-Latn")


def test_form_tells_nothing_that_is_not_public(portal: Portal):
    html = "".join(page(portal, kind) for kind in USUAL)
    assert [one.id for one in portal.profiles.prospects.values() if one.organisation in html] == []


def test_an_invented_partnership_says_so(portal: Portal):
    assert portal.profiles.partnership.notice["en"] in page(portal, "sme")


def test_same_data_make_the_same_files_with_the_names_of_kind_and_language(world: Prepared, tmp_path):
    made = [write_forms(world, tmp_path / name, ("sme", "value_chain"), ("en", "sr-Latn")) for name in "ab"]
    assert [one.name for one in made[0]] == ["sme-en.html", "value-chain-en.html", "sme-sr-latn.html", "value-chain-sr-latn.html"]
    assert [one.read_bytes() for one in made[0]] == [one.read_bytes() for one in made[1]]


def test_a_language_nobody_reads_is_told(world: Prepared, tmp_path):
    with pytest.raises(ValueError, match="nobody reads 'xx' here; languages are: en"):
        write_forms(world, tmp_path, ("sme",), ("xx",))
