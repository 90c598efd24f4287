"""From the staged site to the public one in a single exchange: a reader sees the old site or the new one, never a mixture."""

import ctypes
import errno
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from fcntl import LOCK_EX, LOCK_NB, flock
from pathlib import Path

AT_FDCWD = -100
RENAME_EXCHANGE = 2


class Busy(Exception):
    """Another build is writing the same site."""


@contextmanager
def staged(target: Path) -> Iterator[Path]:
    """Give an empty folder beside `target`; when the block ends without an exception it takes the target's place.

    Raise Busy where another build holds the place.
    """
    target = target.absolute()
    target.parent.mkdir(parents=True, exist_ok=True)
    with _lock(target):
        stage = target.parent / f".{target.name}.stage"
        shutil.rmtree(stage, ignore_errors=True)
        stage.mkdir()
        try:
            yield stage
            _flush(stage)
            _exchange(stage, target)
        finally:
            shutil.rmtree(stage, ignore_errors=True)


@contextmanager
def _lock(target: Path) -> Iterator[None]:
    with open(target.parent / f".{target.name}.lock", "w", encoding="utf-8") as file:
        try:
            flock(file, LOCK_EX | LOCK_NB)
        except OSError as error:
            raise Busy(f"another build is writing {target}") from error
        yield


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
