"""Ids: each is used once in the partnership, and once in its file."""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence

from c2site.check.findings import Finding, finding
from c2site.check.spots import Meaning, Spot
from c2site.errors import Problem, problem
from c2site.load.files import WITHDRAWN, Key, RecordFile
from c2site.model import KINDS, Fact
from c2site.model.partnership import ChainStage, Figure, Objective, Output, WorkPackage

WITH_IDS = (Fact, ChainStage, Objective, WorkPackage, Output, Figure)


def duplicate_ids(files: Iterable[RecordFile], partnership: str) -> Iterator[Problem]:
    """Yield one problem for each file whose id another has; of two kinds, the later in the model's order is told.

    `partnership` is the id of data/partnership.yml.
    """
    first: dict[str, str] = {}
    order = list(KINDS)
    for file in sorted(files, key=lambda one: (order.index(one.kind.name), one.path)):
        key = partnership if file.kind.folder == "." else file.id
        other = first.setdefault(folded(key), file.path)
        if other != file.path:
            yield problem("duplicate-id", file.path, found=key, other=other)


def reused_ids(files: Iterable[RecordFile], withdrawn: Iterable[str]) -> Iterator[Problem]:
    """Yield one problem for each file whose id was another record's, which has been withdrawn."""
    gone = {folded(key) for key in withdrawn}
    for file in files:
        if folded(file.id) in gone:
            yield problem("withdrawn-id", file.path, found=file.id, other=WITHDRAWN)


def lost_ids(ids: Mapping[str, frozenset[str]], renamed: Mapping[Key, str]) -> Iterator[Problem]:
    """Yield one problem for each former id that leads to no record of its kind; `ids` are those there are, by kind."""
    kinds = {kind.folder: kind.name for kind in KINDS.values()}
    for (folder, key), now in renamed.items():
        if now not in ids.get(kinds[folder], ()):
            yield problem("renamed-nowhere", WITHDRAWN, field="ids", found=now, other=key, kind=kinds[folder])


def folded(key: str) -> str:
    """Return an id as careless readers and file systems see it."""
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", key).casefold())


def duplicate_parts(found: Sequence[Spot]) -> Iterator[Finding]:
    """Yield the parts of a record whose id another part of the same sort has."""
    first: dict[tuple[type, str], str] = {}
    for spot in found:
        if spot.meaning is Meaning.PART and isinstance(spot.value, WITH_IDS):
            key = (type(spot.value), spot.value.id)
            if key in first:
                yield finding((*spot.path, "id"), "duplicate-part", found=spot.value.id, first=first[key])
            first.setdefault(key, ".".join(map(str, spot.path)))
