"""Sort orders: the Unicode collation algorithm, the reader's own script first, and the letters a language adds."""

import unicodedata
from functools import cache, lru_cache, total_ordering

from pyuca import Collator

from c2site.language.tags import script_of

# Letters that stand after another one in the language's alphabet (CLDR collation tailorings); the rest is root order.
AFTER: dict[str, dict[str, str]] = {
    "es": {"ñ": "n"},
    "sr-Latn": {"č": "c", "ć": "č", "dž": "d", "đ": "dž", "lj": "l", "nj": "n", "š": "s", "ž": "z"},
    "hr": {"č": "c", "ć": "č", "dž": "d", "đ": "dž", "lj": "l", "nj": "n", "š": "s", "ž": "z"},
    "sv": {"å": "z", "ä": "å", "ö": "ä"},
    "fi": {"å": "z", "ä": "å", "ö": "ä"},
    "da": {"æ": "z", "ø": "æ", "å": "ø"},
    "nb": {"æ": "z", "ø": "æ", "å": "ø"},
    "pl": {"ą": "a", "ć": "c", "ę": "e", "ł": "l", "ń": "n", "ó": "o", "ś": "s", "ź": "z", "ż": "ź"},
    "tr": {"ç": "c", "ğ": "g", "ı": "h", "ö": "o", "ş": "s", "ü": "u"},
    "ro": {"ă": "a", "â": "ă", "î": "i", "ș": "s", "ț": "t"},
}
SCRIPT_NAMES = {"Latn": "LATIN", "Cyrl": "CYRILLIC", "Grek": "GREEK", "Arab": "ARABIC", "Hebr": "HEBREW"}
DIGITS = (0,)


@cache
def _collator() -> Collator:
    return Collator()


@total_ordering
class _Exact:
    """Orders texts of the same letters by accents and case; most texts differ before this is asked."""

    __slots__ = ("text",)

    def __init__(self, text: str) -> None:
        self.text = text

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Exact) and self.text == other.text

    def __hash__(self) -> int:
        return hash(self.text)

    def __lt__(self, other: "_Exact") -> bool:
        return self._key() < other._key()

    def _key(self) -> tuple[tuple[int, ...], str]:
        return tuple(_collator().sort_key(self.text)), self.text


SortKey = tuple[tuple[int, ...], tuple[int, ...], _Exact]


def sort_key(tag: str, text: str) -> SortKey:
    """Return a key that sorts `text` as a reader of `tag` expects; keys of one language compare with each other only."""
    return (_script_rank(tag, text), _letters(tag, text), _Exact(text))


def _script_rank(tag: str, text: str) -> tuple[int, ...]:
    for char in text:
        if char.isdigit():
            return DIGITS
        if char.isalpha():
            return _letter_rank(tag, char)
    return DIGITS


@lru_cache(maxsize=10_000)
def _letter_rank(tag: str, char: str) -> tuple[int, ...]:
    own = SCRIPT_NAMES.get(script_of(tag), "LATIN")
    return (1 if unicodedata.name(char, "").startswith(own) else 2,)


def _letters(tag: str, text: str) -> tuple[int, ...]:
    """Return primary weights, each with a rank that moves the language's own letters after the letter they follow."""
    pairs = [letter for letter in _after(tag) if len(letter) > 1]
    folded = unicodedata.normalize("NFC", text.casefold())
    weights: list[int] = []
    position = 0
    while position < len(folded):
        step = 2 if pairs and folded[position : position + 2] in pairs else 1
        weights += _weight(tag, folded[position : position + step])
        position += step
    return tuple(weights)


@cache
def _after(tag: str) -> dict[str, str]:
    return AFTER.get(tag) or AFTER.get(tag.split("-")[0] if "-" not in tag or script_of(tag) == "Latn" else tag) or {}


@lru_cache(maxsize=50_000)
def _weight(tag: str, letter: str) -> tuple[int, ...]:
    """Return the primary weight of a letter of the language, several where the letter counts as several."""
    after, rank = _after(tag), 0
    while letter in after:
        rank, letter = rank + 1, after[letter]
    key = _collator().sort_key(letter)
    primary = key[: key.index(0)] if 0 in key else key
    return (*primary[:-1], primary[-1] * 8 + rank) if primary else ()


def initial(tag: str, text: str) -> str:
    """Return the letter under which an index of `tag` files `text`; figures and signs are filed under `#`."""
    folded = unicodedata.normalize("NFC", text.strip().casefold())
    after = AFTER.get(tag, {})
    for size in (2, 1):
        if folded[:size] in after:
            return folded[:size].capitalize()
    for char in folded:
        if char.isalpha():
            return unicodedata.normalize("NFD", char)[0].upper() if char not in after else char.upper()
        if char.isdigit():
            return "#"
    return "#"
