"""A catalogue as JSON: the edition, its market's facts, its entries with their companies, and every source."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

from c2site.catalogue import Catalogue, Entry, Portal
from c2site.catalogue.titles import market_name
from c2site.language import Reader, Words
from c2site.model import Cluster, Market, Part, Sme
from c2site.model.public import WITHHELD
from c2site.render.citations import Notes, citation
from c2site.render.exports.written import json_lines

LICENCE = {"id": "CC-BY-4.0", "url": "https://creativecommons.org/licenses/by/4.0/"}
# What is published of each kind of record; notes for editors are not among it.
PARTNERSHIP = ("acronym", "name", "invented", "notice", "programme", "grant_number", "funding_statement", "disclaimer")
EDITION = ("title", "subtitle", "foreword", "valid_from", "valid_until")
MARKET = (
    "project_status", "project_note", "project_sources", "focus_regions", "official_languages", "language_note",
    "currency", "units", "industry_codes", "requirements", "procurement", "trade_terms", "priorities", "contacts",
    "statements", "sources",
)  # fmt: skip
COMPANY = (
    "legal_name", "former_name", "brand", "group", "membership", "country", "region", "city", "place_note", "website",
    "mailbox", "founded", "size", "size_note", "employees", "turnover", "activities", "summary", "export", "languages",
    "certificates", "statements", "sources",
)  # fmt: skip
OFFERING = (
    "name", "kind", "summary", "description", "benefits", "smart_city_domains", "readiness", "stage", "ipr", "codes",
    "brand", "model", "mpn", "gtin", "origin", "specifications", "trade", "delivery", "after_sales", "certificates",
    "standards", "chain_stages", "needs_components", "works_with", "business_model", "sdgs", "impacts", "statements",
    "sources",
)  # fmt: skip
SOURCE_FIELDS = ("sources", "project_sources")


def json_file(portal: Portal, catalogue: Catalogue, tag: str) -> bytes:
    """Return the catalogue in one language; texts say which language they really are in, absent fields are left out."""
    data = exported(portal, catalogue, portal.edition_reader(catalogue.edition, tag))
    return json_lines(data, "entries", data.pop("entries"))


def exported(portal: Portal, catalogue: Catalogue, reader: Reader) -> dict[str, Any]:
    """Return the catalogue as plain values."""
    partnership, edition, others = portal.profiles.partnership, catalogue.edition, catalogue.chapters
    company = cache(lambda key: _company(portal, reader, portal.profiles.smes[key]))
    content = {
        "edition": catalogue.id,
        "version": edition.version,
        "language": reader.tag,
        "generated": portal.today.isoformat(),
        "licence": LICENCE,
        "partnership": {
            "id": partnership.id,
            "address": portal.site_url,
            **_fields(partnership, PARTNERSHIP, reader),
        },
        **_fields(edition, EDITION, reader),
        "market": _market(catalogue.market, reader) if catalogue.market else None,
        "entries": [_entry(portal, catalogue, reader, entry, company) for entry in catalogue.entries],
        "further_companies": [company(one.id) for chapter in others for one in chapter.others],
    }
    return {**_present(content), "entries": content["entries"], "sources": _sources(portal, reader, content)}


def _market(market: Market, reader: Reader) -> dict[str, Any]:
    return {"id": market.id, "country": market.country, "name": _said(market_name(market, reader)), **_fields(market, MARKET, reader)}


def _entry(portal: Portal, catalogue: Catalogue, reader: Reader, entry: Entry, company: Callable[[str], dict[str, Any]]) -> dict[str, Any]:
    offering, profiles = entry.offering, portal.profiles
    lead, *others = [company(key) for key in offering.makers if key in profiles.smes]
    stand = offering.markets.get(catalogue.edition.market or "")
    sectors = [profiles.sectors[key] for key in offering.sectors if key in profiles.sectors]
    return _present(
        {
            "number": entry.number,
            "id": offering.id,
            "address": _address(portal, reader, "offerings", offering.id),
            **_fields(offering, OFFERING, reader),
            "sectors": [{"id": one.id, "name": _said(reader.text(one.name))} for one in sectors],
            "status": entry.status if catalogue.market else None,
            "market": _plain(stand, reader) if stand else None,
            "company": lead,
            "with": others,
        }
    )


def _company(portal: Portal, reader: Reader, sme: Sme) -> dict[str, Any]:
    cluster = portal.profiles.clusters.get(sme.cluster)
    return _present(
        {
            "id": sme.id,
            "name": sme.name,
            "address": _address(portal, reader, "smes", sme.id),
            "cluster": _cluster(portal, reader, cluster) if cluster else None,
            **_fields(sme, COMPANY, reader),
        }
    )


def _cluster(portal: Portal, reader: Reader, cluster: Cluster) -> dict[str, Any]:
    return {
        "id": cluster.id,
        "short_name": cluster.short_name,
        "name": _said(reader.text(cluster.name)),
        "address": _address(portal, reader, "clusters", cluster.id),
    }


def _address(portal: Portal, reader: Reader, folder: str, key: str) -> str:
    return portal.address(portal.page_reader(reader.tag), folder, key)


def _sources(portal: Portal, reader: Reader, content: Mapping[str, Any]) -> list[dict[str, str]]:
    """Return the bibliography of what the file says, in the order in which it is first cited."""
    notes = Notes(portal.profiles.bibliography)
    for key in _cited(content):
        if key in notes.bibliography:
            notes.number(key)
    found = [citation(source, reader) for _, source in notes.listed]
    return [_present({"key": one.key, "text": one.text, "url": one.url}) for one in found]


def _cited(value: object) -> Iterator[str]:
    if isinstance(value, list):
        yield from (key for item in value for key in _cited(item))
    elif isinstance(value, dict):
        for name, item in value.items():
            yield from item if name in SOURCE_FIELDS else _cited(item)


def _fields(part: Part, names: Iterable[str], reader: Reader) -> dict[str, Any]:
    return _present({name.rstrip("_"): _plain(getattr(part, name), reader) for name in names if name not in WITHHELD})


def _plain(value: object, reader: Reader) -> Any:
    """Return a record's value as JSON writes it; a map is always a text in several languages."""
    if isinstance(value, Mapping):
        return _said(reader.text(value))
    if isinstance(value, Part):
        return _fields(value, type(value).model_fields, reader)
    if isinstance(value, tuple):
        return [_plain(item, reader) for item in value]
    if isinstance(value, Decimal):
        return int(value) if value == int(value) else float(value)
    return value.isoformat() if isinstance(value, date) else value


def _said(words: Words) -> dict[str, str]:
    return {"text": words.text, "lang": words.lang}


def _present(values: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value is not None and value not in ("", [], {})}
