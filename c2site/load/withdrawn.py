"""The list of ids that were withdrawn: read, and added to without touching what stands in it."""

from collections.abc import Iterable
from pathlib import Path

from pydantic import ValidationError

from c2site.errors import DataError, Problem
from c2site.load.document import parsed
from c2site.load.explained import explained
from c2site.load.files import WITHDRAWN, content_of
from c2site.model import Withdrawal, Withdrawn
from c2site.model.notation import scalar

HEADING = """\
# Ids of records that were removed with `c2site forget`, one each. Their addresses say that the page is gone, and no other
# record is ever given them. No names and no reasons here: this file is readable to all.
ids:
"""


def withdrawn(root: Path) -> tuple[tuple[Withdrawal, ...], list[Problem]]:
    """Return the withdrawn ids of the partnership at `root`, and what is wrong with their file."""
    if not (root / WITHDRAWN).exists():
        return (), []
    try:
        document = parsed(WITHDRAWN, content_of(root, WITHDRAWN))
        return Withdrawn.model_validate(document.values).ids, []
    except ValidationError as error:
        return (), explained(document, Withdrawn, error)
    except DataError as error:
        return (), list(error.problems)


def with_withdrawn(text: str, more: Iterable[Withdrawal]) -> str:
    """Return the file's text with `more` ids at its end; an empty `text` begins it."""
    lines = "".join(f"  - {{id: {scalar(one.id)}, kind: {one.kind}, day: {one.day}}}\n" for one in more)
    return f"{text.rstrip() or HEADING.rstrip()}\n{lines}"
