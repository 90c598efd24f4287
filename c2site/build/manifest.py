"""What a publication remembers of itself: the files of the site and of its twin, with what tells an untouched file from any other."""

import hashlib
import json
import os
from typing import NamedTuple

from c2site.build import disk

Mark = tuple[int, int, int, int]
UNKNOWN = (0, 0)


class Manifest(NamedTuple):
    """`files` maps a path to its key and the mark of the file that the site and its twin share.

    `folders` maps a folder to the ctime_ns, in the twin and in the site, at which only what is recorded stood in it; 0 where that is
    not known. `rules` are those by which the pages were verified.
    """

    rules: str
    files: dict[str, tuple[str, Mark]]
    folders: dict[str, tuple[int, int]]


def read_manifest(path: str) -> Manifest | None:
    """Return what was remembered, or None where nothing is, or where it was altered."""
    try:
        with open(path, "rb") as file:
            digest, _, raw = file.read().partition(b"\n")
        if hashlib.sha256(raw).hexdigest().encode() != digest:
            return None
        rules, paths, keys, marks, *folders = json.loads(raw)
        files = dict(zip(paths, zip(keys, zip(*marks, strict=True), strict=True), strict=True))
        return Manifest(rules, files, dict(zip(folders[0], zip(*folders[1:], strict=True), strict=True))) if _is_inside(paths) else None
    except (OSError, ValueError, TypeError, IndexError):
        return None


def _is_inside(paths: list[str]) -> bool:
    joined = f"/{'/'.join(paths)}/"
    return not any(part in joined for part in ("//", "/../", "/./"))


def write_manifest(path: str, manifest: Manifest) -> None:
    """Remember; a kill leaves what was remembered before, or this. By columns, JSON takes half the space and time."""
    keys, marks = zip(*manifest.files.values(), strict=True) if manifest.files else ((), ())
    folders = list(zip(*manifest.folders.values(), strict=True))
    table = (manifest.rules, list(manifest.files), keys, list(zip(*marks, strict=True)), list(manifest.folders), *folders)
    raw = json.dumps(table, separators=(",", ":")).encode()
    part = f"{path}.part"
    try:
        disk.create(part, hashlib.sha256(raw).hexdigest().encode() + b"\n" + raw)
        os.rename(part, path)
    except OSError:
        disk.remove(part)
        raise


def mark_of(path: str) -> Mark:
    """Return what changes when anything about a file does: size, mtime_ns, ctime_ns, inode."""
    found = os.lstat(path)
    return found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino
