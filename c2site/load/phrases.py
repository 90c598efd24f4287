"""Interface words from files: the software's own, and those a partnership adds or changes."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from c2site.errors import DataError, Problem, problem
from c2site.language.phrases import Phrase, Phrases, flattened, strange_braces, values_of
from c2site.load.document import Document, parsed
from c2site.load.files import content_of, refuse_link


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
                document = _document(folder, path.name)
                found = _phrases(document)
            except DataError as error:
                problems.extend(error.problems)
                continue
            unfit = {key: one for key, phrase in found.items() if (one := _unfit(document, key, phrase, model.get(key)))}
            problems.extend(unfit.values())
            words.setdefault(path.stem, {}).update((key, phrase) for key, phrase in found.items() if key not in unfit)
            reviewed[path.stem] = reviewed.get(path.stem, True) and document.values.get("translation") == "reviewed"
    return {tag: Phrases(tag, by_key, reviewed[tag]) for tag, by_key in words.items()}, problems


def _unfit(document: Document, key: str, phrase: Phrase, model: Phrase | None) -> Problem | None:
    """Return why a phrase cannot be filled in: braces that hold more than a name, or a value nobody gives it."""
    field = f"phrases.{key}"
    place = document.place(("phrases", *key.split(".")))
    for text in [phrase] if isinstance(phrase, str) else phrase.values():
        if strange := strange_braces(text):
            return problem("phrase-braces", document.path, place, field, found=strange)
    if model is not None and values_of(phrase) - values_of(model):
        return problem("phrase-values", document.path, place, field, allowed=values_of(model), found=values_of(phrase))
    return None


def _document(folder: Path, name: str) -> Document:
    place = f"{folder.parent.name}/{folder.name}"
    refuse_link(folder, place)
    return parsed(f"{place}/{name}", content_of(folder.parents[1], f"{place}/{name}"))


def _phrases(document: Document) -> dict[str, Phrase]:
    tree = document.values.get("phrases")
    if not isinstance(tree, Mapping):
        raise DataError([problem("missing-field", document.path, (1, 1), "phrases", nearest="phrases:")])
    flat = flattened(tree)
    wrong = [key for key, value in flat.items() if not all(isinstance(one, str) for one in (value.values() if isinstance(value, Mapping) else [value]))]
    if wrong:
        found = [problem("wrong-shape", document.path, (1, 1), f"phrases.{key}", wanted="plain text", found="a list", nearest="") for key in wrong]
        raise DataError(found)
    return flat
