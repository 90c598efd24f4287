"""Making one company of two: what leads to the other leads to the one that is kept, which takes over what it lacks."""

from collections.abc import Iterator, Mapping
from typing import Any

from c2site.build.leading_on import led_on, record_named, remembered
from c2site.build.rewriting import Planned, misplaced, relocated
from c2site.build.settings import Settings
from c2site.check.findings import Filed
from c2site.check.spots import Meaning, spots
from c2site.errors import Problem, problem
from c2site.load.document import Document
from c2site.load.document import Path as Place
from c2site.load.edit import edited
from c2site.load.files import content_of
from c2site.load.partnership import load_partnership
from c2site.model.examples import editable_fields
from c2site.model.notation import flow

# What says how a record is kept, not what the company is.
KEPT = frozenset({"status", "source_language", "visibility", "translations", "reviewed_on", "valid_from", "valid_until", "sources"})


def merging(settings: Settings, keep: str, other: str) -> Planned:
    """Return what has to change for the company `other` to become part of `keep`, with every value in which they differ.

    Raise LookupError where one of them does not exist, ValueError where they are not two companies.
    """
    loaded = load_partnership(settings.root)
    kept, gone = record_named(loaded, keep), record_named(loaded, other)
    if keep == other or {kept.file.kind.name, gone.file.kind.name} != {"sme"}:
        raise ValueError("only two companies can be merged")
    files = led_on(loaded, gone.key, keep) | remembered(settings, loaded, gone.file, keep)
    ours, theirs = loaded.document(*kept.key), loaded.document(*gone.key)
    taken = [field for field in theirs.values if field not in ours.values and field not in KEPT and _readable(field, kept, gone)]
    raw = files.get(kept.file.path) or content_of(settings.root, kept.file.path)
    files[kept.file.path] = edited(kept.file.path, raw, _taken(taken, kept, gone, theirs.values), list(editable_fields(type(kept.record))))
    planned = relocated(settings.root, files, misplaced(loaded, files), without=(gone.file.path,))
    return Planned(planned, tuple(sorted(_conflicts(kept, gone, ours, theirs, taken))))


def _readable(field: str, kept: Filed, gone: Filed) -> bool:
    """Return whether every text of a field is written in the language the kept record is written in."""
    texts = [one.value for one in spots(gone.record) if one.path[:1] == (field,) and one.meaning is Meaning.TEXT]
    return all(kept.record.source_language in text for text in texts)


def _taken(fields: list[str], kept: Filed, gone: Filed, values: Mapping[str, Any]) -> dict[Place, Any]:
    """Return the changes of the kept record: the fields it takes over, with their sources, and whose translations nobody has reviewed."""
    if not fields:
        return {}
    found: dict[Place, Any] = {(field,): values[field] for field in fields}
    texts = [one.value for one in spots(gone.record) if one.path[:1] and one.path[0] in fields and one.meaning is Meaning.TEXT]
    for tag in sorted({tag for text in texts for tag in text}):
        if kept.record.translations.get(tag) == "reviewed" and not gone.record.reviewed_in(tag):
            found["translations", tag] = "unreviewed"
    if sources := [*dict.fromkeys((*kept.record.sources, *gone.record.sources))]:
        found["sources",] = sources
    return found


def _conflicts(kept: Filed, gone: Filed, ours: Document, theirs: Document, taken: list[str]) -> Iterator[Problem]:
    """Yield the fields of the other company that the kept one has otherwise, or could not take over."""
    for field, value in theirs.values.items():
        if field not in KEPT and field not in taken and ours.values.get(field) != value:
            yield problem("merge-conflict", kept.file.path, ours.place((field,)), field, kept=kept.record.id, other=gone.record.id, found=flow(value))
