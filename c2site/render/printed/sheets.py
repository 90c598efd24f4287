"""A company's sheet: who it is, and its entries."""

from collections.abc import Mapping
from typing import Any

from c2site.catalogue import Sheet
from c2site.model import Sme
from c2site.model.base import Founded
from c2site.render.printed.desk import Desk, Row, parted, rows, said
from c2site.render.printed.entries import Table, certificates, entry, run, table
from c2site.render.printed.prose import prose
from c2site.render.printed.room import is_long


def sheet(desk: Desk, one: Sheet, palette: Mapping[str, Any]) -> dict[str, Any]:
    """Return a company with its entries."""
    sme = one.sme
    facts, remarks = parted(_facts(desk, sme))
    made = {
        "id": sme.id,
        "name": desk.name(sme.name),
        "place": desk.place(sme.city, sme.region, sme.country),
        "tone": desk.tone(sme.sectors[0]),
        "facts": facts,
        "remarks": remarks,
        "summary": desk.text(sme.summary),
        "description": prose(desk.text(sme.description)),
        "statements": desk.statements(sme.statements),
        "runs": _runs(desk, sme),
        "tables": [table for table in (certificates(desk, sme.certificates), _references(desk, sme)) if table],
        "notes": desk.cite(sme.sources),
        "sources": desk.phrase("label.sources"),
    }
    return {**made, "long": is_long(made), "entries": [entry(desk, each, palette) for each in one.entries]}


def _facts(desk: Desk, sme: Sme) -> list[Row]:
    languages = [desk.language(tag) for tag in sme.languages]
    legal = sme.legal_name if sme.legal_name != sme.name else None
    return rows(
        desk.row("legal_name", desk.name(legal)) if legal else None,
        desk.row("former_names", desk.name(sme.former_name)) if sme.former_name else None,
        desk.row("brand", desk.name(sme.brand)) if sme.brand else None,
        desk.row("group", desk.name(sme.group)) if sme.group else None,
        _membership(desk, sme),
        desk.row("place_note", desk.text(sme.place_note)),
        founded(desk, sme.founded),
        desk.row("size", desk.phrase(f"size.{sme.size}") if sme.size else None, desk.text(sme.size_note)),
        _employees(desk, sme),
        _turnover(desk, sme),
        desk.row("languages", desk.listed(languages)) if languages else None,
        desk.row("website", desk.link(sme.website)),
        desk.row("mailbox", desk.link(sme.mailbox)),
    )


def _runs(desk: Desk, sme: Sme) -> list[dict[str, Any]]:
    """Return what is read value by value, and set run on: how the company sells, and how registers know it."""
    found = rows(
        _export(desk, sme),
        desk.row("business_models", *(desk.code("business_model", one) for one in sme.business_models)),
        desk.row("nace", *map(desk.name, sme.activities)),
        *_ids(desk, sme),
    )
    return [run(desk, "company", found)] if found else []


def _membership(desk: Desk, sme: Sme) -> Row | None:
    if not sme.membership:
        return desk.row("cluster", desk.name(_cluster_name(desk, sme)))
    tie = desk.phrase(f"membership.{sme.membership.kind}", cluster=_cluster_name(desk, sme))
    year = desk.phrase("as_of", when=sme.membership.year) if sme.membership.year else None
    return desk.row("cluster", tie, year, desk.text(sme.membership.note))


def _cluster_name(desk: Desk, sme: Sme) -> str:
    return desk.portal.profiles.clusters[sme.cluster].short_name


def founded(desk: Desk, one: Founded | None) -> Row | None:
    """Return the founding year; an inferred one says so."""
    if one is None:
        return None
    year = None
    if one.value is not None:
        year = desk.phrase("inferred", value=one.value) if one.inferred else desk.name(str(one.value))
    return desk.row("founded", year, desk.text(one.note), sources=one.sources)


def _employees(desk: Desk, sme: Sme) -> Row | None:
    one = sme.employees
    if one is None:
        return None
    count = desk.reader.number(one.value)
    figure = desk.phrase("about", value=count)["t"] if one.approximate else count
    return desk.row("employees", _dated(desk, figure, one.year), desk.text(one.scope), sources=one.sources)


def _turnover(desk: Desk, sme: Sme) -> Row | None:
    one = sme.turnover
    if one is None:
        return None
    return desk.row(
        "turnover",
        _dated(desk, desk.reader.money(one.value, one.currency), one.year),
        desk.text(one.scope),
        sources=one.sources,
    )


def _dated(desk: Desk, figure: str, year: int | None) -> Mapping[str, Any]:
    return desk.phrase("in_year", value=figure, year=year) if year else desk.name(figure)


def _export(desk: Desk, sme: Sme) -> Row | None:
    one = sme.export
    if one is None:
        return None
    countries = [desk.reader.country(code) for code in one.countries]
    return desk.row(
        "export",
        desk.listed(countries) if countries else None,
        desk.phrase("export_share", share=desk.reader.percent(one.share / 100)) if one.share is not None else None,
        desk.phrase("export_since", year=one.since) if one.since else None,
        *(desk.code("entry_mode", mode) for mode in one.entry_modes),
    )


def _ids(desk: Desk, sme: Sme) -> list[Row | None]:
    if sme.ids is None:
        return []
    known = [(name, getattr(sme.ids, name)) for name in ("vat", "euid", "lei", "duns", "pic")]
    return [desk.row(name, desk.name(value)) for name, value in known if value]


def _references(desk: Desk, sme: Sme) -> Table | None:
    lines = [
        [
            said(desk.name(one.client)),
            one.place and said(desk.name(one.place)),
            one.year and said(desk.name(str(one.year))),
            one.result and said(desk.text(one.result)),
        ]
        for one in sme.references
    ]
    return table(desk, "references", lines, ("client", "place", "year", "result"))
