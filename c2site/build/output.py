"""The only writer: files below one folder, with fixed modes, never outside it, never through a link.

`Output(folder)` alone writes into any folder; `publish.published` gives one over the staged site, where a path is declared
in one of two ways, and what is not declared is removed before the site is published:

    out.write(path, content, key="")   these are the bytes; a file that already holds them is left as it is
    out.keep(path, key="")             the published file still is right; False where nobody can vouch for it, then write it

`key` is whatever a page's maker calls its ingredients, in one word (a digest of them, say). It is remembered with the published
file, so a file is kept only if the same maker would make the same again, whichever build of whoever published it last.
`key_of(path)` tells the key of a file that may be kept.

Workers: a forked child takes `out.branch()` for each batch of paths and gives the branch's `records` back, which are plain data;
the parent takes them in with `out.adopt(records)`.
"""

import os
from collections.abc import Mapping, Set
from copy import copy
from pathlib import Path
from typing import NamedTuple

from c2site.build import disk
from c2site.build.links import Links, Seen


class Former(NamedTuple):
    """The site as last published: its paths, the keys of those files that may stay, the rules by which its pages were verified."""

    paths: Set[str]
    kept: Mapping[str, str]
    rules: str


NOTHING = Former(frozenset(), {}, "")


class Records(NamedTuple):
    """What was declared, each path with its key; which of the paths were written anew; what was seen in them."""

    keys: dict[str, str]
    changed: set[str]
    seen: Seen


class Output:
    """A folder that a build fills. `rules` are those by which its pages were verified, once they are."""

    def __init__(self, folder: Path, former: Former = NOTHING) -> None:
        self.folder = folder
        self.former = former
        self.records = Records({}, set(), Seen({}, []))
        self.rules = ""
        self._root = os.fspath(folder)
        self._folders = disk.Folders(self._root)
        self._links = Links()
        self._masked = disk.masked()

    def branch(self) -> "Output":
        """Return an output of the same folder for a batch of paths of its own, with records of its own."""
        branch = copy(self)
        branch.records = Records({}, set(), Seen({}, []))
        return branch

    def adopt(self, records: Records) -> None:
        """Take in what a branch has declared."""
        self.records.keys.update(records.keys)
        self.records.changed.update(records.changed)
        self.records.seen.targets.update(records.seen.targets)
        self.records.seen.problems.extend(records.seen.problems)

    @property
    def written(self) -> Set[str]:
        """The paths declared so far, relative and with slashes."""
        return self.records.keys.keys()

    def write(self, path: str, content: bytes | str, key: str = "") -> None:
        """Write one file; `path` is relative to the folder."""
        if path.startswith("/") or ".." in path.split("/"):
            raise ValueError(f"{path!r} leaves the site's folder")
        raw = content.encode("utf-8") if isinstance(content, str) else content
        if path not in self.former.kept or self._bytes_of(path, len(raw)) != raw:
            self._create(path, raw)
            self.records.changed.add(path)
            if path.endswith(".html"):
                self._links.see(path, content if isinstance(content, str) else raw.decode("utf-8"), self.records.seen)
        self.records.keys[path] = key

    def _bytes_of(self, path: str, most: int) -> bytes:
        """Return the bytes of a file that stands there, or one more than `most` of them."""
        descriptor = os.open(f"{self._root}/{path}", os.O_RDONLY | os.O_NOFOLLOW)
        try:
            return os.read(descriptor, most + 1)
        finally:
            os.close(descriptor)

    def _create(self, path: str, raw: bytes) -> None:
        self._folders.make(path.rpartition("/")[0])
        target = f"{self._root}/{path}"
        disk.create(target, raw)
        if self._masked:
            os.chmod(target, disk.FILE_MODE)

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
        if self.former.kept.get(path) != key:
            return False
        self.records.keys[path] = key
        return True

    def key_of(self, path: str) -> str | None:
        """Return the key of the file that may be kept under `path`, or None where there is none."""
        return self.former.kept.get(path)

    def see_again(self) -> None:
        """Look at the pages too that stayed as they were."""
        for path in sorted(self.written - self.records.changed):
            if path.endswith(".html"):
                with open(f"{self._root}/{path}", encoding="utf-8") as file:
                    self._links.see(path, file.read(), self.records.seen)
