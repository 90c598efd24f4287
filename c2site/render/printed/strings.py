"""Strings on their way to the page: each carries its language, its direction and whether it is the reader's own."""

import re
import unicodedata
from typing import Any, TypeAlias

from c2site.language import Words

String: TypeAlias = dict[str, Any]

ISOLATED = "\u2068{}\u2069"
LEFT_TO_RIGHT = "\u2066{}\u2069"
RIGHT_TO_LEFT = frozenset({"R", "AL"})
# Runs from the left in a line from the right: words with what stands between them, which keep together; figures, which do not.
SIGN = r"[^\W_\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]"
WORDS = rf"(?!\d){SIGN}+(?:[-–/:.,;&@_'’×()\u00a0 ]{{1,3}}{SIGN}+)*"
JOINT = r"(?:[-–/:.,&@_×\u00a0]| ?\([0-9]+\) ?| (?=[^\W\d]|\d\d))"
FIGURES = rf"(?:\+|(?<!\w)[-−])?{SIGN}+(?:{JOINT}{SIGN}+)*"
RUN = re.compile(rf"https?://\S+|(?:{WORDS}|{FIGURES})[+#]*")
# What no line turns round: an address, words, a number.
STEADY = re.compile(rf"https?://.*|{WORDS}|[\d.,]+")
# FiraGO lacks these characters; each has a near neighbour.
ALIASES = str.maketrans(
    {"\u2009": "\u00a0", "\u202f": "\u00a0", "\u2032": "’", "\u2033": "”", "\u2010": "-", "\u2011": "-"}
)
# French sets a space before some signs, and never ends a line with it.
FRENCH_SPACE = re.compile(r" (?=[;:!?»])|(?<=«) ")
# Languages whose hyphenation and letters Typst knows under another tag.
SET_AS = {"sr-Latn": "hr"}


def string(text: str, tag: str, direction: str, own: bool = True) -> String:
    """Return a string object. `own` is False for words in a language the reader did not ask for."""
    language, region = _typst_language(tag)
    kept = FRENCH_SPACE.sub("\u00a0", text) if language == "fr" else text
    ordered = RUN.sub(_in_order, kept) if direction == "rtl" else kept
    return {"t": ordered.translate(ALIASES), "lang": language, "region": region, "dir": direction, "own": own}


def _in_order(run: re.Match[str]) -> str:
    """Return a phone number, a code or a range so that its groups stand in their order in a line from the right."""
    before, after = run.string[: run.start()][-1:], run.string[run.end() :][:1]
    apart = before in ("\u2066", "\u2068") and after == "\u2069"
    return run[0] if apart or STEADY.fullmatch(run[0]) else LEFT_TO_RIGHT.format(run[0])


def of_words(words: Words) -> String:
    """Return an interface phrase as a string object."""
    return string(words.text, words.lang, words.direction, words.own)


def of_record(words: Words) -> String:
    """Return a record's text; in another language than the reader's it names that language in `code`."""
    found = of_words(words)
    return found if words.own else {**found, "code": words.lang}


def _typst_language(tag: str) -> tuple[str, str | None]:
    language, *rest = SET_AS.get(tag, tag).split("-")
    return language, next((part for part in rest if len(part) == 2), None)


def directions(text: str) -> set[str]:
    """Return the directions of the letters in `text`: `ltr`, `rtl`, both or none."""
    classes = {unicodedata.bidirectional(char) for char in text}
    return ({"ltr"} if "L" in classes else set()) | ({"rtl"} if classes & RIGHT_TO_LEFT else set())


def main_direction(text: str, otherwise: str) -> str:
    """Return the direction most letters of `text` run in."""
    classes = [unicodedata.bidirectional(char) for char in text]
    right, left = sum(one in RIGHT_TO_LEFT for one in classes), classes.count("L")
    return otherwise if right == left else "rtl" if right > left else "ltr"


def isolated(text: str, direction: str) -> str:
    """Return `text` wrapped in FSI and PDI where it could disturb a line that runs in `direction`."""
    foreign = directions(text) - {direction}
    figures = direction == "rtl" and any(char.isdigit() for char in text) and not text.isdigit()
    return ISOLATED.format(text) if foreign or figures else text
