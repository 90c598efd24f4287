"""The partnership's own weights, as for matches: a small file that may be left out."""

from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError

from c2site.errors import DataError, Problem
from c2site.load.document import parsed
from c2site.load.explained import explained
from c2site.load.files import content_of
from c2site.model import Part

Weights = TypeVar("Weights", bound=Part)


def weights(root: Path, path: str, model: type[Weights]) -> tuple[Weights, list[Problem]]:
    """Return the weights in the file at `path`, as usual where the partnership at `root` says nothing, and what is wrong with the file."""
    if not (root / path).exists():
        return model(), []
    try:
        document = parsed(path, content_of(root, path))
        return model.model_validate(document.values), []
    except ValidationError as error:
        return model(), explained(document, model, error)
    except DataError as error:
        return model(), list(error.problems)
