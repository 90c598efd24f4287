"""Many small results in one file: addressed by what they were made from, digest-checked, and none older than the last build."""

import hashlib
import importlib.metadata
import os
import stat
import struct
import sys
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, NamedTuple, Self

PACKAGE = Path(__file__).resolve().parents[1]

ROOMS = ("errors", "model", "language", "load", "check")
LIBRARIES = ("babel", "pydantic", "pydantic-core", "PyYAML")
# Behind the results: of each its address, the digest of address and result, where it lies, how long it is; then how many.
PLACE = struct.Struct("<32s32sQQ")
COUNT = struct.Struct("<Q")


class Place(NamedTuple):
    """Where a result lies in a file, in bytes, and the SHA-256 of its address and itself."""

    digest: bytes
    offset: int
    length: int


class Pack:
    """Results by name, while it is open as a context; `made_by` names the code that makes them.

    When it is closed without an error, results nobody has asked for are dropped and new ones added, in one exchange; where
    nothing changed, nothing is written. A full or read-only disk only means that nothing is kept.
    """

    def __init__(self, path: Path, made_by: str) -> None:
        self.path = path
        self.part = path.with_suffix(".part")
        self.made_by = made_by.encode()
        self.old: BinaryIO | None = None
        self.new: BinaryIO | None = None
        self.places: dict[bytes, Place] = {}
        self.asked: set[bytes] = set()
        self.added: dict[bytes, Place] = {}

    def __enter__(self) -> Self:
        with suppress(OSError):
            self.old = _opened(self.path)
            self.places = _places(self.old)
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        with suppress(OSError):
            if kind is None and (self.added or self.asked != self.places.keys()):
                self._write()
        for file in (self.old, self.new):
            if file:
                file.close()
        with suppress(OSError):
            self.part.unlink()

    def get(self, name: str) -> bytes | None:
        """Return what is kept under `name`, or None where nothing is or it was altered."""
        address = self._address(name)
        place = self.places.get(address)
        value = self._read(place) if place else b""
        if place is None or _digest(address, value) != place.digest:
            return None
        self.asked.add(address)
        return value

    def put(self, name: str, value: bytes) -> None:
        """Keep `value` from the time the pack is closed."""
        address = self._address(name)
        with suppress(OSError):
            self._add(address, _digest(address, value), value)

    def _address(self, name: str) -> bytes:
        return hashlib.sha256(self.made_by + b"\0" + name.encode(errors="surrogateescape")).digest()

    def _read(self, place: Place) -> bytes:
        try:
            return os.pread(self.old.fileno(), place.length, place.offset)
        except OSError:
            return b""

    def _add(self, address: bytes, digest: bytes, value: bytes) -> None:
        if self.new is None:
            self.part.parent.mkdir(parents=True, exist_ok=True)
            self.part.unlink(missing_ok=True)
            self.new = self.part.open("xb")
        self.added[address] = Place(digest, self.new.tell(), len(value))
        self.new.write(value)

    def _write(self) -> None:
        for address in sorted(self.asked - self.added.keys(), key=lambda one: self.places[one].offset):
            self._add(address, self.places[address].digest, self._read(self.places[address]))
        if self.new is None:
            self.path.unlink()
            return
        for address, place in self.added.items():
            self.new.write(PLACE.pack(address, *place))
        self.new.write(COUNT.pack(len(self.added)))
        self.new.close()
        self.part.replace(self.path)


def _digest(address: bytes, value: bytes) -> bytes:
    return hashlib.sha256(address + value).digest()


def _opened(path: Path) -> BinaryIO:
    """Return an ordinary file, open for reading; raise OSError for a link, a device or none."""
    descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    if stat.S_ISREG(os.fstat(descriptor).st_mode):
        return os.fdopen(descriptor, "rb")
    os.close(descriptor)
    raise OSError(f"{path} is not an ordinary file")


def _places(file: BinaryIO) -> dict[bytes, Place]:
    """Return where each result lies; whatever an altered file says leads to bytes of which the digest is not right."""
    size = file.seek(0, os.SEEK_END)
    if size < COUNT.size:
        return {}
    (count,) = COUNT.unpack(_tail(file, size - COUNT.size, COUNT.size))
    begins = size - COUNT.size - count * PLACE.size
    if begins < 0:
        return {}
    found = ((address, Place(digest, offset, length)) for address, digest, offset, length in PLACE.iter_unpack(_tail(file, begins, count * PLACE.size)))
    return {address: place for address, place in found if place.offset + place.length <= begins}


def _tail(file: BinaryIO, offset: int, length: int) -> bytes:
    file.seek(offset)
    return file.read(length)


def code_of_reading() -> str:
    """Return the digest of everything, besides the files themselves, on which it rests what is read and found sound."""
    code = hashlib.sha256(sys.version.encode())
    for name in LIBRARIES:
        code.update(f"{name} {importlib.metadata.version(name)}\0".encode())
    for path in sorted(path for room in ROOMS for path in (PACKAGE / room).glob("*.py")):
        code.update(hashlib.sha256(path.read_bytes()).digest())
    return code.hexdigest()
