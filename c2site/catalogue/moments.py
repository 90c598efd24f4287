"""When events happen, as calendars count."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from c2site.model import Event


def moments(event: Event) -> tuple[date, date | None]:
    """Return when an event begins and ends: moments in UTC where the hour and its zone are known, whole days otherwise.

    The last of whole days is the one after the event, as calendars count.
    """
    last = event.end or event.start
    if event.start_time and event.timezone and (event.end_time or last == event.start):
        zone = ZoneInfo(event.timezone)
        return _moment(event.start, event.start_time, zone), _moment(last, event.end_time, zone) if event.end_time else None
    return event.start, last + timedelta(days=1)


def _moment(day: date, clock: str, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, time.fromisoformat(clock), zone).astimezone(UTC)
