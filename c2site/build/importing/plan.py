"""What bringing a spreadsheet in would do, and doing it: all of it or nothing."""

from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from c2site.build.importing.differences import Difference
from c2site.errors import DataError, Problem, problem
from c2site.load.cells import Cell
from c2site.load.files import content_of, refuse_link

ADDED, CHANGED, UNCHANGED, REFUSED = "added", "changed", "unchanged", "refused"


@dataclass(frozen=True, eq=False)
class Entry:
    """What becomes of the record in one row: its `state`, its file before (None for a new one) and after, and what differs."""

    path: str
    name: str
    cell: Cell
    state: str
    before: bytes | None = None
    after: bytes = b""
    differences: tuple[Difference, ...] = ()


@dataclass(frozen=True)
class Plan:
    """What becomes of every record of a file; `refused` are the cells, each with why."""

    source: str
    entries: tuple[Entry, ...]
    refused: tuple[Problem, ...]

    @property
    def written(self) -> tuple[Entry, ...]:
        """The records to write, in order of their files."""
        return tuple(sorted(self.of(ADDED, CHANGED), key=lambda one: one.path))

    @property
    def counts(self) -> Counter[str]:
        """How many records there are of each state."""
        return Counter(one.state for one in self.entries)

    def of(self, *states: str) -> Iterator[Entry]:
        """Yield the records of these states."""
        return (one for one in self.entries if one.state in states)


def write(root: Path, plan: Plan) -> None:
    """Write what is planned; where anything fails, every file is as it was before, and the error is raised.

    Raise DataError where a file has changed since it was planned.
    """
    parts: dict[Entry, Path] = {}
    try:
        for one in plan.written:
            _refuse_changed(root, one)
            parts[one] = _part(root, one)
        _replace(root, parts)
    finally:
        for part in parts.values():
            part.unlink(missing_ok=True)


def _refuse_changed(root: Path, entry: Entry) -> None:
    target = root / entry.path
    now = content_of(root, entry.path) if target.exists() or target.is_symlink() else None
    if now != entry.before:
        raise DataError([problem("import-meanwhile", entry.path)])


def _part(root: Path, entry: Entry) -> Path:
    folder = (root / entry.path).parent
    folder.mkdir(parents=True, exist_ok=True)
    for one in (folder, folder.parent):
        refuse_link(one, entry.path)
    part = root / f"{entry.path}.part"
    part.write_bytes(entry.after)
    return part


def _replace(root: Path, parts: Mapping[Entry, Path]) -> None:
    done: list[Entry] = []
    try:
        for entry, part in parts.items():
            part.replace(root / entry.path)
            done.append(entry)
    except OSError:
        for entry in done:
            _restore(root / entry.path, entry.before)
        raise


def _restore(target: Path, before: bytes | None) -> None:
    with suppress(OSError):
        if before is None:
            target.unlink()
        else:
            target.write_bytes(before)
