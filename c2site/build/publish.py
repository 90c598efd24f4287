"""From the staged site to the public one in a single exchange: a reader sees the old site or the new one, never a mixture."""

import ctypes
import errno
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from fcntl import LOCK_EX, LOCK_NB, flock
from pathlib import Path
from typing import TextIO

from c2site.build.output import Output

AT_FDCWD = -100
RENAME_EXCHANGE = 2
# The exit code of a build that found another one at work (EX_TEMPFAIL).
BUSY = 75


class Busy(Exception):
    """Another build is writing the same site."""


class Publication:
    """One build of the site at `target`: filled through `out`, then finished, or closed and forgotten.

    Raise Busy where another build holds the place.
    """

    def __init__(self, target: Path) -> None:
        self.target = target.absolute()
        self.target.parent.mkdir(parents=True, exist_ok=True)
        self._lock = _locked(self.target)
        self.stage = self.target.parent / f".{self.target.name}.stage"
        shutil.rmtree(self.stage, ignore_errors=True)
        self.stage.mkdir()
        self.out = Output(self.stage)

    def finish(self) -> None:
        """Flush what was built to disk and exchange it for what stands at the target."""
        _flush(self.stage)
        _exchange(self.stage, self.target)

    def close(self) -> None:
        """Let other builds have the place; what was not finished stays unseen."""
        shutil.rmtree(self.stage, ignore_errors=True)
        self._lock.close()


@contextmanager
def published(target: Path) -> Iterator[Output]:
    """Give the output of a new site; when the block ends without an exception, it takes the target's place."""
    publication = Publication(target)
    try:
        yield publication.out
        publication.finish()
    finally:
        publication.close()


def _locked(target: Path) -> TextIO:
    file = open(target.parent / f".{target.name}.lock", "w", encoding="utf-8")  # noqa: SIM115 - held until the build ends
    try:
        flock(file, LOCK_EX | LOCK_NB)
    except OSError as error:
        file.close()
        raise Busy(f"another build is writing {target}") from error
    return file


def _flush(folder: Path) -> None:
    """Ask the kernel to write the file system that holds `folder` to disk."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        syncfs = ctypes.CDLL(None, use_errno=True).syncfs
        if syncfs(descriptor) != 0:
            raise OSError(ctypes.get_errno(), "cannot flush the staged site to disk")
    finally:
        os.close(descriptor)


def _exchange(stage: Path, target: Path) -> None:
    if not target.exists():
        os.rename(stage, target)
        return
    renameat2 = ctypes.CDLL(None, use_errno=True).renameat2
    if renameat2(AT_FDCWD, os.fsencode(stage), AT_FDCWD, os.fsencode(target), RENAME_EXCHANGE) != 0:
        code = ctypes.get_errno()
        raise OSError(code, f"cannot exchange the old site for the new one: {os.strerror(code)}", errno.errorcode.get(code))
