"""Which records must not be published: those with errors of their own, and those that fall with them."""

from collections.abc import Collection, Iterable, Iterator

from c2site.check.findings import Filed, Finding, Key, filed_records, finding
from c2site.check.references import NEEDS, pointed
from c2site.errors import Problem, problem
from c2site.load.document import Path
from c2site.load.partnership import Loaded
from c2site.model import KINDS, Profiles

PARTNERSHIP: Key = ("partnership", "partnership")
CONSEQUENCES = ("draft-dependency", "left-out-dependency")


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


def dependents(loaded: Loaded, out: Collection[Key]) -> Iterator[tuple[Filed, Finding]]:
    """Yield the records that rest on those in `out`, directly or through others, each with what it lacks."""
    if loaded.profiles is None:
        return
    gone = set(out)
    standing = [filed for filed in filed_records(loaded) if filed.file.kind.name in NEEDS and filed.key not in gone]
    fallen = True
    while fallen:
        fallen = [(filed, one) for filed in standing for one in _lacks(filed, loaded, gone)]
        gone.update(filed.key for filed, _ in fallen)
        standing = [filed for filed in standing if filed.key not in gone]
        yield from fallen


def _lacks(filed: Filed, loaded: Loaded, gone: Collection[Key]) -> Iterator[Finding]:
    """Yield at most one finding: the first thing the record needs and nobody may see."""
    for group in NEEDS[filed.file.kind.name]:
        targets = [(path, target, field) for field in group for path, target in pointed(filed.record, (field,))]
        kinds = filed.file.kind.references
        if targets and not any(_stands(target, kinds[field], loaded.profiles, gone) for _, target, field in targets):
            path, target, field = targets[0]
            yield _lacking(path, target, kinds[field], loaded)
            return


def _stands(target: str, kinds: Iterable[str], profiles: Profiles, gone: Collection[Key]) -> bool:
    if "partnership" in kinds and target == profiles.partnership.id:
        return True
    folders = (KINDS[kind].folder for kind in kinds if kind != "partnership")
    return any(target in getattr(profiles, folder) and (folder, target) not in gone for folder in folders)


def _lacking(path: Path, target: str, kinds: Iterable[str], loaded: Loaded) -> Finding:
    keys = [(KINDS[kind].folder, target) for kind in kinds]
    files = [loaded.files.get(key) or loaded.spoilt.get(key) for key in keys]
    other = next((file.path for file in files if file), "")
    return finding(path, "left-out-dependency", found=target, other=other)
