"""A numbered entry: one product, service, technology or package."""

from collections.abc import Iterable, Mapping
from typing import Any

from c2site.catalogue import Entry
from c2site.catalogue.editions import UNSTATED
from c2site.model import Offering
from c2site.model.offering import Trade
from c2site.model.organisation import Certificate
from c2site.render.printed.desk import Desk, Row, rows, said
from c2site.render.printed.pictures import qr
from c2site.render.printed.prose import prose
from c2site.render.printed.room import is_long

Table = dict[str, Any]
CODE_LISTS = ("hs", "cn", "cpv", "unspsc", "nace", "naics", "ciiu", "etim")


def entry(desk: Desk, one: Entry, palette: Mapping[str, Any]) -> dict[str, Any]:
    """Return an entry with everything known of it."""
    offering = one.offering
    address = desk.address("offerings", offering.id)
    made = {
        "id": offering.id,
        "number": one.number,
        "figure": desk.name(desk.reader.number(one.number)),
        "name": desk.text(offering.name),
        "kind": desk.phrase(f"kind.{offering.kind}"),
        "sectors": desk.sectors(offering.sectors),
        "status": _status(desk, one.status),
        "facts": _facts(desk, offering),
        "summary": desk.text(offering.summary),
        "description": prose(desk.text(offering.description)),
        "benefits": [desk.text(text) for text in offering.benefits],
        "statements": desk.statements(offering.statements),
        "runs": _runs(desk, offering),
        "tables": [table for table in _tables(desk, offering) if table],
        "market": _presence(desk, offering),
        "notes": desk.cite(offering.sources),
        "sources": desk.phrase("label.sources"),
        "address": desk.link(address),
        "target": address,
        "more": desk.phrase("more_online"),
        "qr": qr(address, palette["ink"]),
        "qr_alt": desk.phrase("qr_alt", address=address),
    }
    return {**made, "long": is_long(made)}


def _status(desk: Desk, status: str) -> dict[str, Any] | None:
    market = desk.market_words()
    if market is None:
        return None
    return {"market": desk.name(market.text), "name": desk.phrase(f"status.{status}"), "stated": status != UNSTATED}


def _facts(desk: Desk, one: Offering) -> list[Row]:
    makers = [desk.portal.profiles.smes[key].name for key in one.makers if key in desk.portal.profiles.smes]
    works = [desk.reader.text(desk.portal.profiles.offerings[key].name).text for key in one.works_with]
    return rows(
        desk.row("makers", *map(desk.name, makers)) if len(makers) > 1 else None,
        desk.row("readiness", desk.phrase("readiness", level=one.readiness)) if one.readiness else None,
        desk.row("stage", desk.phrase(f"stage.{one.stage}")) if one.stage else None,
        desk.row("ipr", *(desk.code("ipr", status) for status in one.ipr.status), desk.text(one.ipr.note))
        if one.ipr
        else None,
        desk.row("brand", desk.name(one.brand)) if one.brand else None,
        desk.row("origin", desk.name(desk.reader.country(one.origin))) if one.origin else None,
        desk.row("delivery", *(desk.code("delivery", way) for way in one.delivery)),
        desk.row("standards", *map(desk.name, one.standards)),
        desk.row("business_models", desk.code("business_model", one.business_model)) if one.business_model else None,
        desk.row("domains", *(desk.code("domain", domain) for domain in one.smart_city_domains)),
        desk.row("works_with", *map(desk.name, works)),
        desk.row("sdgs", desk.listed(map(str, one.sdgs))) if one.sdgs else None,
    )


def _presence(desk: Desk, one: Offering) -> dict[str, Any] | None:
    """Return what is said about the offering in this market."""
    stand = one.markets.get(desk.market.id) if desk.market else None
    if stand is None or not (stand.text or stand.partner or stand.certificates or stand.codes):
        return None
    return {
        "heading": desk.phrase("in_market", market=desk.market_words().text),
        "text": desk.text(stand.text),
        "notes": desk.cite(stand.sources),
        "facts": rows(
            desk.row("partner", desk.name(stand.partner)) if stand.partner else None,
            desk.row("certificates", *(desk.code("certificate", one) for one in stand.certificates)),
            *_codes(desk, stand.codes),
        ),
    }


