"""A numbered entry: one product, service, technology or package."""

from collections.abc import Mapping
from typing import Any

from c2site.catalogue import Entry
from c2site.catalogue.editions import UNSTATED
from c2site.model import Offering
from c2site.render.printed.desk import Desk, Row, parted, rows
from c2site.render.printed.panels import codes, details, entry_panels, panel, parted_details
from c2site.render.printed.pictures import qr
from c2site.render.printed.prose import prose
from c2site.render.printed.room import lengths

LEVELS = 9


def entry(desk: Desk, one: Entry, palette: Mapping[str, Any]) -> dict[str, Any]:
    """Return an entry with everything known of it."""
    offering = one.offering
    few, many = parted_details(details(desk, offering))
    facts, remarks = parted(_facts(desk, offering) + few)
    made = {
        "id": offering.id,
        "number": one.number,
        "label": f"entry-{one.number}",
        "figure": desk.name(desk.reader.number(one.number)),
        "name": desk.text(offering.name),
        "kind": desk.phrase(f"kind.{offering.kind}"),
        "sectors": desk.sectors(offering.sectors),
        "status": _status(desk, one.status),
        "readiness": _readiness(desk, offering),
        "facts": facts,
        "remarks": remarks,
        "summary": desk.text(offering.summary),
        "description": prose(desk.text(offering.description)),
        "benefits": [desk.text(text) for text in offering.benefits],
        "statements": desk.statements(offering.statements),
        "market": _presence(desk, offering),
        "codes": [one for one in (panel(desk, "codes", codes(desk, offering.codes)),) if one],
        "panels": entry_panels(desk, offering, many),
        "notes": desk.cite(offering.sources),
        "sources": desk.phrase("label.sources"),
        **permanent(desk, "offerings", offering.id, palette),
    }
    return {**made, **lengths(made)}


def permanent(desk: Desk, folder: str, key: str, palette: Mapping[str, Any]) -> dict[str, Any]:
    """Return a record's permanent address in words and as a square code; who reads on a screen is led to the page in the book's language."""
    address = desk.portal.permanent(key)
    return {
        "address": desk.link(address),
        "target": desk.address(folder, key),
        "more": desk.phrase("more_online"),
        "qr": qr(address, palette["ink"]),
        "qr_alt": desk.phrase("qr_alt", address=address),
    }


def _status(desk: Desk, status: str) -> dict[str, Any] | None:
    market = desk.market_words()
    if market is None:
        return None
    return {"market": desk.name(market.text), "name": desk.phrase(f"status.{status}"), "stated": status != UNSTATED}


def _readiness(desk: Desk, one: Offering) -> dict[str, Any] | None:
    """Return how far an offering has come: its level of nine, drawn as a scale, and its stage."""
    if not one.readiness and not one.stage:
        return None
    return {
        "label": desk.phrase("label.readiness" if one.readiness else "label.stage"),
        "level": one.readiness,
        "levels": LEVELS,
        "words": [
            words
            for words in (
                desk.phrase("readiness", level=one.readiness) if one.readiness else None,
                desk.phrase(f"stage.{one.stage}") if one.stage else None,
            )
            if words
        ],
    }


def _facts(desk: Desk, one: Offering) -> list[Row]:
    makers = [desk.portal.profiles.smes[key].name for key in one.makers if key in desk.portal.profiles.smes]
    return rows(
        desk.row("makers", *map(desk.name, makers)) if len(makers) > 1 else None,
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
            *codes(desk, stand.codes),
        ),
    }
