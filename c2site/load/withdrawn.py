"""The list of ids that records no longer have: read, and added to without touching what stands in it."""

from collections.abc import Collection, Iterable, Mapping
from pathlib import Path

from pydantic import ValidationError

from c2site.errors import DataError, Problem, problem
from c2site.load.cut import without_items
from c2site.load.document import Document, parsed
from c2site.load.explained import explained
from c2site.load.files import WITHDRAWN, Key, content_of
from c2site.model import KINDS, Withdrawal, Withdrawn, latest_ids
from c2site.model.notation import scalar

HEADING = """\
# Ids that records no longer have, one each: `c2site forget`, `rename` and `merge` write them. Their addresses say that the page is
# gone, or lead to where it is `now`, and no other record is ever given them. No names and no reasons here: this file is readable to all.
ids:
"""


def withdrawn(root: Path) -> tuple[tuple[Withdrawal, ...], list[Problem]]:
    """Return the withdrawn ids of the partnership at `root`, and what is wrong with their file."""
    if not (root / WITHDRAWN).exists():
        return (), []
    try:
        document = parsed(WITHDRAWN, content_of(root, WITHDRAWN))
        ids = Withdrawn.model_validate(document.values).ids
        return ids, _circles(document, ids)
    except ValidationError as error:
        return (), explained(document, Withdrawn, error)
    except DataError as error:
        return (), list(error.problems)


def _circles(document: Document, ids: Collection[Withdrawal]) -> list[Problem]:
    ends = latest_ids(ids)
    lost = [(number, one) for number, one in enumerate(ids) if one.now and one.id not in ends]
    return [problem("renamed-circle", WITHDRAWN, document.place(("ids", number, "now")), f"ids.{number}.now", found=one.now) for number, one in lost]


def gone_and_renamed(ids: Collection[Withdrawal]) -> tuple[frozenset[Key], Mapping[Key, str]]:
    """Return the records (folder, id) that are gone, with the former ids of such, and those renamed with the ids they have today."""
    ends = latest_ids(ids)
    gone = {one.id for one in ids if not one.now}
    known = {(KINDS[one.kind].folder, one.id): ends.get(one.id, one.id) for one in ids}
    return frozenset(key for key, end in known.items() if end in gone), {key: end for key, end in known.items() if end not in gone and end != key[1]}


def with_withdrawn(text: str, more: Iterable[Withdrawal]) -> str:
    """Return the file's text with `more` ids at its end; an empty `text` begins it."""
    lines = "".join(f"  - {{{_told(one)}}}\n" for one in more)
    return f"{text.rstrip() or HEADING.rstrip()}\n{lines}"


def _told(one: Withdrawal) -> str:
    return f"id: {scalar(one.id)}, kind: {one.kind}, day: {one.day}" + (f", now: {scalar(one.now)}" if one.now else "")


def without_withdrawn(raw: bytes, key: str) -> bytes:
    """Return the file without the id `key`, which its record has got back; nothing is left of it where that was the only one."""
    ids = [one["id"] for one in parsed(WITHDRAWN, raw).values["ids"]]
    left = without_items(WITHDRAWN, raw, [("ids", ids.index(key))])
    if left is None and len(ids) > 1:
        raise DataError([problem("edit-refused", WITHDRAWN)])
    return left or b""
