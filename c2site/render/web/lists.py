"""Long lists in the reader's order, a page at a time: a page asks for its own rows only, not for the whole list."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from c2site.catalogue import Portal
from c2site.language import Reader
from c2site.render.web.names import name_of

ROWS = 48
# How many rows a page about something else shows of a list.
FIRST = 12
# How many rows the list of codes names of each code.
GLANCE = 3
# The folder of the records a relation leads to.
RECORDS = {
    "offerings": "offerings", "smes": "smes", "offerings_of_cluster": "offerings", "smes_of_cluster": "smes", "offerings_in_sector": "offerings",
    "smes_in_sector": "smes", "offerings_in_market": "offerings", "named_only": "smes", "offerings_by": "offerings", "smes_by": "smes",
    "offerings_with_code": "offerings",
}  # fmt: skip
# Stands for the reader where every reader gets the same answer.
ANYBODY = "*"
ENTRIES, NAMED_ONLY = "entries", "named_only"
# Lists by a value of a facet, `kind/service`.
BY = ("offerings_by", "smes_by")


class Line(NamedTuple):
    """A catalogue's entry with the cluster whose chapter it stands in."""

    cluster: str
    number: int
    offering: str
    status: str


class Label(NamedTuple):
    """A record's name in the reader's words, its country's code, and of a company the cluster."""

    name: str
    country: str
    cluster: str


def pages_of(count: int, most: int = 0) -> int:
    """Return on how many pages a list of so many rows stands, with `most` of them on each, or as many as on any list."""
    return max(1, -(-count // (most or ROWS)))


def count_of(portal: Portal, name: str, key: str) -> int:
    """Return how many rows a list has, without asking for any of them."""
    with portal.asked.noting():
        return len(_ids(portal, name, key))


def _ids(portal: Portal, name: str, key: str) -> Sequence[Any]:
    if name in (ENTRIES, NAMED_ONLY):
        book = portal.catalogue(portal.profiles.editions[key])
        return book.entries if name == ENTRIES else [one.id for one in book.named_only]
    if name in BY:
        group, _, value = key.partition("/")
        found = portal.facets[RECORDS[name]][group].get(value)
        return found.ids if found else ()
    return getattr(portal.relations, name).get(key, ()) if key else list(getattr(portal.profiles, name))


class Lists:
    """The lists of one reader: all offerings, the companies of a cluster, the entries of a catalogue …"""

    def __init__(self, portal: Portal, reader: Reader) -> None:
        self.portal = portal
        self.reader = reader
        self._labels: dict[tuple[str, str], Label | None] = {}
        self._order: dict[tuple[str, str], Sequence[Any]] = {}
        self._rank: dict[str, dict[str, int]] = {}

    def count(self, name: str, key: str = "") -> int:
        """Return how many rows a list has; only the number is asked for."""
        self._note("count", name, key)
        return count_of(self.portal, name, key)

    def first(self, name: str, key: str = "") -> list[Any]:
        """Return the rows that a page about something else shows of a list."""
        return self.shown(name, key)[:FIRST]

    def shown(self, name: str, key: str = "", number: int = 1) -> list[Any]:
        """Return the rows of a page of a list: records, or lines of a catalogue."""
        self._note("rows", name, f"{key}/{number}")
        return self._records(name, self._page(name, key, number))

    def part(self, name: str, key: str, start: int, stop: int) -> list[Any]:
        """Return some rows of a list, counted from 0."""
        self._note("part", name, f"{key}/{start}-{stop}")
        return self._records(name, self.order(name, key)[start:stop])

    def _page(self, name: str, key: str, number: int) -> Sequence[Any]:
        return self.order(name, key)[(number - 1) * ROWS : number * ROWS]

    def _records(self, name: str, rows: Sequence[Any]) -> list[Any]:
        if name == ENTRIES:
            return list(rows)
        records = getattr(self.portal.profiles, RECORDS[name])
        return [records[one] for one in rows]

    def chapters(self, key: str, number: int = 1) -> list[tuple[str, list[Line]]]:
        """Return the lines of a page of a catalogue by cluster."""
        found: dict[str, list[Line]] = {}
        for line in self.shown(ENTRIES, key, number):
            found.setdefault(line.cluster, []).append(line)
        return list(found.items())

    def label(self, name: str, key: str) -> Label | None:
        """Return what a row says of somebody else: nothing more of the record is asked for."""
        self.portal.asked.now.add((f"label {ANYBODY} {name}", key))
        if (name, key) not in self._labels:
            with self.portal.asked.noting():
                one = getattr(self.portal.profiles, name).get(key)
            self._labels[name, key] = Label(name_of(one, self.reader), one.country, getattr(one, "cluster", "")) if one else None
        return self._labels[name, key]

    def answer(self, kind: str, name: str, key: str) -> str:
        """Return the answer to a question noted here, as text."""
        if kind == "label":
            one = getattr(self.portal.profiles, name).get(key)
            return repr((one.name, one.country, getattr(one, "cluster", ""))) if one else ""
        if kind == "count":
            return str(count_of(self.portal, name, key))
        key, _, place = key.rpartition("/")
        if kind == "rows":
            return repr(self._page(name, key, int(place)))
        start, _, stop = place.partition("-")
        return repr(self.order(name, key)[int(start) : int(stop)])

    def _note(self, kind: str, name: str, key: str) -> None:
        self.portal.asked.now.add((f"{kind} {self.reader.tag} {name}", key))

    def order(self, name: str, key: str = "") -> Sequence[Any]:
        """Return all rows of a list in the reader's order, ids or lines of a catalogue; nothing is noted."""
        if (name, key) not in self._order:
            with self.portal.asked.noting():
                self._order[name, key] = self._ordered(name, key)
        return self._order[name, key]

    def _ordered(self, name: str, key: str) -> Sequence[Any]:
        if name == ENTRIES:
            return _lines(self.portal, key)
        return sorted(_ids(self.portal, name, key), key=self._ranks(RECORDS[name]).__getitem__)

    def _ranks(self, folder: str) -> dict[str, int]:
        """Return the place of every record of a kind in the reader's order: names are compared once for all lists."""
        if folder not in self._rank:
            records = getattr(self.portal.profiles, folder)
            keys = {key: (self.reader.sort_key(name_of(one, self.reader)), key) for key, one in records.items()}
            self._rank[folder] = {key: place for place, key in enumerate(sorted(keys, key=keys.__getitem__))}
        return self._rank[folder]


def _lines(portal: Portal, key: str) -> list[Line]:
    book = portal.catalogue(portal.profiles.editions[key])
    return [
        Line(chapter.cluster.id, entry.number, entry.offering.id, entry.status)
        for chapter in book.chapters
        for sheet in chapter.sheets
        for entry in sheet.entries
    ]
