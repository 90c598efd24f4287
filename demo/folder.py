"""The folder a demonstration is written into: an empty one, a new one, or a former demonstration, never another."""

import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

MARKER = ".invented-demo"
MARK = "Made by `python -m demo`, which replaces this whole folder when it is called again. Keep nothing of your own here.\n"


class Foreign(Exception):
    """The folder holds something that is not a demonstration."""


@contextmanager
def replaced(target: Path) -> Iterator[Path]:
    """Give an empty folder beside `target`; when the block ends without an exception it takes the target's place.

    Raise Foreign where something else than an empty folder or a demonstration stands there.
    """
    target = Path(os.path.abspath(target))
    stage = target.with_name(f".{target.name}.new")
    for place in (target, stage):
        if not _may_be_replaced(place):
            raise Foreign(f"{place} exists and is not a demonstration; name another folder, or remove it yourself.")
    _remove(stage)
    stage.mkdir(parents=True)
    (stage / MARKER).write_text(MARK, encoding="utf-8")
    try:
        yield stage
        _remove(target)
        stage.rename(target)
    finally:
        _remove(stage)


def _may_be_replaced(place: Path) -> bool:
    if place.is_symlink() or (place.exists() and not place.is_dir()):
        return False
    return not place.exists() or (place / MARKER).is_file() or not any(place.iterdir())


def _remove(place: Path) -> None:
    if place.exists() and _may_be_replaced(place):
        shutil.rmtree(place)


def write_files(root: Path, files: Iterable[tuple[str, bytes]]) -> tuple[int, int]:
    """Write files below `root`; return how many there are and how many bytes they hold."""
    number = size = 0
    made: set[str] = set()
    for place, content in files:
        folder = place.rpartition("/")[0]
        if folder not in made:
            (root / folder).mkdir(parents=True, exist_ok=True)
            made.add(folder)
        with open(f"{root}/{place}", "wb") as file:
            file.write(content)
        number, size = number + 1, size + len(content)
    return number, size
