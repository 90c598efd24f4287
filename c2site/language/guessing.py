"""Which language a text is written in, told by the small words that every text of two sentences holds, whatever it is about."""

import re

from c2site.language.tags import script_of

WORD = re.compile(r"[^\W\d_]+")
# Words that a language cannot do without and that few others write alike.
SMALL = {
    "en": "the and of with for from that which are is has their its by into this",
    "es": "el la los las de del y en una para con por que se su sus como más entre desde está están cada",
    "fr": "le la les de des du et en une pour avec par qui que dans sur aux est ses leur plus",
    "it": "il la gli le di del della dei delle e una per con che nel nella alle sono dal più",
    "pt": "os as de do da dos das em uma para com por que no na e mais pelo pela são",
    "bg": "и на за от със които като във в се при чрез е по до са всеки всички",
    "sr": "и на за од са који као у се при кроз је по до које",
    "sr-Latn": "i na za od sa koji kao u se pri kroz je po do koje",
}
WORDS = {tag: frozenset(words.split()) for tag, words in SMALL.items()}
# So much of a text is read; so many words must be in it, and so many different ones that the other language alone has.
SAMPLE, ENOUGH_WORDS, ENOUGH_SIGNS = 300, 6, 3


def other_language(text: str, tag: str) -> str:
    """Return the language whose small words a text holds, where it holds none that tell `tag` from it; empty where nobody can tell."""
    words = WORD.findall(text[:SAMPLE].casefold())
    own = WORDS.get(tag) or WORDS.get(tag.split("-")[0])
    return _other(tag, frozenset(words), own) if own and len(words) >= ENOUGH_WORDS else ""


def _other(tag: str, words: frozenset[str], own: frozenset[str]) -> str:
    signs = {other: len(words & small - own) for other, small in WORDS.items() if not words & own - small and script_of(other) == script_of(tag)}
    likely = max(signs, key=signs.__getitem__, default="")
    return likely if signs.get(likely, 0) >= ENOUGH_SIGNS else ""
