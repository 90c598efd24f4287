"""A record's key facts as plain text in the reader's words, to lay side by side."""

from collections.abc import Callable, Iterator, Sequence

from c2site.catalogue.codes import SYSTEMS
from c2site.language import Reader
from c2site.model import Market, Offering, Sme
from c2site.render.web.lookups import place_of
from c2site.render.web.names import name_of

Fact = tuple[str, str]
Markets = Callable[[], Sequence[Market]]


def facts_of(reader: Reader, one: Offering | Sme, markets: Markets) -> list[list[str]]:
    """Return (key, label, value) of every fact a record states; `markets` gives the markets in the reader's order."""
    found = _of_offering(reader, one, markets) if isinstance(one, Offering) else _of_company(reader, one)
    return [[key, reader.phrase(f"label.{key}"), value] for key, value in found if value]


def specifications_of(reader: Reader, one: Offering) -> list[list[str]]:
    """Return (name, figure with its unit) of an offering's technical figures."""
    return [[reader.text(each.name).text, " ".join([each.value, *([reader.word(each.unit, "unit")] if each.unit else [])])] for each in one.specifications]


def _of_offering(reader: Reader, one: Offering, markets: Markets) -> Iterator[Fact]:
    yield "kind", reader.phrase(f"kind.{one.kind}")
    yield "market", _markets(reader, one, markets)
    yield "readiness", reader.phrase("readiness", level=one.readiness) if one.readiness else ""
    yield "stage", reader.phrase(f"stage.{one.stage}") if one.stage else ""
    yield "origin", reader.country(one.origin) if one.origin else ""
    yield from ((name, getattr(one, name) or "") for name in ("brand", "model", "mpn", "gtin"))
    yield from ((system, ", ".join(getattr(one.codes, system))) for system in SYSTEMS if one.codes)
    yield "certificates", reader.listed(paper.type for paper in one.certificates)
    yield "standards", reader.listed(one.standards)
    yield "domains", _listed(reader, "domain", one.smart_city_domains)
    yield from _trade(reader, one)
    yield "delivery", _listed(reader, "delivery", one.delivery)
    yield "business_models", _listed(reader, "business_model", [one.business_model] if one.business_model else [])
    yield "ipr", _listed(reader, "ipr", one.ipr.status) if one.ipr else ""


def _markets(reader: Reader, one: Offering, markets: Markets) -> str:
    found = [market for market in markets() if market.id in one.markets] if one.markets else []
    return "; ".join(f"{name_of(market, reader)}: {reader.phrase(f'status.{one.markets[market.id].status}')}" for market in found)


def _trade(reader: Reader, one: Offering) -> Iterator[Fact]:
    trade = one.trade
    if trade is None:
        return
    yield "moq", reader.number(trade.moq) if trade.moq else ""
    yield "lead_time", reader.phrase("count.days", n=trade.lead_time_days) if trade.lead_time_days else ""
    yield "incoterms", reader.listed(f"{rule.rule} {rule.place}" for rule in trade.incoterms)
    yield "payment", _listed(reader, "payment", trade.payment)
    yield "price", reader.phrase("price_from", price=reader.money(trade.price.from_, trade.price.currency)) if trade.price else ""
    yield "warranty", reader.phrase("count.months", n=trade.warranty_months) if trade.warranty_months else ""


def _of_company(reader: Reader, one: Sme) -> Iterator[Fact]:
    yield "place", place_of(one, reader)
    yield "founded", str(one.founded.value) if one.founded and one.founded.value else ""
    yield "size", reader.phrase(f"size.{one.size}") if one.size else ""
    yield "employees", reader.number(one.employees.value) if one.employees else ""
    yield "export", reader.listed(map(reader.country, one.export.countries)) if one.export else ""
    yield "languages", reader.listed(map(reader.language, one.languages))
    yield "certificates", reader.listed(paper.type for paper in one.certificates)
    yield "business_models", _listed(reader, "business_model", one.business_models)
    yield "nace", ", ".join(one.activities)
    yield "website", one.website or ""


def _listed(reader: Reader, group: str, values: Sequence[str]) -> str:
    return reader.listed(reader.word(value, group) for value in values)
