"""Texts that stand under another language than they are written in, and values in quotation marks that would be shown."""

from collections.abc import Iterator

from c2site.check.findings import Finding, finding
from c2site.check.spots import Spot
from c2site.check.surroundings import Surroundings
from c2site.language.guessing import other_language
from c2site.load.certain import unquoted

NAMES = ("name", "later_name")


def tongue(spot: Spot, around: Surroundings) -> Iterator[Finding]:
    """Yield the texts that hold small words of another language of their script, and none of their own; names keep their language."""
    if spot.path[-1] in NAMES:
        return
    for tag, text in spot.value.items():
        if other := other_language(text, tag):
            yield finding((*spot.path, tag), "wrong-language", language=tag, found=other)


def in_quotes(spot: Spot, around: Surroundings) -> Iterator[Finding]:
    """Yield the values, names for instance, that stand in typographic quotation marks."""
    if bare := unquoted(spot.value):
        yield finding(spot.path, "text-in-quotes", nearest=bare)
