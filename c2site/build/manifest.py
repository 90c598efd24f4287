"""What a publication remembers of itself: the files of the site and of its twin, with what tells an untouched file from any other."""

import hashlib
import json
import os
from contextlib import suppress
from typing import NamedTuple

from c2site.build import disk

Mark = list[int]


class Manifest(NamedTuple):
    """`files` maps a path to [key, size, mtime_ns, ctime_ns, inode] of the file that the site and its twin share.

    `stage` and `public` map folders of the two trees to the ctime_ns at which only what is recorded stood in them, where that
    is known. `rules` are those by which the pages were verified.
    """

    rules: str
    files: dict[str, list]
    stage: dict[str, int]
    public: dict[str, int]


def read_manifest(path: str) -> Manifest | None:
    """Return what was remembered, or None where nothing is, or where it was altered."""
    try:
        with open(path, "rb") as file:
            digest, _, raw = file.read().partition(b"\n")
        if hashlib.sha256(raw).hexdigest().encode() != digest:
            return None
        manifest = Manifest(*json.loads(raw))
        return manifest if _is_inside(manifest.files) else None
    except (OSError, ValueError, TypeError):
        return None


def _is_inside(paths: dict[str, list]) -> bool:
    joined = f"/{'/'.join(paths)}/"
    return not any(part in joined for part in ("//", "/../", "/./"))


def write_manifest(path: str, manifest: Manifest) -> None:
    """Remember; a kill leaves what was remembered before, or this."""
    raw = json.dumps(manifest, separators=(",", ":")).encode()
    part = f"{path}.part"
    try:
        with open(part, "wb") as file:
            file.write(hashlib.sha256(raw).hexdigest().encode() + b"\n" + raw)
        os.rename(part, path)
    except OSError:
        disk.remove(part)
        raise


def forget_manifest(path: str) -> None:
    """Remember nothing: the trees are about to change."""
    with suppress(FileNotFoundError):
        os.unlink(path)


def mark_of(path: str) -> Mark:
    """Return what changes when anything about a file does: size, mtime_ns, ctime_ns, inode."""
    found = os.lstat(path)
    return [found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino]
