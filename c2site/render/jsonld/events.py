"""Events whose day is public, for machines."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from c2site.catalogue import Portal
from c2site.catalogue.happenings import agenda
from c2site.catalogue.relations import organisers_of
from c2site.language import Reader
from c2site.model import Event
from c2site.model.partnership import AgendaItem, Place
from c2site.render.jsonld.node import (
    CONTEXT,
    Node,
    coordinates,
    day,
    node,
    page,
    partnership_reference,
    postal,
    present,
    reference,
    said,
)

ATTENDANCE = {"onsite": "Offline", "online": "Online", "hybrid": "Mixed"}


def event_ld(portal: Portal, reader: Reader, event: Event) -> Node | None:
    """Return an event, None where its day is not public."""
    if not event.start:
        return None
    last = event.end or (event.start if event.end_time else None)
    return node(
        {
            **reference(portal, reader, "events", event),
            "description": said(reader, event.summary),
            "mainEntityOfPage": page(portal, reader, "events", event.id),
            "startDate": _moment(event.start, event.start_time, event.timezone),
            "endDate": _moment(last, event.end_time, event.timezone) if last else None,
            "eventAttendanceMode": f"{CONTEXT}/{ATTENDANCE[event.mode]}EventAttendanceMode" if event.mode else None,
            "location": _locations(event),
            "organizer": _organisers(portal, reader, event),
            "inLanguage": list(event.languages),
            "subEvent": [_point(reader, event, one, on) for on, points in agenda(event) if on for one in points],
        }
    )


def _moment(value: date, clock: str | None, zone: str | None) -> str | None:
    """Return a day, or a time of that day with its distance from UTC where the zone is known."""
    if not clock:
        return day(value)
    return datetime.combine(value, time.fromisoformat(clock), ZoneInfo(zone) if zone else None).isoformat()


def _point(reader: Reader, event: Event, one: AgendaItem, on: date) -> Node:
    return present({"@type": "Event", "name": said(reader, one.title), "startDate": _moment(on, one.time, event.timezone)})


def _locations(event: Event) -> list[Node]:
    online = event.mode in ("online", "hybrid") and event.registration
    on_the_web = {"@type": "VirtualLocation", "url": event.registration} if online else None
    return [one for one in (_place(event.place) if event.place else None, on_the_web) if one]


def _place(place: Place) -> Node:
    return present(
        {
            "@type": "Place",
            "name": place.venue or place.city,
            "address": postal(place.country, place.region, place.city),
            "geo": coordinates(place.geo),
        }
    )


def _organisers(portal: Portal, reader: Reader, event: Event) -> list[Node]:
    found = (_organiser(portal, reader, key) for key in organisers_of(event))
    return [one for one in found if one]


def _organiser(portal: Portal, reader: Reader, key: str) -> Node | None:
    profiles = portal.profiles
    if key == profiles.partnership.id:
        return partnership_reference(portal, reader)
    folder = "clusters" if key in profiles.clusters else "smes"
    record = getattr(profiles, folder).get(key)
    return reference(portal, reader, folder, record) if record else None
