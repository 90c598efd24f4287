"""Where a record's values stand, found in the record itself, so that no field can be forgotten."""

import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from c2site.errors import DataError, Problem
from c2site.load.files import RecordFile
from c2site.load.partnership import record_of
from c2site.model import KINDS, Kind, Record
from c2site.model.examples import example

Place = tuple[str | int, ...]


def sample(kind: Kind) -> dict[str, Any]:
    """Return a valid record of a kind with every field filled, as an editor's YAML holds it."""
    return json.loads(json.dumps(example(kind.record)))


def places(values: Any, here: Place = ()) -> Iterator[Place]:
    """Yield the place of every single value in maps and lists."""
    if isinstance(values, Mapping):
        for key, one in values.items():
            yield from places(one, (*here, key))
    elif isinstance(values, list):
        for number, one in enumerate(values):
            yield from places(one, (*here, number))
    else:
        yield here


def dotted(place: Place) -> str:
    return ".".join(map(str, place))


def at(values: Any, place: Place) -> Any:
    for step in place:
        values = values[step]
    return values


def changed(values: Any, new: Mapping[Place, str], here: Place = ()) -> Any:
    """Return a copy of `values` with others at some places."""
    if isinstance(values, Mapping):
        return {key: changed(one, new, (*here, key)) for key, one in values.items()}
    if isinstance(values, list):
        return [changed(one, new, (*here, number)) for number, one in enumerate(values)]
    return new.get(here, values)


def written(values: Mapping[str, Any]) -> bytes:
    """Return a record as YAML, each value on its own line and in quotes."""
    return json.dumps(values, ensure_ascii=False, indent=1).replace("\x7f", "\\x7f").encode("utf-8", "surrogatepass")


def read(kind: Kind, values: Mapping[str, Any]) -> Record:
    """Return the record an editor has written; raise DataError as `c2site check` would tell it."""
    file = RecordFile(kind, "sample", f"data/{kind.folder}/sample.yml")
    return record_of(file, written(values))[0]


def refusals(kind: Kind, values: Mapping[str, Any]) -> tuple[Problem, ...]:
    """Return what is wrong with the record an editor has written."""
    try:
        read(kind, values)
    except DataError as error:
        return error.problems
    return ()


def free_places(kind: Kind, values: Mapping[str, Any], text: str, among: Callable[[Place], bool] = lambda _: True) -> list[Place]:
    """Return the places where the record may hold `text`: those nobody is told about when it stands in all of them."""
    candidates = [place for place in places(values) if among(place)]
    told = {one.field for one in refusals(kind, changed(values, dict.fromkeys(candidates, text)))}
    return [place for place in candidates if dotted(place) not in told]


ALL_KINDS = list(KINDS.values())
