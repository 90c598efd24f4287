"""Which language a text is most likely written in, told by the words it shares with texts known to be in each."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from c2site.language.phrases import Phrases
from c2site.language.tags import script_of

WORD = re.compile(r"[^\W\d_]{2,}")
# So many words must be the other language's alone, and so many times as many as are the own one's alone.
ENOUGH, CLEARLY = 3, 3


@dataclass(frozen=True)
class Guesser:
    """`words` are the words of each language, by tag."""

    words: Mapping[str, frozenset[str]]

    @classmethod
    def knowing(cls, phrases: Iterable[Phrases]) -> "Guesser":
        """Return one that knows each language by the interface words in it."""
        return cls({one.tag: frozenset(word for phrase in one.by_key.values() for word in words_of(_text(phrase))) for one in phrases})

    def other_language(self, text: str, tag: str) -> str:
        """Return the language that a text is clearly written in instead of `tag`; empty where there is none, or nobody can tell."""
        own, said = self.words.get(tag), words_of(text)
        if not own:
            return ""
        rivals = {other: len(said & (known - own)) for other, known in self.words.items() if self._is_rival(tag, other)}
        best = max(rivals, key=rivals.__getitem__, default="")
        return best if best and rivals[best] >= max(ENOUGH, CLEARLY * len(said & (own - self.words[best]))) else ""

    @staticmethod
    def _is_rival(tag: str, other: str) -> bool:
        return other.split("-")[0] != tag.split("-")[0] and script_of(other) == script_of(tag)


def words_of(text: str) -> frozenset[str]:
    """Return the words of a text in small letters."""
    return frozenset(WORD.findall(text.lower()))


def _text(phrase: str | Mapping[str, str]) -> str:
    return re.sub(r"\{\w+\}", " ", phrase if isinstance(phrase, str) else " ".join(phrase.values()))
