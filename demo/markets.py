"""The five markets, with invented facts that say so, and a catalogue for each."""

from datetime import date
from typing import NamedTuple

from c2site.language.tags import locale_of
from demo.chance import LAST_YEAR, count, dice
from demo.places import HOMES
from demo.vocabulary import Text, archetypes
from demo.world import Record, World, statement


class Abroad(NamedTuple):
    """A market. `languages` are those of its catalogue with their reading chains; `list` names its codes of industries."""

    id: str
    country: str
    languages: tuple[tuple[str, ...], ...]
    official: tuple[str, ...]
    currency: str
    units: str
    paper: str
    industry_codes: str
    list: str
    digits: tuple[int, ...]
    mark: str
    dealer: str
    timezone: str


EN, ES, FR = ("en",), ("es", "en"), ("fr", "en")
MARKETS = (
    Abroad("us", "US", (("en-US", *EN),), ("en",), "USD", "us-customary", "letter", "naics", "naics", (8, 10), "UL",
           "Invented Dealers Inc.", "America/Los_Angeles"),
    Abroad("ca", "CA", (("en-CA", *EN), ("fr-CA", *FR)), ("en", "fr"), "CAD", "si", "letter", "naics", "naics", (8, 10), "CSA",
           "Invented Northern Trade Ltd.", "America/Toronto"),
    Abroad("mx", "MX", (("es-MX", *ES), EN), ("es",), "MXN", "si", "letter", "naics", "naics", (8, 10), "NOM",
           "Comercial Inventada", "America/Mexico_City"),
    Abroad("co", "CO", (("es-CO", *ES), EN), ("es",), "COP", "si", "letter", "ciiu", "ciiu", (8, 10), "RETIE",
           "Distribuidora Imaginaria", "America/Bogota"),
    Abroad("dz", "DZ", (("ar-DZ", "ar", *FR), ("fr-DZ", *FR), EN), ("ar",), "DZD", "si", "a4", "isic", "hs", (8, 10), "CE",
           "Comptoir Imaginaire", "Africa/Algiers"),
)  # fmt: skip
CHAPTERS = {
    "requirements": ("tariff", "standards", "conformity", "labelling"),
    "procurement": ("procurement", "practical"),
    "trade_terms": ("trade",),
    "priorities": ("demand",),
}


def country_name(world: World, country: str) -> Text:
    """Return a country's name in every written language, as CLDR has it."""
    return {tag: locale_of(tag).territories[country] for tag in world.words.written}


def market_record(world: World, market: Abroad) -> Record:
    """Return a market's record."""
    throws = dice(world.seed, "market", market.id)
    words = world.words
    chapters = {
        name: [_fact(world, market, topic) for topic in topics] for name, topics in CHAPTERS.items()
    }
    contact = statement(words.text("market.contact", year=2025, count=count(throws)), "demo-yearbook", 2025)
    fields = {
        "country": market.country,
        "focus_regions": words.all_of("market.regions"),
        "project_status": "worked" if market.id in ("us", "mx", "co") else "planned",
        "project_note": words.text("market.project"),
        "project_sources": ["demo-yearbook"],
        "languages": reading_languages(world, market),
        "official_languages": list(market.official),
        "language_note": words.text("market.languages"),
        "currency": market.currency,
        "units": market.units,
        "paper": market.paper,
        "industry_codes": market.industry_codes,
        **chapters,
        "contacts": [contact],
        "strategy": "strategy",
    }
    return world.record(throws, fields, sources=["demo-market-survey"])


def reading_languages(world: World, market: Abroad) -> list[Record]:
    """Return the languages of the market's catalogue that the world has, each with its reading chain."""
    found = []
    for chain in market.languages:
        known = [tag for tag in chain if tag.split("-")[0] in world.words.written]
        if known and known[0] == chain[0]:
            found.append({"tag": chain[0], "chain": known})
    return found or [{"tag": world.words.written[0], "chain": [world.words.written[0]]}]


def _fact(world: World, market: Abroad, topic: str) -> Record:
    throws = dice(world.seed, "fact", market.id, topic)
    name = f"Invented rule {market.country}-{throws.randrange(100, 1000)}"
    found: Record = {
        "id": f"{market.id}-{topic}",
        "topic": topic,
        "name": name,
        "acronym": f"IR-{market.country}",
        "authority": "Invented authority",
        "website": f"https://{market.id}-{topic}.example",
        "text": world.words.text(f"market.facts.{topic}", mark=market.mark, count=count(throws)),
        "sources": ["demo-market-survey"],
        "as_of": LAST_YEAR,
        "since": throws.randint(2005, 2024),
        "checked_on": date(2026, 12, 1),
        "caveat": world.words.text("market.caveat"),
    }
    return {**found, **_special(world, market, topic)}


def _special(world: World, market: Abroad, topic: str) -> Record:
    """Return the fields that only facts about this topic have."""
    if topic == "tariff":
        return {"digits": list(market.digits)}
    if topic == "conformity":
        codes = list(dict.fromkeys(one["codes"]["hs"][:2] for one in archetypes().values() if "hs" in one["codes"]))
        return {"applies_to": {"sectors": ["ict", "mobility"], "codes": codes[:4]}, "evidence": [market.mark]}
    if topic == "trade":
        countries = list(dict.fromkeys(home.country for home in HOMES))
        return {"covers_origin": countries, "proof": world.words.text("market.proof")}
    return {}


def edition_record(world: World, market: Abroad) -> Record:
    """Return the catalogue for a market."""
    throws = dice(world.seed, "edition", market.id)
    fields = {
        "market": market.id,
        "languages": [tag["tag"].split("-")[0] for tag in reading_languages(world, market)],
        **_cover(world, country_name(world, market.country)),
        "version": "1",
        "order": "chain",
        "unstated": "leave-out",
    }
    return world.record(throws, fields, sources=["demo-register"])


def fair_edition_record(world: World, event: str, market: Abroad) -> Record:
    """Return the catalogue of those who travel to a fair: a selection by everything one can select by."""
    throws = dice(world.seed, "edition", event)
    chosen = [company for company in world.companies if company.home in HOMES[2:]][:12]
    fields = {
        "market": market.id,
        "sectors": ["ict", "mobility"],
        "clusters": [home.id for home in HOMES[2:]],
        "event": event,
        "smes": [company.id for company in chosen],
        "languages": [tag["tag"].split("-")[0] for tag in reading_languages(world, market)][:1],
        **_cover(world, world.words.text("event.titles.fair", place=country_name(world, market.country))),
        "version": "1",
        "order": "name",
        "paper": "a4",
        "bleed_mm": 3,
        "unstated": "include",
    }
    return world.record(throws, fields, sources=["demo-register"])


def _cover(world: World, place: Text) -> Record:
    words = world.words
    return {
        "title": words.text("edition.title", market=place),
        "subtitle": words.text("edition.subtitle"),
        "foreword": words.text("edition.foreword"),
    }
