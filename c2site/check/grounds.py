"""What a sound record rests on outside itself, so that a later build looks at that alone and not at every value again."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import islice
from typing import NamedTuple

from c2site.check.dates import SOON, last_days
from c2site.check.findings import Filed, Finding
from c2site.check.references import pointed
from c2site.check.rules import found_beside, found_in
from c2site.check.sources import is_picture
from c2site.check.spots import Meaning, Spot, spots
from c2site.check.surroundings import SOUND, Surroundings
from c2site.load.faults import MOST_TOLD
from c2site.load.files import Key
from c2site.load.kept import Kept

NAME = "grounds"
# The kinds a partnership has thousands of; records of other kinds are looked at anew each time.
NUMEROUS = frozenset({"sme", "offering", "need"})
FOREVER = "9999-12-31"


class Grounds(NamedTuple):
    """`tags` somebody must read, `sources` and `media` that must be there, `pictures` that must be shown as they are, `until` when
    nothing has expired or soon will (ISO 8601), and the ids it points to, by the names of the kinds they may be of, with blanks between.
    """

    tags: list[str]
    sources: list[str]
    media: list[str]
    pictures: list[str]
    until: str
    targets: dict[str, list[str]]


def found_in_each(records: Sequence[Filed], digests: Mapping[Key, str], around: Surroundings, kept: Kept) -> Iterator[tuple[Filed, Finding]]:
    """Yield everything that is wrong in each record; `digests` are those of their files."""
    known, sound = _known(kept), {}
    settled = cache(around.settled)
    for filed in records:
        digest = digests[filed.key]
        if digest in known and _hold(known[digest], around, settled):
            sound[digest] = known[digest]
            found = list(found_beside(filed, around))
        else:
            values = spots(filed.record)
            found = list(islice(found_in(filed, values, around), MOST_TOLD))
            if not found and filed.file.kind.name in NUMEROUS:
                sound[digest] = grounds_of(filed, values)
        yield from ((filed, one) for one in found)
    if sound != known:
        kept.put(NAME, json.dumps(sound, ensure_ascii=False).encode())


def grounds_of(filed: Filed, values: Iterable[Spot]) -> Grounds:
    """Return what a record with these values rests on."""
    by_meaning: dict[Meaning, list] = {meaning: [] for meaning in Meaning}
    shown = []
    for spot in values:
        by_meaning[spot.meaning].append(spot.value)
        if is_picture(spot):
            shown.append(spot)
    ends = [(day - SOON).isoformat() for part in by_meaning[Meaning.PART] for _, _, day in last_days(part)]
    return Grounds(
        tags=sorted({tag for texts in (*by_meaning[Meaning.TEXT], *by_meaning[Meaning.REVIEWED]) for tag in texts}),
        sources=sorted(set(by_meaning[Meaning.SOURCE])),
        media=sorted(set(by_meaning[Meaning.MEDIA])),
        pictures=sorted({one.value for one in shown}),
        until=min(ends, default=FOREVER),
        targets=_targets(filed),
    )


def _targets(filed: Filed) -> dict[str, list[str]]:
    found: dict[str, set[str]] = {}
    for field, kinds in filed.file.kind.references.items():
        found.setdefault(" ".join(kinds), set()).update(target for _, target in pointed(filed.record, field.split(".")))
    return {kinds: sorted(targets) for kinds, targets in found.items() if targets}


def _hold(grounds: Grounds, around: Surroundings, settled: Callable[[str], frozenset[str]]) -> bool:
    """Return whether everything the record rests on is still there."""
    return (
        grounds.until >= around.today.isoformat()
        and around.read.issuperset(grounds.tags)
        and (around.sources is None or around.sources.issuperset(grounds.sources))
        and around.media.files.issuperset(grounds.media)
        and all(around.media.judged(name) == SOUND for name in grounds.pictures)
        and all(settled(kinds).issuperset(targets) for kinds, targets in grounds.targets.items())
    )


def _known(kept: Kept) -> dict[str, Grounds]:
    """Return what the records of the last build rest on that were sound, by the digests of their files."""
    written = kept.get(NAME)
    return {digest: Grounds(*found) for digest, found in json.loads(written).items()} if written else {}
