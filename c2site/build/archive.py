"""The archive that outlives the domain: a built site with licences, checksums and a page on how to host it, in one file."""

import hashlib
import os
import re
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from c2site.build.cache import entry
from c2site.build.downloads import sums
from c2site.build.prepare import Prepared
from c2site.build.progress import Progress
from c2site.build.workshop import studio_of
from c2site.render.web.archive import start_page, start_path

# What is compressed already is only stored.
STORED = frozenset({".pdf", ".png", ".jpg", ".webp", ".ico", ".woff2", ".zip", ".xlsx", ".pf_fragment", ".pf_index", ".pf_meta", ".pagefind"})
# A shared asset's name holds a digest; templates know it without.
NAMED = re.compile(r"(.+)\.[0-9a-f]{8}(\.\w+)")
SUMS = "SHA256SUMS"


class Packed(NamedTuple):
    """How many files an archive holds, how many bytes it has, and its digest in hexadecimal digits."""

    files: int
    size: int
    sha256: str


def pack_site(prepared: Prepared, site: Path, target: Path, progress: Progress) -> Packed:
    """Pack the built `site` into the archive `target`, at once; the same site gives the same bytes. Raise OSError."""
    sources = _sources(prepared, site)
    part = target.with_name(f"{target.name}.{os.getpid()}")
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        with zipfile.ZipFile(part, "w") as archive:
            digests = {name: _put(archive, target.stem, name, raw) for name, raw in progress.over("archive", _Read(sources))}
            _put(archive, target.stem, SUMS, sums((name, digest) for name, digest in digests.items()).encode())
        with part.open("rb") as written:
            packed = Packed(len(digests) + 1, part.stat().st_size, hashlib.file_digest(written, "sha256").hexdigest())
        part.replace(target)
    finally:
        with suppress(FileNotFoundError):
            part.unlink()
    return packed


class _Read:
    """Files' names and contents, in the order of the names; each is read when it is asked for."""

    def __init__(self, sources: Mapping[str, Path | bytes]) -> None:
        self.sources = sources

    def __len__(self) -> int:
        return len(self.sources)

    def __iter__(self) -> Iterator[tuple[str, bytes]]:
        for name, source in sorted(self.sources.items()):
            yield name, source if isinstance(source, bytes) else source.read_bytes()


def _sources(prepared: Prepared, site: Path) -> dict[str, Path | bytes]:
    """Return what the archive holds by name: the site's ordinary files, and what stands beside them."""
    found: dict[str, Path | bytes] = {}
    for folder, _, names in os.walk(site):
        paths = (Path(folder, name) for name in names)
        found |= {path.relative_to(site).as_posix(): path for path in paths if path.is_file() and not path.is_symlink()}
    return {**found, **_licences(prepared.settings.root), **_start_pages(prepared, found), ".nojekyll": b""}


def _licences(root: Path) -> dict[str, Path]:
    return {f"licences/{path.name}": path for path in sorted((root / "LICENSES").glob("*.txt"))}


def _start_pages(prepared: Prepared, names: Mapping[str, object]) -> dict[str, bytes]:
    """Return the pages that say how to open and host the site, one for each reader."""
    named = ((NAMED.fullmatch(PurePosixPath(path).name), path) for path in names if path.startswith("assets/") and path.count("/") == 1)
    assets = {found[1] + found[2]: path for found, path in named if found}
    studio = studio_of(prepared.settings, prepared.portal, assets, {}, {})
    return {start_path(prepared.portal, reader): start_page(studio, reader).encode() for reader in prepared.portal.readers}


def _put(archive: zipfile.ZipFile, folder: str, name: str, raw: bytes) -> str:
    """Put one file into the archive and return its digest."""
    method = zipfile.ZIP_STORED if PurePosixPath(name).suffix in STORED else zipfile.ZIP_DEFLATED
    archive.writestr(entry(f"{folder}/{name}", method), raw)
    return hashlib.sha256(raw).hexdigest()
