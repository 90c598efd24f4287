"""What a reader calls a value of a facet, and where the records that state it are listed."""

from collections.abc import Callable

from c2site.catalogue import Portal
from c2site.catalogue.facets import THERE
from c2site.language import Reader, Words
from c2site.render.web.lists import FIRST
from c2site.render.web.names import name_of, stage_words

# Whose own pages hold the same list: the folder of the sector, cluster or market.
ELSEWHERE = {
    ("offerings", "sector"): "sectors", ("offerings", "cluster"): "clusters", ("offerings", "market"): "markets",
    ("smes", "sector"): "sectors", ("smes", "cluster"): "clusters",
}  # fmt: skip


def listed_elsewhere(folder: str, group: str, value: str, count: int) -> str:
    """Return the folder of the record whose own pages hold the list of a value, empty where a page has to be made for it."""
    return ELSEWHERE.get((folder, group), "") if count > FIRST and THERE not in value else ""


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
    if group == "stage":
        return stage_words(portal, reader, value)
    return _own(reader, _PLAIN[group](reader, value) if group in _PLAIN else reader.word(value, group))


_PLAIN: dict[str, Callable[[Reader, str], str]] = {
    "country": lambda reader, value: reader.country(value),
    "language": lambda reader, value: reader.language(value),
    "readiness": lambda reader, value: reader.phrase("readiness", level=value),
    "certificate": lambda _, value: value,
}


def _own(reader: Reader, text: str) -> Words:
    return Words(text, reader.tag, reader.direction, True)
