"""Runs become rows: medians, pages per second, ratios."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from statistics import median
from typing import Any


@dataclass(frozen=True)
class Run:
    """One measured build. `seconds` reach until the site is on disk (or in memory), `mb` are the bytes of its pages."""

    builder: str
    companies: int
    place: str
    seconds: float
    cpu: float
    peak_mb: float
    pages: int
    mb: float


@dataclass(frozen=True)
class Row:
    """The medians of the runs of one builder, for one corpus and one place."""

    builder: str
    companies: int
    place: str
    runs: int
    seconds: float
    cpu: float
    peak_mb: float
    pages: int
    mb: float

    @property
    def rate(self) -> float:
        """Pages per second; 0 for what writes none."""
        return self.pages / self.seconds if self.seconds else 0.0

    @property
    def cpu_ms(self) -> float:
        """Milliseconds of CPU a page."""
        return 1000 * self.cpu / self.pages if self.pages else 0.0

    @property
    def page_kb(self) -> float:
        """Kilobytes of a mean page."""
        return 1000 * self.mb / self.pages if self.pages else 0.0

    def as_dict(self) -> dict[str, Any]:
        """Return everything, rounded for a report."""
        return {**asdict(self), **{key: getattr(self, key) for key in ("rate", "cpu_ms", "page_kb")}}


def rows(runs: Iterable[Run]) -> list[Row]:
    """Return one row for each builder, corpus and place, in the order of their first runs."""
    grouped: dict[tuple[str, int, str], list[Run]] = {}
    for run in runs:
        grouped.setdefault((run.builder, run.companies, run.place), []).append(run)
    return [_row(key, found) for key, found in sorted(grouped.items(), key=lambda item: (item[0][1], item[0][2] != "memory"))]


def _row(key: tuple[str, int, str], runs: Sequence[Run]) -> Row:
    middle = {name: median(getattr(run, name) for run in runs) for name in ("seconds", "cpu", "peak_mb", "mb")}
    return Row(*key, runs=len(runs), pages=runs[0].pages, **middle)


def row_of(found: Iterable[Row], builder: str, companies: int, place: str) -> Row | None:
    """Return the row of one builder, corpus and place, where it was measured."""
    return next((row for row in found if (row.builder, row.companies, row.place) == (builder, companies, place)), None)


def ratio(found: Sequence[Row], builder: str, other: str, companies: int, place: str) -> float | None:
    """Return how many times as many pages per second `builder` writes as `other`; None where either was not measured."""
    one, two = row_of(found, builder, companies, place), row_of(found, other, companies, place)
    return one.rate / two.rate if one and two and two.rate else None
