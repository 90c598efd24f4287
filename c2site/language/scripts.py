"""Languages derived by rule: Serbian Cyrillic rewritten in Latin letters, links and capitals kept right; English as pseudo-language."""

import re
from collections.abc import Callable

import cyrtranslit

from c2site.language.pseudo import OPENING, PSEUDO, pseudo

LINK = re.compile(r"(https?://\S+|\S+@\S+\.\S+|www\.\S+)")
TAG = re.compile(r"(<!--.*?-->|<(?:code|pre|script|style)\b.*?</(?:code|pre|script|style)>|<[^>]*>)", re.DOTALL | re.IGNORECASE)
DIGRAPH = re.compile(r"[ЉЊЏ]")
CYRILLIC = re.compile("[\u0400-\u04ff]")


def latin_from_cyrillic(text: str) -> str:
    """Return Serbian `text` in Latin letters; what is Latin already, links and addresses stay as they are."""
    if not CYRILLIC.search(text):
        return text
    return "".join(part if number % 2 else _latin(part) for number, part in enumerate(LINK.split(text)))


def latin_name(name: str, tag: str) -> str:
    """Return a name in the Latin letters that a language's readers would write it with; letters that are not Cyrillic stay."""
    return cyrtranslit.to_latin(name, "bg" if tag.split("-")[0] == "bg" else "sr") if CYRILLIC.search(name) else name


def _latin(text: str) -> str:
    return cyrtranslit.to_latin(DIGRAPH.sub(_capital_digraph(text), text), "sr")


def _capital_digraph(text: str) -> Callable[[re.Match[str]], str]:
    """Return a replacement that writes Љ as LJ inside a word of capitals and as Lj elsewhere."""
    pairs = {"Љ": "LJ", "Њ": "NJ", "Џ": "DŽ"}

    def replaced(match: re.Match[str]) -> str:
        before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
        capitals = after.isupper() or (before.isupper() and not after.islower())
        return pairs[match.group()] if capitals else match.group()

    return replaced


def rewritten(tag: str, text: str) -> str:
    """Return a text of the language that `tag` is derived from, as it is written in `tag`."""
    return pseudo(text) if tag == PSEUDO else latin_from_cyrillic(text)


def rewritten_markup(tag: str, markup: str) -> str:
    """Return HTML with its text, not its tags, code or links, rewritten; what is rewritten already stays as it is."""
    if tag == PSEUDO and OPENING in markup:
        return markup
    return "".join(part if number % 2 else rewritten(tag, part) for number, part in enumerate(TAG.split(markup)))
