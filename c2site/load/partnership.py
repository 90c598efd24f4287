"""All records of a partnership from its folder: every file is read, every problem is told."""

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path

from pydantic import ValidationError

from c2site.errors import DataError, Problem, problem
from c2site.load.bibliography import bibliography
from c2site.load.document import Document, parsed
from c2site.load.explained import explained
from c2site.load.files import RecordFile, content_of, record_files, slug
from c2site.load.plain import plain_values
from c2site.load.withdrawn import withdrawn
from c2site.model import KINDS, Partnership, Profiles, Record


@dataclass(frozen=True)
class Loaded:
    """What a folder holds: `profiles` are the records that validate, `files` where each record (folder, id) lies.

    `profiles` is None when the partnership itself cannot be read. `spoilt` names the records that do not validate.
    `digests` are the SHA-256 of the bytes each record that validates was read from, in hexadecimal digits.
    """

    root: Path
    profiles: Profiles | None
    problems: tuple[Problem, ...]
    files: dict[tuple[str, str], RecordFile] = field(default_factory=dict)
    spoilt: dict[tuple[str, str], RecordFile] = field(default_factory=dict)
    digests: dict[tuple[str, str], str] = field(default_factory=dict)

    def document(self, folder: str, key: str) -> Document:
        """Return the record's file again, with the places of its values."""
        file = self.files[folder, key]
        return parsed(file.path, content_of(self.root, file.path))


def load_partnership(root: Path, progress: Callable[[int, int], None] | None = None) -> Loaded:
    """Read every record below `root`/data. `progress` is called with how many files are read, and of how many."""
    root = Path(root)
    files, problems = record_files(root)
    records: dict[tuple[str, str], Record] = {}
    found: dict[tuple[str, str], RecordFile] = {}
    spoilt: dict[tuple[str, str], RecordFile] = {}
    digests: dict[tuple[str, str], str] = {}
    for number, file in enumerate(files, 1):
        if progress:
            progress(number, len(files))
        key = (_folder(file), file.id)
        try:
            raw = content_of(root, file.path)
            records.setdefault(key, record_of(file.path, file, raw))
            found.setdefault(key, file)
            digests.setdefault(key, hashlib.sha256(raw).hexdigest())
        except DataError as error:
            problems.extend(error.problems)
            spoilt[key] = file
    sources, wrong = bibliography(root)
    gone, refused = withdrawn(root)
    profiles = _profiles(records, sources)
    if profiles:
        profiles = replace(profiles, withdrawn=frozenset((KINDS[one.kind].folder, one.id) for one in gone))
    return Loaded(root, profiles, tuple(sorted([*problems, *wrong, *refused])), found, spoilt, digests)


def record_of(path: str, file: RecordFile, raw: bytes) -> Record:
    """Return the record in `raw`; raise DataError with everything that is wrong with it."""
    values = plain_values(raw) or parsed(path, raw).values
    if file.kind.folder == ".":
        identifier = values.get("id") or slug(str(values.get("acronym", file.id)))
    elif "id" in values:
        raise DataError([_own_id(parsed(path, raw))])
    else:
        identifier = file.id
    model = file.kind.record
    try:
        return model.model_validate({**values, "id": identifier})
    except ValidationError as error:
        raise DataError(explained(parsed(path, raw), model, error)) from None


def _own_id(document: Document) -> Problem:
    place = document.key_place(("id",))
    return problem("wrong-value", document.path, place, "id", found="id", allowed="the file’s name is the id", nearest="Remove the line.")


def _folder(file: RecordFile) -> str:
    return "partnership" if file.kind.folder == "." else file.kind.folder


def _profiles(records: dict[tuple[str, str], Record], sources: dict) -> Profiles | None:
    partnership = records.get(("partnership", "partnership"))
    if not isinstance(partnership, Partnership):
        return None
    by_folder: dict[str, dict[str, Record]] = {folder: {} for folder in Profiles.folders()}
    for (folder, key), record in _in_order(records):
        if folder in by_folder:
            by_folder[folder][key] = record
    return Profiles(partnership=partnership, bibliography=sources, **by_folder)


def _in_order(records: dict[tuple[str, str], Record]) -> Iterable[tuple[tuple[str, str], Record]]:
    return sorted(records.items(), key=lambda item: item[0])
