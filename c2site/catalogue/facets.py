"""By what a buyer narrows offerings and companies down: groups of values, and the records that state each."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from zlib import crc32

from c2site.catalogue.relations import Relations, clusters_of, sold_in
from c2site.model import Offering, Profiles, Sme

# What an address shows as it is, and how much of it.
PLAIN = re.compile(r"[A-Za-z0-9 ._:/()-]{1,48}")
# Between a market and how the offering stands there.
THERE = "."


@dataclass(frozen=True)
class Choice:
    """A value as the records state it, and its name in addresses; `ids` are the records that state it, in their order."""

    key: str
    value: str
    ids: tuple[str, ...]


# folder → group → key → choice
Facets = Mapping[str, Mapping[str, Mapping[str, Choice]]]
Values = Callable[[Any], Iterable[str]]


def facets(profiles: Profiles, relations: Relations) -> Facets:
    """Return the choices of published offerings and companies; a group that no record states anything of has none."""
    groups = {"offerings": _of_offerings(profiles, relations), "smes": _of_companies(profiles, relations)}
    return {folder: {name: _choices(getattr(profiles, folder).values(), values) for name, values in found.items()} for folder, found in groups.items()}


def _of_offerings(profiles: Profiles, relations: Relations) -> Mapping[str, Values]:
    makers = _makers(profiles)
    return {
        "sector": lambda one: [key for key in one.sectors if key in profiles.sectors],
        "domain": lambda one: one.smart_city_domains,
        "market": _standings,
        "kind": lambda one: (one.kind,),
        "stage": lambda one: [key for key in one.chain_stages if key in relations.stages],
        "readiness": lambda one: (str(one.readiness),) if one.readiness else (),
        "certificate": _certificates,
        "business_model": lambda one: (one.business_model,) if one.business_model else (),
        "cluster": lambda one: [key for key in clusters_of(one, profiles.smes) if key in profiles.clusters],
        "country": lambda one: [maker.country for maker in makers(one)],
        "language": lambda one: [tag for maker in makers(one) for tag in maker.languages],
    }


def _makers(profiles: Profiles) -> Callable[[Offering], list[Sme]]:
    return lambda one: [profiles.smes[key] for key in one.makers if key in profiles.smes]


def _of_companies(profiles: Profiles, relations: Relations) -> Mapping[str, Values]:
    def offered(one: Sme) -> list[Offering]:
        return [profiles.offerings[key] for key in relations.offerings_of_sme.get(one.id, ())]

    return {
        "sector": lambda one: [key for key in one.sectors if key in profiles.sectors],
        "domain": lambda one: [domain for offering in offered(one) for domain in offering.smart_city_domains],
        "market": lambda one: [value for offering in offered(one) for value in _standings(offering)],
        "kind": lambda one: [offering.kind for offering in offered(one)],
        "certificate": lambda one: [paper.type for paper in one.certificates],
        "business_model": lambda one: one.business_models,
        "size": lambda one: (one.size,) if one.size else (),
        "cluster": lambda one: [one.cluster] if one.cluster in profiles.clusters else [],
        "country": lambda one: (one.country,),
        "language": lambda one: one.languages,
    }


def _standings(one: Offering) -> Iterator[str]:
    """Yield each market of an offering, and the market with how it stands there."""
    for market in sold_in(one):
        yield from (market, f"{market}{THERE}{one.markets[market].status}")


def _certificates(one: Offering) -> Iterator[str]:
    """Yield the papers of an offering, those that count in one market too."""
    yield from (paper.type for paper in one.certificates)
    for stand in one.markets.values():
        yield from stand.certificates


def _choices(records: Iterable[Any], values: Values) -> dict[str, Choice]:
    found: dict[str, tuple[str, dict[str, None]]] = {}
    for record in records:
        for value in values(record):
            found.setdefault(key_of(value), (value, {}))[1][record.id] = None
    return {key: Choice(key, value, tuple(ids)) for key, (value, ids) in found.items()}


def key_of(value: str) -> str:
    """Return a value's name in addresses, `iso-9001`; one that loses letters on the way keeps its digest."""
    plain = re.sub(r"[^a-z0-9.]+", "-", value.lower()).strip("-.")[:48].rstrip("-.")
    return plain if plain and PLAIN.fullmatch(value) else "-".join(filter(None, (plain, f"{crc32(value.encode()):08x}")))
