"""The fields a cell can fill, each with what it takes: a text, a code of a list, a figure, a day, the id of another record."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from c2site.check.codes import FORMS, Form
from c2site.check.spots import Meaning, plan
from c2site.model import KINDS, Part
from c2site.model.base import Mailbox, values_of
from c2site.render.exports.workbook_words import TRUTHS, choices, list_of

# For editors alone, or for what no cell can say.
LEFT_OUT = frozenset({"source_language", "translations", "statements", "sources", "notes", "geo", "images", "permission", "file", "logo"})
DEEPEST = 2


@dataclass(frozen=True)
class Target:
    """One field: `path` leads to it through parts; `items` says how many steps of it lead to a list of parts, 0 for none.

    `sort` is what it takes: line, text, mailbox, choice, country, language, whole, decimal, day, year, moment or reference.
    `words` names the code list of a choice, `kinds` what a reference may lead to, `form` how its code is written.
    """

    kind: str
    path: tuple[str, ...]
    sort: str
    many: bool = False
    items: int = 0
    words: str = ""
    choices: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    form: Form | None = None

    @property
    def field(self) -> str:
        """The field as a mapping names it."""
        return ".".join(self.path)


@cache
def targets(kind: str) -> dict[str, Target]:
    """Return the fields of a kind that a cell can fill, by their names with dots; `id` among them."""
    found = {one.field: one for one in _targets(kind, KINDS[kind].record, (), 0)}
    return {"id": Target(kind, ("id",), "line"), **found}


def _targets(kind: str, model: type[Part], above: tuple[str, ...], items: int) -> Iterator[Target]:
    meanings = {one.name: one.meaning for one in plan(model)}
    for name, field in values_of(model).items():
        path = (*above, field.alias or name)
        if name in LEFT_OUT or path == ("status",):
            continue
        parts = [one for one in _leaves(field.annotation) if isinstance(one, type) and issubclass(one, Part)]
        if parts and len(path) <= DEEPEST and get_origin(field.annotation) is not dict:
            is_list = get_origin(field.annotation) is tuple
            if not (is_list and items):
                yield from _targets(kind, parts[0], path, len(path) if is_list else items)
        elif not parts:
            yield _target(kind, model, name, path, meanings.get(name), items)


def _target(kind: str, model: type[Part], name: str, path: tuple[str, ...], meaning: Meaning | None, items: int) -> Target:
    field = model.model_fields[name]
    kinds = KINDS[kind].references.get(".".join(path), ())
    allowed = choices(model, name)
    return Target(
        kind, path, _sort(field, meaning, allowed, kinds), _is_list(field.annotation), items,
        list_of(model, name, meaning), () if allowed == TRUTHS else allowed, kinds, FORMS.get(model, {}).get(name),
    )  # fmt: skip


def _sort(field: Any, meaning: Meaning | None, allowed: tuple[str, ...], kinds: tuple[str, ...]) -> str:
    if kinds:
        return "reference"
    if allowed:
        return "choice"
    if meaning in (Meaning.TEXT, Meaning.COUNTRY, Meaning.LANGUAGE):
        return str(meaning)
    leaves = set(_leaves(field.annotation))
    if {int, date} <= leaves:
        return "moment"
    if str in leaves and any(one.__class__.__name__ == "AfterValidator" and one in get_args(Mailbox) for one in _metadata(field)):
        return "mailbox"
    sorts = {int: "whole", Decimal: "decimal", float: "decimal", date: "day"}
    return next((sort for leaf, sort in sorts.items() if leaf in leaves), "line")


def _metadata(field: Any) -> Iterator[Any]:
    yield from field.metadata
    for one in get_args(field.annotation):
        if get_origin(one) is Annotated:
            yield from get_args(one)[1:]


def _is_list(annotation: Any) -> bool:
    return get_origin(annotation) is tuple or any(get_origin(one) is tuple for one in get_args(annotation))


def _leaves(annotation: Any) -> Iterator[Any]:
    if get_origin(annotation) is Annotated:
        yield from _leaves(get_args(annotation)[0])
    elif get_origin(annotation) in (Union, UnionType, tuple):
        for one in get_args(annotation):
            yield from _leaves(one)
    elif get_origin(annotation) is dict:
        yield from _leaves(get_args(annotation)[1])
    else:
        yield annotation
