"""What an entry offers, as the item of a UBL catalogue's line."""

from collections.abc import Iterator
from typing import Any

from c2site.catalogue import Catalogue, Entry, Portal
from c2site.catalogue.codes import codes_there
from c2site.catalogue.editions import UNSTATED
from c2site.language import Reader, Words
from c2site.model import Offering, Sme
from c2site.model.offering import Trade
from c2site.render.exports.ubl.element import aggregate, basic, text
from c2site.render.exports.ubl.papers import certificate, reference
from c2site.render.exports.ubl.parties import company, country

# The lists codes are taken from, and their editions where a standard has several.
LISTS = {
    "hs": ("HS", "2022"), "cn": ("CN", ""), "cpv": ("CPV", "2008"), "unspsc": ("UNSPSC", ""), "nace": ("NACE", "2.1"), "naics": ("NAICS", "2022"),
    "ciiu": ("ISIC", "4"), "etim": ("ETIM", ""),
}  # fmt: skip


def item(portal: Portal, catalogue: Catalogue, reader: Reader, entry: Entry, makers: list[Sme]) -> Any:
    """Return what an entry is, who makes it, and how it is classified; who alone renders a service has manufactured nothing."""
    one, sectors = entry.offering, portal.profiles.sectors
    nobody = reader.words("unknown.not_stated")
    return aggregate(
        "Item",
        [text("Description", reader.text(words)) for words in (one.summary, one.description)],
        text("Name", reader.text(one.name)),
        [text("AdditionalInformation", reader.text(words)) for words in (*one.benefits, one.after_sales)],
        [text("Keyword", reader.text(sectors[key].name)) for key in one.sectors if key in sectors],
        basic("BrandName", one.brand),
        basic("ModelName", one.model),
        aggregate("SellersItemIdentification", basic("ID", one.id)),
        aggregate("ManufacturersItemIdentification", basic("ID", one.mpn)),
        aggregate("StandardItemIdentification", basic("ID", one.gtin, schemeID="GTIN")),
        reference("ItemSpecificationDocumentReference", one.id, portal.permanent(one.id)),
        country(one.origin, reader, "OriginCountry"),
        _classes(one, catalogue.edition.market),
        [_conditions(name, lines) for name, lines in _terms(one)],
        [_measured(reader.text(figure.name), figure.value, figure.unit) for figure in one.specifications],
        [_property(reader, name, value) for name, value in _properties(portal, catalogue, reader, entry, makers)],
        [aggregate("ManufacturerParty", company(portal, reader, maker)) for maker in (makers[1:] if one.kind == "service" else makers)],
        [certificate(paper, reader.text(paper.scope), nobody) for paper in one.certificates],
    )


def _classes(one: Offering, market: str | None) -> list[Any]:
    """Return the codes that hold in the market, by the lists they are taken from."""
    return [aggregate("CommodityClassification", _code(code.system, code.stated)) for code in codes_there(one, market)]


def _code(system: str, stated: str) -> Any:
    name, edition = LISTS[system]
    return basic("ItemClassificationCode", stated, listID=name, **({"listVersionID": edition} if edition else {}))


def _terms(one: Offering) -> Iterator[tuple[str, list[str]]]:
    trade = one.trade or Trade()
    yield "incoterms", [f"{term.rule} {term.place}" for term in trade.incoterms]
    yield "payment", list(trade.payment)
    yield "delivery", list(one.delivery)


def _conditions(name: str, lines: list[str]) -> Any | None:
    return aggregate("TransactionConditions", basic("ID", name), [basic("Description", line) for line in lines]) if lines else None


def _measured(name: Words, value: str, unit: str | None) -> Any:
    return aggregate("AdditionalItemProperty", text("Name", name), basic("Value", value), basic("ValueQualifier", unit))


def _properties(portal: Portal, catalogue: Catalogue, reader: Reader, entry: Entry, makers: list[Sme]) -> Iterator[tuple[str, str | None]]:
    """Yield what UBL has no element for: the name of each property and its value, None where nobody states it."""
    one, clusters = entry.offering, portal.profiles.clusters
    stand = one.markets.get(catalogue.edition.market or "")
    yield "kind", reader.word(one.kind, "kind")
    yield from (("cluster", clusters[key].short_name) for key in dict.fromkeys(maker.cluster for maker in makers) if key in clusters)
    yield "status", reader.word(entry.status, "status") if entry.status != UNSTATED else None
    yield "stage", reader.word(one.stage, "stage") if one.stage else None
    yield "readiness", reader.phrase("readiness", level=one.readiness) if one.readiness else None
    yield from (("standards", standard) for standard in one.standards)
    yield from (("domains", domain) for domain in one.smart_city_domains)
    yield from (("certificate", paper) for paper in (stand.certificates if stand else ()))
    yield "capacity", one.trade.capacity if one.trade else None


def _property(reader: Reader, name: str, value: str | None) -> Any | None:
    return aggregate("AdditionalItemProperty", basic("ID", name), text("Name", reader.words(f"label.{name}")), basic("Value", value)) if value else None
