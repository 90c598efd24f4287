"""Pages of events, missions and the press kit, on two days."""

import re
from dataclasses import replace
from datetime import date

import pytest
from markupsafe import escape

from c2site.build.prepare import Prepared, brand_texts
from c2site.catalogue import Portal
from c2site.catalogue.happenings import Mission, mission
from c2site.model import Event
from c2site.render.web import Studio, Subject, composed, pages_about
from c2site.render.web.occasions import agenda, contacts, offered_in, press_texts, said_of
from tests.conftest import ASSETS

BEFORE, RUNNING, AFTER = date(2027, 5, 10), date(2027, 5, 12), date(2027, 5, 13)
QUAY_DAY, NIGHT = Subject("event", "events", "ev-quay-day"), Subject("event", "events", "ev-night-visit")
MISSION = Subject("mission", "markets", "br", below="mission")


def body(world: Prepared, subject: Subject, today: date, tag: str = "en", events: dict[str, Event] | None = None) -> str:
    """Return what a page says on a day."""
    profiles = replace(world.portal.profiles, events=events or world.portal.profiles.events)
    portal = replace(world.portal, today=today, profiles=profiles)
    studio = Studio(portal, world.settings.theme / "templates", brand_texts(world.settings.brand), ASSETS)
    return composed(studio, pages_about(portal, subject, [portal.readers.of(tag)])[0]).body


def done(portal: Portal) -> Mission:
    return mission("br", portal.profiles, portal.relations, portal.today)


def order(html: str, *marks: str) -> list[str]:
    """Return the marks that stand in a page, in their order there."""
    return sorted((one for one in marks if one in html), key=html.index)


@pytest.mark.parametrize(("today", "sentence", "shown"), [
    (BEFORE, "event.says.open", ["event.register", "event.agenda", "event.guests", "event.catalogue"]),
    (RUNNING, "event.says.running", ["event.agenda", "event.guests", "event.catalogue"]),
    (AFTER, "event.says.untold", ["event.outcome_empty", "event.guests_past", "event.catalogue", "event.agenda"]),
])  # fmt: skip
@pytest.mark.parametrize("tag", ["en", "ar", "el"])
def test_an_events_page_follows_the_day(world: Prepared, tag: str, today: date, sentence: str, shown: list[str]):
    html, reader = body(world, QUAY_DAY, today, tag), world.portal.readers.of(tag)
    keys = ("event.register", "event.agenda", "event.guests", "event.guests_past", "event.catalogue", "event.outcome_empty")
    marks = {f">{escape(reader.phrase(key))}<": key for key in keys}
    assert [marks[one] for one in order(html, *marks)] == shown
    assert escape(reader.phrase(sentence)) in html


def test_what_came_of_an_event_stands_before_all_else(world: Prepared):
    html = body(world, NIGHT, AFTER)
    assert "about 14" in html and "Memorandum of the quiet night" in html and "recordings/night" in html
    assert order(html, "What came of it</h2>", "Signed by", "Documents</h3>", "Companies that took part") == [
        "What came of it</h2>", "Signed by", "Documents</h3>", "Companies that took part",
    ]  # fmt: skip


@pytest.mark.parametrize(("changes", "said"), [
    ({"start": None, "end": None}, "undated"),
    ({"registration": None}, "announced"),
    ({}, "open"),
])  # fmt: skip
def test_every_state_has_its_sentence(portal: Portal, changes: dict, said: str):
    event = portal.profiles.events["ev-quay-day"].model_copy(update=changes)
    assert said_of(event, BEFORE) == said
    told = event.model_copy(update={"after": portal.profiles.events["ev-night-visit"].after})
    assert said_of(told, AFTER) == ("undated_told" if said == "undated" else "told")


def test_days_that_change_nothing_leave_pages_as_they_are(world: Prepared):
    for subject in (QUAY_DAY, MISSION, Subject("events", "events")):
        one, next_day, over = (body(world, subject, day) for day in (date(2027, 5, 9), BEFORE, AFTER))
        assert one == next_day != over


def test_an_agenda_stands_by_day_and_a_point_keeps_the_day_before_it(portal: Portal):
    event = portal.profiles.events["ev-quay-day"]
    assert [(day, [one.time for one in points]) for day, points in agenda(event)] == [(date(2027, 5, 11), ["09:30", "11:00"]), (date(2027, 5, 12), ["10:00"])]
    assert agenda(event.model_copy(update={"agenda": ()})) == []


def test_companies_stand_with_what_they_offer_in_the_events_markets(portal: Portal):
    sme = portal.profiles.smes["amwaj"]
    assert [one.id for one in offered_in(portal, ("br",), sme)] == []
    assert [one.id for one in offered_in(portal, ("br", "jp"), sme)] == ["wave-forecast"]
    assert [one.id for one in offered_in(portal, (), sme)] == list(portal.relations.offerings_of_sme["amwaj"])


def test_a_mission_has_an_address_below_its_market_and_the_markets_picture(portal: Portal):
    page, market = (pages_about(portal, subject, [portal.readers.default])[0] for subject in (MISSION, Subject("market", "markets", "br")))
    assert (page.path, page.written_in) == ("en/markets/br/mission/", market.written_in)
    assert page.card(portal) == market.card(portal)
    assert page.title != market.title


def test_a_mission_leads_to_those_who_organise_there_else_to_those_who_offer_there(world: Prepared):
    portal = world.portal
    assert [one.id for one in contacts(portal, "br", done(portal))] == ["mare-clara", "gal-bahir"]
    alone = replace(portal, profiles=replace(portal.profiles, events={}))
    sellers = [key for key in portal.profiles.partnership.clusters if set(portal.relations.offerings_of_cluster[key]) & set(portal.relations.offerings_in_market["br"])]
    assert [one.id for one in contacts(alone, "br", done(alone))] == sellers
    nobody = replace(alone, profiles=replace(alone.profiles, offerings={}))
    assert [one.id for one in contacts(nobody, "br", done(nobody))] == list(portal.profiles.partnership.clusters)


def test_a_mission_without_anything_says_so_and_stays_useful(world: Prepared):
    html = body(world, MISSION, AFTER, events={"ev-undated": world.portal.profiles.events["ev-undated"]})
    for words in ("No event for this market is announced.", "No event of the partnership for this market is public.", "Whom to ask", "Catalogue for this market"):
        assert words in html
    assert "Companies that took part" not in html


def test_the_press_kit_copies_every_text_as_it_is_written(world: Prepared):
    html, portal = body(world, Subject("press_kit", "press"), AFTER, "ar"), world.portal
    found = press_texts(portal, portal.readers.of("ar"))
    assert [one.tag for one, _ in found][0] == "ar"
    copied = re.findall(r'data-copy="([^"]*)"', html)
    texts = [str(escape(words.text)) for _, said in found for _, words in said]
    assert copied[: len(texts)] == texts
    assert all(words.own for _, said in found for _, words in said)
