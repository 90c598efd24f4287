"""All problems of a partnership: those of its files, and those no file can know alone."""

from collections.abc import Iterable
from datetime import date
from pathlib import PurePosixPath

from c2site.check.findings import Filed, Finding, filed_records, placed
from c2site.check.grounds import found_in_each
from c2site.check.ids import duplicate_ids, lost_ids, reused_ids
from c2site.check.left_out import dependents, keys_by_path, own_errors
from c2site.check.printings import unknown_editions
from c2site.check.rules import found_among
from c2site.check.surroundings import surroundings
from c2site.errors import Problem
from c2site.errors.sentences import SENTENCES
from c2site.load.kept import NOTHING, Kept
from c2site.load.partnership import Loaded
from c2site.model import Profiles

Found = list[tuple[Filed, Finding]]


def problems(loaded: Loaded, today: date, *, files: Iterable[str] | None = None, kept: Kept = NOTHING) -> tuple[Problem, ...]:
    """Return every error and warning, sorted by place. `today` decides what has expired.

    `files` are paths of files or folders below the root; with them, only problems in these are returned, though
    everything is checked.
    """
    told = list(loaded.problems)
    found: Found = []
    if loaded.profiles is not None:
        found, repeated = _across(loaded, loaded.profiles, today, kept)
        told += repeated
        found += dependents(loaded, _with_errors(loaded, told, found))
    wanted = None if files is None else [PurePosixPath(one) for one in files]
    told += placed(loaded, [(filed, one) for filed, one in found if _is_wanted(filed.file.path, wanted)])
    return tuple(sorted({one for one in told if _is_wanted(one.path, wanted)}))


def _across(loaded: Loaded, profiles: Profiles, today: date, kept: Kept) -> tuple[Found, list[Problem]]:
    around = surroundings(loaded, profiles, today)
    records = filed_records(loaded)
    found = found_in_each(records, loaded.digests, around, kept)
    reused = reused_ids(around.files, [key for _, key in (*profiles.withdrawn, *profiles.renamed)])
    lost = lost_ids(around.ids, profiles.renamed)
    unknown = unknown_editions(profiles.printings, around.ids.get("edition", frozenset()) | profiles.former_ids("editions"))
    return [*found, *found_among(records)], [*duplicate_ids(around.files, profiles.partnership.id), *reused, *lost, *unknown]


def _with_errors(loaded: Loaded, told: Iterable[Problem], found: Found) -> set[tuple[str, str]]:
    records = set(keys_by_path(loaded).values())
    own = {filed.key for filed, one in found if SENTENCES[one.code].severity == "error" and filed.key in records}
    return own | own_errors(loaded, told).keys()


def _is_wanted(path: str, wanted: list[PurePosixPath] | None) -> bool:
    return wanted is None or any(PurePosixPath(path).is_relative_to(one) for one in wanted)
