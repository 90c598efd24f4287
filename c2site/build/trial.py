"""A copy of the records in which changes are tried before anybody's file is written."""

import os
import shutil
from collections import defaultdict
from collections.abc import Set
from pathlib import Path

from c2site.build.prepare import latest_day
from c2site.build.settings import Settings
from c2site.check import problems
from c2site.errors import DataError, Problem
from c2site.load.files import content_of
from c2site.load.partnership import load_partnership

FOLDERS = ("data", "theme/brand")
# Where a problem is, and which: (path, field, code).
Spot = tuple[str, str, str]


class Twin:
    """A copy of the partnership's folder, whose files are the same until one is changed."""

    def __init__(self, settings: Settings, folder: Path) -> None:
        self.today = settings.today
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
        write(self.root / path, raw)

    def original(self, path: str) -> str:
        """Return where a file lay before it was renamed."""
        return next((old for old, new in self.renamed.items() if new == path), path)

    def take_back(self, path: str, left: Set[Spot]) -> None:
        """Give the file at `path` the bytes it has had, and do not try again what is `left` all the same, or anything where nothing is."""
        tried = self.tried.pop(path)
        self.refused |= (tried & left) or tried
        del self.after[path]
        write(self.root / path, content_of(self.source, self.original(path)))

    def rename(self, path: str, new: str) -> None:
        """Move a file, here alone, where nothing stands in its way."""
        if not (self.root / new).exists():
            (self.root / path).rename(self.root / new)
            self.renamed[path] = new


def spot_of(one: Problem) -> Spot:
    """Return where a problem is, and which."""
    return one.path, one.field, one.code


def _link(source: str, target: str) -> None:
    try:
        os.link(source, target, follow_symlinks=False)
    except OSError:
        shutil.copy2(source, target, follow_symlinks=False)


def write(path: Path, raw: bytes) -> None:
    """Exchange a file's bytes in one step; its permissions stay."""
    part = path.with_name(f".{path.name}.part")
    part.unlink(missing_ok=True)
    with part.open("xb") as file:
        file.write(raw)
    shutil.copymode(path, part)
    part.replace(path)
