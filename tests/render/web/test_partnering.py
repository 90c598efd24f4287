"""The partnership's own pages: clusters two by two, figures, whom it looks for, who is ready."""

import csv
import io
import re
from dataclasses import replace

import pytest

from c2site.build.beside import beside
from c2site.build.prepare import Prepared, brand_texts
from c2site.model import Indicator
from c2site.render.counting import counted
from c2site.render.web import Studio, Subject, composed, pages_about
from c2site.render.web.handwritten import handwritten_page
from c2site.render.web.partnering import bar
from tests.conftest import ASSETS

COOPERATION, INDICATORS = Subject("cooperation", "cooperation"), Subject("indicator", "indicators")
NAUGHTY = "<script>alert(1)</script> & Sons"


def studio_of(world: Prepared) -> Studio:
    return Studio(world.portal, world.settings.theme / "templates", brand_texts(world.settings.brand), ASSETS)


def body_of(world: Prepared, subject: Subject, tag: str = "en") -> str:
    (page,) = pages_about(world.portal, subject, [world.portal.readers.of(tag)])
    return composed(studio_of(world), page).body


def with_records(world: Prepared, **folders: dict) -> Prepared:
    return replace(world, portal=replace(world.portal, profiles=replace(world.portal.profiles, **folders)))


def test_each_two_clusters_stand_in_the_matrix_both_ways_and_once_below(world: Prepared):
    body, number = body_of(world, COOPERATION), len(world.portal.profiles.clusters)
    targets = re.findall(r'href="#([a-z-]+--[a-z-]+)"', body)
    assert len(targets) == number * (number - 1)
    assert sorted(targets) == sorted(2 * re.findall(r'<li class="tie" id="([^"]+)"', body))


def test_an_event_to_come_is_no_meeting_yet_and_nobody_is_blamed(world: Prepared):
    body = body_of(world, COOPERATION)
    assert "an event is planned" in body and "together on record" not in body
    assert "never" not in re.sub(r"<[^>]+>", " ", body)


def test_a_partnership_of_one_cluster_has_no_pairs_and_says_so(world: Prepared):
    (key, *_) = world.portal.profiles.partnership.clusters
    alone = with_records(world, clusters={key: world.portal.profiles.clusters[key]}, partnership=world.portal.profiles.partnership.model_copy(update={"clusters": (key,)}))
    assert "as soon as two clusters" in body_of(alone, COOPERATION)


def test_figures_stand_beside_their_targets_with_how_they_are_counted(world: Prepared):
    text = " ".join(re.sub(r"<[^>]+>", " ", body_of(world, INDICATORS)).split())
    assert "sum over Events: Business meetings" in text and "of 60% aimed at" in text


def test_without_indicators_the_page_says_what_the_records_hold(world: Prepared):
    body = body_of(with_records(world, indicators={}), INDICATORS)
    assert "has not stated any indicators" in body and "indicators.csv" not in body


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("count(agreements)", "number of records: Agreements"),
        ("count(events where kind is mission)", "number of records: Events; only where “Kind” is “Mission”"),
        ("distinct(events.smes)", "counted once each, over Events: Companies"),
        ("share(smes where website is stated)", "share of records: Companies; only where “Web” is stated"),
        ("share(smes where reviewed_on within 365 days)", "share of records: Companies; only where “last review” is no older than 365 days"),
        ("nonsense", ""),
    ],
)
def test_a_formula_is_told_in_words(world: Prepared, written: str, words: str):
    assert counted(world.portal.readers.of("en"), written) == words


def test_a_share_reaches_as_far_as_its_hundred_and_a_number_as_far_as_the_greater(world: Prepared):
    found = {one.indicator.id: bar(one) for one in world.portal.figures()}
    assert found["ind-meetings"] == (22, 100) and found["ind-companies"] == (100, 0) and found["ind-fresh"][1] == 60


def test_the_table_for_reports_holds_every_indicator_and_runs_nothing(world: Prepared):
    hostile = Indicator(id="bad", status="published", source_language="en", name={"en": "=1+1"}, unit="things", formula="count(smes)")
    seen = with_records(world, indicators={"bad": hostile})
    reader = seen.portal.readers.of("en")
    ((path, make),) = beside(seen.portal, INDICATORS, [reader]).items()
    (row,) = csv.DictReader(io.StringIO(make(studio_of(seen)).decode("utf-8-sig"), newline=""))
    assert path == "en/indicators/indicators.csv"
    assert (row["Indicator"], row["Actual"], row["Target"], row["Counted on"]) == ("'=1+1", str(len(seen.portal.profiles.smes)), "", "2027-03-01")


def test_naughty_names_of_agreements_stay_text(world: Prepared):
    one, other = list(world.portal.profiles.clusters.values())[:2]
    paper = next(iter(world.portal.profiles.agreements.values())).model_copy(update={"parties": (one.short_name, other.short_name), "title": {"en": NAUGHTY}})
    body = body_of(with_records(world, agreements={paper.id: paper}), COOPERATION)
    assert "<script" not in body and "&lt;script&gt;" in body


def test_the_page_for_partners_names_gaps_and_ways_in_and_no_prospect(world: Prepared):
    portal = world.portal
    page = handwritten_page(portal, portal.readers.of("en"), "partners", {"title": "Partners"}, "en", ["en"])
    body = composed(studio_of(world), page, "<p>Text</p>", "en").body
    assert portal.profiles.prospects and not any(one.organisation in body for one in portal.profiles.prospects.values())
    assert all(key in body for key in ('id="wanted"', 'id="join"', "mailto:"))


def test_ready_is_said_where_it_is_so_and_nothing_where_it_is_not(world: Prepared):
    market = body_of(world, Subject("market", "markets", "br"))
    assert market.count("badge--ready") == 1
    assert "badge--ready" in body_of(world, Subject("offering", "offerings", "shore-power"))
    assert "badge--ready" not in body_of(world, Subject("offering", "offerings", "hull-robot"))


def test_a_business_model_stands_on_its_sector_its_market_and_the_strategy_cell_by_cell(world: Prepared):
    portal = world.portal
    page = handwritten_page(portal, portal.readers.of("pt"), "strategy", {"title": "Strategy"}, "pt", ["pt"])
    strategy = composed(studio_of(world), page, "<p>Text</p>", "pt").body
    market, sector = body_of(world, Subject("market", "markets", "br"), "pt"), body_of(world, Subject("sector", "sectors", "energy"), "pt")
    for body in (strategy, market, sector):
        assert body.count("canvas__cell\"") >= 10 and "Uma taxa por noite calma" in body
    assert "Quadro dos editores" in strategy and "Quadro dos editores" not in market
    assert "canvas" not in body_of(world, Subject("market", "markets", "jp"))


def test_naughty_cells_stay_text(world: Prepared):
    body = body_of(world, Subject("sector", "sectors", "water"))
    assert "Clean drops &amp; &lt;b&gt;no&lt;/b&gt; salt" in body
