"""Interface words from files: the software's own, and those a partnership adds or changes."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from c2site.errors import DataError, Problem, problem
from c2site.language.phrases import Phrase, Phrases, flattened
from c2site.load.files import content_of, refuse_link
from c2site.load.plain import Values, values_in


def load_phrases(folders: Sequence[Path]) -> tuple[dict[str, Phrases], list[Problem]]:
    """Return the phrases by language tag from `<tag>.yml` files; later folders add to and override earlier ones."""
    words: dict[str, dict[str, Phrase]] = {}
    reviewed: dict[str, bool] = {}
    problems: list[Problem] = []
    for folder in folders:
        for path in sorted(folder.glob("*.yml")):
            try:
                said, values = _read(folder, path.name)
                found = _phrases(said, values)
            except DataError as error:
                problems.extend(error.problems)
                continue
            words.setdefault(path.stem, {}).update(found)
            reviewed[path.stem] = reviewed.get(path.stem, True) and values.get("translation") == "reviewed"
    return {tag: Phrases(tag, by_key, reviewed[tag]) for tag, by_key in words.items()}, problems


def _read(folder: Path, name: str) -> tuple[str, Values]:
    """Return a file's path, as an editor knows it, and what is in it."""
    place = f"{folder.parent.name}/{folder.name}"
    refuse_link(folder, place)
    return f"{place}/{name}", values_in(f"{place}/{name}", content_of(folder.parents[1], f"{place}/{name}"))


def _phrases(path: str, values: Values) -> dict[str, Phrase]:
    tree = values.get("phrases")
    if not isinstance(tree, Mapping):
        raise DataError([problem("missing-field", path, (1, 1), "phrases", nearest="phrases:")])
    flat = flattened(tree)
    wrong = [key for key, value in flat.items() if not isinstance(value, (str, Mapping))]
    if wrong:
        found = [problem("wrong-shape", path, (1, 1), f"phrases.{key}", wanted="plain text", found="a list", nearest="") for key in wrong]
        raise DataError(found)
    return flat
