"""The partnership's term base: one file a sector, `data/terms/<sector>.yml`."""

from collections.abc import Mapping
from pathlib import Path

from pydantic import ValidationError

from c2site.errors import DataError, Problem
from c2site.load.document import parsed
from c2site.load.explained import explained
from c2site.load.files import TERMS, content_of, refuse_link
from c2site.model.term import Term, Terms


def terms(root: Path) -> tuple[Mapping[str, tuple[Term, ...]], list[Problem]]:
    """Return the words of each sector that has a file, and what is wrong with the files."""
    found: dict[str, tuple[Term, ...]] = {}
    problems: list[Problem] = []
    for name in sorted(path.name for path in (root / TERMS).glob("*.yml")):
        try:
            refuse_link(root / TERMS, TERMS)
            found[name.removesuffix(".yml")] = _terms(f"{TERMS}/{name}", content_of(root, f"{TERMS}/{name}"))
        except DataError as error:
            problems += error.problems
    return found, problems


def _terms(path: str, raw: bytes) -> tuple[Term, ...]:
    document = parsed(path, raw)
    try:
        return Terms.model_validate(document.values).terms
    except ValidationError as error:
        raise DataError(explained(document, Terms, error)) from None
