"""Letters: texts written in another alphabet than their language's, and words that mix two."""

import re
from collections.abc import Iterator

from c2site.check.findings import Finding, finding
from c2site.check.spots import Spot
from c2site.check.surroundings import Surroundings
from c2site.errors import Fragment, fragment
from c2site.language.tags import is_known_tag, script_of
from c2site.model import Cluster, Offering

LETTERS = {
    "Latn": re.compile("[A-Za-z\u00c0-\u024f]"),
    "Cyrl": re.compile("[\u0400-\u052f]"),
    "Grek": re.compile("[\u0370-\u03ff\u1f00-\u1fff]"),
    "Arab": re.compile("[\u0620-\u064a\u066e-\u06d3]"),
    "Hebr": re.compile("[\u05d0-\u05ea]"),
}
ALPHABETS = {"Latn": "latin", "Cyrl": "cyrillic", "Grek": "greek", "Arab": "arabic", "Hebr": "hebrew"}
# Signs of two alphabets that look alike, in pairs.
ALIKE = {
    "Cyrl": dict(zip("ABCEHIJKMOPSTXYaceijopsxy", "АВСЕНІЈКМОРЅТХУасеіјорѕху", strict=True)),
    "Grek": dict(zip("ABEHIKMNOPTXYZov", "ΑΒΕΗΙΚΜΝΟΡΤΧΥΖον", strict=True)),
}
# A Latin letter beside a Greek or Cyrillic one; each pattern is quick in texts that have few of the letters it begins with.
CROSSING_IN_LATIN = re.compile("[\u0370-\u052f](?:(?=[A-Za-z])|(?<=[A-Za-z].))")
CROSSING_IN_OTHERS = re.compile("[A-Za-z](?:(?=[\u0370-\u052f])|(?<=[\u0370-\u052f].))")
WORD = re.compile(r"[^\W_]{3,}")
ENOUGH_LETTERS, ENOUGH_WORDS = 12, 2
GLIMPSE, SAMPLE = 40, 160
# So many letters of a script that they are more than a third of a glimpse.
MANY_LETTERS = {
    script: re.compile(f"(?:{letters.pattern.replace('[', '[^', 1)}*+.){{{GLIMPSE // 3 + 1}}}", re.DOTALL) for script, letters in LETTERS.items()
}
BRAND_NAMES = (Cluster, Offering)


def alphabet(spot: Spot, around: Surroundings) -> Iterator[Finding]:
    """Yield the texts written in other letters than their language is; names of products and clusters may be."""
    if spot.path[-1] in ("name", "later_name") and isinstance(spot.holder, BRAND_NAMES):
        return
    for tag, text in spot.value.items():
        script = script_of(tag)
        if _looks_right(text[:GLIMPSE], script) or not is_known_tag(tag):
            continue
        other = other_script(text[:SAMPLE], script)
        if other:
            found = {"language": tag, "found": fragment(ALPHABETS[other])}
            yield Finding((*spot.path, tag), "wrong-script", found)


def _looks_right(beginning: str, script: str) -> bool:
    """Return whether a quick look settles it, as it does for nearly every text: one sign in three is a letter of the script."""
    own = LETTERS.get(script)
    if own is None or (script == "Latn" and beginning.isascii()):
        return True
    if len(beginning) == GLIMPSE:
        return MANY_LETTERS[script].match(beginning) is not None
    return len(own.findall(beginning)) * 3 > len(beginning)


def other_script(text: str, script: str) -> str | None:
    """Return the name of the script that a text of some length is written in instead of `script`, as `LETTERS` knows it."""
    counts = {name: len(letters.findall(text)) for name, letters in LETTERS.items()}
    other = max(counts, key=counts.__getitem__)
    many = counts[other] >= ENOUGH_LETTERS and len(text.split()) >= ENOUGH_WORDS
    return other if many and counts[script] * 4 < counts[other] else None


def mixed_words(spot: Spot, around: Surroundings) -> Iterator[Finding]:
    """Yield the words in which a letter was typed with the wrong keyboard, such as a Latin `a` in a Cyrillic word."""
    texts = spot.value.items() if isinstance(spot.value, dict) else ((None, spot.value),)
    for tag, text in texts:
        if text.isascii():
            continue
        script = script_of(tag) if tag else "Latn"
        if not (CROSSING_IN_LATIN if script == "Latn" else CROSSING_IN_OTHERS).search(text):
            continue
        for word in WORD.findall(text):
            mended = _mended(word, script)
            if mended:
                path = (*spot.path, tag) if tag else spot.path
                yield finding(path, "mixed-script", found=word, letters=_letters(word), nearest=mended)


def _mended(word: str, script: str) -> str | None:
    """Return `word` in one script where look-alikes allow it, or None for an ordinary word."""
    latin = LETTERS["Latn"].findall(word)
    for name, pairs in ALIKE.items():
        other = LETTERS[name].findall(word)
        if not latin or not other:
            continue
        to_latin = {second: first for first, second in pairs.items()}
        options = [
            table for table, signs in ((pairs, latin), (to_latin, other)) if all(sign in table for sign in signs)
        ]
        if options:
            best = pairs if script == name or len(other) > len(latin) else to_latin
            return "".join((best if best in options else options[0]).get(char, char) for char in word)
    return None


def _letters(word: str) -> list[Fragment]:
    return [
        fragment(f"letters-{name}", letters=" ".join(found))
        for script, name in ALPHABETS.items()
        if (found := list(dict.fromkeys(LETTERS[script].findall(word))))
    ]
