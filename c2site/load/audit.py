"""The record of the last audit of the portal."""

from pathlib import Path

from pydantic import ValidationError

from c2site.errors import DataError, Problem
from c2site.load.document import parsed
from c2site.load.explained import explained
from c2site.load.files import AUDIT, content_of
from c2site.model import Audit


def audit(root: Path) -> tuple[Audit | None, list[Problem]]:
    """Return what the last audit of the partnership's portal found, None where there was none, and what is wrong with its file."""
    if not (root / AUDIT).exists():
        return None, []
    try:
        document = parsed(AUDIT, content_of(root, AUDIT))
        return Audit.model_validate(document.values), []
    except ValidationError as error:
        return None, explained(document, Audit, error)
    except DataError as error:
        return None, list(error.problems)
