"""What an indicator counts: one short formula over the partnership's records.

`count(events where kind is mission)`, `sum(events.after.b2b_meetings)`, `distinct(events.smes)`,
`share(smes where reviewed_on within 365 days)`, `translated(offerings)`.
"""

import re
from dataclasses import dataclass

FUNCTIONS = ("count", "sum", "distinct", "share", "translated")
STATED = "stated"
PATTERN = re.compile(
    r"(?P<function>\w+)\((?P<folder>\w+)(?P<path>(?:\.\w+)*)"
    r"(?: where (?P<field>\w+(?:\.\w+)*) (?:is (?P<value>[\w-]+)|within (?P<days>\d{1,5}) days))?\)"
)


@dataclass(frozen=True)
class Condition:
    """Which records count: those whose field has a value (any value, where it is `stated`), or a day at most `days` ago."""

    steps: tuple[str, ...]
    value: str = ""
    days: int | None = None


@dataclass(frozen=True)
class Formula:
    """`folder` is the kind of record as its folder is named; `steps` lead to a field of it."""

    function: str
    folder: str
    steps: tuple[str, ...] = ()
    condition: Condition | None = None


def formula(text: str) -> Formula | None:
    """Return the formula that `text` writes, None where it is none."""
    found = PATTERN.fullmatch(text)
    if found is None or found["function"] not in FUNCTIONS or not _is_whole(found):
        return None
    steps = tuple(found["path"].split(".")[1:])
    return Formula(found["function"], found["folder"], steps, _condition(found))


def _is_whole(found: re.Match[str]) -> bool:
    """Return whether a formula says what its function asks for: a field to add up, a condition to divide by."""
    needs_path, needs_condition = found["function"] in ("sum", "distinct"), found["function"] == "share"
    return bool(found["path"]) is needs_path and (bool(found["field"]) or not needs_condition) and not (found["function"] == "translated" and found["field"])


def _condition(found: re.Match[str]) -> Condition | None:
    if not found["field"]:
        return None
    return Condition(tuple(found["field"].split(".")), found["value"] or "", int(found["days"]) if found["days"] else None)
