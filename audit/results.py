"""What was found on one page, and what the targets say to all of it."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from audit.axe import Axed, Broken
from audit.browsing import Visit
from audit.lighthouse import Score
from audit.nu import MarkupError
from audit.pages import PageOfKind

KILO = 1000
# Lighthouse shows the layout shift with three decimals; less is nothing anyone could see.
SHIFT_DECIMALS = 3


@dataclass(frozen=True)
class Result:
    """One page; `axed` holds what axe says in each look of it. `score` is None where Lighthouse did not run."""

    site: str
    page: PageOfKind
    visit: Visit
    axed: Sequence[Axed] = ()
    markup: Sequence[MarkupError] = ()
    score: Score | None = None
    invented: bool = False

    @property
    def name(self) -> str:
        """The page as the table names it."""
        return f"{self.site} {self.page.language or '–'} {self.page.kind}"

    @property
    def broken(self) -> list[Broken]:
        """Rules of accessibility that the page breaks in any of its looks, each once."""
        return list({one.rule: one for look in self.axed for one in look.broken}.values())


@dataclass(frozen=True)
class Target:
    """`worst` and `where` tell the page that is farthest from the limit; None where nothing measured it."""

    name: str
    limit: float
    least: bool
    worst: float | None
    where: str

    @property
    def met(self) -> bool | None:
        """Whether every page reaches the limit; None where nothing was measured."""
        if self.worst is None:
            return None
        return self.worst >= self.limit if self.least else self.worst <= self.limit


def targets(results: Iterable[Result]) -> list[Target]:
    """Return every target with the page that is farthest from it."""
    found = list(results)
    return [
        _least(found, "Lighthouse: accessibility", 100, lambda one: one.score and one.score.accessibility),
        _least(found, "Lighthouse: best practices", 100, lambda one: one.score and one.score.best_practices),
        _least(found, "Lighthouse: SEO", 100, lambda one: one.score and not one.invented and one.score.seo),
        _least(found, "Lighthouse: performance", 99, lambda one: one.score and one.score.performance),
        _most(found, "Lighthouse: layout shift", 0, lambda one: one.score and round(one.score.shift, SHIFT_DECIMALS)),
        _most(found, "axe: rules broken", 0, lambda one: len(one.broken)),
        _most(found, "Nu: errors of HTML", 0, lambda one: len(one.markup)),
        _most(found, "kB before images, without fonts", 60, lambda one: one.visit.bytes / KILO),
        _most(found, "requests before images, without fonts", 8, lambda one: one.visit.requests),
        _most(found, "kB before images, with fonts", 110, lambda one: (one.visit.bytes + one.visit.font_bytes) / KILO),
        _most(found, "foreign hosts asked", 0, lambda one: len(one.visit.foreign)),
        _most(found, "cookies", 0, lambda one: one.visit.cookies),
        _most(found, "refused by the page’s own policy", 0, lambda one: len(one.visit.violations)),
        _most(found, "errors in the console", 0, lambda one: len(one.visit.faults)),
    ]


Measure = Callable[[Result], float | None]


def _least(results: Sequence[Result], name: str, limit: float, measure: Measure) -> Target:
    return _target(results, name, limit, measure, least=True)


def _most(results: Sequence[Result], name: str, limit: float, measure: Measure) -> Target:
    return _target(results, name, limit, measure, least=False)


def _target(results: Sequence[Result], name: str, limit: float, measure: Measure, least: bool) -> Target:
    measured = [(value, one.name) for one in results if (value := measure(one)) is not None and value is not False]
    worst, where = (min if least else max)(measured, default=(None, ""))
    return Target(name, limit, least, worst, where)
