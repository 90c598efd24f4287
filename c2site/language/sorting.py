"""Sort orders: the Unicode collation algorithm, the reader's own script first, and the letters a language adds."""

import unicodedata
from functools import cache, lru_cache

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
SortKey = tuple[tuple[int, ...], ...]


@cache
def _collator() -> Collator:
    return Collator()


@lru_cache(maxsize=200_000)
def sort_key(tag: str, text: str) -> SortKey:
    """Return a key that sorts `text` as a reader of `tag` expects; keys of one language compare with each other only."""
    return (_script_rank(tag, text), _letters(tag, text), tuple(_collator().sort_key(text)), tuple(map(ord, text)))


def _script_rank(tag: str, text: str) -> tuple[int, ...]:
    for char in text:
        if char.isdigit():
            return (0,)
        if char.isalpha():
            own = SCRIPT_NAMES.get(script_of(tag), "LATIN")
            return (1 if unicodedata.name(char, "").startswith(own) else 2,)
    return (0,)


def _letters(tag: str, text: str) -> tuple[int, ...]:
    """Return primary weights, each with a rank that moves the language's own letters after the letter they follow."""
    after = AFTER.get(tag) or AFTER.get(tag.split("-")[0] if "-" not in tag or script_of(tag) == "Latn" else tag) or {}
    weights: list[int] = []
    folded = unicodedata.normalize("NFC", text.casefold())
    position = 0
    while position < len(folded):
        step = 2 if folded[position : position + 2] in after else 1
        letter = folded[position : position + step]
        rank = 0
        while letter in after:
            rank, letter = rank + 1, after[letter]
        primary = _primary(letter)
        weights.extend([*primary[:-1], primary[-1] * 8 + rank] if primary else [])
        position += step
    return tuple(weights)


@lru_cache(maxsize=10_000)
def _primary(letter: str) -> tuple[int, ...]:
    key = _collator().sort_key(letter)
    return tuple(key[: key.index(0)]) if 0 in key else tuple(key)


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
