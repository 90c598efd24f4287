"""Values of records compared: what an editor changed, put into what the record's file holds, and told change by change."""

import json
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Any, NamedTuple

from c2site.errors import DataError, problem
from c2site.load.document import Path

Values = dict[str, Any]


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
        if sort == "equal":
            found += file[start:end]
            continue
        for number, item in enumerate(after[first:last], start):
            is_same = number < end and _alike(before[number], item)
            found.append(merged(file[number], before[number], item, (*place, number)) if is_same else item)
    return found


def _alike(old: Any, new: Any) -> bool:
    """Return whether one item became the other: half of what it said is still said, so that what nobody saw of it may stay."""
    before, after = (set(texts_in(one)) for one in (old, new))
    return len(before & after) * 2 >= len(before)


def _steps(before: list, after: list) -> list[tuple[str, int, int, int, int]]:
    keys = [[json.dumps(one, sort_keys=True) for one in items] for items in (before, after)]
    return SequenceMatcher(None, *keys, autojunk=False).get_opcodes()


def overlaid(file: Any, more: Any) -> Any:
    """Return the values of a file with `more`: maps are filled up, lists of parts get those they lack, everything else is replaced."""
    if isinstance(file, dict) and isinstance(more, dict):
        return {**file, **{key: overlaid(file.get(key), value) for key, value in more.items()}}
    if isinstance(file, list) and isinstance(more, list) and any(isinstance(one, dict) for one in file):
        return [*file, *(one for one in more if not any(set(texts_in(one)) <= set(texts_in(old)) for old in file))]
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
    if len(old) <= len(new) and all(start == first for _, start, _, first, _ in steps):
        for number, value in enumerate(new):
            yield from differences(old[number] if number < len(old) else None, value, (*place, number))
    elif all(sort in ("equal", "delete") for sort, *_ in steps):
        gone = [number for sort, start, end, *_ in steps if sort == "delete" for number in range(start, end)]
        yield from (Difference((*place, number), old[number], None) for number in gone)
    else:
        yield Difference(place, old, new)


def texts_in(value: Any, place: Path = ()) -> Iterator[tuple[Path, str]]:
    """Yield every text in a value with its place."""
    if isinstance(value, str):
        yield place, value
    for step, one in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        yield from texts_in(one, (*place, step))
