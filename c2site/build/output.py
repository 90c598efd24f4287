"""The only writer: files below one folder, with fixed modes, never outside it."""

import os
from pathlib import Path

FILE_MODE = 0o644


class Output:
    """A folder that a build fills. `written` are the paths so far, relative and with slashes."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.written: set[str] = set()
        self._folders: set[str] = set()

    def write(self, path: str, content: bytes | str) -> None:
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
        self.written.add(path)

    def write_page(self, path: str, html: str) -> None:
        """Write the page that stands at the folder path `path`."""
        self.write(f"{path}index.html", html)
