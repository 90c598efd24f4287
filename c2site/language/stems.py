"""Which words a text and a term have in common, in whatever form: roughly, by how words begin."""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from c2site.language.alternatives import alternatives

WORD = re.compile(r"[^\W\d_]+")
# Of a word, so much is the same in all its forms; shorter words, such as articles, tell nothing.
SAME, SHORTEST = 0.6, 3
LONG_WORD, LONGEST_ENDING = 6, 2
# So many letters are the same in most forms of a word.
STEM = 5


def mentions(tag: str, text: str, term: str) -> bool:
    """Return whether some form of each word of the term stands in the text."""
    said = _forms(tag, text)
    words = [word for word in _words(term) if len(word) > SHORTEST] or _words(term)
    return all(any(form.startswith(stem) for form in said for stem in _stems(tag, word)) for word in words)


def names(text: str, term: str) -> bool:
    """Return whether the term itself stands in the text: its words one behind the other, with no more than other endings."""
    said, words = _words(text), _words(term)
    return any(all(map(_ends_alike, words, said[at:])) for at in range(len(said) - len(words) + 1))


def stems(text: str) -> frozenset[str]:
    """Return the beginnings of the words of a text."""
    return frozenset(word[:STEM] for word in _words(text))


def _ends_alike(word: str, said: str) -> bool:
    beginning = word if len(word) < LONG_WORD else word[:-1]
    return said.startswith(beginning) and len(said) <= len(word) + LONGEST_ENDING


def _words(text: str) -> Sequence[str]:
    """Return the words of a text in small letters without accents, which move from form to form."""
    plain = "".join(char for char in unicodedata.normalize("NFD", text.lower()) if not unicodedata.combining(char))
    return WORD.findall(plain)


@lru_cache(maxsize=256)
def _forms(tag: str, text: str) -> frozenset[str]:
    return frozenset((*_words(text), *_words(" ".join(alternatives(tag, text)))))


@lru_cache(maxsize=4096)
def _stems(tag: str, word: str) -> frozenset[str]:
    return frozenset(form[: max(SHORTEST, round(len(form) * SAME))] for form in _forms(tag, word))
