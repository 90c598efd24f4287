"""The figures the partnership is measured by, counted from its records."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from c2site.check.languages import translatable
from c2site.model import Indicator, Profiles, Record
from c2site.model.formula import STATED, Condition, Formula, formula


@dataclass(frozen=True)
class Figure:
    """`actual` is a whole number, None where no record states what is to be added up; of a share it is per cent, rounded down.

    `counted` records were looked at, `stating` of them say what the figure is made of.
    """

    indicator: Indicator
    actual: int | None
    counted: int
    stating: int

    @property
    def reached(self) -> bool | None:
        """Whether the target is reached; None without a target or a figure."""
        target = self.indicator.target
        return None if target is None or self.actual is None else self.actual >= target


def figures(profiles: Profiles, languages: Sequence[str], today: date) -> tuple[Figure, ...]:
    """Return every indicator with its figure, in the order of ids; `languages` are those somebody has to write."""
    return tuple(_figure(one, profiles, languages, today) for _, one in sorted(profiles.indicators.items()))


def _figure(indicator: Indicator, profiles: Profiles, languages: Sequence[str], today: date) -> Figure:
    made = formula(indicator.formula)
    if made is None:
        return Figure(indicator, None, 0, 0)
    records = list(getattr(profiles, made.folder).values())
    chosen = [one for one in records if made.condition is None or _meets(one, made.condition, today)]
    actual, stating = COUNTS[made.function](made, records, chosen, languages)
    return Figure(indicator, actual, len(records), stating)


Counted = tuple[int | None, int]


def _count(made: Formula, records: list[Record], chosen: list[Record], languages: Sequence[str]) -> Counted:
    return len(chosen), len(chosen)


def _sum(made: Formula, records: list[Record], chosen: list[Record], languages: Sequence[str]) -> Counted:
    stated = [found for one in chosen if (found := list(values(one, made.steps)))]
    return (sum(value for found in stated for value in found) if stated else None), len(stated)


def _distinct(made: Formula, records: list[Record], chosen: list[Record], languages: Sequence[str]) -> Counted:
    stated = [found for one in chosen if (found := set(values(one, made.steps)))]
    return len(set().union(*stated)), len(stated)


def _share(made: Formula, records: list[Record], chosen: list[Record], languages: Sequence[str]) -> Counted:
    return _per_cent(len(chosen), len(records)), len(chosen)


def _translated(made: Formula, records: list[Record], chosen: list[Record], languages: Sequence[str]) -> Counted:
    """Return how many of the texts that the portal's readers should find in their language they do find."""
    texts = [spot.value for one in records for spot in translatable(one)]
    return _per_cent(sum(tag in text for text in texts for tag in languages), len(texts) * len(languages)), len(texts)


COUNTS: Mapping[str, Callable[[Formula, list[Record], list[Record], Sequence[str]], Counted]] = {
    "count": _count, "sum": _sum, "distinct": _distinct, "share": _share, "translated": _translated,
}  # fmt: skip


def _per_cent(part: int, whole: int) -> int | None:
    return part * 100 // whole if whole else None


def _meets(record: Record, condition: Condition, today: date) -> bool:
    found = list(values(record, condition.steps))
    if condition.days is not None:
        return any(isinstance(one, date) and today - timedelta(condition.days) <= one <= today for one in found)
    return bool(found) if condition.value == STATED else condition.value in map(str, found)


def values(part: Any, steps: Sequence[str]) -> Iterator[Any]:
    """Yield what stands at a field path of a record: every item of a list, every key of a map, nothing where nobody states it."""
    if part is None:
        return
    if isinstance(part, tuple):
        yield from _of_each(part, steps)
    elif isinstance(part, Mapping):
        yield from part if not steps else _of_each(part.values(), steps)
    elif steps:
        yield from values(getattr(part, steps[0]), steps[1:])
    else:
        yield part


def _of_each(parts: Iterable[Any], steps: Sequence[str]) -> Iterator[Any]:
    for one in parts:
        yield from values(one, steps)
