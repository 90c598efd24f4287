"""Results as text."""

from collections.abc import Mapping, Sequence
from typing import Any

from bench.numbers import Row, ratio
from bench.targets import HUGO, Target

HEAD = ("companies", "to", "builder", "wall s", "CPU s", "peak MB", "pages", "kB/page", "pages/s", "CPU ms/page", "× Hugo")


def table(rows: Sequence[Row]) -> str:
    """Return all rows, numbers under each other."""
    return aligned([HEAD, *(_cells(row, ratio(rows, row.builder, HUGO, row.companies, row.place)) for row in rows)])


def _cells(row: Row, times: float | None) -> tuple[str, ...]:
    start = (f"{row.companies:,}", row.place, row.builder, f"{row.seconds:.2f}", f"{row.cpu:.2f}", f"{row.peak_mb:,.0f}")
    if not row.pages:
        return (*start, *("–",) * (len(HEAD) - len(start)))
    times_text = f"{times:.2f}" if times is not None else "–"
    return (*start, f"{row.pages:,}", f"{row.page_kb:.1f}", f"{row.rate:,.0f}", f"{row.cpu_ms:.2f}", times_text)


def aligned(lines: Sequence[Sequence[str]]) -> str:
    """Return a table: the third column, which holds words, and the second to the left, all others to the right."""
    widths = [max(len(line[column]) for line in lines) for column in range(len(lines[0]))]
    shown = [
        [cell.ljust(width) if column in (1, 2) else cell.rjust(width) for column, (cell, width) in enumerate(zip(line, widths, strict=True))] for line in lines
    ]
    rule = ["-" * width for width in widths]
    return "\n".join("  ".join(line).rstrip() for line in [shown[0], rule, *shown[1:]])


def targets_text(targets: Sequence[Target]) -> str:
    """Return one line a target."""
    return "\n".join(_target(one) for one in targets)


def _target(one: Target) -> str:
    word = {True: "reached   ", False: "NOT YET   ", None: "unmeasured"}[one.met]
    found = "–" if one.measured is None else f"{one.measured:,.2f}"
    return f"{word}  {one.name}: {found} (at {'least' if one.least else 'most'} {one.limit:g})"


def reading_text(reading: Mapping[str, Any]) -> str:
    """Return the reading benchmark as a sentence."""
    each = 1000 * reading["seconds"] / reading["profiles"]
    return (
        f"Reading: {reading['profiles']:,.0f} profiles parsed and validated in {reading['seconds']:.2f} s ({each:.2f} ms each), "
        f"checked against each other in {reading['check_seconds']:.2f} s, at most {reading['peak_mb']:,.0f} MB."
    )


def book_text(book: Mapping[str, Any]) -> str:
    """Return the book benchmark as a sentence."""
    other = book["weasyprint"]
    return (
        f"Book: {book['companies']:,} companies, {book['pages']:,} pages, {book['mb']:.1f} MB of PDF, composed in {book['compose_seconds']:.1f} s and "
        f"set in {book['set_seconds']:.1f} s ({book['pages'] / book['set_seconds']:.1f} pages/s), {book['cpu']:.1f} s of CPU, at most {book['peak_mb']:,.0f} MB. "
        f"WeasyPrint, the same text as simple HTML: {other['pages']:,} pages in {other['set_seconds']:.1f} s ({other['pages'] / other['set_seconds']:.1f} pages/s), "
        f"{other['cpu']:.1f} s of CPU, at most {other['peak_mb']:,.0f} MB."
    )
