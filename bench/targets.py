"""What the partnership wants to reach, and whether it was."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bench.numbers import Row, ratio, row_of
from bench.places import DISK, MEMORY

OURS, HUGO, WRITE, YAML = "c2site", "Hugo", "write floor", "YAML floor"
MANY_PROFILES = 10_000
BOOK_COMPANIES = 300


@dataclass(frozen=True)
class Target:
    """`measured` is None where the run did not measure it; `least` says that more is better."""

    name: str
    limit: float
    measured: float | None
    least: bool = False

    @property
    def met(self) -> bool | None:
        """Whether the target is reached; None where it was not measured."""
        if self.measured is None:
            return None
        return self.measured >= self.limit if self.least else self.measured <= self.limit


def targets(rows: Sequence[Row], reading: Mapping[str, Any] | None, book: Mapping[str, Any] | None = None) -> list[Target]:
    """Return every target with what was measured."""
    return [
        *(Target(f"times Hugo’s pages per second, {companies:,} companies, {place}", limit, ratio(rows, OURS, HUGO, companies, place), least=True)
          for companies, place, limit in ((1_000, MEMORY, 5.0), (1_000, DISK, 3.0), (100, MEMORY, 1.0), (100, DISK, 1.0))),
        Target("CPU, as a share of 4 × write floor + YAML floor, 1,000 companies, memory", 1.0, _floors(rows, 1_000, MEMORY)),
        *(Target(f"change of CPU per page from 1,000 to 10,000 companies, {place}", 0.15, _change(rows, 1_000, 10_000, place)) for place in (MEMORY, DISK)),
        Target("peak MB, 10,000 companies", 600.0, _peak(rows, 10_000)),
        Target(f"seconds to read and validate {MANY_PROFILES:,} profiles in one process", 8.0, _reading(reading)),
        Target(f"seconds to set a book of {BOOK_COMPANIES} companies, cold", 10.0, _setting(book)),
    ]  # fmt: skip


def _floors(rows: Sequence[Row], companies: int, place: str) -> float | None:
    ours, write, yaml = (row_of(rows, name, companies, place) for name in (OURS, WRITE, YAML))
    return ours.cpu / (4 * write.cpu + yaml.cpu) if ours and write and yaml else None


def _change(rows: Sequence[Row], few: int, many: int, place: str) -> float | None:
    one, two = row_of(rows, OURS, few, place), row_of(rows, OURS, many, place)
    return abs(two.cpu_ms / one.cpu_ms - 1) if one and two else None


def _peak(rows: Sequence[Row], companies: int) -> float | None:
    return max((row.peak_mb for row in rows if (row.builder, row.companies) == (OURS, companies)), default=None)


def _reading(reading: Mapping[str, Any] | None) -> float | None:
    return MANY_PROFILES * reading["seconds"] / reading["profiles"] if reading and reading["profiles"] else None


def _setting(book: Mapping[str, Any] | None) -> float | None:
    """Return the seconds from records to PDF, where the book has as many companies as the target says, nearly."""
    return book["compose_seconds"] + book["set_seconds"] if book and book["companies"] > 0.95 * BOOK_COMPANIES else None
