"""Who may change what without another's review: an editor the own cluster's records, a coordinator everything."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from c2site.check.findings import filed_records
from c2site.check.spots import Meaning, spots
from c2site.errors import DataError, Problem, problem
from c2site.load.files import TRANSLATIONS, RecordFile, record_file
from c2site.load.partnership import Loaded
from c2site.model import KINDS

ROLES = ("editor", "coordinator")
EDITORS_FOLDERS = ("data/", "content/")
MEDIA = "data/media/"
# How git writes a name that holds quotes, line breaks or bytes that are no UTF-8.
QUOTED = re.compile(rb'\\([abfnrtv"\\]|[0-7]{3})')
ESCAPES = {b"a": b"\a", b"b": b"\b", b"f": b"\f", b"n": b"\n", b"r": b"\r", b"t": b"\t", b"v": b"\v"}


def changed_paths(raw: bytes) -> list[str]:
    """Return the paths that `git diff --name-only` gave, with `-z` or without it, each once; bytes that are no UTF-8 are kept."""
    names = raw.split(b"\0") if b"\0" in raw else [_unquoted(line) for line in raw.split(b"\n")]
    return list(dict.fromkeys(name.decode("utf-8", "surrogateescape") for name in names if name))


def _unquoted(line: bytes) -> bytes:
    if len(line) < 2 or not (line.startswith(b'"') and line.endswith(b'"')):
        return line
    return QUOTED.sub(lambda match: bytes([int(match[1], 8) % 256]) if match[1].isdigit() else ESCAPES.get(match[1], match[1]), line[1:-1])


class Change(NamedTuple):
    """What somebody proposes: the changed `paths`, as an editor (of `cluster`, where that is known) or as a coordinator."""

    paths: Sequence[str]
    role: str
    cluster: str = ""


def role_problems(loaded: Loaded, change: Change) -> tuple[Problem, ...]:
    """Return what of a change another must review, and the ids it leaves free.

    Where an editor's cluster is not known, the changes must all belong to one, and the code host's owners file says whose.
    """
    odd = [path for path in change.paths if _is_odd(path)]
    found = [problem("change-odd", path) for path in odd]
    paths = [path for path in change.paths if path not in odd]
    if change.role == "editor":
        found += _beyond_an_editor(loaded, paths, change.cluster)
    return tuple(sorted([*found, *_unremembered(loaded, paths)]))


def _beyond_an_editor(loaded: Loaded, paths: Iterable[str], cluster: str) -> Iterator[Problem]:
    owners = _owners(loaded, paths)
    own = cluster or next(filter(None, owners.values()), "")
    for path, owner in owners.items():
        if not path.startswith(EDITORS_FOLDERS):
            yield problem("change-outside", path, allowed=EDITORS_FOLDERS)
        elif not owner:
            yield problem("change-shared", path)
        elif owner != own:
            yield problem("change-foreign", path, found=owner, own=own)


def _is_odd(path: str) -> bool:
    """Return whether git itself would never write such a path, or it hides what it says."""
    return not set(path.split("/")).isdisjoint(("", ".", "..")) or "\\" in path or not path.isprintable()


def _owners(loaded: Loaded, paths: Iterable[str]) -> dict[str, str]:
    """Return the cluster that each path belongs to, empty where it concerns the whole partnership."""
    users = _media_users(loaded)
    alone = {path: next(iter(clusters)) for path, clusters in users.items() if len(clusters) == 1}
    return {path: alone.get(path, "") if path.startswith(MEDIA) else cluster_of(path) for path in paths}


def cluster_of(path: str) -> str:
    """Return the cluster whose record, or what is kept of its translations, lies at `path`; empty for what concerns the whole partnership."""
    file = _record_at(path.replace(f"/{TRANSLATIONS}/", "/"))
    return (file.folder or (file.id if file.kind is KINDS["cluster"] else "")) if file else ""


def _record_at(path: str) -> RecordFile | None:
    """Return the record whose place `path` is, whether or not a file lies there."""
    try:
        return record_file(path) if path.startswith("data/") else None
    except DataError:
        return None


def _media_users(loaded: Loaded) -> dict[str, set[str]]:
    """Return, by media file, the clusters whose records show it; an empty name stands for the partnership."""
    found: dict[str, set[str]] = {}
    for one in filed_records(loaded):
        for spot in spots(one.record):
            if spot.meaning is Meaning.MEDIA:
                found.setdefault(MEDIA + spot.value, set()).add(cluster_of(one.file.path))
    return found


def _unremembered(loaded: Loaded, paths: Iterable[str]) -> Iterator[Problem]:
    """Yield the records that a change removes without remembering their ids."""
    there = {key for _, key in (*loaded.files, *loaded.spoilt)}
    gone = {key for _, key in (*loaded.profiles.withdrawn, *loaded.profiles.renamed)} if loaded.profiles else set()
    for path in paths:
        file = _record_at(path)
        if file and not (loaded.root / path).exists() and file.id not in there | gone:
            yield problem("change-unremembered", path, found=file.id)
