"""Days: validity that has ended, papers that have expired, ends before beginnings."""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

from c2site.check.findings import Filed, Finding, finding
from c2site.check.spots import Spot
from c2site.check.surroundings import Surroundings
from c2site.model import Certificate, Event, Need, Part, Record

SOON = timedelta(60)
BEGINNINGS = {"valid_until": "valid_from", "end": "start", "end_derived": "start"}


def crossed(spot: Spot, around: Surroundings) -> Iterator[Finding]:
    """Yield the days of a part that lie before the day they follow."""
    part = spot.value
    for last, first in _ends_and_beginnings(type(part)):
        if not part.model_fields_set >= {last, first}:
            continue
        start, end = getattr(part, first), getattr(part, last)
        if start and end and end < start:
            yield finding((*spot.path, last), "dates-crossed", found=end, start=start)
    if (
        isinstance(part, Event)
        and _same_day(part)
        and part.start_time
        and part.end_time
        and part.end_time < part.start_time
    ):
        yield finding((*spot.path, "end_time"), "dates-crossed", found=part.end_time, start=part.start_time)


@cache
def _ends_and_beginnings(model: type[Part]) -> tuple[tuple[str, str], ...]:
    return tuple((last, first) for last, first in BEGINNINGS.items() if {last, first} <= model.model_fields.keys())


def _same_day(event: Event) -> bool:
    return event.end is None or event.end == event.start


def agenda(spot: Spot, around: Surroundings) -> Iterator[Finding]:
    """Yield the points of an event's agenda that stand on another day than the event's, or after a later one."""
    event = spot.value
    if not isinstance(event, Event) or not event.start:
        return
    before = (event.start, "00:00")
    for place, one in enumerate(event.agenda):
        moment = (one.day or before[0], one.time)
        if one.day and not event.start <= one.day <= (event.end or event.start):
            yield finding((*spot.path, "agenda", place, "day"), "agenda-day", found=one.day, start=event.start, end=event.end or event.start)
        elif moment < before:
            yield finding((*spot.path, "agenda", place, "time"), "agenda-order", found=one.time, start=before[1])
        else:
            before = moment


def expired(spot: Spot, around: Surroundings) -> Iterator[Finding]:
    """Yield what was valid until a day before today, a published record, a certificate, a need's deadline, and what soon ends."""
    for name, code, day in last_days(spot.value):
        if day < around.today:
            yield finding((*spot.path, name), code, found=day)
        elif day < around.today + SOON:
            yield finding((*spot.path, name), "expires-soon", found=day)


def review_due(filed: Filed, around: Surroundings) -> Iterator[Finding]:
    """Yield the day of a record's last review where it is still to come, or more months ago than the partnership allows."""
    months, day = around.profiles.partnership.review_months, filed.record.reviewed_on
    if day and day > around.today:
        yield finding(("reviewed_on",), "review-ahead", found=day)
    if months and day and filed.record.status == "published" and _months(day, around.today) >= months:
        yield finding(("reviewed_on",), "review-due", found=day, key=filed.record.id)


def _months(first: date, last: date) -> int:
    """Return how many whole months lie between two days."""
    return 12 * (last.year - first.year) + last.month - first.month - (last.day < first.day)


def last_days(part: Part) -> Iterator[tuple[str, str, date]]:
    """Yield the days after which something is told of a part: the field, the problem's code, the day."""
    if isinstance(part, Record) and part.status != "published":
        return
    if isinstance(part, (Record, Certificate)) and part.valid_until:
        yield "valid_until", "expired" if isinstance(part, Record) else "expired-certificate", part.valid_until
    if isinstance(part, Need):
        yield "deadline", "deadline-passed", part.deadline
