"""Facets in the reader's words and order, and the table from which the browser counts them."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import cached_property
from typing import Any, NamedTuple

from c2site.catalogue import Portal
from c2site.catalogue.facets import THERE, Choice
from c2site.language import Reader, Words
from c2site.render.web.lists import Lists
from c2site.render.web.names import name_of
from c2site.render.web.orders import market_order, sectors_in_order

# Records in one file of rows.
SIZE = 64
# Groups whose values are codes that phrases have words for, by the phrases' group.
CODED = {"domain": "domain", "business_model": "business_model", "kind": "kind", "size": "size"}
# Codes in the order in which their model lists them.
KINDS = ("product", "service", "technology", "package")
STATUSES = ("selling", "pilot", "seeking-partner", "planned")
SIZES = ("micro", "small", "medium")
# A row number is a step from the one before: figures of 5 bits, the lowest first, a higher one follows where it is 32 or more.
FIGURES = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"


class Option(NamedTuple):
    """A value to choose; `within` is the key of the option it narrows down."""

    key: str
    label: Words
    count: int
    within: str = ""


class Group(NamedTuple):
    """Values of one kind, at least one."""

    key: str
    label: str
    options: tuple[Option, ...]


class Facets:
    """The facets of one reader."""

    def __init__(self, portal: Portal, reader: Reader, lists: Lists) -> None:
        self.portal = portal
        self.reader = reader
        self.lists = lists
        self._groups: dict[str, tuple[Group, ...]] = {}

    def groups(self, folder: str) -> tuple[Group, ...]:
        """Return the groups of a list with their options; how many records state each is asked for, not which."""
        self.portal.asked.now.add((f"groups {self.reader.tag} {folder}", ""))
        return self._found(folder)

    def table(self, folder: str) -> dict[str, Any]:
        """Return what the browser needs to count and filter a list, as plain data."""
        self.portal.asked.now.add((f"table {self.reader.tag} {folder}", ""))
        return self._table(folder)

    def option(self, folder: str, choice: str) -> tuple[Group, Option]:
        """Return the group and the option called `group/key`."""
        name, _, key = choice.partition("/")
        group = next(one for one in self.groups(folder) if one.key == name)
        return group, next(one for one in group.options if one.key == key)

    def answer(self, kind: str, folder: str) -> str:
        """Return the answer to a question noted here, as text."""
        return repr(self._found(folder) if kind == "groups" else self._table(folder))

    def _found(self, folder: str) -> tuple[Group, ...]:
        if folder not in self._groups:
            with self.portal.asked.noting():
                groups = (self._group(name, choices.values()) for name, choices in self.portal.facets[folder].items())
                self._groups[folder] = tuple(group for group in groups if group.options)
        return self._groups[folder]

    def _group(self, name: str, choices: Sequence[Choice]) -> Group:
        order = self._orders.get(name, self._by_label)(name)
        options = [Option(one.key, self._label(name, one.value), len(one.ids), self._within(name, one)) for one in sorted(choices, key=order)]
        return Group(name, self.reader.phrase(f"facets.{name}"), tuple(options))

    @staticmethod
    def _within(name: str, one: Choice) -> str:
        return one.value.partition(THERE)[0] if name == "market" and THERE in one.value else ""

    def _label(self, name: str, value: str) -> Words:
        profiles, reader = self.portal.profiles, self.reader
        if name == "sector":
            return reader.text(profiles.sectors[value].name)
        if name == "market":
            market, _, status = value.partition(THERE)
            return self._own(reader.phrase(f"status.{status}") if status else name_of(profiles.markets[market], reader))
        if name in CODED:
            key = f"{CODED[name]}.{value}"
            return self._own(reader.phrase(key) if reader.has_phrase(key) else value)
        return self._own(self._plain[name](value))

    @cached_property
    def _plain(self) -> dict[str, Callable[[str], str]]:
        profiles, reader = self.portal.profiles, self.reader
        return {
            "cluster": lambda value: profiles.clusters[value].short_name,
            "country": reader.country,
            "language": reader.language,
            "readiness": lambda value: reader.phrase("readiness", level=value),
            "certificate": str,
        }

    def _own(self, text: str) -> Words:
        return Words(text, self.reader.tag, self.reader.direction, True)

    @cached_property
    def _orders(self) -> dict[str, Callable[[str], Callable[[Choice], Any]]]:
        profiles = self.portal.profiles
        markets = [one.id for one in market_order(self.portal, self.reader)]
        return {
            "sector": lambda _: _placed([one.id for one in sectors_in_order(self.portal)]),
            "cluster": lambda _: _placed(profiles.partnership.clusters),
            "market": lambda _: _placed([f"{one}{there}" for one in markets for there in ("", *(THERE + status for status in STATUSES))]),
            "kind": lambda _: _placed(KINDS),
            "size": lambda _: _placed(SIZES),
            "readiness": lambda _: lambda one: -int(one.value),
        }

    def _by_label(self, name: str) -> Callable[[Choice], Any]:
        return lambda one: (self.reader.sort_key(self._label(name, one.value).text), one.key)

    def _table(self, folder: str) -> dict[str, Any]:
        ids = self.lists.order(folder)
        rows = {key: place for place, key in enumerate(ids)}
        facets = self.portal.facets[folder]

        def option(group: str, one: Option) -> dict[str, Any]:
            found = sorted(rows[key] for key in facets[group][one.key].ids)
            return {"key": one.key, "label": one.label.text, "rows": packed(found), **({"within": one.within} if one.within else {})}

        groups = [{"key": one.key, "label": one.label, "options": [option(one.key, each) for each in one.options]} for one in self._found(folder)]
        return {"size": SIZE, "ids": list(ids), "groups": groups, "updated": self._updated(folder, ids)}

    def _updated(self, folder: str, ids: Sequence[str]) -> list[int]:
        """Return for each row how many other days were later than its own; the last number stands for those without a day."""
        with self.portal.asked.noting():
            days = [updated_on(getattr(self.portal.profiles, folder)[key], self.portal.today) for key in ids]
        ranks = {day: rank for rank, day in enumerate(sorted({day for day in days if day}, reverse=True))}
        return [ranks[day] if day else len(ranks) for day in days]


def _placed(values: Sequence[str]) -> Callable[[Choice], tuple[int, str]]:
    places = {value: place for place, value in enumerate(values)}
    return lambda one: (places.get(one.value, len(places)), one.key)


def updated_on(one: Any, today: date) -> date | None:
    """Return the last day on which a record says that it was looked at or became valid."""
    return max((day for day in (one.reviewed_on, one.valid_from) if day and day <= today), default=None)


def packed(rows: Sequence[int]) -> str:
    """Return ascending row numbers as text, `AAC` for 0, 1, 4."""
    found, before = [], -1
    for row in rows:
        step, before = row - before - 1, row
        while step > 31:
            found.append(FIGURES[32 + (step & 31)])
            step >>= 5
        found.append(FIGURES[step])
    return "".join(found)
