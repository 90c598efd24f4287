"""Other forms of words: what a reader may type for a word that a text writes otherwise.

A way rewrites a word step by step. A step is a table of letters, or a pattern and what stands for it, written as JavaScript writes
both: `theme/assets/search.js` takes the same ways with a query that `forms` takes with a text, so that the two meet.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache

from c2site.language.tags import script_of

Step = dict[str, str] | tuple[str, str]
Way = tuple[Step, ...]

SHORTEST = 2


def _table(source: str, *targets: str) -> dict[str, str]:
    return dict(zip(source, targets, strict=True))


def _without(endings: str, rest: int) -> Step:
    """Return the step that takes the longest of the endings from a word of which `rest` letters or more remain."""
    return rf"^(.{{{rest},}}?)(?:{endings})$", "$1"


# l'eau, dell’acqua, d'énergie
ELISION: Way = (("^[a-zà-ÿ]{1,6}['’]", ""),)
# Letters that are no letter with a mark; marks are left to the index.
LATIN: Way = (*ELISION, _table("øßłæœıđþ", *"o ss l ae oe i dj th".split()),)

ARABIC_LETTERS: Way = (("[\u0640\u064b-\u0652\u0670]", ""), ("[أإآٱ]", "ا"), ("ة$", "ه"), ("ى$", "ي"))
# "and", "so", "in", "like", "for" and the article are written together with the word.
ARABIC_ARTICLE: Way = (*ARABIC_LETTERS, ("^[وف]?(?:[بك]?ال|لل)(?=..)", ""))
ARABIC_PREFIX: Way = (*ARABIC_LETTERS, ("^[وفبلك](?=....)", ""))

# A light stemmer: article and number, the last vowel, the adjective's ending; the index has none for Bulgarian.
BULGARIAN_STEM: Way = (
    _without("иите|ията|ието|ият|ия|ие|ии|ите|ата|ята|ото|ето|овете|ове|ищата|ища|ът|ят|та|то|те", 4),
    _without("[аяоеиъ]", 3),
    _without("ен|н", 6),
)
# Streamlined System, the State Gazette's of 2009.
BULGARIAN_LATIN: Way = (("ия$", "ia"), _table("абвгдежзийклмнопрстуфхцчшщъьюя", *"a b v g d e zh z i y k l m n o p r s t u f h ts ch sh sht a y yu ya".split()))

# Serbian as it is typed without marks.
SERBIAN_PLAIN: Way = (
    _table("абвгдђежзијклљмнњопрстћуфхцчџшčćžšđ", *"a b v g d dj e z z i j k l lj m n nj o p r s t c u f h c c dz s c c z s dj".split()),
    _without("ovima|evima|ima|ama|ova|eva|ovi|evi|om|em|og|eg|oj|ih|im|a|e|i|o|u", 4),
)

# ELOT 743 without its rarer digraphs.
GREEK_LATIN: Way = (
    ("[οό][υύ]", "ou"), ("γ(?=[γχξ])", "n"), ("^μπ", "b"),
    _table("αάβγδεέζηήθιίϊΐκλμνξοόπρσςτυύϋΰφχψωώ", *"a a v g d e e z i i th i i i i k l m n x o o p r s s t y y y y f ch ps o o".split()),
)  # fmt: skip

WAYS: dict[str, tuple[Way, ...]] = {
    "ar": (ARABIC_ARTICLE, ARABIC_PREFIX),
    "bg": (BULGARIAN_STEM, BULGARIAN_LATIN),
    "sr": (SERBIAN_PLAIN,),
    "el": (GREEK_LATIN,),
}
# What may have other forms, by script.
WORDS = {
    "Arab": re.compile("[\u0621-\u0652]{3,}"),
    "Cyrl": re.compile("[\u0400-\u04ff]{3,}|[^\\W\\d_]*[čćžšđČĆŽŠĐ][^\\W\\d_]*"),
    "Grek": re.compile("[\u0370-\u03ff\u1f00-\u1fff]{3,}"),
    "Latn": re.compile("[^\\W\\d_]{1,6}['’][^\\W\\d_]{2,}|[^\\W\\d_]*[øßłæœıđþčćžšØŁÆŒĐÞČĆŽŠ][^\\W\\d_]*"),
}


def ways(tag: str) -> tuple[Way, ...]:
    """Return the ways a word of the language may be rewritten, those of all Latin words last; a query loses its elisions beforehand."""
    return (*WAYS.get(tag, WAYS.get(tag.split("-")[0], ())), LATIN)


def alternatives(tag: str, text: str) -> list[str]:
    """Return, in order and each once, the other forms of the words of a text."""
    found = _forms(tag)
    return sorted({form for piece in set(text.split()) for form in found(piece)})


@cache
def _forms(tag: str) -> Callable[[str], Sequence[str]]:
    """Return the function that gives the other forms of words between two spaces; it keeps them, for pages share most of their words."""
    words = WORDS.get(script_of(tag), WORDS["Latn"])
    chosen = [[_compiled(step) for step in way] for way in (ELISION, *ways(tag))]

    @cache
    def forms(piece: str) -> Sequence[str]:
        lower = words.findall(piece.lower())
        return tuple({form for word in lower for form in _rewritten(word, chosen) if form != word and len(form) >= SHORTEST})

    return forms


def _rewritten(word: str, chosen: Sequence[Sequence[Callable[[str], str]]]) -> Iterator[str]:
    for way in chosen:
        form = word
        for step in way:
            form = step(form)
        yield form


def _compiled(step: Step) -> Callable[[str], str]:
    if isinstance(step, dict):
        letters = str.maketrans(step)
        return lambda word: word.translate(letters)
    pattern, put = re.compile(step[0]), step[1].replace("$", "\\")
    return lambda word: pattern.sub(put, word)
