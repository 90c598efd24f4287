"""How heavy a site is: its pages, their bytes, and the mean of each kind of page."""

import json
import os
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean

PAGE = "index.html"
# Kinds of page that are numerous enough to count, by the name of their folder on the site.
KINDS = ("companies", "offerings")


@dataclass(frozen=True)
class Weights:
    """`files` are (path, bytes) of everything on a site, `root` where it stood when it was weighed."""

    files: tuple[tuple[str, int], ...]

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return sum(path.endswith(".html") for path, _ in self.files)

    @property
    def page_bytes(self) -> int:
        """How many bytes all pages have."""
        return sum(size for path, size in self.files if path.endswith(".html"))

    def mean(self, kind: str) -> float:
        """Return the mean bytes of the pages <language>/<kind>/<id>/; 0 where there are none."""
        return self.means.get(kind, 0.0)

    @property
    def means(self) -> dict[str, float]:
        """The mean bytes of the pages of every kind."""
        found: dict[str, list[int]] = defaultdict(list)
        for path, size in self.files:
            parts = path.split("/")
            if len(parts) == 4 and parts[3] == PAGE and parts[1] in KINDS:
                found[parts[1]].append(size)
        return {kind: fmean(sizes) for kind, sizes in found.items()}

    def write_manifest(self, path: Path, text: Path) -> None:
        """Write the list of files for the write floor; `text` is a file with bytes of real pages."""
        path.write_text(json.dumps({"text": str(text), "files": self.files}), encoding="utf-8")


def weights(site: Path) -> Weights:
    """Weigh a site."""
    files = []
    for folder, _, names in os.walk(site):
        for name in names:
            path = os.path.join(folder, name)
            files.append((os.path.relpath(path, site), os.stat(path).st_size))
    return Weights(tuple(sorted(files)))


def sample_text(site: Path, out: Path, largest: int = 1 << 20) -> None:
    """Write about a megabyte of a site's own pages, one after another."""
    text = b""
    for path in sorted(site.rglob(PAGE)):
        text += path.read_bytes()
        if len(text) >= largest:
            break
    out.write_bytes(text[:largest])
