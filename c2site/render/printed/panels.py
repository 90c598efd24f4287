"""Panels: what a buyer looks up rather than reads, value by value under short headings, in columns of about the same height."""

from collections.abc import Iterable, Mapping
from itertools import combinations_with_replacement
from typing import Any

from c2site.model import Offering, Sme
from c2site.model.offering import Trade
from c2site.model.organisation import Certificate, Reference
from c2site.render.printed.desk import Desk, Row, rows, said
from c2site.render.printed.room import panel_height
from c2site.render.printed.strings import String

Panel = dict[str, Any]
CODE_LISTS = ("hs", "cn", "cpv", "unspsc", "nace", "naics", "ciiu", "etim")
COLUMNS = 3
# Fewer rows than this are no panel of their own; they stand among the facts.
FEW = 3


def in_columns(panels: Iterable[Panel | None]) -> list[list[Panel]]:
    """Return panels in the order in which they are read, in up to three columns, the highest as low as it can be."""
    found = [one for one in panels if one]
    count = min(COLUMNS, len(found))
    cuts = combinations_with_replacement(range(len(found) + 1), max(0, count - 1))
    splits = ([found[start:end] for start, end in zip((0, *cut), (*cut, len(found)), strict=True)] for cut in cuts)
    return min(splits, key=lambda columns: max(sum(map(panel_height, column)) for column in columns)) if found else []


def panel(desk: Desk, name: str, found: list[Row]) -> Panel | None:
    """Return rows under the heading `table.<name>`, or None without rows."""
    return {"heading": desk.phrase(f"table.{name}"), "rows": found} if found else None


def _item(title: String, *lines: Row | None) -> list[Row]:
    """Return one of several things of a kind: its name, and what is known of it."""
    return [{"label": None, "values": [said(title)], "notes": [], "title": True}, *rows(*lines)]


def _said_plainly(text: String | None) -> Row | None:
    return {"label": None, "values": [said(text)], "notes": []} if text else None


def entry_panels(desk: Desk, one: Offering, details: list[Row]) -> list[list[Panel]]:
    """Return what is known of an offering besides its words; `details` as `parted_details` gives them."""
    return in_columns(
        (
            panel(desk, "details", details),
            panel(desk, "trade", _trade(desk, one)),
            panel(desk, "specifications", _specifications(desk, one)),
            certificates(desk, one.certificates),
            panel(desk, "impacts", _impacts(desk, one)),
        )
    )


def company_panels(desk: Desk, sme: Sme, details: list[Row], register: list[Row]) -> list[list[Panel]]:
    """Return a company's panels; `register` is how registers know it and how it sells."""
    return in_columns(
        (
            panel(desk, "details", details),
            panel(desk, "company", register),
            certificates(desk, sme.certificates),
            _references(desk, sme.references),
        )
    )


def parted_details(details: list[Row]) -> tuple[list[Row], list[Row]]:
    """Return those details that stand among the facts, and those that fill a panel: all of them or none."""
    return (details, []) if len(details) < FEW else ([], details)


def details(desk: Desk, one: Offering) -> list[Row]:
    """Return what an offering is, apart from codes, terms and figures."""
    works = [desk.reader.text(desk.portal.profiles.offerings[key].name).text for key in one.works_with]
    own = [(name, getattr(one, name)) for name in ("brand", "model", "mpn", "gtin")]
    return rows(
        *(desk.row(name, desk.name(value)) for name, value in own if value),
        desk.row("origin", desk.name(desk.reader.country(one.origin))) if one.origin else None,
        desk.row("delivery", *(desk.code("delivery", way) for way in one.delivery)),
        desk.row("standards", *map(desk.name, one.standards)),
        desk.row("ipr", *(desk.code("ipr", status) for status in one.ipr.status), desk.text(one.ipr.note)) if one.ipr else None,
        desk.row("business_models", desk.code("business_model", one.business_model)) if one.business_model else None,
        desk.row("domains", *(desk.code("domain", domain) for domain in one.smart_city_domains)),
        desk.row("works_with", *map(desk.name, works)),
        desk.row("sdgs", desk.listed(map(str, one.sdgs))) if one.sdgs else None,
    )


