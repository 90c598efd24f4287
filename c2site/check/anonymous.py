"""What gives away who stands behind an anonymous need: names, brands, places, links, mail addresses, telephone numbers."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from c2site.check.companies import bare_words, plain_words
from c2site.check.findings import Filed, Finding, finding
from c2site.check.spots import Meaning, Spot, spots
from c2site.errors import fragment
from c2site.language.scripts import latin_from_cyrillic
from c2site.model import Cluster, Market, Need, Offering, Record, Sme

# What leads to somebody, whoever it is, by the problem's code.
LEADS = {
    "anonymous-mail": re.compile(r"\S+@\S+\.\w+"),
    "anonymous-link": re.compile(r"(?:https?://|www\.)\S+|\b[\w-]+(?:\.[\w-]+)*\.(?:at|bg|com|es|eu|example|fr|gr|info|it|net|org|rs)\b", re.IGNORECASE),
    "anonymous-phone": re.compile(r"(?:\+|\b00)\d(?:[ ().\-/]*\d){6,}"),
}
# A name of fewer letters stands in too many words.
SHORTEST = 3
NAMES = ("name", "short_name", "legal_name", "former_name", "brand", "group", "organisation")
PLACES = ("city", "address", "region")


class Trace(NamedTuple):
    """Words that lead to somebody, the problem's code where they stand, and the id of what may be written instead."""

    words: tuple[str, ...]
    code: str
    instead: str


def traces(records: Sequence[Filed]) -> Iterator[tuple[Filed, Finding]]:
    """Yield where an anonymous need tells who seeks: in its texts, its lines, or the name of its file."""
    needs = [filed for filed in records if isinstance(filed.record, Need) and filed.record.visibility == "anonymous"]
    if needs:
        owners = {one.record.id: one.record for one in records if isinstance(one.record, (Sme, Cluster, Market))}
        brands = _brands(records, {filed.record.owner for filed in needs})
    for filed in needs:
        known = [*_traces_of(owners.get(filed.record.owner)), *brands[filed.record.owner]]
        yield from ((filed, one) for one in _found(filed.record, known))


def _brands(records: Sequence[Filed], owners: set[str]) -> Mapping[str, list[Trace]]:
    """Return the brands and models of each owner's offerings."""
    found: dict[str, list[Trace]] = defaultdict(list)
    for one in (filed.record for filed in records if isinstance(filed.record, Offering)):
        for owner in owners.intersection(one.makers):
            found[owner] += (_trace(name, "anonymous-brand", "the-product") for name in (one.brand, one.model, one.mpn) if name)
    return found


def _traces_of(owner: Record | None) -> Iterator[Trace]:
    """Yield what is known of whoever seeks."""
    if owner is None:
        return
    instead = {Sme: "a-company", Cluster: "a-cluster", Market: "a-city"}[type(owner)]
    names = (getattr(owner, field, None) for field in NAMES)
    hosts = (urlsplit(f"//{address.partition('@')[2]}" if "@" in address else address).hostname for address in _addresses(owner))
    for name in chain(_texts(names), (owner.id,), (host.removeprefix("www.").rpartition(".")[0] for host in hosts if host)):
        yield _trace(name, "anonymous-name", instead)
    for place in _texts(getattr(owner, field, None) for field in PLACES):
        yield _trace(place, "anonymous-place", "the-country")


def _addresses(owner: Record) -> Iterator[str]:
    yield from (address for field in ("website", "mailbox") if (address := getattr(owner, field, None)))


def _texts(values: Iterator[Any]) -> Iterator[str]:
    for value in values:
        yield from value.values() if isinstance(value, dict) else (value,) if value else ()


def _trace(name: str, code: str, instead: str) -> Trace:
    return Trace(tuple(plain_words(latin_from_cyrillic(name))), code, instead)


def _found(need: Need, known: Sequence[Trace]) -> Iterator[Finding]:
    for trace in known:
        if _holds(need.id, trace):
            yield finding(("title",), "anonymous-id", found=need.id, nearest="need-001")
            break
    for path, text in _written(spots(need)):
        for code, lead in LEADS.items():
            if found := lead.search(text):
                yield finding(path, code, found=found.group())
        if trace := next((one for one in known if _holds(text, one)), None):
            yield finding(path, trace.code, found=" ".join(trace.words), nearest=fragment(trace.instead))


def _written(values: Sequence[Spot]) -> Iterator[tuple[tuple, str]]:
    """Yield what the public reads of an anonymous need, each text and line with its place."""
    shown = (spot for spot in values if spot.path and spot.path[0] not in ("statements", "sources", "notes"))
    for spot in shown:
        if spot.meaning is Meaning.TEXT:
            yield from (((*spot.path, tag), text) for tag, text in spot.value.items())
        elif spot.meaning is Meaning.LINE:
            yield spot.path, spot.value


def _holds(text: str, trace: Trace) -> bool:
    """Return whether a text says the words of a trace, in whatever alphabet, accents and case."""
    words = " ".join(trace.words)
    return len(words) >= SHORTEST and f" {words} " in f" {' '.join(bare_words(latin_from_cyrillic(text)))} "
