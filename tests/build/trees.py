"""What a test compares of two folders."""

import os
import stat
from pathlib import Path

NEIGHBOURS = {"site", ".site.lock", ".site.stage", ".site.manifest"}


def tree(folder: Path) -> dict[str, tuple[int, bytes]]:
    """Return every name below a folder with its kind and mode, and a file's bytes or a link's target."""
    found = {"": (folder.lstat().st_mode, b"")}
    for path in sorted(folder.rglob("*")):
        mode = path.lstat().st_mode
        content = path.read_bytes() if stat.S_ISREG(mode) else os.fsencode(os.readlink(path)) if stat.S_ISLNK(mode) else b""
        found[path.relative_to(folder).as_posix()] = (mode, content)
    return found
