"""What a publication remembers of itself: the files of the site and of its twin, with what tells an untouched file from any other."""

import hashlib
import json
import os
from collections.abc import Mapping
from typing import NamedTuple

from c2site.build import disk


class Manifest(NamedTuple):
    """`keys` and `marks` are those of the files that the site and its twin share, by path.

    `stage` and `public` map the folders of the twin and of the site to the ctime_ns at which only what is recorded stood in them, 0
    where that is not known. `rules` are those by which the pages were verified. (Flat tables: Python's collector passes them over.)
    """

    rules: str = ""
    keys: Mapping[str, str] = {}
    marks: Mapping[str, int] = {}
    stage: Mapping[str, int] = {}
    public: Mapping[str, int] = {}


def read_manifest(path: str) -> Manifest | None:
    """Return what was remembered, or None where nothing is, or where it was altered."""
    try:
        with open(path, "rb") as file:
            digest, _, raw = file.read().partition(b"\n")
        if hashlib.sha256(raw).hexdigest().encode() != digest:
            return None
        rules, paths, keys, marks, folders, stage, public = json.loads(raw)
        files = (dict(zip(paths, column, strict=True)) for column in (keys, marks))
        return Manifest(rules, *files, *(dict(zip(folders, column, strict=True)) for column in (stage, public))) if _is_inside(paths) else None
    except (OSError, ValueError, TypeError):
        return None


def _is_inside(paths: list[str]) -> bool:
    joined = f"/{'/'.join(paths)}/"
    return not any(part in joined for part in ("//", "/../", "/./"))


def write_manifest(path: str, manifest: Manifest) -> None:
    """Remember; a kill leaves what was remembered before, or this. By columns, JSON takes half the space and time."""
    paths, folders = list(manifest.keys), list(manifest.stage)
    files = ([column[path] for path in paths] for column in (manifest.keys, manifest.marks))
    known = ([column[folder] for folder in folders] for column in (manifest.stage, manifest.public))
    raw = json.dumps((manifest.rules, paths, *files, folders, *known), separators=(",", ":")).encode()
    part = f"{path}.part"
    try:
        disk.create(part, hashlib.sha256(raw).hexdigest().encode() + b"\n" + raw)
        os.rename(part, path)
    except OSError:
        disk.remove(part)
        raise


def mark_of(path: str) -> int:
    """Return a number that changes when anything about a file does: its size, times or inode."""
    found = os.lstat(path)
    return hash((found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino))
