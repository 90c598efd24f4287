"""The words of a workbook: names of sheets and columns, and codes in the reader's words that can be read back."""

import re
from collections.abc import Iterable
from enum import Enum
from functools import cache
from typing import Any, Literal, get_args, get_origin

from c2site.check.spots import Meaning
from c2site.language import Reader
from c2site.load.workbook_columns import Column
from c2site.model import Part
from c2site.render.naming import field_word

LONGEST_TITLE = 31
NOT_IN_TITLES = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
TRUTH, TRUTHS = "truth", ("true", "false")
OPEN_LISTS = {Meaning.COUNTRY: "country", Meaning.LANGUAGE: "language"}
# What CLDR names beside countries.
NO_COUNTRIES = frozenset({"EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"})
# Groups of words that are named otherwise than the field.
GROUPS = {"project_status": "project_status_short"}


def list_of(model: type[Part], name: str, meaning: Meaning | None) -> str:
    """Return the name of the code list a field takes its values from, empty for none: `country`, `truth`, `Record.status`."""
    if meaning in OPEN_LISTS:
        return OPEN_LISTS[meaning]
    if choices(model, name) == TRUTHS:
        return TRUTH
    owner = next(one for one in reversed(model.mro()) if name in one.__dict__.get("__annotations__", {}))
    return f"{owner.__name__}.{name}" if choices(model, name) else ""


@cache
def choices(model: type[Part], name: str) -> tuple[str, ...]:
    """Return the values a closed field allows."""
    return tuple(_choices(model.model_fields[name].annotation))


def _choices(annotation: Any) -> Iterable[str]:
    if get_origin(annotation) is Literal:
        return get_args(annotation)
    if annotation is bool:
        return TRUTHS
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        return [one.value for one in annotation]
    return [code for one in get_args(annotation) for code in _choices(one)]


class CodeLists:
    """Code lists in the reader's words, each word used once in its list; a code nobody has a word for stands for itself."""

    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        self.lists: dict[str, dict[str, str]] = {}
        self._taken: dict[str, set[str]] = {}

    def know(self, name: str, codes: Iterable[str]) -> None:
        """Take all codes of a closed list, whether they occur or not: they are what a drop-down offers."""
        if name not in self.lists:
            for code in self._countries() if name == "country" else codes:
                self.word(name, code)

    def _countries(self) -> list[str]:
        codes = [code for code in self.reader.locale.territories if re.fullmatch("[A-Z]{2}", code) and code not in NO_COUNTRIES]
        return sorted(codes, key=lambda code: (self.reader.sort_key(self.reader.country(code)), code))

    def word(self, name: str, code: str) -> str:
        """Return the word for a code of the list `name`."""
        known = self.lists.setdefault(name, {})
        if code not in known:
            taken = self._taken.setdefault(name, set())
            word = self._said(name, code)
            known[code] = code if word in taken or not word.strip() else word
            taken |= {code, known[code]}
        return known[code]

    def _said(self, name: str, code: str) -> str:
        if name == "country":
            return self.reader.country(code)
        if name == "language":
            return self.reader.language(code)
        field = name.rpartition(".")[2]
        return self.reader.word(code, f"workbook.code.{field}", GROUPS.get(field, field))


def header(reader: Reader, column: Column) -> str:
    """Return what stands above a column."""
    steps = [field_word(reader, step.removeprefix("#")) for step in column.path] or [sheet_word(reader, column.sheet)]
    said = ": ".join(steps)
    if column.tag:
        said = reader.phrase("workbook.in_language", field=said, language=reader.language(column.tag))
    return reader.phrase("workbook.continued", field=said, number=column.part + 1) if column.part else said


def sheet_word(reader: Reader, key: str) -> str:
    """Return the reader's name for a sheet."""
    return reader.word(key, "workbook.sheet", otherwise=field_word(reader, re.findall(r"[a-z_]+", key)[-1]))


def title(words: str, taken: set[str]) -> str:
    """Return a sheet's name as spreadsheets allow it, cut after a word, and add it to those that are taken."""
    whole = " ".join(NOT_IN_TITLES.sub(" ", words).split())
    cut = whole if len(whole) <= LONGEST_TITLE else whole[: LONGEST_TITLE + 1].rpartition(" ")[0] or whole[:LONGEST_TITLE]
    name = cut.strip("' ") or "1"
    own, number = name[: LONGEST_TITLE - 4].rstrip(), 1
    while name.casefold() in taken:
        number += 1
        name = f"{own} {number}"
    taken.add(name.casefold())
    return name
