"""The indexes by company and by sector, sorted as the reader's language sorts, and the bibliography."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from c2site.catalogue import Entry
from c2site.model import Source
from c2site.render.citations import Citation, citation
from c2site.render.printed.desk import Desk
from c2site.render.printed.strings import String, main_direction, string

# Lines of an index that surely fit on one page, in three columns.
SHORT_INDEX = 80
# What the lead says of all sources at once, where so many have it in common.
COMMON = 3


def indexes(desk: Desk) -> dict[str, Any] | None:
    """Return both indexes, or None where there is nothing to find."""
    if desk.catalogue.empty:
        return None
    letters, groups = _letters(desk), _groups(desk)
    return {
        "short": sum(len(one["rows"]) + 2 for one in (*letters, *groups)) <= SHORT_INDEX,
        "heading": desk.phrase("index.heading"),
        "lead": desk.phrase("index.lead"),
        "companies": {"heading": desk.phrase("index.companies"), "letters": letters},
        "sectors": {"heading": desk.phrase("index.sectors"), "groups": groups},
    }


def _letters(desk: Desk) -> list[dict[str, Any]]:
    """Return companies with their entries' numbers, under the letters of the reader's alphabet."""
    groups: dict[str, list[dict[str, Any]]] = {}
    for sme, numbers in desk.catalogue.by_company(desk.reader):
        line = {"id": sme.id, "name": desk.name(sme.name), "numbers": list(numbers)}
        groups.setdefault(desk.reader.initial(sme.name), []).append(line)
    return [{"letter": desk.name(letter), "rows": lines} for letter, lines in groups.items()]


def _groups(desk: Desk) -> list[dict[str, Any]]:
    found, known = desk.catalogue.by_sector(), desk.portal.profiles.sectors
    order = sorted((key for key in found if key in known), key=lambda key: (known[key].order, key))
    return [{**desk.sectors([key])[0], "rows": _sector_rows(desk, found[key])} for key in order]


def _sector_rows(desk: Desk, entries: tuple[Entry, ...]) -> list[dict[str, Any]]:
    ordered = sorted(entries, key=lambda one: desk.reader.sort_key(desk.reader.text(one.offering.name).text))
    return [{"name": desk.text(one.offering.name), "numbers": [one.number]} for one in ordered]


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
