"""What is wrong with a translation that came back: what it lost, what it has too much, whose language it is."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator

from c2site.check.findings import Finding
from c2site.check.scripts import ALPHABETS, other_script
from c2site.check.translated import Unit
from c2site.errors import Fragment, Tongue, fragment
from c2site.language.guessing import other_language
from c2site.language.tags import locale_of, script_of
from c2site.load.faults import INVISIBLE, told_of

# What is the same in every language: citations, targets of links, addresses, values to fill in, marks of Markdown and HTML.
KEPT = re.compile(
    r"\[@[^\]\s]+\]|(?<=\]\()[^)\s]+|https?://[^\s)>\]]*[^\s)>\].,;:!?]|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|\{[a-z_]+\}|\*+|`+|~~"
    r"|(?<!\w)_+(?=\w)|(?<=\w)_+(?!\w)|\]\(|</?[a-zA-Z][^<>]*>|<!--|&#?\w+;|^(?:[-+>]|\#{1,6})(?=\ )|(?<=\n)\d+[.)](?=\ )",
    re.MULTILINE,
)
FIGURE = re.compile(r"\d+(?:[.,'’٬\u00a0\u202f ]\d{3}(?!\d)|[.,٫]\d+)*")
SAME_WORDS = 3
SAMPLE = 160


def faults(unit: Unit, tag: str, text: str) -> Iterator[Finding]:
    """Yield what is wrong with `text` as the translation of a text into the language `tag`; warnings last."""
    if len(text) > unit.longest:
        yield _found("too-long", found=len(text), allowed=unit.longest, excess=len(text) - unit.longest)
    yield from _invisible(text)
    yield from _not_kept(unit.source, text)
    paragraphs = unit.source.count("\n\n"), text.count("\n\n")
    if paragraphs[0] != paragraphs[1]:
        yield _found("po-paragraphs", allowed=paragraphs[0] + 1, found=paragraphs[1] + 1)
    is_copy, is_long = text == unit.source, len(text.split()) > SAME_WORDS
    if (swapped := _swapped(unit, tag, text)) and (not is_copy or (is_long and other_script(text[:SAMPLE], script_of(tag)))):
        yield _found("po-swapped", found=swapped, language=_tongue(tag))
    elif is_copy and is_long:
        yield _found("po-same")
    if figures := _figures(unit.source) ^ _figures(text):
        yield _found("po-numbers", found=figures)


def _found(code: str, **found: object) -> Finding:
    return Finding((), code, found)


def _invisible(text: str) -> Iterator[Finding]:
    for line in text.split("\n"):
        if hidden := INVISIBLE.search(line):
            yield _found("text-control", **told_of(hidden))
            return


def _not_kept(source: str, text: str) -> Iterator[Finding]:
    before, after = Counter(KEPT.findall(source)), Counter(KEPT.findall(text))
    if lost := before - after:
        yield _found("po-lost", found=[f"`{one}`" for one in sorted(lost.elements())])
    if added := after - before:
        yield _found("po-added", found=[f"`{one}`" for one in sorted(added.elements())])


def _swapped(unit: Unit, tag: str, text: str) -> Tongue | Fragment | None:
    """Return the language or the alphabet that a text is in instead of its own; None where all is well."""
    for other, words in unit.text.items():
        if other.split("-")[0] != tag.split("-")[0] and words == text != unit.text.get(tag) and len(text.split()) >= SAME_WORDS:
            return _tongue(other)
    script = other_script(text[:SAMPLE], script_of(tag))
    if script:
        return fragment(f"text-{ALPHABETS[script]}")
    other = other_language(text, tag)
    return _tongue(other) if other else None


def _tongue(tag: str) -> Tongue:
    return Tongue(tag, locale_of(tag).get_display_name("en") or tag)


def _figures(text: str) -> set[str]:
    """Return the figures of a text, whatever digits and separators they are written with."""
    return {"".join(str(unicodedata.digit(char)) for char in one if char.isdigit()) for one in FIGURE.findall(text)}
