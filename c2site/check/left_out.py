"""Which records must not be published: those with errors of their own, and those that fall with them."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from c2site.check.findings import Filed, Finding, Key, filed_records
from c2site.check.references import NEEDS, pointed
from c2site.errors import Problem, problem
from c2site.load.document import Path
from c2site.load.partnership import Loaded
from c2site.model import KINDS, Profiles

PARTNERSHIP: Key = ("partnership", "partnership")
CONSEQUENCES = ("draft-dependency", "left-out-dependency")


class Lack(NamedTuple):
    """What a record needs and does not have: `target` at `path`; `root` is the file whose error is the cause."""

    path: Path
    target: str
    root: str


def left_out(loaded: Loaded, problems: Iterable[Problem]) -> dict[Key, Problem]:
    """Return the records that must not be published, by (folder, id), each with the problem that keeps it out.

    The partnership is never among them: without it there is no site, so its errors are the builder's to refuse.
    """
    told = list(problems)
    out = own_errors(loaded, told)
    consequences = {one.path: one for one in reversed(told) if one.code in CONSEQUENCES}
    for filed, one in dependents(loaded, out):
        path = filed.file.path
        out[filed.key] = consequences.get(path) or problem(one.code, path, (0, 0), str(one.path[0]), **one.found)
    return dict(sorted(out.items()))


def own_errors(loaded: Loaded, problems: Iterable[Problem]) -> dict[Key, Problem]:
    """Return the first error of each record that has one."""
    keys = keys_by_path(loaded)
    found: dict[Key, Problem] = {}
    for one in problems:
        if one.severity == "error" and one.path in keys:
            found.setdefault(keys[one.path], one)
    return found


def keys_by_path(loaded: Loaded) -> dict[str, Key]:
    """Return (folder, id) by file, without the partnership; a spoilt file beside a sound one of its id has no say."""
    spoilt = {file.path: key for key, file in loaded.spoilt.items() if key not in loaded.files}
    keys = {**spoilt, **{file.path: key for key, file in loaded.files.items()}}
    return {path: key for path, key in keys.items() if key != PARTNERSHIP}


def dependents(loaded: Loaded, out: Iterable[Key]) -> Iterator[tuple[Filed, Finding]]:
    """Yield the records that rest on those in `out`, directly or through others, each with what it lacks."""
    if loaded.profiles is None:
        return
    roots = {key: _path(loaded, key) for key in out}
    there = _there(loaded.profiles, roots)
    standing = [filed for filed in filed_records(loaded) if filed.file.kind.name in NEEDS and filed.key not in roots]
    fallen = True
    while fallen:
        fallen = [(filed, lack) for filed in standing if (lack := _lacking(filed, there, roots))]
        for filed, lack in fallen:
            roots[filed.key] = lack.root
            there[filed.file.kind.name].discard(filed.record.id)
        standing = [filed for filed in standing if filed.key not in roots]
        for filed, lack in fallen:
            found = {"found": lack.target, "other": lack.root}
            yield filed, Finding(lack.path, "left-out-dependency", found)


def _there(profiles: Profiles, out: Iterable[Key]) -> dict[str, set[str]]:
    """Return the ids of the records of each kind that are not in `out`."""
    hidden = set(out)
    there = {
        kind.name: {key for key in getattr(profiles, kind.folder) if (kind.folder, key) not in hidden} for kind in KINDS.values() if kind.folder != "."
    }
    return {**there, "partnership": {profiles.partnership.id}}


def _lacking(filed: Filed, there: Mapping[str, set[str]], roots: Mapping[Key, str]) -> Lack | None:
    """Return the first thing the record cannot do without and nobody may see, or None."""
    kinds = filed.file.kind.references
    for group in NEEDS[filed.file.kind.name]:
        places = [(field, place) for field in group for place in pointed(filed.record, (field,))]
        if places and not any(target in there[kind] for field, (_, target) in places for kind in kinds[field]):
            field, (path, target) = places[0]
            keys = [(KINDS[kind].folder, target) for kind in kinds[field]]
            return Lack(path, target, next((roots[key] for key in keys if key in roots), ""))
    return None


def _path(loaded: Loaded, key: Key) -> str:
    file = loaded.files.get(key) or loaded.spoilt.get(key)
    return file.path if file else ""
