"""A company's sheet: who it is, and its entries."""

from collections.abc import Mapping
from typing import Any

from c2site.catalogue import Sheet
from c2site.model import Sme
from c2site.model.base import Founded
from c2site.model.organisation import Image
from c2site.render.initials import initials
from c2site.render.printed.desk import Desk, Row, parted, rows
from c2site.render.printed.entries import entry, permanent
from c2site.render.printed.panels import company_panels, parted_details
from c2site.render.printed.prose import prose
from c2site.render.printed.room import is_full, lengths


def sheet(desk: Desk, one: Sheet, palette: Mapping[str, Any]) -> dict[str, Any]:
    """Return a company with its entries."""
    sme = one.sme
    few, many = parted_details(_details(desk, sme))
    facts, remarks = parted(_facts(desk, sme) + few)
    made = {
        "id": sme.id,
        "label": f"sme-{sme.id}",
        "name": desk.name(sme.name),
        "place": desk.place(sme.city, sme.region, sme.country),
        "sectors": desk.sectors(sme.sectors),
        "tone": desk.tone(sme.sectors[0]),
        "logo": desk.picture(sme.logo),
        "initials": desk.name(initials(sme.name)),
        "contact": _contact(desk, sme),
        "facts": facts,
        "remarks": remarks,
        "summary": desk.text(sme.summary),
        "description": prose(desk.text(sme.description)),
        "statements": desk.statements(sme.statements),
        "images": _images(desk, sme),
        "panels": company_panels(desk, sme, many, _register(desk, sme)),
        "notes": desk.cite(sme.sources),
        "sources": desk.phrase("label.sources"),
        **permanent(desk, "smes", sme.id, palette),
    }
    entries = [entry(desk, each, palette) for each in one.entries]
    return {**made, **lengths(made), "full": is_full(made), "entries": entries}


def _contact(desk: Desk, sme: Sme) -> dict[str, Any]:
    """Return how to reach a company: where it sits, its website, its role mailbox."""
    return {"heading": desk.phrase("contact"), "lines": rows(desk.link(sme.website), desk.link(sme.mailbox))}


def _images(desk: Desk, sme: Sme) -> list[dict[str, Any]]:
    """Return a company's pictures, with what can be seen and who made them."""
    shown = [(one, desk.picture(one.file)) for one in sme.images]
    return [{"picture": picture, "alt": desk.text(one.alt), "credit": _credit(desk, one)} for one, picture in shown if picture]


def _credit(desk: Desk, one: Image) -> Mapping[str, Any] | None:
    named = [part for part in (one.credit, one.licence) if part]
    return desk.phrase("credit", credit=", ".join(named)) if named else None


def _facts(desk: Desk, sme: Sme) -> list[Row]:
    languages = [desk.language(tag) for tag in sme.languages]
    return rows(
        _membership(desk, sme),
        founded(desk, sme.founded),
        desk.row("size", desk.phrase(f"size.{sme.size}") if sme.size else None, desk.text(sme.size_note)),
        _employees(desk, sme),
        _turnover(desk, sme),
        desk.row("languages", desk.listed(languages)) if languages else None,
    )


def _details(desk: Desk, sme: Sme) -> list[Row]:
    legal = sme.legal_name if sme.legal_name != sme.name else None
    named = (("legal_name", legal), ("former_names", sme.former_name), ("brand", sme.brand), ("group", sme.group))
    return rows(
        *(desk.row(label, desk.name(name)) for label, name in named if name),
        desk.row("place_note", desk.text(sme.place_note)),
    )


def _register(desk: Desk, sme: Sme) -> list[Row]:
    """Return how the company sells, and how registers know it."""
    return rows(
        _export(desk, sme),
        desk.row("business_models", *(desk.code("business_model", one) for one in sme.business_models)),
        desk.row("nace", desk.listed_plain(sme.activities)) if sme.activities else None,
        *_ids(desk, sme),
    )


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
