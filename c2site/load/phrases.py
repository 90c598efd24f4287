"""Interface words from files: the software's own, and those a partnership adds or changes."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from c2site.errors import DataError, Problem, fragment, problem
from c2site.language.phrases import Phrase, Phrases, flattened, strange_braces, values_of
from c2site.load.document import parsed
from c2site.load.files import content_of, refuse_link
from c2site.load.plain import Values, values_in


def load_phrases(folders: Sequence[Path]) -> tuple[dict[str, Phrases], list[Problem]]:
    """Return the phrases by language tag from `<tag>.yml` files; later folders add to and override earlier ones.

    The English of the first folder says which values a phrase can be filled with.
    """
    words: dict[str, dict[str, Phrase]] = {}
    reviewed: dict[str, bool] = {}
    problems: list[Problem] = []
    for folder in folders:
        model = dict(words.get("en", {}))
        for path in sorted(folder.glob("*.yml")):
            try:
                said, values = _read(folder, path.name)
                found = _phrases(said, values)
            except DataError as error:
                problems.extend(error.problems)
                continue
            unfit = {key: told for key, phrase in found.items() if (told := _unfit(phrase, model.get(key)))}
            problems.extend(_placed(folder, path.name, said, unfit) if unfit else ())
            words.setdefault(path.stem, {}).update((key, phrase) for key, phrase in found.items() if key not in unfit)
            reviewed[path.stem] = reviewed.get(path.stem, True) and values.get("translation") == "reviewed"
    return {tag: Phrases(tag, by_key, reviewed[tag]) for tag, by_key in words.items()}, problems


def _unfit(phrase: Phrase, model: Phrase | None) -> tuple[str, dict[str, Any]] | None:
    """Return why a phrase cannot be filled in, as a problem's code and values: braces with more than a name, a value nobody gives."""
    for text in [phrase] if isinstance(phrase, str) else phrase.values():
        if strange := strange_braces(text):
            return "phrase-braces", {"found": strange}
    if model is not None and values_of(phrase) - values_of(model):
        return "phrase-values", {"allowed": values_of(model), "found": values_of(phrase)}
    return None


def _placed(folder: Path, name: str, said: str, unfit: Mapping[str, tuple[str, dict[str, Any]]]) -> list[Problem]:
    document = parsed(said, content_of(folder, name))
    return [problem(code, said, document.place(("phrases", *key.split("."))), f"phrases.{key}", **values) for key, (code, values) in unfit.items()]


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
    wrong = [key for key, value in flat.items() if not all(isinstance(one, str) for one in (value.values() if isinstance(value, Mapping) else [value]))]
    if wrong:
        found = [problem("wrong-shape", path, (1, 1), f"phrases.{key}", wanted=fragment("text"), found=fragment("list"), nearest="") for key in wrong]
        raise DataError(found)
    return flat
