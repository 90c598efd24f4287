"""Several files of a partnership changed as one: planned in memory, tried on a copy, told as a diff, then written wholly or not at all."""

import difflib
import os
import shutil
import tempfile
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

from c2site.build.editing import checked
from c2site.build.settings import Settings
from c2site.errors import Problem
from c2site.load.files import content_of
from c2site.load.partnership import Loaded, record_of

# What a partnership is checked by.
FOLDERS = ("data", "content", "theme/brand")


@dataclass(frozen=True)
class Rewriting:
    """`files` are new contents by path, None where a file goes; `moved` says where the content of a file came from."""

    settings: Settings
    files: Mapping[str, bytes | None]
    moved: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def before(self) -> Mapping[str, bytes | None]:
        """What stands at the paths now, None where nothing does."""
        return {path: _bytes(self.settings.root / path) for path in self.files}

    @property
    def removed(self) -> tuple[str, ...]:
        """Files that go."""
        return tuple(path for path, raw in self.files.items() if raw is None)

    @property
    def begun(self) -> tuple[str, ...]:
        """Files that there were not before."""
        return tuple(path for path, raw in self.files.items() if raw is not None and self.before[path] is None)

    @property
    def changed(self) -> tuple[str, ...]:
        """Files that stay where they are."""
        return tuple(path for path in self.files if path not in {*self.removed, *self.begun})

    def write(self) -> None:
        """Write everything, or nothing: where one file cannot be written, those before it are put back."""
        before, done = self.before, []
        try:
            for path, raw in sorted(self.files.items(), key=lambda item: item[1] is None):
                done.append(path)
                put(self.settings.root, path, raw)
        except BaseException:
            for path in reversed(done):
                with suppress(OSError):
                    put(self.settings.root, path, before[path])
            raise

    def new_problems(self) -> tuple[Problem, ...]:
        """Return what `c2site check` would find after the change and does not find now, tried on a copy."""
        known = Counter(_sign(one, self.moved) for one in checked(self.settings))
        with tempfile.TemporaryDirectory(prefix="c2site-") as folder:
            for name in FOLDERS:
                _copy(self.settings.root / name, Path(folder, name))
            for path, raw in self.files.items():
                put(Path(folder), path, raw)
            found = checked(replace(self.settings, root=Path(folder)))
        return tuple(_unknown(found, known, self.moved))

    def diff(self) -> Iterator[str]:
        """Yield the lines of a unified diff, as git shows them."""
        sources = set(self.moved.values())
        for path, raw in sorted(self.files.items()):
            if raw is None and path in sources:
                continue
            origin = self.moved.get(path, path)
            old = self.before.get(origin) or b""
            yield from [f"rename from {origin}", f"rename to {path}"] if origin != path else []
            yield from difflib.unified_diff(_lines(old), _lines(raw or b""), f"a/{origin}" if old else "/dev/null", f"b/{path}" if raw else "/dev/null", lineterm="")


@dataclass(frozen=True)
class Planned:
    """A change, and what it leaves to a person."""

    rewriting: Rewriting
    left: tuple[Problem, ...] = ()


def relocated(settings: Settings, files: Mapping[str, bytes], moves: Mapping[str, str], without: Collection[str] = ()) -> Rewriting:
    """Return the change of `files` with some of them in other places, and `without` some; what is kept of a file in a hidden folder beside it
    goes with it.
    """
    gone = [each for path in without for each in (path, *_kept_beside(settings.root, path))]
    changed: dict[str, bytes | None] = {**files, **dict.fromkeys(gone)}
    moves = {**moves, **{each: _formed(each, target) for path, target in moves.items() for each in _kept_beside(settings.root, path)}}
    for path, target in moves.items():
        changed[target] = changed.get(path) or content_of(settings.root, path)
        changed[path] = None
    return Rewriting(settings, dict(sorted(changed.items())), {target: path for path, target in moves.items()})

def _kept_beside(root: Path, path: str) -> list[str]:
    """Return the files that programs keep of a record, each in a hidden folder beside it: `data/smes/blue-river/.translations/acme.yml`."""
    folder, _, name = path.rpartition("/")
    return sorted(one.relative_to(root).as_posix() for one in (root / folder).glob(f".*/{name}") if one.is_file())


def _formed(kept: str, target: str) -> str:
    """Return where such a file is kept of the record at `target`."""
    folder, _, name = target.rpartition("/")
    return f"{folder}/{kept.split('/')[-2]}/{name}"


def misplaced(loaded: Loaded, files: Mapping[str, bytes]) -> dict[str, str]:
    """Return where changed offerings belong whose leading company is of another cluster than that of their folder, by where they are."""
    smes = loaded.profiles.smes if loaded.profiles else {}
    found = {}
    for one in loaded.listed:
        if one.kind.name == "offering" and one.path in files:
            lead = smes.get(record_of(one, files[one.path])[0].makers[0])  # type: ignore[attr-defined]
            if lead and lead.cluster != one.folder:
                found[one.path] = f"data/{one.kind.folder}/{lead.cluster}/{one.id}.yml"
    return found


def put(root: Path, path: str, raw: bytes | None) -> None:
    """Let a file hold `raw`, at once; None takes it away, with the folders that are empty then."""
    file = root / path
    if raw is None:
        file.unlink(missing_ok=True)
        with suppress(OSError):
            for folder in Path(path).parents[:-2]:
                (root / folder).rmdir()
        return
    file.parent.mkdir(parents=True, exist_ok=True)
    part = file.with_name(f"{file.name}.part")
    try:
        part.write_bytes(raw)
        part.replace(file)
    finally:
        part.unlink(missing_ok=True)


def _bytes(file: Path) -> bytes | None:
    try:
        return file.read_bytes()
    except FileNotFoundError:
        return None


def _copy(source: Path, target: Path) -> None:
    if source.is_dir():
        shutil.copytree(source, target, symlinks=True, copy_function=_link)


def _link(source: str, target: str) -> None:
    """Give a file a second name, for nothing is written through it; copy it where the disk is another."""
    try:
        os.link(source, target, follow_symlinks=False)
    except OSError:
        shutil.copy2(source, target, follow_symlinks=False)


def _sign(one: Problem, moved: Mapping[str, str]) -> tuple[str, str, str]:
    return moved.get(one.path, one.path), one.code, one.field


def _unknown(found: tuple[Problem, ...], known: Counter, moved: Mapping[str, str]) -> Iterator[Problem]:
    left = Counter(known)
    for one in found:
        left[_sign(one, moved)] -= 1
        if left[_sign(one, moved)] < 0:
            yield one


def _lines(raw: bytes) -> list[str]:
    return raw.decode("utf-8", "replace").splitlines()
