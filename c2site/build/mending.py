"""Mending what is certain: tried on a copy of the records, kept where the problem is gone and no other came."""

from collections import defaultdict
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from pathlib import Path

from c2site.build.rewriting import Rewriting
from c2site.build.settings import Settings
from c2site.build.trial import Twin, copied, spot_of
from c2site.errors import Problem
from c2site.load.files import content_of
from c2site.load.mending import mended
from c2site.load.repairs import MISPLACED

# Behind a mended line another problem of the file may come to light; a file with more than these needs a person.
MOST_ROUNDS = 12
MOST_AT_ONCE = 100


@dataclass(frozen=True)
class Mending:
    """What can be mended, and how; `told` were the problems of all records, `left` are those that there would be then."""

    told: tuple[Problem, ...]
    mended: tuple[Problem, ...]
    rewriting: Rewriting
    left: tuple[Problem, ...]


def mending(settings: Settings) -> Mending:
    """Return what can be mended without asking anybody. Nothing is written."""
    with copied(settings) as copy:
        twin = Twin(settings.root, copy)
        before = twin.checked()
        _rename_endings(twin, before)
        after = _settled(twin, before)
        changed = {*twin.after, *twin.renamed.values()}
        gone = sorted(one for one in twin.seen | set(before) if one.path in changed and spot_of(one) not in {*map(spot_of, after)})
        return Mending(before, tuple(gone), twin.change(), after)


def mendable(settings: Settings, found: Sequence[Problem]) -> int:
    """Return how many problems would be mended; tried only where that is likely."""
    return len(mending(settings).mended) if has_mend(settings.root, found) else 0


def has_mend(root: Path, found: Sequence[Problem]) -> bool:
    """Return whether there is a mend for one of the first problems; whether it makes anything else worse is not tried."""
    there = [one for one in found if _is_record(one.path) and (root / one.path).is_file()]
    return any(mended(content_of(root, one.path), one) is not None for one in there[:MOST_AT_ONCE])


def _is_record(path: str) -> bool:
    return path.startswith("data/") and path.endswith(".yml")


def _rename_endings(twin: Twin, found: Sequence[Problem]) -> None:
    for one in found:
        if one.code == "file-ending" and one.path.endswith(".yaml"):
            twin.rename(one.path, one.path.removesuffix(".yaml") + ".yml")


def _settled(twin: Twin, before: Sequence[Problem]) -> tuple[Problem, ...]:
    """Mend in rounds until nothing is left to mend, and return what is left; what made anything worse is taken back and not tried again."""
    found = twin.checked() if twin.renamed else before
    while True:
        for _ in range(MOST_ROUNDS):
            if not _round(twin, found):
                break
            found = twin.checked()
        worse = list(_worse(twin, before, found))
        if not worse:
            return found
        for path in worse:
            twin.take_back(path, {*map(spot_of, found)})
        found = twin.checked()


def _round(twin: Twin, found: Sequence[Problem]) -> bool:
    """Mend what was found, and return whether anything was."""
    twin.seen.update(found)
    by_path: dict[str, list[Problem]] = defaultdict(list)
    for one in found:
        if _is_record(one.path) and spot_of(one) not in twin.refused:
            by_path[one.path].append(one)
    return bool([path for path, found_there in by_path.items() if _mend(twin, path, found_there)])


def _mend(twin: Twin, path: str, found: Sequence[Problem]) -> bool:
    """Mend the problems of one file, and return whether it has changed."""
    raw = now = twin.content(path)
    for one in found[:MOST_AT_ONCE]:
        changed = mended(now, one)
        if changed is not None:
            twin.tried[path].add(spot_of(one))
            now = changed
    if now != raw:
        twin.put(path, now)
    return now != raw


def _worse(twin: Twin, before: Sequence[Problem], after: Sequence[Problem]) -> Iterator[str]:
    """Yield the changed files in which a problem that was mended is still there, or that hold one that may not come to light."""
    known, now = {*map(spot_of, before)}, {*map(spot_of, after)}
    unread = {one.path for one in before if one.severity == "error"}
    fields = {(one.path, one.field) for one in before if one.field}
    fresh = {one.path for one in after if spot_of(one) not in known and not _was_hidden(one, unread, fields)}
    yield from (path for path in sorted(twin.after) if path in fresh or twin.tried[path] & now)


def _was_hidden(one: Problem, unread: Set[str], fields: Set[tuple[str, str]]) -> bool:
    """Return whether a problem may have been there all along: behind an error of its file, not where it was mended, nor of lines out of place."""
    return one.path in unread and not one.code.startswith(MISPLACED) and (one.path, one.field) not in fields
