"""What editors are told in one language: the sentences of problems, the words that fill them, how figures are written."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from c2site.errors.sentences import SENTENCES, Sentence
from c2site.errors.words import WORDS, Word


@dataclass(frozen=True)
class Messages:
    """`sentences` and `words` may lack what English has; `plural` names the form of a figure, `listed` joins as in a sentence,
    `tongue` names a language where there is a name for it."""

    tag: str
    sentences: Mapping[str, Sentence]
    words: Mapping[str, Word]
    plural: Callable[[int], str]
    figure: Callable[[int], str]
    listed: Callable[[Sequence[str]], str]
    direction: str = "ltr"
    tongue: Callable[[str], str] = lambda tag: ""

    def word(self, key: str, n: int | None = None, **values: str) -> str:
        """Return the words `key` with their values filled in, in English where this language lacks them."""
        spoken = self if key in self.words else ENGLISH
        word = spoken.words[key]
        if isinstance(word, str):
            return word.format(**values)
        return (word.get(spoken.plural(n or 0)) or word["other"]).format(n=spoken.figure(n or 0), **values)


def _listed(items: Sequence[str]) -> str:
    return " and ".join(filter(None, [", ".join(items[:-1]), items[-1]]))


ENGLISH = Messages("en", SENTENCES, WORDS, lambda n: "one" if n == 1 else "other", lambda n: f"{n:,}", _listed)


class Spoken(Protocol):
    """A value of a sentence that is said in each language in another way."""

    def said(self, messages: Messages) -> str:
        """Return it in the language of `messages`."""


@dataclass(frozen=True)
class Fragment:
    """Words that fill a sentence, by their id in `c2site.errors.words`, with values that are safe to print."""

    key: str
    values: Mapping[str, str] = field(default_factory=dict)

    def said(self, messages: Messages) -> str:
        """Return the words in the language of `messages`."""
        return messages.word(self.key, **self.values)


@dataclass(frozen=True)
class Figure:
    """A number of things."""

    value: int

    def said(self, messages: Messages) -> str:
        """Return the number with the separators of the language."""
        return messages.figure(self.value)


@dataclass(frozen=True)
class Tongue:
    """A language by its tag, with the `name` it has in English."""

    tag: str
    name: str

    def said(self, messages: Messages) -> str:
        """Return the language's name in the language of `messages`."""
        return messages.tongue(self.tag) or self.name


@dataclass(frozen=True)
class Listing:
    """Values one after the other; `more` than these there were, where it is not 0."""

    items: tuple["str | Spoken", ...]
    count: int
    joint: str = "comma"

    def said(self, messages: Messages) -> str:
        """Return the values, and how many there are in all where some are left out."""
        listed = messages.word(self.joint).join(said(item, messages) for item in self.items)
        return listed if self.count == len(self.items) else messages.word("in-all", listed=listed, count=messages.figure(self.count))


def said(value: str | Spoken, messages: Messages) -> str:
    """Return a value of a sentence in the language of `messages`; what came out of a file is the same in all."""
    return value if isinstance(value, str) else value.said(messages)