def _runs(desk: Desk, one: Offering) -> list[dict[str, Any]]:
    """Return what is read value by value, and set run on: codes, and the terms of trade."""
    own = [(name, getattr(one, name)) for name in ("model", "mpn", "gtin")]
    codes = [*rows(*(desk.row(name, desk.name(value)) for name, value in own if value)), *_codes(desk, one.codes)]
    terms = rows(*(_trade(desk, one.trade) if one.trade else ()), desk.row("after_sales", desk.text(one.after_sales)))
    return [run(desk, name, found) for name, found in (("codes", codes), ("trade", terms)) if found]


def run(desk: Desk, name: str, found: list[Row]) -> dict[str, Any]:
    """Return facts to be set run on, under a heading."""
    return {"heading": desk.phrase(f"table.{name}"), "rows": found}


def _tables(desk: Desk, one: Offering) -> Iterable[Table | None]:
    yield _specifications(desk, one)
    yield certificates(desk, one.certificates)
    yield _impacts(desk, one)


def _specifications(desk: Desk, one: Offering) -> Table | None:
    lines = [
        [
            said(desk.text(line.name)),
            said(desk.listed_plain([f"{line.value} {desk.code('unit', line.unit)['t']}" if line.unit else line.value])),
        ]
        for line in one.specifications
    ]
    return table(desk, "specifications", lines)


def _impacts(desk: Desk, one: Offering) -> Table | None:
    lines = [
        [
            said(desk.code("indicator", line.indicator)),
            said(desk.name(line.value)),
            line.method and said(desk.name(line.method)),
        ]
        for line in one.impacts
    ]
    return table(desk, "impacts", lines)


def table(desk: Desk, name: str, lines: list[list[Row | None]], columns: tuple[str, ...] = ()) -> Table | None:
    """Return a table without its empty columns, or None without lines; `columns` are keys of labels."""
    if not lines:
        return None
    kept = [place for place in range(len(lines[0])) if any(line[place] for line in lines)]
    heads = [desk.phrase(f"label.{columns[place]}") for place in kept] if columns else []
    return {
        "heading": desk.phrase(f"table.{name}"),
        "columns": heads,
        "rows": [[line[place] for place in kept] for line in lines],
    }


def _codes(desk: Desk, codes: Any) -> list[Row]:
    known = [(name, getattr(codes, name)) for name in CODE_LISTS] if codes else []
    return rows(*(desk.row(name, desk.listed_plain(values)) for name, values in known if values))


def _trade(desk: Desk, trade: Trade) -> list[Row]:
    reader = desk.reader
    payment = [desk.code("payment", way)["t"] for way in trade.payment]
    return rows(
        desk.row("moq", desk.name(reader.number(trade.moq))) if trade.moq else None,
        desk.row("lead_time", desk.phrase("count.days", trade.lead_time_days))
        if trade.lead_time_days is not None
        else None,
        desk.row("incoterms", desk.listed_plain([f"{one.rule} {one.place}" for one in trade.incoterms]))
        if trade.incoterms
        else None,
        desk.row("payment", desk.listed(payment)) if payment else None,
        _price(desk, trade),
        desk.row("warranty", desk.phrase("count.months", trade.warranty_months))
        if trade.warranty_months is not None
        else None,
        desk.row("samples", desk.phrase("samples.yes" if trade.samples else "samples.no"))
        if trade.samples is not None
        else None,
        desk.row("capacity", desk.name(trade.capacity)) if trade.capacity else None,
    )


def _price(desk: Desk, trade: Trade) -> Row | None:
    if trade.price is None:
        return None
    amount = desk.reader.money(trade.price.from_, trade.price.currency)
    unit = desk.code("unit", trade.price.per)["t"] if trade.price.per else None
    return desk.row(
        "price", desk.phrase("price_per", price=amount, unit=unit) if unit else desk.phrase("price_from", price=amount)
    )


def certificates(desk: Desk, found: tuple[Certificate, ...]) -> Table | None:
    """Return certificates with number, issuer and validity."""
    columns = ("certificate", "number", "issuer", "valid_until")
    return table(desk, "certificates", [_certificate(desk, one) for one in found], columns)


def _certificate(desk: Desk, one: Certificate) -> list[Row | None]:
    kind = desk.code("certificate", one.type)
    places = [desk.reader.country(code) for code in one.valid_in]
    more = [desk.text(one.scope), desk.phrase("valid_in", places=desk.reader.listed(places)) if places else None]
    return [
        {**said(kind), "more": [line for line in more if line]},
        one.number and said(desk.name(one.number)),
        one.issuer and said(desk.name(one.issuer)),
        one.valid_until and said(desk.day(one.valid_until)),
    ]
