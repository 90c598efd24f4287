"""The partnership's own weights for matches."""

from pathlib import Path

from pydantic import ValidationError

from c2site.errors import DataError, Problem
from c2site.load.document import parsed
from c2site.load.explained import explained
from c2site.load.files import MATCHING, content_of
from c2site.model import Matching


def matching(root: Path) -> tuple[Matching, list[Problem]]:
    """Return how much each reason counts, as usual where the partnership at `root` says nothing, and what is wrong with its file."""
    if not (root / MATCHING).exists():
        return Matching(), []
    try:
        document = parsed(MATCHING, content_of(root, MATCHING))
        return Matching.model_validate(document.values), []
    except ValidationError as error:
        return Matching(), explained(document, Matching, error)
    except DataError as error:
        return Matching(), list(error.problems)
