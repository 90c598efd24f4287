"""Values of a record of which some are refused: each stays as it was before, and the others are taken."""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from c2site.build.importing.differences import Values
from c2site.errors import DataError, Problem
from c2site.load.document import Path

Made = TypeVar("Made")


def accepted(attempt: Callable[[Values], Made], values: Values, before: Values) -> tuple[Made | None, list[Problem]]:
    """Return what `attempt` makes of the values, each refused one left as it was `before`, and every refusal.

    None is made where the record cannot do without a refused value.
    """
    refused: dict[tuple[str, str], Problem] = {}
    widths: dict[Path, int] = {}
    while True:
        try:
            return attempt(values), list(refused.values())
        except DataError as error:
            refused = {(one.field, one.code): one for one in error.problems} | refused
            for place in sorted({steps_of(one.field) for one in error.problems}, key=_last_first, reverse=True):
                widths[place] = widths.get(place, -1) + 1
                narrowed = place[: len(place) - widths[place]]
                if not narrowed:
                    return None, list(refused.values())
                values = as_before(values, before, narrowed)


def _last_first(place: Path) -> list[str]:
    """Order places so that, reversed, taking an item out moves none that is still to come."""
    return [f"{step:09}" if isinstance(step, int) else step for step in place]


def steps_of(field: str) -> Path:
    """Return the place a dotted field names."""
    return tuple(int(step) if step.isdecimal() else step for step in field.split(".") if step)


def as_before(values: Any, before: Any, place: Path) -> Any:
    """Return the values with the one at `place` as it was before."""
    step, rest = place[0], place[1:]
    own = _at(before, step)
    inner = as_before(_at(values, step), own, rest) if rest and _at(values, step) is not None else own
    if isinstance(values, Mapping):
        return {key: one for key, one in {**values, step: inner}.items() if one is not None}
    if isinstance(values, list) and isinstance(step, int):
        return [*values[:step], *([] if inner is None else [inner]), *values[step + 1 :]]
    return before


def _at(values: Any, step: str | int) -> Any:
    if isinstance(values, list):
        return values[step] if isinstance(step, int) and step < len(values) else None
    return values.get(step) if isinstance(values, Mapping) else None
