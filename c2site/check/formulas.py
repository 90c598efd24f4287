"""Whether an indicator counts something that there is."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, get_args

from c2site.check.findings import Filed, Finding, finding
from c2site.check.surroundings import Surroundings
from c2site.errors import nearest
from c2site.model import KINDS, Indicator, Part
from c2site.model.formula import Formula, formula

PLACE = ("formula",)
EXAMPLES = ("count(events where kind is mission)", "sum(events.after.b2b_meetings)", "distinct(events.smes)", "share(smes where website is stated)", "translated(smes)")


def formulas(filed: Filed, around: Surroundings) -> Iterator[Finding]:
    """Yield what is wrong with an indicator's formula: its form, the records it names, the fields it looks at."""
    if not isinstance(filed.record, Indicator):
        return
    made = formula(filed.record.formula)
    if made is None:
        yield finding(PLACE, "unknown-formula", found=filed.record.formula, allowed=EXAMPLES)
    elif made.folder not in folders():
        yield finding(PLACE, "unknown-folder", found=made.folder, allowed=sorted(folders()), nearest=nearest(made.folder, folders()))
    else:
        yield from _fields(made)


@cache
def folders() -> Mapping[str, type[Part]]:
    """Return the record of each folder in which records are counted."""
    return {kind.folder: kind.record for kind in KINDS.values() if kind.folder != "."}


def _fields(made: Formula) -> Iterator[Finding]:
    for steps in (made.steps, made.condition.steps if made.condition else ()):
        part: type[Part] | None = folders()[made.folder]
        for step in steps:
            names = sorted(part.model_fields) if part else []
            if step not in names:
                yield finding(PLACE, "unknown-count", found=step, allowed=names, nearest=nearest(step, names))
                break
            part = _part_in(part.model_fields[step].annotation)


def _part_in(annotation: Any) -> type[Part] | None:
    if isinstance(annotation, type) and issubclass(annotation, Part):
        return annotation
    return next((found for one in get_args(annotation) if (found := _part_in(one))), None)
