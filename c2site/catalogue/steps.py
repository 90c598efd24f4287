"""What to write next in a profile: the answers that would bring most across all markets and languages first."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from c2site.catalogue.completeness import Key, Score
from c2site.model import KINDS, Profiles
from c2site.model.examples import field_example


class Step(NamedTuple):
    """A field to write in the record `where` (folder, id); `gain` is what it brings on average, in points of 100, rounded up; `sought` says
    what exactly is lacking in some of the scores.
    """

    gain: int
    where: Key
    field: str
    sought: tuple[str, ...]


def next_steps(scores: Sequence[Score]) -> tuple[Step, ...]:
    """Return what is lacking, what brings most first; of equals, by the name of the field."""
    gains: dict[tuple[Key, str], int] = {}
    sought: dict[tuple[Key, str], dict[str, None]] = {}
    for score in scores:
        for one in score.asked:
            if one.had < one.points:
                place = one.where, one.field
                gains[place] = gains.get(place, 0) + score.worth(one)
                sought.setdefault(place, {}).update(dict.fromkeys(one.sought))
    order = sorted(gains, key=lambda place: (-gains[place], place[1], place[0]))
    return tuple(Step(-(-gains[place] // len(scores)), *place, tuple(sought[place])) for place in order)


def written_out(step: Step, profiles: Profiles) -> Mapping[str, Any]:
    """Return an example of what to write, by field: of a text what there is to translate, of papers and codes those that are sought."""
    folder, key = step.where
    kind = next(one for one in KINDS.values() if one.folder == folder)
    name, _, inner = step.field.partition(".")
    if name not in kind.record.model_fields:
        return {}
    given = field_example(kind.record.model_fields[name])
    if name == "certificates" and step.sought:
        return {name: [{"type": one} for one in step.sought]}
    if not inner:
        return {name: given}
    known = getattr(getattr(profiles, folder)[key], name, None)
    if name == "markets":
        return {name: {inner: next(iter(given.values()))}}
    return {name: {inner: given[inner] if name == "codes" else next(iter((known or given).values()))}}
