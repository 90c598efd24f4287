"""The hand-written words of every language, and texts in several languages made of them."""

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).parent
# Written languages have a file of words; derived ones are rewritten from another by the software.
WRITTEN = ("en", "es", "fr", "ar", "bg", "sr", "it", "el")
DERIVED = {"sr-Latn": "sr"}
LANGUAGES = ("en", "es", "fr", "ar", "bg", "sr", "sr-Latn", "it", "el")

Text = Mapping[str, str]


@cache
def words_in(language: str) -> Mapping[str, Any]:
    """Return the words of a language as its file nests them; every value is text."""
    return _read(FOLDER / "words" / f"{language}.yml")


@cache
def archetypes() -> Mapping[str, Mapping[str, Any]]:
    """Return what companies may offer, by id, in the file's order; every value is text."""
    return _read(FOLDER / "archetypes.yml")


def _read(path: Path) -> Any:
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)


class Vocabulary:
    """The words of the chosen languages; the first is the one the partnership writes in."""

    def __init__(self, languages: Sequence[str]) -> None:
        self.languages = tuple(languages)
        self.written = tuple(tag for tag in languages if tag not in DERIVED)
        self._plain: dict[str, Text] = {}

    def text(self, key: str, **values: str | int | Text) -> Text:
        """Return the words under a dotted key (`company.about.0`) in every written language, `{names}` filled in.

        A value may itself be a text; each language then gets its own words.
        """
        words = self._plain.get(key)
        if words is None:
            words = self._plain[key] = {tag: _found(words_in(tag), key) for tag in self.written}
        if not values:
            return words
        texts = {name: value for name, value in values.items() if isinstance(value, Mapping)}
        if not texts:
            return {tag: one.format(**values) for tag, one in words.items()}
        return {
            tag: one.format(**values | {name: text[tag] for name, text in texts.items()}) for tag, one in words.items()
        }

    def joined(self, *texts: Text) -> Text:
        """Return several texts as one, sentence after sentence."""
        return {tag: " ".join(text[tag] for text in texts) for tag in self.written}

    def all_of(self, key: str) -> list[Text]:
        """Return the texts of a list."""
        return [self.text(f"{key}.{place}") for place in range(self.size(key))]

    def size(self, key: str) -> int:
        """Return how many texts stand in a list."""
        return len(_found(words_in(self.written[0]), key))


def _found(tree: Any, key: str) -> Any:
    for step in key.split("."):
        tree = tree[int(step)] if isinstance(tree, list) else tree[step]
    return tree
