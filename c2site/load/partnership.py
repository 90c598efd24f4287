"""All records of a partnership from its folder: every file is read, every problem is told."""

import gc
import hashlib
import json
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from pathlib import Path

from pydantic import ValidationError

from c2site.errors import DataError, Problem, fragment, problem
from c2site.load.audit import audit
from c2site.load.bibliography import bibliography
from c2site.load.document import Document, parsed
from c2site.load.explained import explained
from c2site.load.files import COMPLETENESS, MATCHING, Key, RecordFile, content_of, record_files, slug
from c2site.load.kept import NOTHING, Kept
from c2site.load.plain import values_in
from c2site.load.printings import printings
from c2site.load.weights import weights
from c2site.load.withdrawn import gone_and_renamed, withdrawn
from c2site.model import Completeness, Matching, Partnership, Profiles, Record

AS_JSON = json.JSONEncoder(ensure_ascii=False, check_circular=False)


@dataclass(frozen=True)
class Loaded:
    """What a folder holds: `profiles` are the records that validate, `files` where each record (folder, id) lies.

    `profiles` is None when the partnership itself cannot be read. `spoilt` names the records that do not validate; `listed`
    are all files of records, sound or not. `digests` are the SHA-256 of the bytes each record that validates was read from,
    in hexadecimal digits.
    """

    root: Path
    profiles: Profiles | None
    problems: tuple[Problem, ...]
    listed: tuple[RecordFile, ...] = ()
    files: dict[Key, RecordFile] = field(default_factory=dict)
    spoilt: dict[Key, RecordFile] = field(default_factory=dict)
    digests: dict[Key, str] = field(default_factory=dict)

    def document(self, folder: str, key: str) -> Document:
        """Return the record's file again, with the places of its values."""
        file = self.files[folder, key]
        return parsed(file.path, content_of(self.root, file.path))


def load_partnership(root: Path, progress: Callable[[int, int], None] | None = None, kept: Kept = NOTHING) -> Loaded:
    """Read every record below `root`/data. `progress` is called with how many files are read, and of how many."""
    root = Path(root)
    files, problems = record_files(root)
    records: dict[Key, Record] = {}
    loaded = Loaded(root, None, (), tuple(files))
    with _without_collection():
        for number, file in enumerate(files, 1):
            if progress:
                progress(number, len(files))
            try:
                raw = content_of(root, file.path)
                digest = hashlib.sha256(raw).hexdigest()
                record = _record(file, raw, digest, kept)
            except DataError as error:
                problems.extend(error.problems)
                loaded.spoilt[file.key] = file
                continue
            if file.key not in records:
                records[file.key], loaded.files[file.key], loaded.digests[file.key] = record, file, digest
    sources, wrong = bibliography(root)
    gone, refused = withdrawn(root)
    audited, unfit = audit(root)
    matching, misread = weights(root, MATCHING, Matching)
    completeness, unread = weights(root, COMPLETENESS, Completeness)
    printed, unsound = printings(root)
    profiles = _profiles(records, sources)
    if profiles:
        taken_back, renamed = gone_and_renamed(gone)
        profiles = replace(profiles, withdrawn=taken_back, renamed=renamed, audit=audited, matching=matching, completeness=completeness, printings=tuple(printed.values()))
    return replace(loaded, profiles=profiles, problems=tuple(sorted([*problems, *wrong, *refused, *unfit, *misread, *unread, *unsound])))


@contextmanager
def _without_collection() -> Iterator[None]:
    """Keep Python from looking for circles among the records, now and later: they have none, and it takes longer than reading.

    What is kept from it by one reading is given back by the next, so that nothing is kept for ever.
    """
    was = gc.isenabled()
    gc.disable()
    gc.unfreeze()
    try:
        yield
    finally:
        gc.freeze()
        if was:
            gc.enable()


def _record(file: RecordFile, raw: bytes, digest: str, kept: Kept) -> Record:
    """Return the record of a file: from what an earlier build has read in the same bytes, or read anew."""
    name = f"record {file.path} {digest}"
    written = kept.get(name)
    if written is not None:
        with suppress(ValidationError):
            return file.kind.record.model_validate_json(written)
    record, written = record_of(file, raw)
    kept.put(name, written)
    return record


def record_of(file: RecordFile, raw: bytes) -> tuple[Record, bytes]:
    """Return the record in `raw`, and what it is made from as JSON; raise DataError with everything that is wrong."""
    values = values_in(file.path, raw)
    if file.kind.folder == ".":
        identifier = values.get("id") or slug(str(values.get("acronym", file.id)))
    elif "id" in values:
        raise DataError([_own_id(parsed(file.path, raw))])
    else:
        identifier = file.id
    written = AS_JSON.encode({**values, "id": identifier}).encode()
    try:
        return file.kind.record.model_validate_json(written), written
    except ValidationError:
        raise DataError(_wrong(file, raw, identifier)) from None


def _wrong(file: RecordFile, raw: bytes, identifier: str) -> list[Problem]:
    """Return what is wrong with a record that does not validate, told of the values themselves and with their places."""
    document = parsed(file.path, raw)
    try:
        file.kind.record.model_validate({**document.values, "id": identifier})
    except ValidationError as error:
        return explained(document, file.kind.record, error)
    raise AssertionError(f"{file.path} is refused as JSON alone")


def _own_id(document: Document) -> Problem:
    place = document.key_place(("id",))
    return problem("wrong-value", document.path, place, "id", found="id", allowed=fragment("name-is-id"), nearest=fragment("remove-line"))


def _profiles(records: dict[Key, Record], sources: dict) -> Profiles | None:
    partnership = records.get(("partnership", "partnership"))
    if not isinstance(partnership, Partnership):
        return None
    by_folder: dict[str, dict[str, Record]] = {folder: {} for folder in Profiles.folders()}
    for (folder, key), record in _in_order(records):
        if folder in by_folder:
            by_folder[folder][key] = record
    return Profiles(partnership=partnership, bibliography=sources, **by_folder)


def _in_order(records: dict[Key, Record]) -> Iterable[tuple[Key, Record]]:
    return sorted(records.items(), key=lambda item: item[0])
