"""What earlier builds have kept of records that are gone: noticed by a ledger of records, and removed."""

import hashlib
import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from c2site.errors import DataError, problem
from c2site.load.partnership import Loaded

# The results of reading: this file forgets by itself what a build did not ask for.
PACK = "profiles.pack"


@dataclass(frozen=True)
class Ledger:
    """A file that lists, as digests, the records that results kept from earlier builds may hold."""

    file: Path

    def misses(self, there: set[str]) -> bool:
        """Return whether a listed record is no longer `there`; without a ledger nobody knows, so one may be missed."""
        try:
            return not set(self.file.read_text(encoding="ascii").split()) <= there
        except (OSError, ValueError):
            return True

    def write(self, there: set[str]) -> None:
        """List the records; on a full or read-only disk nothing is kept, so nothing need be listed."""
        part = self.file.with_name(f"{self.file.name}.{os.getpid()}")
        with suppress(OSError):
            self.file.parent.mkdir(parents=True, exist_ok=True)
            part.write_text("".join(f"{one}\n" for one in sorted(there)), encoding="ascii")
            part.replace(self.file)


def records_there(loaded: Loaded) -> set[str]:
    """Return a digest for every record that has a file and is not withdrawn; a file with mistakes counts."""
    withdrawn = {(folder, one.id) for folder, one in loaded.profiles.records() if one.status == "withdrawn"} if loaded.profiles else set()
    return {hashlib.sha256("/".join(key).encode()).hexdigest()[:32] for key in {*loaded.files, *loaded.spoilt} - withdrawn}


def drop_remains(cache: Path, there: set[str]) -> None:
    """Empty the cache where it may hold a record that is no longer `there`.

    It is addressed by content, so nobody can tell which results a record went into. Raise DataError where it cannot be emptied.
    """
    ledger = Ledger(cache / "records")
    if ledger.misses(there):
        empty(cache, PACK)
    ledger.write(there)


def empty(cache: Path, spared: str = "") -> None:
    """Remove every file in the cache but the one `spared`, the ledger last, so that a build after a kill notices the rest."""
    files = [Path(folder, name) for folder, _, names in os.walk(cache) for name in names if name != spared]
    try:
        for path in sorted(files, key=lambda one: one.parent == cache):
            path.unlink(missing_ok=True)
    except OSError as error:
        raise DataError([problem("remains-kept", str(cache), found=error.strerror)]) from None
