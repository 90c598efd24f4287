"""The cited sources, in the order of their numbers."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from c2site.model import Source
from c2site.render.citations import Citation, citation
from c2site.render.printed.desk import Desk
from c2site.render.printed.strings import String, main_direction, string

# What the lead says of all sources at once, where so many have it in common.
COMMON = 3


def bibliography(desk: Desk) -> dict[str, Any] | None:
    """Return the cited sources in the order of their numbers. To be made after every other part."""
    if not desk.notes.listed:
        return None
    day = _common_day(source for _, source in desk.notes.listed)
    return {
        "heading": desk.phrase("bibliography.heading"),
        "lead": _bibliography_lead(desk, day),
        "rows": [_source(desk, number, _undated(source, day)) for number, source in desk.notes.listed],
    }


def _common_day(sources: Iterable[Source]) -> str:
    """Return the day on which most sources were consulted, or nothing."""
    days = Counter(source.day for source in sources if source.day).most_common(1)
    return days[0][0] if days and days[0][1] >= COMMON and re.fullmatch(r"\d{4}-\d\d-\d\d", days[0][0]) else ""


def _bibliography_lead(desk: Desk, day: str) -> String:
    if not day:
        return desk.phrase("bibliography.lead")
    return desk.phrase("bibliography.lead_consulted", day=desk.reader.date(date.fromisoformat(day)))


def _undated(source: Source, day: str) -> Source:
    """Return the source without the day the lead already names."""
    return replace(source, day="") if day and source.day == day else source


def _source(desk: Desk, number: int, source: Source) -> dict[str, Any]:
    cited = citation(source, desk.reader)
    direction = main_direction(cited.text.replace(cited.url, "") if cited.url else cited.text, desk.reader.direction)
    return {"number": number, "dir": direction, "parts": list(_parts(cited, desk.reader.tag, direction))}


def _parts(cited: Citation, tag: str, direction: str) -> Iterator[String]:
    """Yield a citation in pieces: words, and its address, which is linked."""
    for number, words in enumerate(cited.text.split(cited.url) if cited.url else [cited.text]):
        if number:
            yield {**string(cited.url, tag, "ltr"), "address": True}
        yield string(words.replace("، ", ", ") if direction == "ltr" else words, tag, direction)
