"""Mappings of questionnaires: those the partnership remembers, each a file in data/mappings/."""

from collections.abc import Iterable
from pathlib import Path

from pydantic import ValidationError

from c2site.errors import DataError, nearest, problem
from c2site.load.document import parsed
from c2site.load.explained import explained
from c2site.load.files import MAPPINGS, content_of, refuse_link
from c2site.model import KINDS, Mapping, plain_header

# The kinds of which a partnership has several.
ROW_KINDS = tuple(sorted(name for name, kind in KINDS.items() if kind.folder != "."))


def mapping_in(path: str, raw: bytes) -> Mapping:
    """Return the mapping in a file; raise DataError with everything that is wrong with it."""
    document = parsed(path, raw)
    try:
        found = Mapping.model_validate(document.values)
    except ValidationError as error:
        raise DataError(explained(document, Mapping, error)) from None
    if found.kind not in ROW_KINDS:
        near = nearest(found.kind, ROW_KINDS)
        raise DataError([problem("wrong-choice", path, document.place(("kind",)), "kind", found=found.kind, allowed=ROW_KINDS, nearest=near)])
    return found


def mappings(root: Path) -> dict[str, Mapping]:
    """Return the remembered mappings by the paths of their files; raise DataError where one cannot be read."""
    folder = root / MAPPINGS
    if not folder.is_dir():
        return {}
    refuse_link(folder, MAPPINGS)
    paths = [f"{MAPPINGS}/{one.name}" for one in sorted(folder.glob("*.yml"))]
    return {path: mapping_in(path, content_of(root, path)) for path in paths}


def remembered(known: dict[str, Mapping], headers: Iterable[str]) -> str:
    """Return the path of the mapping that names the same columns, empty for none."""
    seen = frozenset(map(plain_header, headers))
    return next((path for path, one in known.items() if one.headers == seen), "")
