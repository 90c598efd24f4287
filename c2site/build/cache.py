"""Results kept between builds: addressed by what they were made from, digest-checked, never trusted, never executed."""

import hashlib
import io
import os
import zipfile
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path

DIGEST_SIZE = 32
# The oldest day an archive can name; the files' own days would differ from build to build.
NO_DAY = (1980, 1, 1, 0, 0, 0)


def key_of(*parts: bytes | str) -> str:
    """Return the address of a result made from `parts`."""
    digest = hashlib.sha256()
    for part in parts:
        raw = part.encode() if isinstance(part, str) else part
        digest.update(len(raw).to_bytes(8, "big") + raw)
    return digest.hexdigest()


class Cache:
    """Files in one folder, each a SHA-256 digest followed by the bytes it was taken of."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def get(self, key: str) -> bytes | None:
        """Return the kept bytes, or None where nothing is kept or it was altered."""
        try:
            raw = (self.folder / key[:2] / key).read_bytes()
        except OSError:
            return None
        kept = raw[DIGEST_SIZE:]
        return kept if hashlib.sha256(key.encode() + kept).digest() == raw[:DIGEST_SIZE] else None

    def put(self, key: str, value: bytes) -> bytes:
        """Keep `value` and return it; a full or read-only disk only means that nothing is kept."""
        path = self.folder / key[:2] / key
        part = path.with_suffix(f".{os.getpid()}")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            part.write_bytes(hashlib.sha256(key.encode() + value).digest() + value)
            part.replace(path)
        except OSError:
            with suppress(OSError):
                part.unlink()
        return value

    def made(self, key: str, make: Callable[[], bytes]) -> bytes:
        """Return the kept bytes, or make and keep them."""
        kept = self.get(key)
        return kept if kept is not None else self.put(key, make())


def packed(files: Mapping[str, bytes]) -> bytes:
    """Return an archive; the same files give the same bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in sorted(files.items()):
            archive.writestr(entry(name), content)
    return out.getvalue()


def entry(name: str, method: int = zipfile.ZIP_DEFLATED) -> zipfile.ZipInfo:
    """Return what an archive says of a file: everybody may read it, and no day."""
    one = zipfile.ZipInfo(name, NO_DAY)
    one.compress_type, one.external_attr = method, 0o644 << 16
    return one


def unpacked(archive: bytes) -> dict[str, bytes]:
    """Return the files of an archive made here."""
    with zipfile.ZipFile(io.BytesIO(archive)) as read:
        return {name: read.read(name) for name in read.namelist()}
