"""Where the benchmarks keep things: what may be reused in build/, results beside this file, sites in memory and on disk."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import disk_usage, rmtree

BENCH = Path(__file__).resolve().parent
REPOSITORY = BENCH.parent
WORK = REPOSITORY / "build" / "bench"
PEERS = REPOSITORY / "build" / "bench-venv"
MEMORY, DISK = "memory", "disk"
TMPFS = Path("/dev/shm")


def places() -> tuple[str, ...]:
    """Return the places a site can be written to on this machine."""
    return (MEMORY, DISK) if os.access(TMPFS, os.W_OK) else (DISK,)


@contextmanager
def empty_folder(place: str) -> Iterator[Path]:
    """Give an empty folder in memory or on disk, and remove it afterwards."""
    above = TMPFS if place == MEMORY else WORK
    above.mkdir(parents=True, exist_ok=True)
    folder = Path(tempfile.mkdtemp(prefix="c2site-bench-", dir=above))
    try:
        yield folder
    finally:
        rmtree(folder, ignore_errors=True)


def free_bytes(place: str) -> int:
    """Return how much fits into a place."""
    WORK.mkdir(parents=True, exist_ok=True)
    return disk_usage(TMPFS if place == MEMORY else WORK).free
