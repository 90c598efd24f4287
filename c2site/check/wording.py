"""Texts that stand under another language than they are written in, and values in quotation marks that would be shown."""

import re
from collections.abc import Iterator

from c2site.check.findings import Finding, finding
from c2site.check.spots import Spot
from c2site.check.surroundings import Surroundings
from c2site.language.common import COMMON
from c2site.language.tags import script_of
from c2site.load.certain import unquoted

WORD = re.compile(r"[^\W\d_]+")
NAMES = ("name", "later_name")
# So much of a text is read; so many words must be in it, and so many different ones that the other language alone has.
SAMPLE, ENOUGH_WORDS, ENOUGH_SIGNS = 300, 6, 3


def tongue(spot: Spot, around: Surroundings) -> Iterator[Finding]:
    """Yield the texts that hold small words of another language of their script, and none of their own; names keep their language."""
    if spot.path[-1] in NAMES:
        return
    for tag, text in spot.value.items():
        words = WORD.findall(text[:SAMPLE].casefold())
        own = COMMON.get(tag) or COMMON.get(tag.split("-")[0])
        if own and len(words) >= ENOUGH_WORDS and (other := _other_tongue(tag, frozenset(words), own)):
            yield finding((*spot.path, tag), "wrong-language", language=tag, found=other)


def _other_tongue(tag: str, words: frozenset[str], own: frozenset[str]) -> str | None:
    """Return the language whose small words a text holds, where it holds none that tell its own from it."""
    signs = {other: len(words & common - own) for other, common in COMMON.items() if not words & own - common and script_of(other) == script_of(tag)}
    likely = max(signs, key=signs.__getitem__, default="")
    return likely if signs.get(likely, 0) >= ENOUGH_SIGNS else None


def in_quotes(spot: Spot, around: Surroundings) -> Iterator[Finding]:
    """Yield the values, names for instance, that stand in typographic quotation marks."""
    if bare := unquoted(spot.value):
        yield finding(spot.path, "text-in-quotes", nearest=bare)
