"""Mending what is certain: tried on a twin of the data, kept where the problem is gone and no other came, written file by file."""

import difflib
import os
import shutil
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from c2site.build.editing import checked
from c2site.build.settings import Settings
from c2site.errors import DataError, Problem
from c2site.load.files import content_of
from c2site.load.mending import mended
from c2site.load.repairs import MISPLACED

FOLDERS = ("data", "content", "theme/brand")
# Behind a mended line another problem of the file may come to light; a file with more than these needs a person.
MOST_ROUNDS = 12
Spot = tuple[str, str, str]


@dataclass(frozen=True)
class Mending:
    """What can be mended: the problems, `before` and `after` of each file by path, files to rename, and the problems that are left."""

    mended: tuple[Problem, ...]
    before: Mapping[str, bytes]
    after: Mapping[str, bytes]
    renamed: Mapping[str, str]
    left: tuple[Problem, ...]


class _Twin:
    """A copy of the partnership's folder, whose files are the same until one is changed."""

    def __init__(self, settings: Settings, folder: Path) -> None:
        self.settings = replace(settings, root=folder)
        self.root = folder
        self.source = settings.root
        self.after: dict[str, bytes] = {}
        self.renamed: dict[str, str] = {}
        self.seen: set[Problem] = set()
        self.tried: dict[str, set[Spot]] = defaultdict(set)
        self.refused: set[Spot] = set()
        for one in FOLDERS:
            if (settings.root / one).is_dir():
                shutil.copytree(settings.root / one, folder / one, symlinks=True, copy_function=_link)

    def checked(self) -> tuple[Problem, ...]:
        """Return the problems there are now."""
        return checked(self.settings)

    def content(self, path: str) -> bytes:
        """Return the bytes of a file, none where it cannot be read."""
        try:
            return content_of(self.root, path)
        except DataError:
            return b""

    def put(self, path: str, raw: bytes) -> None:
        """Give the file at `path` other bytes, here alone."""
        self.after[path] = raw
        write(self.root / path, raw)

    def take_back(self, path: str, left: Set[Spot]) -> None:
        """Give the file at `path` the bytes it has had, and do not try again what is `left` all the same, or anything where nothing is."""
        tried = self.tried.pop(path)
        self.refused |= (tried & left) or tried
        del self.after[path]
        write(self.root / path, content_of(self.source, _old(self, path)))

    def rename(self, path: str, new: str) -> None:
        """Move a file, here alone, where nothing stands in its way."""
        if not (self.root / new).exists():
            (self.root / path).rename(self.root / new)
            self.renamed[path] = new


def mending(settings: Settings) -> Mending:
    """Return what can be mended without asking anybody. Nothing is written."""
    settings.cache.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=settings.cache, prefix="mending") as folder:
        twin = _Twin(settings, Path(folder))
        before = twin.checked()
        _rename_endings(twin, before)
        after = _settled(twin, before)
        changed = {*twin.after, *twin.renamed}
        gone = sorted(one for one in twin.seen | set(before) if one.path in changed and _spot(one) not in {*map(_spot, after)})
        original = {path: content_of(settings.root, _old(twin, path)) for path in twin.after}
        return Mending(tuple(gone), original, twin.after, twin.renamed, after)


def mendable(root: Path, found: Sequence[Problem]) -> int:
    """Return how many problems there is a mend for."""
    return sum(_is_record(one.path) and (root / one.path).is_file() and mended(content_of(root, one.path), one) is not None for one in found)


def _is_record(path: str) -> bool:
    return path.startswith("data/") and path.endswith(".yml")


def _rename_endings(twin: _Twin, found: Sequence[Problem]) -> None:
    for one in found:
        if one.code == "file-ending" and one.path.endswith(".yaml"):
            twin.rename(one.path, one.path.removesuffix(".yaml") + ".yml")


def _old(twin: _Twin, path: str) -> str:
    return next((old for old, new in twin.renamed.items() if new == path), path)


def _settled(twin: _Twin, before: Sequence[Problem]) -> tuple[Problem, ...]:
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
            twin.take_back(path, {*map(_spot, found)})
        found = twin.checked()


def _round(twin: _Twin, found: Sequence[Problem]) -> bool:
    """Mend what was found, and return whether anything was."""
    twin.seen.update(found)
    by_path: dict[str, list[Problem]] = defaultdict(list)
    for one in found:
        if _is_record(one.path) and _spot(one) not in twin.refused:
            by_path[one.path].append(one)
    return bool([path for path, problems in by_path.items() if _mend(twin, path, problems)])


def _mend(twin: _Twin, path: str, problems: Sequence[Problem]) -> bool:
    """Mend the problems of one file, and return whether it has changed."""
    raw = now = twin.content(path)
    for one in problems:
        changed = mended(now, one)
        if changed is not None:
            twin.tried[path].add(_spot(one))
            now = changed
    if now != raw:
        twin.put(path, now)
    return now != raw


def _worse(twin: _Twin, before: Sequence[Problem], after: Sequence[Problem]) -> Iterator[str]:
    """Yield the changed files in which something is wrong now that was not; behind a mended file that could not be read, more may come to light."""
    unread = {one.path for one in before if one.severity == "error"}
    known = {*map(_spot, before)}
    fields = {one.path: {each.field for each in before if each.path == one.path} for one in before}
    fresh = [one for one in after if _spot(one) not in known]
    for path in sorted(twin.after):
        own = [one for one in fresh if one.path == path]
        stayed = twin.tried[path] & {*map(_spot, after)}
        if stayed or any(path not in unread or one.code.startswith(MISPLACED) or one.field and one.field in fields.get(path, ()) for one in own):
            yield path


def _spot(one: Problem) -> Spot:
    return one.path, one.field, one.code


def _link(source: str, target: str) -> None:
    try:
        os.link(source, target, follow_symlinks=False)
    except OSError:
        shutil.copy2(source, target, follow_symlinks=False)


def write(path: Path, raw: bytes) -> None:
    """Exchange a file's bytes in one step; its permissions stay."""
    part = path.with_name(f".{path.name}.part")
    part.write_bytes(raw)
    shutil.copymode(path, part)
    part.replace(path)


def apply(root: Path, found: Mending) -> None:
    """Write what was mended, each file in one step; a file that somebody has changed since it was read is left alone."""
    for old, new in found.renamed.items():
        (root / old).rename(root / new)
    for path, raw in found.after.items():
        if content_of(root, path) == found.before[path]:
            write(root / path, raw)


def diff(found: Mending) -> Iterator[str]:
    """Yield the lines of a unified diff."""
    for old, new in found.renamed.items():
        yield from (f"rename from {old}", f"rename to {new}")
    for path, raw in sorted(found.after.items()):
        old, new = (one.decode("utf-8", "replace").splitlines() for one in (found.before[path], raw))
        yield from difflib.unified_diff(old, new, f"a/{path}", f"b/{path}", n=1, lineterm="")
