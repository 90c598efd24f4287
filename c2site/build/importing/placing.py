"""Where the values of one cell stand in a record: a text under its language, items in the parts of a list."""

from collections.abc import Iterator
from typing import Any

from c2site.build.importing.differences import Values
from c2site.build.importing.targets import Target
from c2site.build.importing.vocabulary import NAMES
from c2site.load.document import Path


def placed(target: Target, value: Any, first: int = 0) -> Iterator[tuple[Path, Any]]:
    """Yield a cell's values with their places: items of a list of parts, and texts by language, stand apart; `first` is the number of a list's first text."""
    if target.items:
        start, rest = target.path[: target.items], target.path[target.items :]
        items = [value] if target.many else value
        for number, one in enumerate(items):
            yield from _texts_apart((*start, number, *rest), one)
    else:
        yield from _texts_apart(target.path, value, first)


def _texts_apart(place: Path, value: Any, first: int = 0) -> Iterator[tuple[Path, Any]]:
    if isinstance(value, dict):
        yield from (((*place, tag), text) for tag, text in value.items())
    elif isinstance(value, list) and isinstance(value[0], dict):
        for number, one in enumerate(value, first):
            yield from _texts_apart((*place, number), one)
    else:
        yield place, value


def tags_in(values: Any, known: frozenset[str]) -> Iterator[str]:
    """Yield the languages in which something is written."""
    if isinstance(values, dict):
        yield from known & values.keys()
    for one in values.values() if isinstance(values, dict) else values if isinstance(values, list) else ():
        yield from tags_in(one, known)


def name_in(values: Values) -> str:
    """Return a record's name in the language that stands first."""
    for field in NAMES:
        name = values.get(field)
        if name:
            return next(iter(name.values())) if isinstance(name, dict) else name
    return ""
