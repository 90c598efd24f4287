"""A copy of a partnership in which changes are tried before anybody's file is written."""

import os
import shutil
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Set
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from c2site.build.editing import checked
from c2site.build.prepare import latest_day
from c2site.build.rewriting import Rewriting, put, rewriting
from c2site.build.settings import Settings
from c2site.check import problems
from c2site.errors import DataError, Problem
from c2site.load.files import content_of
from c2site.load.partnership import load_partnership

# What a partnership is checked by.
FOLDERS = ("data", "content", "theme/brand")
# Where a problem is, and which: (path, field, code).
Spot = tuple[str, str, str]


@contextmanager
def copied(settings: Settings) -> Iterator[Settings]:
    """Give the settings of a copy, whose files are the same until one is put there anew."""
    settings.cache.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=settings.cache, prefix="trial-") as folder:
        for one in FOLDERS:
            if (settings.root / one).is_dir():
                shutil.copytree(settings.root / one, Path(folder, one), symlinks=True, copy_function=_link)
        yield replace(settings, root=Path(folder))


def _link(source: str, target: str) -> None:
    """Give a file a second name, for nothing is written through it; copy it where the disk is another. What nobody may read stays unread."""
    try:
        os.link(source, target, follow_symlinks=False)
    except OSError:
        _copy(source, target)


def _copy(source: str, target: str) -> None:
    try:
        shutil.copy2(source, target, follow_symlinks=False)
    except PermissionError:
        Path(target).touch(mode=0)


def new_problems(settings: Settings, change: Rewriting) -> tuple[Problem, ...]:
    """Return what `c2site check` would find after a change and does not find now."""
    known = Counter(_moved(spot_of(one), change.moved) for one in checked(settings))
    with copied(settings) as copy:
        for path, raw in change.files.items():
            put(copy.root, path, raw)
        return tuple(_unknown(checked(copy), known, change.moved))


def _unknown(found: tuple[Problem, ...], known: Counter[Spot], moved: Mapping[str, str]) -> Iterator[Problem]:
    left = Counter(known)
    for one in found:
        spot = _moved(spot_of(one), moved)
        left[spot] -= 1
        if left[spot] < 0:
            yield one


def spot_of(one: Problem) -> Spot:
    """Return where a problem is, and which."""
    return one.path, one.field, one.code


def _moved(spot: Spot, moved: Mapping[str, str]) -> Spot:
    return moved.get(spot[0], spot[0]), *spot[1:]


class Twin:
    """A copy of the records at `root` that is changed bit by bit: what was `seen` there, `tried` in which file, and `refused`."""

    def __init__(self, source: Path, copy: Settings) -> None:
        self.source, self.root, self.today = source, copy.root, copy.today
        self.after: dict[str, bytes] = {}
        self.renamed: dict[str, str] = {}
        self.seen: set[Problem] = set()
        self.tried: dict[str, set[Spot]] = defaultdict(set)
        self.refused: set[Spot] = set()

    def checked(self) -> tuple[Problem, ...]:
        """Return the problems of the records as they are now."""
        loaded = load_partnership(self.root)
        return problems(loaded, self.today or latest_day(loaded))

    def content(self, path: str) -> bytes:
        """Return the bytes of a file, none where it cannot be read."""
        try:
            return content_of(self.root, path)
        except DataError:
            return b""

    def put(self, path: str, raw: bytes) -> None:
        """Give the file at `path` other bytes, here alone."""
        self.after[path] = raw
        put(self.root, path, raw)

    def take_back(self, path: str, left: Set[Spot]) -> None:
        """Give the file at `path` the bytes it has had, and do not try again what is `left` all the same, or anything where nothing is."""
        tried = self.tried.pop(path)
        self.refused |= (tried & left) or tried
        del self.after[path]
        put(self.root, path, content_of(self.source, self.renamed.get(path, path)))

    def rename(self, path: str, new: str) -> None:
        """Move a file, here alone, where nothing stands in its way."""
        if not (self.root / new).exists():
            (self.root / path).rename(self.root / new)
            self.renamed[new] = path

    def change(self) -> Rewriting:
        """Return what would make the records themselves as they are here."""
        moved = {new: content_of(self.source, old) for new, old in self.renamed.items()}
        return rewriting(self.source, {**moved, **self.after, **dict.fromkeys(self.renamed.values())}, self.renamed)
