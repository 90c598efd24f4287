"""Results as text: one line a page, then one a target, then everything that is wrong."""

from collections.abc import Iterable, Iterator, Sequence

from audit.results import KILO, Result, Target

HEAD = ("page", "perf.", "access.", "practices", "SEO", "shift", "kB", "requests", "with fonts", "axe", "Nu")
UNMEASURED = "–"


def table(results: Iterable[Result]) -> str:
    """Return all pages, numbers under each other."""
    return aligned([HEAD, *map(_cells, results)])


def _cells(one: Result) -> tuple[str, ...]:
    score = one.score
    scores = (UNMEASURED,) * 5
    if score:
        scores = (*(f"{value:g}" for value in (score.performance, score.accessibility, score.best_practices, score.seo)), f"{score.shift:.3f}")
    sizes = (f"{one.visit.bytes / KILO:.1f}", str(one.visit.requests), f"{(one.visit.bytes + one.visit.font_bytes) / KILO:.1f}")
    return (one.name, *scores, *sizes, str(len(one.broken)), str(len(one.markup)))


def aligned(lines: Sequence[Sequence[str]]) -> str:
    """Return a table, its first column to the left and all others to the right."""
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    shown = ["  ".join([line[0].ljust(widths[0]), *(cell.rjust(width) for cell, width in zip(line[1:], widths[1:], strict=True))]) for line in lines]
    return "\n".join([shown[0], "  ".join("-" * width for width in widths), *shown[1:]])


def targets_text(targets: Iterable[Target]) -> str:
    """Return one line a target."""
    return "\n".join(map(_target, targets))


def _target(one: Target) -> str:
    word = {True: "reached   ", False: "NOT YET   ", None: "unmeasured"}[one.met]
    found = UNMEASURED if one.worst is None else f"{one.worst:.4g}"
    where = f", on {one.where}" if one.met is False else ""
    return f"{word}  {one.name}: {found} (at {'least' if one.least else 'most'} {one.limit:g}){where}"


def faults_text(results: Iterable[Result]) -> str:
    """Return a line for each thing that is wrong with a page."""
    return "\n".join(f"{one.name}: {fault}" for one in results for fault in _faults(one))


def _faults(one: Result) -> Iterator[str]:
    yield from (f"axe: {broken}" for broken in one.broken)
    yield from (f"Nu: {error.line}: {error.message} – {error.extract}" for error in one.markup)
    yield from (f"Lighthouse: {key}" for key in (one.score.failed if one.score else ()))
    yield from (f"asked {host}" for host in one.visit.foreign)
    yield from (*one.visit.violations, *one.visit.faults)
