"""Events as calendar files, read back."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import icalendar
import pytest
import vobject

from c2site.catalogue import Portal, moments
from c2site.model import Event
from c2site.render.exports import calendar, calendar_file, events_of
from tests.render.exports.portals import HOSTILE, portal_of, small_portal, world_portal

EVENT = {"id": "fair", "status": "published", "source_language": "en", "title": {"en": "Fair"}, "kind": "fair", "organiser": "reef", "start": "2027-05-11"}


def event(**changes: Any) -> Event:
    return Event(**{**EVENT, **changes})


def written(one: Event, tag: str = "en") -> bytes:
    portal = small_portal()
    portal = portal_of(replace(portal.profiles, events={one.id: one}), portal.today)
    return calendar(portal, portal.readers.of(tag), [one])


def read(one: Event, tag: str = "en") -> icalendar.Event:
    (found,) = icalendar.Calendar.from_ical(written(one, tag)).walk("VEVENT")
    return found


def test_hours_with_a_zone_are_written_in_utc():
    found = read(event(start_time="09:30", end_time="16:00", timezone="America/Bogota"))
    assert found.decoded("DTSTART") == datetime(2027, 5, 11, 14, 30, tzinfo=UTC)
    assert found.decoded("DTEND") == datetime(2027, 5, 11, 21, tzinfo=UTC)


@pytest.mark.parametrize("hours", [{}, {"start_time": "09:30"}, {"start_time": "09:30", "timezone": "Europe/Rome", "end": "2027-05-12"}])
def test_without_hours_or_their_zone_the_whole_day_counts(hours: dict[str, str]):
    found = read(event(**hours))
    assert found.decoded("DTSTART") == date(2027, 5, 11)
    assert found.decoded("DTEND") == date(2027, 5, 13 if "end" in hours else 12)


def test_an_open_end_is_not_made_up():
    assert "DTEND" not in read(event(start_time="09:30", timezone="Europe/Rome"))


def test_name_and_stamp_stay_the_same_from_build_to_build():
    found = read(event(reviewed_on="2026-10-01"))
    assert (found["UID"], found.decoded("DTSTAMP"), found["URL"]) == ("fair@quay.example", datetime(2026, 10, 1, tzinfo=UTC), "https://quay.example/id/fair/")
    assert read(event()).decoded("DTSTAMP") == datetime(2026, 11, 22, tzinfo=UTC)


def test_words_say_their_language():
    assert read(event(), "ar")["SUMMARY"].params["LANGUAGE"] == "en"
    assert read(event(title={"en": "Fair", "ar": "معرض"}), "ar")["SUMMARY"].params["LANGUAGE"] == "ar"


AGENDA = [{"time": "10:00", "title": {"en": "Companies present themselves", "ar": "عروض الشركات"}}, {"time": "14:30", "title": {"en": "Meetings"}}]


def test_agenda_stands_under_what_the_event_is_about():
    assert read(event(summary={"en": "Who sells what."}, agenda=AGENDA))["DESCRIPTION"] == "Who sells what.\n10:00 AM  Companies present themselves\n2:30 PM  Meetings"
    several = read(event(end="2027-05-12", agenda=[AGENDA[0], {**AGENDA[1], "day": "2027-05-12"}]))["DESCRIPTION"]
    assert several.split("\n") == ["May 11, 2027", "10:00 AM  Companies present themselves", "May 12, 2027", "2:30 PM  Meetings"]


def test_description_in_several_languages_names_none():
    assert read(event(agenda=AGENDA[:1]), "ar")["DESCRIPTION"].params["LANGUAGE"] == "ar"
    assert "LANGUAGE" not in read(event(agenda=AGENDA), "ar")["DESCRIPTION"].params


@pytest.mark.parametrize("name", [*HOSTILE, "END:VEVENT\nBEGIN:VEVENT\nUID:x", "a\\nb;c,d"])
def test_hostile_words_are_read_back_and_add_no_line(name: str):
    # icalendar reads a backslash before an n as the end of a line even where it was escaped; vobject does not.
    found = vobject.readOne(written(event(title={"en": name}, summary={"en": name}, place={"city": name, "country": "PT"}, agenda=[{"time": "10:00", "title": {"en": name}}])).decode()).vevent
    words = "\n".join(name.strip().splitlines())
    assert (found.summary.value, found.description.value) == (words, f"{words}\n10:00 AM  {words}")
    assert found.uid.value == "fair@quay.example"
    assert set(found.contents) == {"uid", "dtstamp", "dtstart", "dtend", "summary", "description", "location", "url"}


def test_the_whole_calendar_holds_every_event_whose_day_is_public():
    portal: Portal = world_portal()
    for tag in ("en", "ar", "sr"):
        read_back = icalendar.Calendar.from_ical(calendar(portal, portal.readers.of(tag), portal.profiles.events.values(), "Harbo"))
        assert {str(one["UID"]).split("@")[0] for one in read_back.walk("VEVENT")} == {key for key, one in portal.profiles.events.items() if one.start}
        assert read_back["X-WR-CALNAME"] == "Harbo"


def test_moments_are_days_or_hours():
    assert moments(event()) == (date(2027, 5, 11), date(2027, 5, 12))


def test_a_catalogue_has_the_events_of_its_market_or_the_one_it_is_for():
    portal = world_portal()
    found = {key: portal.catalogue(one) for key, one in portal.profiles.editions.items()}
    assert {one.id for one in events_of(portal, found["br-2027"])} == {key for key, one in portal.profiles.events.items() if "br" in one.markets and one.start}
    assert [one.id for one in events_of(portal, found["quay-day-2027"])] == ["ev-quay-day"]
    read_back = icalendar.Calendar.from_ical(calendar_file(portal, found["br-2027"], "pt"))
    assert {str(one["UID"]).split("@")[0] for one in read_back.walk("VEVENT")} == {one.id for one in events_of(portal, found["br-2027"])}
    assert read_back["X-WR-CALNAME"] == found["br-2027"].edition.title["pt"] and read_back["X-WR-CALDESC"]
