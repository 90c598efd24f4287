"""One command run alone and measured: wall time, CPU time with all children, peak memory, time to reach the disk."""

import ctypes
import json
import os
import signal
import subprocess
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

# Looking at a process's memory takes its page table's lock: at most one part in so many of the time.
SHARE = 50
SHORTEST_PAUSE = 0.05
LAST_LINES = 25


class Failed(Exception):
    """A measured command failed; the message ends with the last lines it said."""


@dataclass(frozen=True)
class Measure:
    """`cpu` is user and system time of the command and its children; `flush` is the time the file system then took to
    write everything to disk; `peak_mb` is the most memory that all its processes held at once. `told` is the last line
    the command said, where that is JSON.
    """

    wall: float
    cpu: float
    flush: float
    peak_mb: float
    told: Any = None


def measured(command: Sequence[str | Path], cwd: Path, target: Path, environment: Mapping[str, str] | None = None) -> Measure:
    """Run a command that writes below `target`. Raise Failed where it does not return 0."""
    flushed(target)
    log = target / ".log"
    with open(log, "wb") as said:
        begun = time.perf_counter()
        process = subprocess.Popen(list(map(str, command)), cwd=cwd, env={**os.environ, **(environment or {})}, stdout=said, stderr=subprocess.STDOUT, process_group=0)
        memory = _Memory(process.pid)
        memory.start()
        try:
            _, status, usage = os.wait4(process.pid, 0)
        except BaseException:
            os.killpg(process.pid, signal.SIGKILL)
            raise
        wall = time.perf_counter() - begun
        memory.end()
    process.returncode = os.waitstatus_to_exitcode(status)
    lines = log.read_text(encoding="utf-8", errors="replace").splitlines()
    log.unlink()
    if process.returncode != 0:
        raise Failed("\n".join([f"`{' '.join(map(str, command))}` left with {process.returncode}:", *lines[-LAST_LINES:]]))
    peak = max(memory.peak, usage.ru_maxrss * 1024) / 1e6
    return Measure(wall, usage.ru_utime + usage.ru_stime, flushed(target), peak, _told(lines))


def flushed(folder: Path) -> float:
    """Have the file system of `folder` written to disk, and return how many seconds that took."""
    begun = time.perf_counter()
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        ctypes.CDLL(None, use_errno=True).syncfs(descriptor)
    finally:
        os.close(descriptor)
    return time.perf_counter() - begun


def _told(lines: Sequence[str]) -> Any:
    try:
        return json.loads(lines[-1]) if lines else None
    except json.JSONDecodeError:
        return None


class _Memory(threading.Thread):
    """Adds up the memory of a process and all below it, shared pages counted once, and keeps the largest sum."""

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self.pid = pid
        self.peak = 0
        self._ended = threading.Event()

    def run(self) -> None:
        """Look until told to end."""
        pause = 0.0
        while not self._ended.wait(pause):
            begun = time.perf_counter()
            self.peak = max(self.peak, sum(_held(pid) for pid in _family(self.pid)))
            pause = max(SHORTEST_PAUSE, SHARE * (time.perf_counter() - begun))

    def end(self) -> None:
        """Look no more."""
        self._ended.set()
        self.join()


def _family(pid: int) -> Iterator[int]:
    yield pid
    try:
        for task in os.scandir(f"/proc/{pid}/task"):
            for child in Path(task.path, "children").read_text().split():
                yield from _family(int(child))
    except OSError:
        return


def _held(pid: int) -> int:
    """Return the bytes a process holds: its own pages, and its share of those it has together with others."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:")), 0)
