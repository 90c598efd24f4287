"""What is wrong in a record before anybody looked up the line, and the look-up."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from c2site.errors import DataError, Problem, problem
from c2site.load.document import Document, Path
from c2site.load.files import RecordFile
from c2site.load.partnership import Loaded
from c2site.model import Record

Key = tuple[str, str]


class Filed(NamedTuple):
    """A record and the file it lies in; `key` is (folder, id) as `Loaded` and `Profiles` know it."""

    key: Key
    file: RecordFile
    record: Record


class Finding(NamedTuple):
    """`path` leads to the value; `at_name` means that the field's name is wrong, not what stands behind it."""

    path: Path
    code: str
    found: Mapping[str, object]
    at_name: bool = False


def finding(path: Path, code: str, at_name: bool = False, **found: object) -> Finding:
    """Return a finding of the problem `code`, with the values its sentence names."""
    return Finding(path, code, found, at_name)


def filed_records(loaded: Loaded) -> list[Filed]:
    """Return the partnership and every other record that validates, each with its file."""
    if loaded.profiles is None:
        return []
    own = ("partnership", "partnership")
    found = [Filed(own, loaded.files[own], loaded.profiles.partnership)]
    for folder, record in loaded.profiles.records():
        found.append(Filed((folder, record.id), loaded.files[folder, record.id], record))
    return found


def placed(loaded: Loaded, findings: Iterable[tuple[Filed, Finding]]) -> Iterator[Problem]:
    """Yield the findings with line and column; only files in which something was found are read again."""
    by_record: dict[Key, list[tuple[Filed, Finding]]] = defaultdict(list)
    for filed, one in findings:
        by_record[filed.key].append((filed, one))
    for key, found in by_record.items():
        document = _document(loaded, key)
        for filed, one in found:
            yield problem(one.code, filed.file.path, _place(document, one), ".".join(map(str, one.path)), **one.found)


def _document(loaded: Loaded, key: Key) -> Document | None:
    """Return the record's file, or None where somebody has changed it since it was read."""
    try:
        return loaded.document(*key)
    except DataError:
        return None


def _place(document: Document | None, one: Finding) -> tuple[int, int]:
    if document is None:
        return 0, 0
    return document.key_place(one.path) if one.at_name else document.place(one.path)
