"""Files of a partnership changed as one: planned in memory, told as a diff, then written wholly or not at all."""

import difflib
from collections.abc import Collection, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from c2site.build.disk import replace
from c2site.errors import DataError, Problem, problem
from c2site.load.files import content_of, refuse_link
from c2site.load.partnership import Loaded, record_of


@dataclass(frozen=True)
class Rewriting:
    """`files` are new contents by path in the order in which they are written, None where a file goes, which is last; `before` is what
    stood there when that was planned, None where nothing did; `moved` says where the content of a file came from.
    """

    root: Path
    files: Mapping[str, bytes | None]
    before: Mapping[str, bytes | None]
    moved: Mapping[str, str] = field(default_factory=dict)

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
        """Write everything, or nothing: where one file cannot be written, those before it are put back.

        Raise DataError where a file is not what it was when this was planned.
        """
        meanwhile = [problem("changed-meanwhile", path) for path in self.files if there(self.root, path) != self.before[path]]
        if meanwhile:
            raise DataError(meanwhile)
        done = []
        try:
            for path, raw in sorted(self.files.items(), key=lambda item: item[1] is None):
                done.append(path)
                put(self.root, path, raw)
        except BaseException:
            for path in reversed(done):
                with suppress(OSError):
                    put(self.root, path, self.before[path])
            raise

    def diff(self) -> Iterator[str]:
        """Yield the lines of a unified diff, as git shows them."""
        sources = set(self.moved.values())
        for path, raw in sorted(self.files.items()):
            if raw is None and path in sources:
                continue
            origin = self.moved.get(path, path)
            old = self.before[origin] or b""
            yield from [f"rename from {origin}", f"rename to {path}"] if origin != path else []
            yield from difflib.unified_diff(_lines(old), _lines(raw or b""), f"a/{origin}" if old else "/dev/null", f"b/{path}" if raw else "/dev/null", lineterm="")


@dataclass(frozen=True)
class Planned:
    """A change, and what it leaves to a person."""

    rewriting: Rewriting
    left: tuple[Problem, ...] = ()


def rewriting(root: Path, files: Mapping[str, bytes | None], moved: Mapping[str, str] | None = None) -> Rewriting:
    """Return the change of the files as they stand now, of those alone that are not so yet."""
    before = {path: there(root, path) for path in files}
    return Rewriting(root, {path: raw for path, raw in files.items() if raw != before[path]}, before, moved or {})


def there(root: Path, path: str) -> bytes | None:
    """Return what stands at a path, None where nothing does; raise DataError where a link stands there or on the way."""
    for one in (Path(path), *Path(path).parents[:-1]):
        refuse_link(root / one, path)
    with suppress(FileNotFoundError):
        return (root / path).read_bytes()
    return None


def relocated(root: Path, files: Mapping[str, bytes], moves: Mapping[str, str], without: Collection[str] = ()) -> Rewriting:
    """Return the change of `files` with some of them in other places, and `without` some; what is kept of a file in a hidden folder beside it
    goes with it.
    """
    gone = [each for path in without for each in (path, *_kept_beside(root, path))]
    changed: dict[str, bytes | None] = {**files, **dict.fromkeys(gone)}
    moves = {**moves, **{each: _formed(each, target) for path, target in moves.items() for each in _kept_beside(root, path)}}
    for path, target in moves.items():
        changed[target] = changed.get(path) or content_of(root, path)
        changed[path] = None
    return rewriting(root, dict(sorted(changed.items())), {target: path for path, target in moves.items()})


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
    if raw is not None:
        file.parent.mkdir(parents=True, exist_ok=True)
        replace(file, raw)
        return
    file.unlink(missing_ok=True)
    with suppress(OSError):
        for folder in Path(path).parents[:-2]:
            (root / folder).rmdir()


def _lines(raw: bytes) -> list[str]:
    return raw.decode("utf-8", "replace").splitlines()
