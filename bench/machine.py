"""On what was measured."""

import os
import platform
import subprocess
from pathlib import Path

from bench.peers import versions
from bench.places import REPOSITORY


def machine() -> dict[str, object]:
    """Return processor, memory, system, versions, and how busy the machine is now."""
    return {
        "processor": _line("/proc/cpuinfo", "model name"),
        "cores": len(os.sched_getaffinity(0)),
        "memory_mb": round(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1e6),
        "system": f"{platform.system()} {platform.release()}",
        "python": platform.python_version(),
        "commit": _commit(),
        "load": [round(load, 2) for load in os.getloadavg()],
        **versions(),
    }


def _line(path: str, name: str) -> str:
    lines = Path(path).read_text(encoding="utf-8").splitlines() if Path(path).exists() else []
    return next((line.partition(":")[2].strip() for line in lines if line.startswith(name)), platform.processor())


def _commit() -> str:
    """Return the commit that was measured, with a plus where files differ from it."""
    git = ["git", "-C", str(REPOSITORY)]
    commit = subprocess.run([*git, "rev-parse", "--short", "HEAD"], capture_output=True, text=True, check=False).stdout.strip()
    changed = subprocess.run([*git, "status", "--porcelain", "--", "c2site", "theme", "demo"], capture_output=True, text=True, check=False).stdout.strip()
    return commit + ("+" if changed else "")
