"""The pseudo-language: English made longer, with accents and in brackets, so that what nobody can translate strikes the eye.

`qps-ploc` is the tag that tools for translators know it by.
"""

import re

PSEUDO = "qps-ploc"
# Whose dates, figures and rules the pseudo-language shares.
MODEL = "en"
OPENING, CLOSING = "⟦", "⟧"
# Letters look foreign and stay readable; vowels twice make a text about a third longer, as German or Greek is.
LETTERS = str.maketrans(
    dict(zip("bcdfghjklmnpqrstvwxyzBCDFGHJKLMNPQRSTVWXYZ", "bçďfğĥĵķļmñpqŕšťvŵxýžBÇĎFĞĤĴĶĻMÑPQŔŠŤVŴXÝŽ", strict=True))
    | {vowel: sign * 2 for vowel, sign in zip("aeiouAEIOU", "áéíóúÁÉÍÓÚ", strict=True)}
)
# Values to fill in, tags, entities, targets of links, citations, addresses.
FIXED = re.compile(r"(\{[^{}]*\}|<[^<>]*>|&#?\w+;|\]\([^)]*\)|\[@[^\]]*\]|https?://[^\s)>\]]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+)")
LINE = re.compile(r"(\s*(?:(?:[-*+>]|#{1,6}|\d+[.)])\s+)?)(.*?)(\s*)", re.DOTALL)


def pseudo(text: str) -> str:
    """Return a text in the pseudo-language, each line with its marks in place; what has no letters, or is in it already, stays as it is."""
    return "\n".join(map(_line, text.split("\n")))


def _line(line: str) -> str:
    if OPENING in line or not any(map(str.isalpha, FIXED.sub("", line))):
        return line
    before, words, after = LINE.fullmatch(line).groups()  # type: ignore[union-attr]
    written = "".join(part if number % 2 else part.translate(LETTERS) for number, part in enumerate(FIXED.split(words)))
    return f"{before}{OPENING}{written}{CLOSING}{after}"

