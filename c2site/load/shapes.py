"""What a kind of record allows at a place: which fields, a text or a number."""

import re
from collections.abc import Iterator
from decimal import Decimal
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel

from c2site.load.document import Path
from c2site.model.base import LanguageTag, values_of
from c2site.model.notation import Figure

NUMBERS = frozenset({int, float, Decimal, bool})
WRITTEN_AS_FIGURE = re.compile(r"-?(0|[1-9]\d*)(\.\d+)?|true|false")


def fields_at(model: type[BaseModel], path: Path) -> list[str]:
    """Return the names of the fields an editor may write at `path`."""
    models = _models(_annotation_at(model, path))
    return sorted({(field.alias or name) for one in models for name, field in values_of(one).items()})


def first_field(model: type[BaseModel], path: Path) -> str | None:
    """Return the field most worth writing at `path`: the first that must be there, else the first of all."""
    for one in _models(_annotation_at(model, path)):
        fields = {field.alias or name: field.is_required() for name, field in values_of(one).items()}
        return next((name for name, required in fields.items() if required), next(iter(fields)))
    return None


def is_text(model: type[BaseModel], path: Path) -> bool:
    """Return whether a text in several languages stands at `path`."""
    parts = list(_parts(_annotation_at(model, path)))
    return any(get_origin(part) is dict and get_args(part)[0] == LanguageTag for part in parts)


def figured(model: type[BaseModel], path: Path, value: Any) -> Any:
    """Return what is to stand at `path` with its numbers and truths marked as such, where the model has them; all else is text."""
    return _figured(_annotation_at(model, path), value)


def _figured(annotation: Any, value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _figured(_inside(annotation, name), one) for name, one in value.items()}
    if isinstance(value, list):
        return [_figured(_inside(annotation, number), one) for number, one in enumerate(value)]
    is_figure = isinstance(value, str) and WRITTEN_AS_FIGURE.fullmatch(value) and any(map(_is_number, _parts(annotation)))
    return Figure(value) if is_figure else value


def _is_number(part: Any) -> bool:
    return part in NUMBERS or (get_origin(part) is Literal and not any(isinstance(one, str) for one in get_args(part)))


def _annotation_at(model: type[BaseModel], path: Path) -> Any:
    here: Any = model
    for step in path:
        here = _inside(here, step)
    return here


def _inside(annotation: Any, step: str | int) -> Any:
    for one in _models(annotation):
        for name, field in one.model_fields.items():
            if step in (name, field.alias):
                return field.annotation
    for part in _parts(annotation):
        if get_origin(part) is tuple and isinstance(step, int):
            return get_args(part)[0]
        if get_origin(part) is dict and isinstance(step, str):
            return get_args(part)[1]
    return None


def _parts(annotation: Any) -> Iterator[Any]:
    if get_origin(annotation) is Annotated:
        yield from _parts(get_args(annotation)[0])
    elif get_origin(annotation) in (Union, UnionType):
        for one in get_args(annotation):
            yield from _parts(one)
    else:
        yield annotation


def _models(annotation: Any) -> Iterator[type[BaseModel]]:
    for part in _parts(annotation):
        if isinstance(part, type) and issubclass(part, BaseModel):
            yield part
