"""Events as the build's day sees them, and missions counted by hand in the invented world."""

from dataclasses import replace
from datetime import date

import pytest

from c2site.catalogue import Portal
from c2site.catalogue.happenings import (
    Mission,
    agreements_of,
    by_date,
    by_month,
    can_register,
    is_held,
    mission,
    number_of,
    state_of,
    twelve,
)

BEFORE, FIRST, LAST, AFTER = date(2027, 5, 10), date(2027, 5, 11), date(2027, 5, 12), date(2027, 5, 13)


def mission_on(portal: Portal, market: str, today: date) -> Mission:
    return mission(market, portal.profiles, portal.relations, today)


def ids(records) -> list[str]:
    return [one.id for one in records]


@pytest.mark.parametrize(("today", "state", "held"), [(BEFORE, "upcoming", False), (FIRST, "running", False), (LAST, "running", False), (AFTER, "past", True)])
def test_an_events_first_and_last_day_belong_to_it(portal: Portal, today: date, state: str, held: bool):
    event = portal.profiles.events["ev-quay-day"]
    assert (state_of(event, today), is_held(event, today)) == (state, held)


def test_an_event_without_a_last_day_is_over_the_day_after(portal: Portal):
    event = portal.profiles.events["ev-quay-day"].model_copy(update={"end": None})
    assert [state_of(event, day) for day in (FIRST, LAST)] == ["running", "past"]


def test_an_event_without_a_public_day_is_over_once_somebody_tells_what_came_of_it(portal: Portal):
    event = portal.profiles.events["ev-undated"]
    told = event.model_copy(update={"after": portal.profiles.events["ev-night-visit"].after})
    assert [(state_of(one, AFTER), is_held(one, AFTER)) for one in (event, told)] == [("undated", False), ("undated", True)]


def test_one_registers_up_to_the_first_day(portal: Portal):
    event = portal.profiles.events["ev-quay-day"]
    assert [can_register(event, day) for day in (BEFORE, FIRST, LAST)] == [True, True, False]
    assert not can_register(event.model_copy(update={"registration": None}), BEFORE)
    assert can_register(event.model_copy(update={"start": None}), AFTER)


def test_months_stand_in_their_years_in_the_order_given(portal: Portal):
    event = portal.profiles.events["ev-quay-day"]
    days = (date(2027, 5, 11), date(2027, 5, 30), date(2027, 2, 1), date(2026, 12, 31))
    events = by_date(event.model_copy(update={"start": day, "id": f"ev-{day}"}) for day in days)
    found = [(year, [(month, [one.start.day for one in held]) for month, held in months]) for year, months in by_month(events)]
    assert found == [(2027, [(date(2027, 5, 1), [30, 11]), (date(2027, 2, 1), [1])]), (2026, [(date(2026, 12, 1), [31])])]


def test_a_year_has_twelve_months_whichever_of_them_have_events(portal: Portal):
    for year, months in by_month([one for one in by_date(portal.profiles.events.values()) if one.start]):
        every = twelve(months)
        assert [month for month, _ in every] == [date(year, number, 1) for number in range(1, 13)]
        assert {month: events for month, events in every if events} == dict(months)


def test_before_the_day_a_mission_tells_who_will_go(portal: Portal):
    found = mission_on(portal, "br", BEFORE)
    assert (ids(found.coming), ids(found.held), ids(found.undated)) == (["ev-quay-day"], ["ev-night-visit"], [])
    assert (found.going, found.went) == (("onda-mansa", "amwaj", "oneil"), ("onda-mansa",))
    assert number_of(found.held) == 2
    assert ids(found.agreements) == ["agr-night"]


def test_after_the_day_a_mission_tells_who_went_each_once(portal: Portal):
    found = mission_on(portal, "br", AFTER)
    assert (ids(found.coming), ids(found.held)) == ([], ["ev-quay-day", "ev-night-visit"])
    assert (found.going, found.went) == ((), ("onda-mansa", "amwaj", "oneil"))


def test_an_agreement_counts_by_its_own_market_or_by_that_of_its_event(portal: Portal):
    profiles = portal.profiles
    unplaced = profiles.agreements["agr-night"].model_copy(update={"market": None})
    elsewhere = unplaced.model_copy(update={"market": "jp"})
    for one, where in ((unplaced, "br"), (elsewhere, "jp")):
        other = replace(portal, profiles=replace(profiles, agreements={one.id: one}))
        assert [market for market in ("br", "jp") if mission_on(other, market, AFTER).agreements] == [where]


def test_an_agreement_that_names_its_event_is_told_there_once(portal: Portal):
    assert ids(agreements_of(portal.profiles.events["ev-night-visit"], portal.profiles, portal.relations)) == ["agr-night"]
    assert agreements_of(portal.profiles.events["ev-undated"], portal.profiles, portal.relations) == []


def test_a_market_without_events_has_an_empty_mission(portal: Portal):
    assert mission_on(portal, "nowhere", AFTER) == Mission([], [], [], (), (), [])
