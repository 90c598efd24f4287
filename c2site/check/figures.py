"""Figures in a hand-written page that no source backs."""

import re
from collections.abc import Iterator

CITED = re.compile(r"\[@[^\]]+\]")
# What holds digits and states no figure: targets of links and addresses, dates, times, years, names of standards and rules (ISO 14001, COVID-19), numbers of a list.
NO_FIGURE = re.compile(
    r"\]\([^)]*\)|https?://\S+"
    r"|\d{4}-\d\d-\d\d|\b\d{1,2}\.\s?\d{1,2}\.\s?(?:\d{4})?|\b\d{1,2}\.?\s(?:\w+\s){1,3}?(?:19|20)\d\d\b|\b\d{1,2}:\d\d\b"
    r"|\b[A-Z]{2,}[\w/]*[\s-]?\d[\d:./-]*|^\s*\d+[.)]\s",
    re.MULTILINE,
)
YEAR = re.compile(r"(?:19|20)\d\d")
MONEY = r"[€$£¥]"
FIGURE = re.compile(rf"(?<![\w.,])(?:{MONEY}\s?)?\d+(?:[.,\s]\d+)*(?:\s?(?:[%‰٪]|{MONEY}))?(?![\w])")
# Where a thought ends: with a paragraph, an item or a row of a table, or with a full stop that no citation and no small letter follows.
END = re.compile(r"\n\s*\n|\n(?=\s*(?:[-*+]|\d+[.)]|\|)\s?)|(?<=[.!?؟])\s+(?!\[@|[a-zß-ÿа-џά-ώ])|\n(?=#)|(?<=\|)\n")


def uncited_figures(text: str) -> Iterator[tuple[int, str]]:
    """Yield (position, figure) of percentages, sums of money and counts of two digits and more in sentences that cite nothing; headings are none."""
    start = 0
    for end in [*(match.end() for match in END.finditer(text)), len(text)]:
        sentence = text[start:end]
        if not CITED.search(sentence) and not sentence.startswith("#"):
            yield from ((start + position, figure) for position, figure in _figures(sentence))
        start = end


def _figures(sentence: str) -> Iterator[tuple[int, str]]:
    plain = NO_FIGURE.sub(lambda match: " " * len(match.group()), sentence)
    for match in FIGURE.finditer(plain):
        figure = match.group().strip()
        if not YEAR.fullmatch(figure) and (len(figure) > 1 or not figure.isdigit()):
            yield match.start(), figure
