"""Events as calendar files (iCalendar, RFC 5545): one for each event with a public day, one for all of a language."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, time
from urllib.parse import urlsplit

from icalendar import Calendar, vText
from icalendar import Event as Entry

from c2site.catalogue import Catalogue, Portal, moments
from c2site.catalogue.happenings import agenda
from c2site.language import Reader, Words
from c2site.model import Event

PRODUCT = "-//c2site//calendar//EN"


def calendar_file(portal: Portal, catalogue: Catalogue, tag: str) -> bytes:
    """Return the catalogue's events in one language."""
    reader = portal.edition_reader(catalogue.edition, tag)
    return calendar(portal, reader, events_of(portal, catalogue), reader.text(catalogue.edition.title).text)


def events_of(portal: Portal, catalogue: Catalogue) -> list[Event]:
    """Return the events with a public day: the one the edition is for, else those in its market."""
    edition = catalogue.edition
    keys = [edition.event] if edition.event else portal.relations.events_in_market.get(edition.market or "", ())
    return [one for one in map(portal.profiles.events.get, keys) if one and one.start]


def calendar(portal: Portal, reader: Reader, events: Iterable[Event], name: str = "") -> bytes:
    """Return the events whose day is public, in the reader's words; `name` is what programs call the calendar."""
    made = Calendar()
    made.add("VERSION", "2.0")
    made.add("PRODID", PRODUCT)
    if name:
        made.add("X-WR-CALNAME", name)
    if notice := reader.text(portal.profiles.partnership.notice):
        made.add("X-WR-CALDESC", notice.text)
    for event in events:
        if event.start:
            made.add_component(_entry(portal, reader, event))
    return made.to_ical()


def _entry(portal: Portal, reader: Reader, event: Event) -> Entry:
    made = Entry()
    made.add("UID", f"{event.id}@{urlsplit(portal.site_url).hostname}")
    made.add("DTSTAMP", datetime.combine(event.reviewed_on or portal.today, time(), UTC))
    first, end = moments(event)
    made.add("DTSTART", first)
    if end:
        made.add("DTEND", end)
    _say(made, "SUMMARY", reader.text(event.title))
    _say(made, "DESCRIPTION", reader.text(event.summary or event.topic), *_programme(reader, event))
    if where := _where(reader, event):
        made.add("LOCATION", where)
    if event.place and event.place.geo:
        made.add("GEO", (event.place.geo.lat, event.place.geo.lon))
    made.add("URL", portal.permanent(event.id))
    return made


def _say(made: Entry, name: str, *lines: Words) -> None:
    """Add a text of several lines, with its language where all are in one."""
    said = [line for line in lines if line]
    if said:
        languages = {line.lang for line in said}
        named = {"LANGUAGE": languages.pop()} if len(languages) == 1 else {}
        made.add(name, vText("\n".join(one for line in said for one in line.text.splitlines())), parameters=named)


def _programme(reader: Reader, event: Event) -> Iterator[Words]:
    """Yield the agenda, a point a line; of several days, each behind its day."""
    days = agenda(event)
    for day, points in days:
        if day and len(days) > 1:
            yield Words(reader.date(day), reader.tag, reader.direction, True)
        for one in points:
            title = reader.text(one.title)
            yield title._replace(text=f"{reader.clock(one.time)}  {title.text}")


def _where(reader: Reader, event: Event) -> str:
    """Return the place, or the address at which one takes part from afar."""
    place = event.place
    parts = (place.venue, place.city, place.region, place.country and reader.country(place.country)) if place else ()
    return ", ".join(dict.fromkeys(part for part in parts if part)) or (event.registration or "" if event.mode == "online" else "")
