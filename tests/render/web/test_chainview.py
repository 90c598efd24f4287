"""The value chain on pages, looked up by hand in the invented world: no offering names the stage `leave`."""

import re
from dataclasses import replace
from datetime import date

import pytest

from c2site.build.prepare import Prepared
from c2site.catalogue import Portal
from c2site.render.web import Subject
from c2site.render.web.chainview import Gap, chainview
from tests.render.web.test_needs import body_of

HUES = ("water", "energy", "shipping")


def gaps(portal: Portal, market: str = "", tag: str = "en") -> list[Gap]:
    asked = chainview(portal, portal.readers.of(tag), HUES)
    return asked["gaps_of"](portal.standing("harbour-call", market) if market else portal.standing("harbour-call"), market)


def wanting(portal: Portal, stage: str) -> Portal:
    """The portal with the need for sockets asking for a stage instead."""
    needs = dict(portal.profiles.needs)
    needs["need-sockets"] = needs["need-sockets"].model_copy(update={"chain_stages": (stage,)})
    return replace(portal, profiles=replace(portal.profiles, needs=needs))


def withdrawn_from_japan(portal: Portal) -> Portal:
    """The portal with nothing offered in Japan any more."""
    offerings = {
        key: one.model_copy(update={"markets": {market: stand for market, stand in one.markets.items() if market != "jp"}})
        for key, one in portal.profiles.offerings.items()
    }
    return replace(portal, profiles=replace(portal.profiles, offerings=offerings))


def test_a_gap_names_the_open_needs_that_ask_for_it(portal: Portal):
    changed = wanting(portal, "leave")
    assert [[need.id for need in gap.needs] for gap in gaps(changed)] == [["need-sockets"]]
    assert [[need.id for need in gap.needs] for gap in gaps(changed, "br")] == [["need-sockets"]]
    assert gaps(portal)[0].needs == []


def test_neither_closed_needs_nor_those_of_other_markets_ask(portal: Portal):
    changed = wanting(portal, "leave")
    assert gaps(replace(changed, today=date(2029, 1, 1)))[0].needs == []
    assert all(gap.needs == [] for gap in gaps(changed, "jp"))


def test_a_gap_in_a_market_tells_how_many_offerings_stand_there_elsewhere(portal: Portal):
    assert [(gap.stage.id, gap.elsewhere) for gap in gaps(withdrawn_from_japan(portal), "jp")] == [("arrive", 2), ("lie", 4), ("serve", 3), ("leave", 0)]
    assert [gap.elsewhere for gap in gaps(portal)] == [0]


def test_a_field_leads_to_the_list_of_its_offerings(portal: Portal):
    narrowed = chainview(portal, portal.readers.of("el"), HUES)["narrowed"]
    assert narrowed("lie", "mare-clara", "br") == "el/offerings/?stage=lie&cluster=mare-clara&market=br"
    assert {"lie", "mare-clara", "br"} <= {key for group in ("stage", "cluster", "market") for key in portal.facets["offerings"][group]}


@pytest.mark.parametrize("tag", ["en", "ar", "el", "he"])
def test_a_markets_page_counts_what_is_offered_there(world: Prepared, tag: str):
    page = body_of(world, Subject("market", "markets", "br"), tag)
    section = page[page.index('id="chain"') : page.index('id="rules"')]
    rows = re.findall(r"<tr><th scope=\"row\">.*?</tr>", section, re.DOTALL)
    assert [row.count('class="matrix__one"') for row in rows] == [1, 3, 4, 0]
    assert section.count('class="flow__open"') == 1 and section.count('class="lack"') == 1


def test_from_right_to_left_the_picture_is_mirrored(portal: Portal):
    pictures = {tag: chainview(portal, portal.readers.of(tag), HUES)["flow"](portal.standing("harbour-call", "br")) for tag in ("en", "el", "ar", "he")}
    assert all('class="s-water"' in one.across for one in pictures["en"][:2])
    assert pictures["en"] == pictures["el"]
    assert pictures["ar"] == pictures["he"]
    assert [one.down for one in pictures["en"]] == [one.down for one in pictures["ar"]]
    assert all(one.across != other.across for one, other in zip(pictures["en"][:3], pictures["ar"][:3], strict=True))


def test_a_market_without_offerings_says_so_and_leads_on(world: Prepared):
    page = body_of(replace(world, portal=withdrawn_from_japan(world.portal)), Subject("market", "markets", "jp"))
    assert "So far no source states an offering at any stage in this market." in page
    assert 'class="flow"' not in page and 'href="../../../en/value-chain/"' in page


def test_no_prospect_is_named(world: Prepared):
    page = body_of(world, Subject("market", "markets", "br"))
    assert world.portal.profiles.prospects and not any(one.organisation in page for one in world.portal.profiles.prospects.values())


def test_offerings_of_a_stage_have_a_page(world: Prepared):
    page = body_of(world, Subject("by", "offerings", below="by/stage/arrive"))
    assert set(re.findall(r'class="row__name"><a href="[./]*en/offerings/([a-z-]+)/', page)) == {"tide-float", "wave-forecast"}
