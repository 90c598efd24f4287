"""Events as the build's day sees them, and what the partnership has done and plans in a market."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Literal

from c2site.catalogue.relations import Relations
from c2site.model import Agreement, Event, Profiles
from c2site.model.partnership import AgendaItem

State = Literal["upcoming", "running", "past", "undated"]


def state_of(event: Event, today: date) -> State:
    """Return how an event stands on a day; its first and its last day belong to it."""
    if not event.start:
        return "undated"
    if today < event.start:
        return "upcoming"
    return "running" if today <= (event.end or event.start) else "past"


def is_held(event: Event, today: date) -> bool:
    """Return whether an event is over: its days are, or somebody tells what came of it."""
    return state_of(event, today) == "past" or (not event.start and event.after is not None)


def can_register(event: Event, today: date) -> bool:
    """Return whether registering makes sense: up to the first day, and where no day is public, until the outcome is."""
    return event.registration is not None and (today <= event.start if event.start else event.after is None)


def by_date(events: Iterable[Event]) -> list[Event]:
    """Return events, the latest first; those without a public date last."""
    return sorted(events, key=lambda one: (one.start is None, -(one.start.toordinal() if one.start else 0), one.id))


def by_month(events: Iterable[Event]) -> list[tuple[int, list[tuple[date, list[Event]]]]]:
    """Return events that have a day by the year and the month in which they begin, told by its first day; in the order given."""
    months = [(month, list(found)) for month, found in groupby(events, lambda one: one.start.replace(day=1))]
    return [(year, list(found)) for year, found in groupby(months, lambda one: one[0].year)]


def twelve(months: Iterable[tuple[date, list[Event]]]) -> list[tuple[date, list[Event]]]:
    """Return all months of the year that some are of, those in which no event begins with none."""
    found = dict(months)
    return [(month, found.get(month, [])) for number in range(1, 13) for month in [next(iter(found)).replace(month=number)]]


def agenda(event: Event) -> list[tuple[date | None, list[AgendaItem]]]:
    """Return the points of an event's agenda by day; a day is None where the event has none to tell."""
    found: dict[date | None, list[AgendaItem]] = {}
    day = event.start
    for one in event.agenda:
        day = one.day or day
        found.setdefault(day, []).append(one)
    return list(found.items())


def number_of(events: Iterable[Event]) -> int:
    """Return how many events the records stand for."""
    return sum(one.count or 1 for one in events)


def agreements_of(event: Event, profiles: Profiles, relations: Relations) -> list[Agreement]:
    """Return what was signed at an event: what it names, then what names it."""
    named = event.after.agreements if event.after else ()
    return [profiles.agreements[key] for key in dict.fromkeys((*named, *relations.agreements_of_event.get(event.id, ())))]


@dataclass(frozen=True)
class Mission:
    """The partnership's work in a market: `coming` begins with the next event, the others with the latest.

    `went` and `going` are ids of companies, in the order of the events; `agreements` stand with the latest first.
    """

    coming: list[Event]
    held: list[Event]
    undated: list[Event]
    went: tuple[str, ...]
    going: tuple[str, ...]
    agreements: list[Agreement]


def mission(market: str, profiles: Profiles, relations: Relations, today: date) -> Mission:
    """Return what was done and is planned in a market; an agreement counts by its own market, or by its event's where it has none."""
    events = by_date(profiles.events[key] for key in relations.events_in_market.get(market, ()))
    coming = [one for one in reversed(events) if state_of(one, today) in ("upcoming", "running")]
    held = [one for one in events if is_held(one, today)]
    signed = [one for event in held for one in agreements_of(event, profiles, relations) if one.market in (None, market)]
    named = [profiles.agreements[key] for key in relations.agreements_in_market.get(market, ())]
    return Mission(
        coming=coming,
        held=held,
        undated=[one for one in events if one not in coming and one not in held],
        went=_companies(held),
        going=_companies(coming),
        agreements=sorted({one.id: one for one in (*signed, *named)}.values(), key=lambda one: (str(one.date or ""), one.id), reverse=True),
    )


def _companies(events: Iterable[Event]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(key for one in events for key in one.smes))
