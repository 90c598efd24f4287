"""Taking the list items out that lead to records which go, and telling the places where only a person can."""

from collections.abc import Iterable

from c2site.catalogue.published import CHOOSING
from c2site.errors import DataError, Problem, problem
from c2site.load.cut import without_items
from c2site.load.document import Path as Place
from c2site.load.document import parsed
from c2site.load.edit import value_at
from c2site.load.files import RecordFile, content_of
from c2site.load.partnership import Loaded, record_of


def unlisted(loaded: Loaded, found: Iterable[tuple[RecordFile, list[Place]]], code: str) -> tuple[dict[str, bytes], list[Problem]]:
    """Return the records' files without the list items at the places, and a problem `code` for each place where that is not enough."""
    rewritten, to_mend = {}, []
    for file, places in found:
        raw = content_of(loaded.root, file.path)
        new = without_items(file.path, raw, places, may_empty=file.kind.name not in CHOOSING)
        if new is not None and _is_record(file, new):
            rewritten[file.path] = new
        else:
            to_mend += [_place_to_mend(file, raw, place, code) for place in places]
    return rewritten, to_mend


def _is_record(file: RecordFile, raw: bytes) -> bool:
    try:
        return bool(record_of(file, raw))
    except DataError:
        return False


def _place_to_mend(file: RecordFile, raw: bytes, place: Place, code: str) -> Problem:
    document = parsed(file.path, raw)
    value = value_at(document.values, place)
    found = value if isinstance(value, str) else place[-1]
    return problem(code, file.path, document.place(place), ".".join(map(str, place)), found=found)
