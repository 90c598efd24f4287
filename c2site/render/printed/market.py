"""The market's pages: what kind of place it is to sell in, and what is asked of those who do."""

from collections.abc import Iterable
from typing import Any

from c2site.model import Market
from c2site.model.market import Fact
from c2site.render.printed.desk import Desk, Row, rows

SECTIONS = ("requirements", "procurement", "trade_terms", "priorities")


def market_pages(desk: Desk) -> dict[str, Any] | None:
    """Return the market's facts and rules, each with its notes, year and caveat."""
    market, name = desk.market, desk.market_words()
    if market is None or name is None:
        return None
    return {
        "id": market.id,
        "heading": desk.name(name.text),
        "kicker": desk.phrase("market.heading"),
        "lead": desk.phrase(f"project_status.{market.project_status}"),
        "note": _note(desk, market),
        "facts": _facts(desk, market),
        "offer": desk.phrase("market.offer", len(desk.catalogue.entries)),
        "sections": [_section(desk, key, getattr(market, key)) for key in SECTIONS if getattr(market, key)],
        "ties": {
            "heading": desk.phrase("market.ties"),
            "statements": desk.statements((*market.contacts, *market.statements)),
        },
        "advice": desk.phrase("market.no_advice"),
    }


def _note(desk: Desk, market: Market) -> Row:
    return {
        "text": desk.text(market.project_note),
        "notes": desk.cite(market.project_sources),
        "year": None,
        "caveat": None,
    }


def _facts(desk: Desk, market: Market) -> list[Row]:
    reader = desk.reader
    regions = [reader.text(region).text for region in market.focus_regions]
    languages = [desk.language(tag) for tag in market.official_languages]
    return rows(
        desk.row("focus", desk.listed(regions)) if regions else None,
        desk.row("currency", desk.listed_plain([reader.currency(market.currency), market.currency])),
        desk.row("official_languages", desk.listed(languages)) if languages else None,
        desk.row("language_note", desk.text(market.language_note)),
        desk.row("units", desk.phrase(f"units.{market.units}")),
        desk.row("industry_codes", desk.phrase(f"industry_codes.{market.industry_codes}"))
        if market.industry_codes
        else None,
        desk.row("catalogue_languages", desk.listed(desk.language(tag) for tag in desk.catalogue.edition.languages)),
    )


def _section(desk: Desk, key: str, facts: Iterable[Fact]) -> dict[str, Any]:
    return {"heading": desk.phrase(f"market.{key}"), "facts": [_fact(desk, fact) for fact in facts]}


def _fact(desk: Desk, fact: Fact) -> dict[str, Any]:
    head = [desk.name(part) for part in (fact.name, fact.acronym, fact.authority) if part]
    return {
        "topic": desk.phrase(f"topic.{fact.topic}"),
        "head": head,
        "website": desk.link(fact.website),
        "text": desk.text(fact.text),
        "notes": desk.cite(fact.sources),
        "meta": _meta(desk, fact),
        "caveat": desk.text(fact.caveat),
    }


def _meta(desk: Desk, fact: Fact) -> list[Row]:
    """Return the small print of a fact."""
    reader, applies = desk.reader, fact.applies_to
    sectors = [one["name"]["t"] for one in desk.sectors(applies.sectors)] if applies else []
    covers = [reader.country(code) for code in fact.covers_origin]
    return rows(
        desk.row("since", desk.name(reader.when(fact.since))) if fact.since else None,
        desk.row("as_of", desk.name(reader.when(fact.as_of))) if fact.as_of else None,
        desk.row("digits", desk.listed(map(str, fact.digits))) if fact.digits else None,
        desk.row("applies_to", desk.listed([*sectors, *applies.codes])) if applies else None,
        desk.row("evidence", desk.listed(desk.code("certificate", one)["t"] for one in fact.evidence))
        if fact.evidence
        else None,
        desk.row("covers_origin", desk.listed(covers)) if covers else None,
        desk.row("proof", desk.text(fact.proof)),
        desk.row("checked_on", desk.day(fact.checked_on)) if fact.checked_on else None,
    )
