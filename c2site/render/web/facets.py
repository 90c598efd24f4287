"""Facets in the reader's words and order, and the table from which the browser counts them."""

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import Any, NamedTuple

from c2site.catalogue import Portal, page_path
from c2site.catalogue.facets import THERE, Choice
from c2site.language import Reader, Words
from c2site.render.web.lists import Lists
from c2site.render.web.orders import market_order, sectors_in_order, updated_on
from c2site.render.web.values import label_of, listed_elsewhere

# Records in one file of rows.
SIZE = 64
# How many options of a group stand in sight.
FIRST_OPTIONS = 8
# Codes in the order in which their model lists them.
KINDS = ("product", "service", "technology", "package")
STATUSES = ("selling", "pilot", "seeking-partner", "planned")
SIZES = ("micro", "small", "medium")
# A row number is a step from the one before: figures of 5 bits, the lowest first, a higher one follows where it is 32 or more.
FIGURES = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"


class Option(NamedTuple):
    """A value to choose; `within` is the key of the option it narrows down, `path` where its records are listed."""

    key: str
    label: Words
    count: int
    within: str = ""
    path: str = ""


class Group(NamedTuple):
    """Values of one kind, at least one."""

    key: str
    label: str
    options: tuple[Option, ...]

    @property
    def first(self) -> tuple[Option, ...]:
        """The options that stand in sight: as many as fit, none that narrows another one down."""
        return tuple(one for one in self.options if not one.within)[:FIRST_OPTIONS]

    @property
    def others(self) -> tuple[Option, ...]:
        """The options behind them."""
        return tuple(one for one in self.options if one not in self.first)


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

    def group(self, folder: str, key: str) -> Group:
        """Return one of the groups; nothing of the others is asked for."""
        self.portal.asked.now.add((f"groups {self.reader.tag} {folder}", key))
        return next(one for one in self._found(folder) if one.key == key)

    def table(self, folder: str) -> dict[str, Any]:
        """Return what the browser needs to count and filter a list, as plain data."""
        self.portal.asked.now.add((f"table {self.reader.tag} {folder}", ""))
        return self._table(folder)

    def answer(self, kind: str, folder: str, key: str) -> str:
        """Return the answer to a question noted here, as text."""
        if kind == "table":
            return repr(self._table(folder))
        return repr([one for one in self._found(folder) if key in ("", one.key)])

    def _found(self, folder: str) -> tuple[Group, ...]:
        if folder not in self._groups:
            with self.portal.asked.noting():
                groups = (self._group(folder, name, choices.values()) for name, choices in self.portal.facets[folder].items())
                self._groups[folder] = tuple(group for group in groups if group.options)
        return self._groups[folder]

    def _group(self, folder: str, name: str, choices: Sequence[Choice]) -> Group:
        order = self._orders.get(name, self._by_label)(name)
        return Group(name, self.reader.phrase(f"facets.{name}"), tuple(self._option(folder, name, one) for one in sorted(choices, key=order)))

    def _option(self, folder: str, group: str, one: Choice) -> Option:
        label = label_of(self.portal, self.reader, group, one.value)
        return Option(one.key, label, len(one.ids), self._within(group, one), self._path(folder, group, one))

    def _path(self, folder: str, group: str, one: Choice) -> str:
        if elsewhere := listed_elsewhere(folder, group, one.value, len(one.ids)):
            return page_path(self.reader, elsewhere, one.value) + page_path(self.reader, folder).partition("/")[2]
        return f"{page_path(self.reader, folder)}by/{group}/{one.key}/"

    @staticmethod
    def _within(name: str, one: Choice) -> str:
        return one.value.partition(THERE)[0] if name == "market" and THERE in one.value else ""

    @cached_property
    def _orders(self) -> dict[str, Callable[[str], Callable[[Choice], Any]]]:
        profiles = self.portal.profiles
        markets = [one.id for one in market_order(self.portal, self.reader)]
        return {
            "sector": lambda _: _placed([one.id for one in sectors_in_order(self.portal)]),
            "cluster": lambda _: _placed(profiles.partnership.clusters),
            "market": lambda _: _placed([f"{one}{there}" for one in markets for there in ("", *(THERE + status for status in STATUSES))]),
            "kind": lambda _: _placed(KINDS),
            "stage": lambda _: _placed([stage.id for chain in profiles.value_chains.values() for stage in chain.stages]),
            "size": lambda _: _placed(SIZES),
            "readiness": lambda _: lambda one: -int(one.value),
        }

    def _by_label(self, name: str) -> Callable[[Choice], Any]:
        return lambda one: (self.reader.sort_key(label_of(self.portal, self.reader, name, one.value).text), one.key)

    def _table(self, folder: str) -> dict[str, Any]:
        ids = self.lists.order(folder)
        rows = {key: place for place, key in enumerate(ids)}
        facets = self.portal.facets[folder]

        def option(group: str, one: Option) -> dict[str, Any]:
            found = sorted(rows[key] for key in facets[group][one.key].ids)
            return {"key": one.key, "rows": packed(found)}

        groups = [{"key": one.key, "options": [option(one.key, each) for each in one.options]} for one in self._found(folder)]
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
