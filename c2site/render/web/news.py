"""What is new: records by the day they state, the latest first."""

from collections.abc import Iterable, Iterator
from datetime import date

from c2site.catalogue import Portal
from c2site.model import Event, Record

# How many entries a feed holds.
MOST = 40
KINDS = ("events", "editions", "offerings", "smes", "markets", "clusters")
# Which relations lead to what concerns a market or a sector.
ABOUT = {
    "markets": {"offerings_in_market": "offerings", "events_in_market": "events", "editions_of_market": "editions"},
    "sectors": {"offerings_in_sector": "offerings", "smes_in_sector": "smes", "clusters_in_sector": "clusters"},
}


def latest(portal: Portal, folder: str = "", key: str = "") -> list[tuple[str, str]]:
    """Return (folder, id) of the newest records about a market or sector, or of all; those that state no day are no news."""
    dated = [(day, found, one.id) for found, one in _records(portal, folder, key) if (day := day_of(portal, one))]
    return [(found, one) for _, found, one in sorted(dated, key=lambda found: (-found[0].toordinal(), found[1:]))[:MOST]]


def _records(portal: Portal, folder: str, key: str) -> Iterator[tuple[str, Record]]:
    if not folder:
        yield from ((kind, one) for kind in KINDS for one in getattr(portal.profiles, kind).values())
        return
    yield folder, getattr(portal.profiles, folder)[key]
    for relation, kind in ABOUT[folder].items():
        records = getattr(portal.profiles, kind)
        yield from ((kind, records[one]) for one in getattr(portal.relations, relation).get(key, ()))


def day_of(portal: Portal, one: Record) -> date | None:
    """Return the last day up to today on which a record was checked, shown or held; failing these, on which its sources were read."""
    held = (one.start,) if isinstance(one, Event) else ()
    stated = _past(portal, (one.reviewed_on, one.valid_from, *held))
    return max(stated or _past(portal, _consulted(portal, one)), default=None)


def _past(portal: Portal, days: Iterable[date | None]) -> list[date]:
    return [day for day in days if day and day <= portal.today]


def _consulted(portal: Portal, one: Record) -> Iterator[date]:
    keys = (*one.sources, *(key for statement in one.statements for key in statement.sources))
    sources = (portal.profiles.bibliography.get(key) for key in keys)
    yield from (date.fromisoformat(source.day) for source in sources if source and len(source.day) == 10)
