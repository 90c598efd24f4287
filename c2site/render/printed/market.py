"""The market's pages: what kind of place it is to sell in, and what is asked of those who do."""

from collections.abc import Iterable
from typing import Any

from c2site.catalogue import Entry
from c2site.model import Market, Offering
from c2site.model.market import AppliesTo, Fact
from c2site.render.printed.desk import Desk, Row, rows
from c2site.render.printed.front import statuses
from c2site.render.printed.strings import String

SECTIONS = ("requirements", "procurement", "trade_terms", "priorities")
MANY = 12


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
        "statuses": statuses(desk),
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
    """Return facts under a heading: first those that concern entries of this book, then those for everybody, then the others."""
    found = [(fact, concerned(fact, desk.catalogue.entries)) for fact in facts]
    found.sort(key=lambda one: 0 if one[1] else 1 if one[0].applies_to is None else 2)
    return {"heading": desk.phrase(f"market.{key}"), "facts": [_fact(desk, *one) for one in found]}


def concerned(fact: Fact, entries: Iterable[Entry]) -> list[int]:
    """Return the numbers of the entries to which a fact says that it applies: by sector and, where it names codes, by code."""
    applies = fact.applies_to
    return [one.number for one in entries if _applies(applies, one.offering)] if applies else []


def _applies(applies: AppliesTo, one: Offering) -> bool:
    in_sector = not applies.sectors or bool(set(applies.sectors) & set(one.sectors))
    goods = [code.replace(".", "").replace(" ", "") for code in (*one.codes.hs, *one.codes.cn)] if one.codes else []
    return in_sector and (not applies.codes or any(code.startswith(applies.codes) for code in goods))


def _fact(desk: Desk, fact: Fact, numbers: list[int]) -> dict[str, Any]:
    head = [desk.name(part) for part in (fact.name, fact.acronym, fact.authority) if part]
    return {
        "topic": desk.phrase(f"topic.{fact.topic}"),
        "head": head,
        "website": desk.link(fact.website),
        "text": desk.text(fact.text),
        "notes": desk.cite(fact.sources),
        "concerns": {"label": desk.phrase("label.concerns"), "words": _entries(desk, numbers), "numbers": numbers} if numbers else None,
        "meta": _meta(desk, fact),
        "caveat": desk.text(fact.caveat),
    }


def _entries(desk: Desk, numbers: list[int]) -> String:
    """Return the numbers of entries, or how many they are where they are many."""
    if len(numbers) > MANY:
        return desk.phrase("count", len(numbers))
    return desk.phrase("entries", len(numbers), numbers=desk.reader.listed(map(desk.reader.number, numbers)))


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
