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
# What stands before a name and is passed over when it is filed.
ARTICLES = {"ar": "ال"}
# Signs that an index files as one letter, although Unicode's order keeps them apart.
SAME_LETTER = {"ar": str.maketrans("أإآٱ", "اااا")}
SCRIPT_NAMES = {"Latn": "LATIN", "Cyrl": "CYRILLIC", "Grek": "GREEK", "Arab": "ARABIC", "Hebr": "HEBREW"}


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


SortKey = tuple[int, str, _Exact]


def sort_key(tag: str, text: str) -> SortKey:
    """Return a key that sorts `text` as a reader of `tag` expects; keys of one language compare with each other only."""
    return (_script_rank(tag, text), _letters(tag, text), _Exact(text))


def _script_rank(tag: str, text: str) -> int:
    """Return 0 for figures and signs, 1 for the reader's own script, 2 for others, by the first letter or digit."""
    for char in text:
        if char.isdigit():
            return 0
        if char.isalpha():
            return _letter_rank(tag, char)
    return 0


@lru_cache(maxsize=10_000)
def _letter_rank(tag: str, char: str) -> int:
    own = SCRIPT_NAMES.get(script_of(tag), "LATIN")
    return 1 if unicodedata.name(char, "").startswith(own) else 2


@lru_cache(maxsize=50_000)
def _letters(tag: str, text: str) -> str:
    """Return primary weights as characters that compare like them, the language's own letters after those they follow."""
    folded = _filed(tag, text)
    for pair, sign in _pairs(tag):
        folded = folded.replace(pair, sign)
    return folded.translate(_weights(tag))


def _filed(tag: str, text: str) -> str:
    """Return a name in small letters as an index files it, without the article."""
    language = tag.split("-")[0]
    folded = unicodedata.normalize("NFC", text.strip().casefold()).translate(SAME_LETTER.get(language, {}))
    return folded.removeprefix(ARTICLES.get(language, "")) or folded


@cache
def _after(tag: str) -> dict[str, str]:
    return AFTER.get(tag) or AFTER.get(tag.split("-")[0] if "-" not in tag or script_of(tag) == "Latn" else tag) or {}


@cache
def _pairs(tag: str) -> tuple[tuple[str, str], ...]:
    """Return the language's letters of two signs, each with a sign of its own that no text holds."""
    return tuple((letter, chr(0xF0000 + place)) for place, letter in enumerate(_after(tag)) if len(letter) > 1)


@cache
def _weights(tag: str) -> "_Weights":
    return _Weights(tag)


class _Weights(dict[int, str]):
    """What stands for each letter of a language in a sort key, found out when it is first met."""

    def __init__(self, tag: str) -> None:
        super().__init__()
        self.after = _after(tag)
        self.signs = {sign: pair for pair, sign in _pairs(tag)}

    def __missing__(self, code: int) -> str:
        letter, rank = self.signs.get(chr(code), chr(code)), 0
        while letter in self.after:
            rank, letter = rank + 1, self.after[letter]
        key = _collator().sort_key(letter)
        primary = key[: key.index(0)] if 0 in key else key
        weights = (*primary[:-1], primary[-1] * 8 + rank) if primary else ()
        return self.setdefault(code, "".join(map(chr, weights)))


def initial(tag: str, text: str) -> str:
    """Return the letter under which an index of `tag` files `text`; figures and signs are filed under `#`."""
    folded = _filed(tag, text)
    for size in (2, 1):
        if folded[:size] in _after(tag):
            return folded[:size].capitalize()
    first = next((char for char in folded if char.isalnum()), "#")
    return _heading(tag, first) if first.isalpha() else "#"


def _heading(tag: str, char: str) -> str:
    """Return a letter without its accents, unless the alphabet counts it as one of its own (й is not и)."""
    bare = unicodedata.normalize("NFD", char)[0]
    return (bare if char not in _after(tag) and _letters(tag, bare) == _letters(tag, char) else char).upper()


def foreign_script(tag: str, text: str) -> str:
    """Return the script of a name that is not written in the reader's, `Latn`; empty for figures and the reader's own."""
    first = next((char for char in text if char.isalnum()), "")
    name = unicodedata.name(first, "") if first.isalpha() else ""
    if not name or name.startswith(SCRIPT_NAMES.get(script_of(tag), "LATIN")):
        return ""
    return next((script for script, called in SCRIPT_NAMES.items() if name.startswith(called)), "Zyyy")
