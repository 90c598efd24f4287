"""The use case of one style: which record files are not in it, and the change that brings them there."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from c2site.build.rewriting import Rewriting
from c2site.errors import DataError, Problem
from c2site.load.files import content_of, record_file, record_files
from c2site.load.style import styled


@dataclass(frozen=True)
class Formatted:
    """A record's file as it is and in the house's style; where it is broken, `after` is `before` and the problems say why."""

    path: str
    before: bytes
    after: bytes
    problems: tuple[Problem, ...] = ()

    @property
    def changed(self) -> bool:
        """Whether the style asks for other bytes."""
        return self.before != self.after


def formatted(root: Path, files: Iterable[Path] = ()) -> Iterator[Formatted]:
    """Yield the record files below `root`, or those of `files`, in the house's style; nothing is written.

    Raise ValueError for a file that lies outside `root`, DataError for one that is no record.
    """
    paths = [record_file(_below(root, one)).path for one in files] or [one.path for one in record_files(root)[0]]
    for path in paths:
        raw = content_of(root, path)
        try:
            yield Formatted(path, raw, styled(path, raw))
        except DataError as error:
            yield Formatted(path, raw, raw, error.problems)


def _below(root: Path, file: Path) -> str:
    try:
        return file.resolve().relative_to(root.resolve()).as_posix()
    except ValueError:
        raise ValueError(f"{file} does not lie in {root}") from None


def rewritten(root: Path, found: Iterable[Formatted]) -> Rewriting:
    """Return the change of those files of which the style asks for other bytes."""
    changed = [one for one in found if one.changed]
    return Rewriting(root, {one.path: one.after for one in changed}, {one.path: one.before for one in changed})
