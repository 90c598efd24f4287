"""The only writer: files below one folder, with fixed modes, never outside it, never through a link.

`Output(folder)` alone writes into any folder; `publish.published` gives one over the staged site, where a path is declared
in one of two ways, and what is not declared is removed before the site is published:

    out.write(path, content, key="")   these are the bytes; a file that already holds them is left as it is
    out.keep(path, key="")             the published file still is right; False where nobody can vouch for it, then write it

`key` is whatever a page's maker calls its ingredients, in one word (a digest of them, say). It is remembered with the published
file, so a file is kept only if the same maker would make the same again, whichever build of whoever published it last.
`key_of(path)` tells the key of a file that may be kept.

Workers: a forked child goes on with the `Output` it inherits, for paths of its own, and gives `out.records()` back, plain data
about what it has declared since the last call; the parent takes them in with `out.adopt(records)`.
"""

import os
from collections.abc import Mapping, Set
from pathlib import Path
from typing import NamedTuple

from c2site.build import disk

CREATE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW


class Records(NamedTuple):
    """What was declared, each path with its key, and which of the paths were written anew."""

    keys: dict[str, str]
    changed: set[str]


class Output:
    """A folder that a build fills. `kept` maps the paths of files that may stay as they are to their keys."""

    def __init__(self, folder: Path, kept: Mapping[str, str] | None = None) -> None:
        self.folder = folder
        self.declared = Records({}, set())
        self._root = os.fspath(folder)
        self._kept = kept or {}
        self._news = Records({}, set())
        self._folders = disk.Folders(self._root)
        self._masked = disk.masked()

    @property
    def written(self) -> Set[str]:
        """The paths declared so far, relative and with slashes."""
        return self.declared.keys.keys()

    def write(self, path: str, content: bytes | str, key: str = "") -> None:
        """Write one file; `path` is relative to the folder."""
        if path.startswith("/") or ".." in path.split("/"):
            raise ValueError(f"{path!r} leaves the site's folder")
        raw = content.encode("utf-8") if isinstance(content, str) else content
        changed = path not in self._kept or self._bytes_of(path, len(raw)) != raw
        if changed:
            self._create(path, raw)
        self._declare(path, key, changed)

    def _bytes_of(self, path: str, most: int) -> bytes:
        """Return the bytes of a file that stands there, or one more than `most` of them."""
        descriptor = os.open(f"{self._root}/{path}", os.O_RDONLY | os.O_NOFOLLOW)
        try:
            return os.read(descriptor, most + 1)
        finally:
            os.close(descriptor)

    def _create(self, path: str, raw: bytes) -> None:
        """Write a new file: one that stands there may be shared with the public site."""
        self._folders.make(path.rpartition("/")[0])
        target = f"{self._root}/{path}"
        try:
            descriptor = os.open(target, CREATE, disk.FILE_MODE)
        except FileExistsError:
            disk.remove(target)
            descriptor = os.open(target, CREATE, disk.FILE_MODE)
        try:
            if self._masked:
                os.fchmod(descriptor, disk.FILE_MODE)
            while raw:
                raw = raw[os.write(descriptor, raw) :]
        finally:
            os.close(descriptor)

    def write_page(self, path: str, html: str, key: str = "") -> None:
        """Write the page that stands at the folder path `path`."""
        self.write(f"{path}index.html", html, key)

    def write_folder(self, folder: Path) -> None:
        """Write every file below `folder` that holds anything."""
        for path in sorted(folder.rglob("*")):
            if path.is_file() and (raw := path.read_bytes()):
                self.write(path.relative_to(folder).as_posix(), raw)

    def keep(self, path: str, key: str = "") -> bool:
        """Declare that the file published under `path` still is right; return whether it is there, untouched and made with `key`."""
        if self._kept.get(path) != key:
            return False
        self._declare(path, key, False)
        return True

    def key_of(self, path: str) -> str | None:
        """Return the key of the file that may be kept under `path`, or None where there is none."""
        return self._kept.get(path)

    def records(self) -> Records:
        """Return what was declared since the last call, as plain data for another process to adopt."""
        news, self._news = self._news, Records({}, set())
        return news

    def adopt(self, records: Records) -> None:
        """Take in what another process has declared in the same folder."""
        for mine in (self.declared, self._news):
            mine.keys.update(records.keys)
            mine.changed.update(records.changed)

    def _declare(self, path: str, key: str, changed: bool) -> None:
        for mine in (self.declared, self._news):
            mine.keys[path] = key
            if changed:
                mine.changed.add(path)
