"""Values of records compared: what an editor changed, put into what the record's file holds, and told change by change."""

import json
from collections.abc import Callable, Iterator, Mapping
from difflib import SequenceMatcher
from typing import Any, NamedTuple, TypeVar

from c2site.errors import DataError, Problem, problem
from c2site.load.document import Path

Values = dict[str, Any]
Made = TypeVar("Made")


class Difference(NamedTuple):
    """A value at its place in a record, before and after; None where there is none."""

    place: Path
    old: Any
    new: Any


def merged(file: Any, before: Any, after: Any, place: Path = ()) -> Any:
    """Return the values of a file with what changed from `before` to `after`; both may hold less than the file does.

    Raise DataError where a list was changed of which the file has items that nobody saw.
    """
    if after == before:
        return file
    if isinstance(after, dict) and isinstance(file, dict):
        old = before if isinstance(before, dict) else {}
        found = {key: merged(file.get(key), old.get(key), after.get(key), (*place, key)) for key in {**file, **old, **after}}
        return {key: value for key, value in found.items() if value not in (None, {}, [])}
    if isinstance(after, list) and isinstance(file, list):
        return _merged_items(file, before or [], after, place)
    return after


def _merged_items(file: list, before: list, after: list, place: Path) -> list:
    if not any(isinstance(one, dict) for one in (*before, *after)):
        return [*after, *(one for one in file if one not in before and one not in after)]
    if len(file) != len(before):
        raise DataError([problem("import-trimmed", "", field=".".join(map(str, place)))])
    found: list = []
    for sort, start, end, first, last in _steps(before, after):
        kept = [*range(start, end), *[-1] * (last - first)] if sort == "replace" else range(start, end)
        if sort == "equal":
            found += file[start:end]
        else:
            pairs = zip(kept, range(first, last), strict=False) if sort == "replace" else ((-1, at) for at in range(first, last))
            found += [after[at] if own < 0 else merged(file[own], before[own], after[at], (*place, own)) for own, at in pairs]
    return found


def _steps(before: list, after: list) -> list[tuple[str, int, int, int, int]]:
    keys = [[json.dumps(one, sort_keys=True) for one in items] for items in (before, after)]
    return SequenceMatcher(None, *keys, autojunk=False).get_opcodes()


def overlaid(file: Any, more: Any) -> Any:
    """Return the values of a file with `more`: maps are filled up, everything else is replaced."""
    if isinstance(file, dict) and isinstance(more, dict):
        return {**file, **{key: overlaid(file.get(key), value) for key, value in more.items()}}
    return more


def differences(old: Any, new: Any, place: Path = ()) -> Iterator[Difference]:
    """Yield what must change, at the smallest places, for `old` to become `new`."""
    if old == new:
        return
    if isinstance(old, dict) and isinstance(new, dict):
        for key in {**old, **new}:
            yield from differences(old.get(key), new.get(key), (*place, key))
    elif isinstance(old, list) and isinstance(new, list) and new and any(isinstance(one, dict) for one in (*old, *new)):
        yield from _different_items(old, new, place)
    else:
        yield Difference(place, old, new)


def _different_items(old: list, new: list, place: Path) -> Iterator[Difference]:
    """Yield items changed, added at the end, or taken out; the whole list where they were moved."""
    steps = _steps(old, new)
    if len(old) <= len(new) and all(sort != "delete" for sort, *_ in steps):
        for number, value in enumerate(new):
            yield from differences(old[number] if number < len(old) else None, value, (*place, number))
    elif all(sort in ("equal", "delete") for sort, *_ in steps):
        gone = [number for sort, start, end, *_ in steps if sort == "delete" for number in range(start, end)]
        yield from (Difference((*place, number), old[number], None) for number in gone)
    else:
        yield Difference(place, old, new)


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
            for one in error.problems:
                refused.setdefault((one.field, one.code), one)
                place = steps_of(one.field)
                widths[place] = widths.get(place, -1) + 1
                narrowed = place[: len(place) - widths[place]]
                if not narrowed:
                    return None, list(refused.values())
                values = as_before(values, before, narrowed)


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
