"""The values inside a record that mean something outside it: texts, languages, countries, sources, files, parts."""

from enum import StrEnum
from functools import cache
from types import UnionType
from typing import Any, NamedTuple, Union, get_args, get_origin, get_type_hints

from c2site.load.document import Path
from c2site.model import Part, Text
from c2site.model.base import LONG, SHORT, CitedSources, Country, Currency, LanguageTag, Line, ShortText, Sources


class Meaning(StrEnum):
    """What a value stands for."""

    TEXT = "text"
    LINE = "line"
    LANGUAGE = "language"
    REVIEWED = "reviewed"
    COUNTRY = "country"
    CURRENCY = "currency"
    SOURCE = "source"
    MEDIA = "media"
    TIME_ZONE = "time zone"
    PART = "part"


class Spot(NamedTuple):
    """One value and where it stands; `path` is written with the editor's names, `holder` is the part it belongs to."""

    path: Path
    meaning: Meaning
    value: Any
    holder: Part


class Planned(NamedTuple):
    """How to find the values of one field: `alias` is the editor's name for it."""

    name: str
    alias: str
    meaning: Meaning


MEANINGS = (
    (Text, Meaning.TEXT),
    (ShortText, Meaning.TEXT),
    (LanguageTag, Meaning.LANGUAGE),
    (Country, Meaning.COUNTRY),
    (Currency, Meaning.CURRENCY),
    (Sources, Meaning.SOURCE),
    (CitedSources, Meaning.SOURCE),
    (Line, Meaning.LINE),
)
# Plain lines that name something outside the record.
NAMED = {"logo": Meaning.MEDIA, "file": Meaning.MEDIA, "timezone": Meaning.TIME_ZONE}


def spots(part: Part) -> list[Spot]:
    """Return `part` itself and every value in it that an editor wrote and the rooms below cannot judge."""
    found: list[Spot] = []
    _gather(part, (), found)
    return found


def _gather(part: Part, path: Path, found: list[Spot]) -> None:
    found.append(Spot(path, Meaning.PART, part, part))
    written = part.model_fields_set
    for name, alias, meaning in plan(type(part)):
        if name in written:
            _gather_leaves(getattr(part, name), (*path, alias), meaning, part, found)


def _gather_leaves(value: Any, path: Path, meaning: Meaning, holder: Part, found: list[Spot]) -> None:
    if isinstance(value, tuple):
        for number, one in enumerate(value):
            _gather_leaves(one, (*path, number), meaning, holder, found)
    elif meaning is not Meaning.PART:
        if value is not None:
            found.append(Spot(path, meaning, value, holder))
    elif isinstance(value, Part):
        _gather(value, path, found)
    elif isinstance(value, dict):
        for key, one in value.items():
            _gather_leaves(one, (*path, key), meaning, holder, found)


@cache
def plan(model: type[Part]) -> tuple[Planned, ...]:
    """Return the fields of `model` worth walking, in the model's order."""
    hints = get_type_hints(model, include_extras=True)
    found = [(name, field.alias or name, _meaning(name, hints[name])) for name, field in model.model_fields.items()]
    return tuple(Planned(name, alias, meaning) for name, alias, meaning in found if meaning)


@cache
def text_field(model: type[Part], alias: str) -> tuple[str, int]:
    """Return what a field of texts is for, in the model's words, and how many characters each may have."""
    name, field = next((name, field) for name, field in model.model_fields.items() if alias in (name, field.alias))
    return field.description or "", SHORT if _holds(get_type_hints(model, include_extras=True)[name], ShortText) else LONG


def _holds(annotation: Any, wanted: Any) -> bool:
    return annotation is wanted or any(_holds(one, wanted) for one in get_args(annotation))


def _meaning(name: str, annotation: Any) -> Meaning | None:
    for known, meaning in MEANINGS:
        if annotation is known:
            return NAMED.get(name, meaning)
    if isinstance(annotation, type):
        return Meaning.PART if issubclass(annotation, Part) else None
    inner = [one for one in get_args(annotation) if one not in (type(None), ...)]
    if get_origin(annotation) is dict:
        return Meaning.REVIEWED if inner[0] is LanguageTag else _meaning(name, inner[1])
    if get_origin(annotation) in (Union, UnionType, tuple):
        return next(filter(None, (_meaning(name, one) for one in inner)), None)
    return None
