"""A plan as a person reads it: what is added and changed, field by field, and every refused cell with its address."""

from collections.abc import Iterator
from typing import Any

from c2site.build.importing import ADDED, CHANGED, REFUSED, UNCHANGED, Entry, Plan
from c2site.errors import ENGLISH, Messages, Problem, shown
from c2site.load.cells import address

PAINT = {ADDED: "\x1b[32m", CHANGED: "\x1b[33m", REFUSED: "\x1b[31m"}
PLAIN = "\x1b[0m"
LONGEST = 60
# So many fields of one record are told.
MOST = 12


def lines(plan: Plan, colour: bool = False, messages: Messages = ENGLISH) -> Iterator[str]:
    """Yield the lines: records, then refused cells, then counts."""
    for one in plan.entries:
        if one.state != UNCHANGED:
            yield from _record(one, colour)
    if plan.refused:
        yield ""
        yield from (line for one in plan.refused for line in _refused(one.said(messages)))
    yield ""
    yield summary(plan)


def _record(one: Entry, colour: bool) -> Iterator[str]:
    state = f"{PAINT[one.state]}{one.state:<9}{PLAIN}" if colour else f"{one.state:<9}"
    yield f"{state} {shown(one.path or one.name, 200)}  ({address(one.cell.row, one.cell.column, one.cell.sheet)})"
    if one.state == CHANGED:
        yield from (f"          {_change(two.place)}: {_value(two.old)} → {_value(two.new)}" for two in one.differences[:MOST])
        if len(one.differences) > MOST:
            yield f"          … and {len(one.differences) - MOST} more"


def _change(place: tuple) -> str:
    return shown(".".join(map(str, place)), 200)


def _value(value: Any) -> str:
    if value is None:
        return "–"
    return shown("; ".join(map(str, value)) if isinstance(value, list) else value, LONGEST)


def _refused(one: Problem) -> Iterator[str]:
    file, _, sheet = one.path.partition("#")
    spot = address(one.line, one.column, sheet) if one.column else file
    yield f"{one.severity:<9} {spot}  {f'{one.field}: ' if one.field else ''}{one.message}"
    if one.hint:
        yield f"          → {one.hint}"


def summary(plan: Plan) -> str:
    """Return how many records there are of each state, and how many cells were refused."""
    counts = plan.counts
    if not plan.refused and not counts[ADDED] + counts[CHANGED] + counts[REFUSED]:
        return f"Nothing differs: {counts[UNCHANGED]:,} records are as they are here."
    records = ", ".join(f"{counts[state]:,} {state}" for state in (ADDED, CHANGED, UNCHANGED, REFUSED))
    cells = sum(one.severity == "error" for one in plan.refused)
    return f"Records: {records}. Refused: {cells:,} {'place' if cells == 1 else 'places'}."
