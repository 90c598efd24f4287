"""From the staged site to the public one in a single exchange: a reader sees the old site or the new one, never a mixture.

Beside the site `site` stand three hidden neighbours: `.site.lock`, held while a build runs; `.site.stage`, where the next site grows,
between builds a twin of the public one; `.site.manifest`, what is known of both. All three may be deleted between builds, which
makes the next build slower and nothing else.
"""

import os
from collections.abc import Iterator, Set
from contextlib import contextmanager
from errno import EEXIST
from fcntl import LOCK_EX, LOCK_NB, flock
from pathlib import Path
from typing import TextIO

from c2site.build import disk
from c2site.build.manifest import read_manifest, write_manifest
from c2site.build.output import Former, Output
from c2site.build.twin import Twin, folders_of

# The exit code of a build that found another one at work (EX_TEMPFAIL).
BUSY = 75


class Busy(Exception):
    """Another build is writing the same site."""


class Publication:
    """One build of the site at `target`: filled through `out`, then finished, or closed and forgotten.

    Raise Busy where another build holds the place.
    """

    def __init__(self, target: Path) -> None:
        self.target = target.absolute()
        self.target.parent.mkdir(parents=True, exist_ok=True)
        self._lock = _locked(self.target)
        self._public, self._stage, self._remembered = str(self.target), _beside(self.target, "stage"), _beside(self.target, "manifest")
        try:
            self._refuse_foreign()
            self._twin = Twin(self._stage, read_manifest(self._remembered))
        except BaseException:
            self._lock.close()
            raise
        self.out = Output(Path(self._stage), Former(self._twin.was.keys.keys(), self._twin.kept, self._twin.was.rules))

    def _refuse_foreign(self) -> None:
        """Raise FileExistsError where something else than a site lies at the target: it would be exchanged away."""
        entries = os.listdir(self._public) if os.path.isdir(self._public) else []
        is_site = any(os.path.exists(os.path.join(self._public, *path, "index.html")) for path in [(), *((one,) for one in entries)])
        if entries and not is_site and not os.path.lexists(self._remembered):
            raise FileExistsError(EEXIST, "the folder holds other things than a site; name an empty or a new one", self._public)

    def finish(self) -> None:
        """Flush what was built to disk and exchange it for what stands at the target."""
        folders = folders_of(self.out.written)
        self._twin.sweep(self.out.written, folders)
        disk.flush(self._stage)
        if os.path.lexists(self._public):
            disk.exchange(self._stage, self._public)
        else:
            os.rename(self._stage, self._public)
        disk.flush_one(os.path.dirname(self._public))
        self._follow(folders)

    def _follow(self, folders: Set[str]) -> None:
        """Prepare the next build. The site is public by now, so what goes wrong here only costs the next build its short cuts."""
        keys, changed, _ = self.out.records
        try:
            remembered = self._twin.follow(self._public, keys, changed, folders)
            write_manifest(self._remembered, remembered._replace(rules=self.out.rules))
        except OSError:
            disk.remove(self._stage)

    def close(self) -> None:
        """Let other builds have the place; what was not finished stays unseen."""
        self._lock.close()


@contextmanager
def published(target: Path) -> Iterator[Output]:
    """Give the output of a new site; when the block ends without an exception, it takes the target's place."""
    publication = Publication(target)
    try:
        yield publication.out
        publication.finish()
    finally:
        publication.close()


def remove_neighbours(target: Path) -> None:
    """Remove what stands beside a site that nobody builds again."""
    for name in ("stage", "manifest", "lock"):
        disk.remove(_beside(target, name))


def _beside(target: Path, name: str) -> str:
    return str(target.parent / f".{target.name}.{name}")


def _locked(target: Path) -> TextIO:
    file = open(_beside(target, "lock"), "w", encoding="utf-8")  # noqa: SIM115 - held until the build ends
    try:
        flock(file, LOCK_EX | LOCK_NB)
    except OSError as error:
        file.close()
        raise Busy(f"another build is writing {target}") from error
    return file
