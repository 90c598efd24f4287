"""From pydantic's errors to problems an editor understands, each with its place."""

from itertools import islice
from typing import Any

from pydantic import BaseModel, ValidationError

from c2site.errors import Problem, problem
from c2site.load.document import Document, Path
from c2site.load.faults import MOST_TOLD
from c2site.load.refusals import Refusal, told


def explained(document: Document, model: type[BaseModel], error: ValidationError) -> list[Problem]:
    """Return one problem for each value pydantic refused in `document`, sorted; no more than are ever told of a file.

    Where a value may be of two sorts, pydantic refuses it once for each; the first sort is the one explained.
    """
    found: dict[tuple[int, int, str], Problem] = {}
    for one in islice(error.errors(include_url=False), MOST_TOLD):
        said = _told(document, model, one)
        found.setdefault((said.line, said.column, said.field), said)
    return sorted(found.values())


def _told(document: Document, model: type[BaseModel], error: Any) -> Problem:
    path, is_key = _path(document, error["loc"])
    code, values = told(Refusal(error["type"], error.get("input"), path, model, error.get("ctx", {}), error["msg"]))
    # A field that is missing may stand there without a value.
    by_name = is_key or code in ("missing-field", "unknown-field")
    place = document.key_place(path) if by_name else document.place(path)
    return problem(code, document.path, place, ".".join(map(str, path)), **values)


def _path(document: Document, loc: tuple[str | int, ...]) -> tuple[Path, bool]:
    """Return the path through the editor's own data; pydantic adds names of union members and `[key]`."""
    steps: list[str | int] = []
    value: Any = document.values
    is_key = False
    for step in loc:
        if step == "[key]":
            is_key = True
        elif isinstance(value, dict) and isinstance(step, str):
            if step in value or step == loc[-1]:
                steps.append(step)
                value = value.get(step)
        elif isinstance(value, list) and isinstance(step, int) and step < len(value):
            steps.append(step)
            value = value[step]
    return tuple(steps), is_key
