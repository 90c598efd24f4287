"""The letters that stand for a name where there is no logo."""

import re
import unicodedata

WORD = re.compile(r"[^\W_]+(?:[’'·][^\W_]+)*")
ARTICLE = re.compile("^(?:ال|ה)(?=..)")
MOST = 3


def initials(name: str) -> str:
    """Return one to three letters for a name: an abbreviation's own, the first of each of two words, the first two of a single one.

    Where letters have no capitals they join or bear vowels, so one of them stands for the name.
    """
    words = WORD.findall(unicodedata.normalize("NFC", name))
    if not words:
        return ""
    first = words[0]
    if not any(one.isupper() or one.islower() for one in first):
        return ARTICLE.sub("", first)[:1]
    if first.isupper() and 1 < len(first) <= MOST:
        return first
    told = [one for one in words if not (one.islower() and len(one) <= MOST)] or words
    return "".join(one[0].upper() for one in told[:2]) if len(told) > 1 else re.sub(r"[\W_]", "", told[0])[:2].capitalize()