def codes(desk: Desk, found: Any) -> list[Row]:
    """Return codes by the lists they are from."""
    known = [(name, getattr(found, name)) for name in CODE_LISTS] if found else []
    return rows(*(desk.row(name, desk.listed_plain(values)) for name, values in known if values))


def _trade(desk: Desk, one: Offering) -> list[Row]:
    return rows(*(_terms(desk, one.trade) if one.trade else ()), desk.row("after_sales", desk.text(one.after_sales)))


def _terms(desk: Desk, trade: Trade) -> list[Row]:
    payment = [desk.code("payment", way)["t"] for way in trade.payment]
    lead, warranty = trade.lead_time_days, trade.warranty_months
    return rows(
        desk.row("moq", desk.name(desk.reader.number(trade.moq))) if trade.moq else None,
        desk.row("lead_time", desk.phrase("count.days", lead)) if lead is not None else None,
        desk.row("incoterms", *(desk.name(f"{one.rule} {one.place}") for one in trade.incoterms)),
        desk.row("payment", desk.listed(payment)) if payment else None,
        _price(desk, trade),
        desk.row("warranty", desk.phrase("count.months", warranty)) if warranty is not None else None,
        desk.row("samples", desk.phrase("samples.yes" if trade.samples else "samples.no")) if trade.samples is not None else None,
        desk.row("capacity", desk.name(trade.capacity)) if trade.capacity else None,
    )


def _price(desk: Desk, trade: Trade) -> Row | None:
    if trade.price is None:
        return None
    amount = desk.reader.money(trade.price.from_, trade.price.currency)
    unit = desk.code("unit", trade.price.per)["t"] if trade.price.per else None
    return desk.row("price", desk.phrase("price_per", price=amount, unit=unit) if unit else desk.phrase("price_from", price=amount))


def _specifications(desk: Desk, one: Offering) -> list[Row]:
    return [_named(desk.text(line.name), desk.name(_measured(desk, line.value, line.unit))) for line in one.specifications]


def _measured(desk: Desk, value: str, unit: str | None) -> str:
    return f"{value} {desk.code('unit', unit)['t']}" if unit else value


def _impacts(desk: Desk, one: Offering) -> list[Row]:
    return [
        _named(desk.code("indicator", line.indicator), desk.name(line.value), *([desk.name(line.method)] if line.method else []))
        for line in one.impacts
    ]


def _named(label: String | None, *values: String) -> Row:
    return {"label": label, "values": [said(value) for value in values], "notes": []}


def certificates(desk: Desk, found: tuple[Certificate, ...]) -> Panel | None:
    """Return certificates with scope, number, issuer and validity."""
    return panel(desk, "certificates", [row for one in found for row in _certificate(desk, one)])


def _certificate(desk: Desk, one: Certificate) -> list[Row]:
    places = [desk.reader.country(code) for code in one.valid_in]
    return _item(
        desk.code("certificate", one.type),
        _said_plainly(desk.text(one.scope)),
        desk.row("number", desk.name(one.number)) if one.number else None,
        desk.row("issuer", desk.name(one.issuer)) if one.issuer else None,
        desk.row("valid_until", desk.day(one.valid_until)) if one.valid_until else None,
        _said_plainly(desk.phrase("valid_in", places=desk.reader.listed(places))) if places else None,
    )


def _references(desk: Desk, found: tuple[Reference, ...]) -> Panel | None:
    return panel(desk, "references", [row for one in found for row in _reference(desk, one)])


def _reference(desk: Desk, one: Reference) -> list[Row]:
    when: Mapping[str, Any] = desk.listed_plain([one.place, one.year and str(one.year)])
    return _item(desk.name(one.client), _said_plainly(when if one.place or one.year else None), _said_plainly(desk.text(one.result)))
