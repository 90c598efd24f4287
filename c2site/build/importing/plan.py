"""What bringing a spreadsheet in would do."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from c2site.build.importing.differences import Difference
from c2site.build.rewriting import Rewriting
from c2site.errors import Problem
from c2site.load.cells import Cell

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

    def rewriting(self, root: Path) -> Rewriting:
        """Return the change of the records' files."""
        written = sorted(self.of(ADDED, CHANGED), key=lambda one: one.path)
        return Rewriting(root, {one.path: one.after for one in written}, {one.path: one.before for one in written})

    @property
    def counts(self) -> Counter[str]:
        """How many records there are of each state."""
        return Counter(one.state for one in self.entries)

    def of(self, *states: str) -> Iterator[Entry]:
        """Yield the records of these states."""
        return (one for one in self.entries if one.state in states)
