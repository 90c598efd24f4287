"""What a reader calls a value of a facet, and where the records that state it are listed."""

from collections.abc import Callable

from c2site.catalogue import Portal
from c2site.catalogue.facets import THERE
from c2site.language import Reader, Words
from c2site.render.web.lists import FIRST
from c2site.render.web.names import name_of

# Where another record's own pages hold the same list: (relation, folder of that record).
ELSEWHERE = {
    ("offerings", "sector"): ("offerings_in_sector", "sectors"), ("offerings", "cluster"): ("offerings_of_cluster", "clusters"),
    ("offerings", "market"): ("offerings_in_market", "markets"), ("smes", "sector"): ("smes_in_sector", "sectors"),
    ("smes", "cluster"): ("smes_of_cluster", "clusters"),
}  # fmt: skip


def listed_elsewhere(folder: str, group: str, value: str, count: int) -> str:
    """Return the folder of the record whose own pages hold the list of a value, empty where a page has to be made for it."""
    return ELSEWHERE.get((folder, group), ("", ""))[1] if count > FIRST and THERE not in value else ""


def label_of(portal: Portal, reader: Reader, group: str, value: str) -> Words:
    """Return what a reader calls a value of a group."""
    if group == "sector":
        return reader.text(portal.profiles.sectors[value].name)
    if group == "market":
        market, _, status = value.partition(THERE)
        name = name_of(portal.profiles.markets[market], reader)
        return _own(reader, f"{name}: {reader.phrase(f'status.{status}')}" if status else name)
    if group == "cluster":
        return _own(reader, portal.profiles.clusters[value].short_name)
    return _own(reader, _PLAIN.get(group, _coded)(reader, group, value))


def _coded(reader: Reader, group: str, value: str) -> str:
    """Return the word for a code, or the code itself where the phrases have none."""
    return reader.phrase(key) if reader.has_phrase(key := f"{group}.{value}") else value


_PLAIN: dict[str, Callable[[Reader, str, str], str]] = {
    "country": lambda reader, _, value: reader.country(value),
    "language": lambda reader, _, value: reader.language(value),
    "readiness": lambda reader, _, value: reader.phrase("readiness", level=value),
    "certificate": lambda _, __, value: value,
}


def _own(reader: Reader, text: str) -> Words:
    return Words(text, reader.tag, reader.direction, True)
