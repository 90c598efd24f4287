"""Words that two texts share: long enough to mean something, used by few."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from c2site.model import Need, Offering

WORD = re.compile(r"[^\W\d_]{4,}")
# Endings differ; what is left of a word after so many letters rarely matters.
STEM = 6
# A word that more than one text in so many uses says nothing.
FEW = 16


@lru_cache(65536)
def stem_of(word: str) -> str:
    """Return what a word is known by, whatever its ending."""
    return word.casefold().rstrip("s")[:STEM]


def stems_of(one: Offering | Need, languages: Iterable[str]) -> frozenset[str]:
    """Return the stems of the words by which an offering or a need introduces itself."""
    texts = (text[tag] for text in _texts(one) for tag in languages if tag in text)
    return frozenset(stem_of(word) for text in texts for word in WORD.findall(text))


def most_uses(texts: int) -> int:
    """Return how many of so many texts may use a word that still says something."""
    return max(2, texts // FEW)


def language_of(need: Need, first: str) -> str:
    """Return the language whose words are compared: the partnership's first where the need has it, else the first it has."""
    return first if first in need.title else min(need.title)


def words_of(need: Need, language: str) -> Iterator[tuple[str, str]]:
    """Yield the stems of a need's words in a language, each once and with the word as the need writes it first."""
    written = [(stem_of(word), word) for text in _texts(need) for word in WORD.findall(text.get(language, ""))]
    yield from dict(reversed(written)).items()


def _texts(one: Offering | Need) -> tuple[dict[str, str], ...]:
    return (one.title if isinstance(one, Need) else one.name, one.summary)
