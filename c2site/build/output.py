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

FILE_MODE, FOLDER_MODE = 0o644, 0o755
Records = dict[str, str]


class Output:
    """A folder that a build fills."""

    def __init__(self, folder: Path, kept: Mapping[str, str] | None = None) -> None:
        self.folder = folder
        self._declared: Records = {}
        self._kept = kept or {}
        self._new: Records = {}
        self._folders: set[str] = set()

    @property
    def written(self) -> Set[str]:
        """The paths declared so far, relative and with slashes."""
        return self._declared.keys()

    def write(self, path: str, content: bytes | str, key: str = "") -> None:
        """Write one file; `path` is relative to the folder."""
        if path.startswith("/") or ".." in path.split("/"):
            raise ValueError(f"{path!r} leaves the site's folder")
        raw = content.encode("utf-8") if isinstance(content, str) else content
        target = os.path.join(self.folder, path)
        parent = os.path.dirname(target)
        if parent not in self._folders:
            os.makedirs(parent, exist_ok=True)
            self._folders.add(parent)
        with open(target, "wb") as file:
            file.write(raw)
        os.chmod(target, FILE_MODE)
        self._declare(path, key)

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
        self._declare(path, key)
        return True

    def key_of(self, path: str) -> str | None:
        """Return the key of the file that may be kept under `path`, or None where there is none."""
        return self._kept.get(path)

    def records(self) -> Records:
        """Return what was declared since the last call, as plain data for another process to adopt."""
        new, self._new = self._new, {}
        return new

    def adopt(self, records: Records) -> None:
        """Take in what another process has declared in the same folder."""
        self._declared.update(records)
        self._new.update(records)

    def _declare(self, path: str, key: str) -> None:
        self._declared[path] = self._new[path] = key
