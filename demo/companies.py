"""The profile of an invented company."""

from random import Random

from demo.chance import FIRST_YEAR, HOURS, LAST_YEAR, count, dice
from demo.media import CERTIFICATE, logo_of, picture_of
from demo.papers import registrations
from demo.vocabulary import Text, archetypes
from demo.world import Company, Record, World, day, statement

# Most staff and turnover (EUR) of a company of each size (2003/361/EC), kept well below the limits.
SIZES = {"micro": (9, 900_000), "small": (49, 6_000_000), "medium": (99, 20_000_000)}
MODES = ("distributor", "direct sale", "local partner")
ABROAD = ("US", "CA", "MX", "CO", "DZ", "DE", "PT", "CH", "MA", "CL")
ISSUERS = ("Invented Assurance Office", "Demonstration Testing House", "Nowhere Certification")


def company_record(world: World, company: Company) -> Record:
    """Return the company's record."""
    throws = dice(world.seed, "sme", company.number)
    founded = throws.randint(FIRST_YEAR, 2020)
    fields = {
        **_identity(world, company, throws, founded),
        **_measures(world, company, throws),
        **_portrait(world, company, throws, founded),
        **_dealings(world, company, throws, founded),
        "logo": logo_of(company),
        "images": [picture_of(world, company)],
    }
    return world.record(
        throws, fields, language=company.home.language, sources=["demo-register"], statements=_statements(world, company, throws)
    )


def _identity(world: World, company: Company, throws: Random, founded: int) -> Record:
    home, words = company.home, world.words
    note = {"note": words.text("company.membership")} if company.is_full else {}
    found: Record = {
        "name": company.name,
        "legal_name": f"{company.name} {throws.choice(home.forms)}",
        "former_name": f"{company.name[:4]} & Co",
        "brand": company.name[:6],
        "group": f"{company.name[:4]} Group",
        "cluster": home.id,
        "membership": {"kind": throws.choice(("stated", "stated", "project")), "year": founded, **note},
        "country": home.country,
        "region": home.region,
        "city": throws.choice(home.towns),
        "geo": {"lat": round(home.lat + throws.uniform(-0.4, 0.4), 2), "lon": round(home.lon + throws.uniform(-0.4, 0.4), 2)},
        "website": f"https://{company.id}.example",
        "mailbox": f"info@{company.id}.example",
        "ids": registrations(home.country, home.vat, company.number + 1),
    }
    if company.is_full:
        return {**found, "place_note": words.text("company.place")}
    return {name: value for name, value in found.items() if name not in ("former_name", "group")}


def _measures(world: World, company: Company, throws: Random) -> Record:
    size = throws.choice(tuple(SIZES))
    most_staff, most_turnover = SIZES[size]
    source = {"sources": ["demo-register"]}
    staff = {"value": throws.randint(most_staff // 5 + 1, most_staff), "year": 2025, "approximate": throws.random() < 0.3, **source}
    sales = {"value": throws.randint(most_turnover // 50_000, most_turnover // 10_000) * 10_000, "currency": "EUR", "year": 2025, **source}
    if not company.is_full:
        return {"size": size, "employees": staff, "turnover": sales}
    words = world.words
    return {
        "size": size,
        "size_note": words.text("company.size"),
        "employees": {**staff, "scope": words.text("company.employees")},
        "turnover": {**sales, "scope": words.text("company.turnover")},
    }


def _portrait(world: World, company: Company, throws: Random, founded: int) -> Record:
    words = world.words
    first, second, _ = company.archetypes
    began = {"value": founded, "inferred": False, "sources": ["demo-register"]}
    if company.is_full:
        began = {**began, "inferred": True, "note": words.text("company.founded")}
    return {
        "founded": began,
        "activities": list(dict.fromkeys(archetypes()[one]["codes"]["nace"] for one in company.archetypes)),
        "sectors": _sectors(company),
        "summary": words.text(f"archetypes.{first}.maker"),
        "description": _description(world, throws, founded),
        "keywords": [words.text(f"archetypes.{one}.name") for one in (first, second)],
        "business_models": list(dict.fromkeys(said(archetypes()[one]["model"]) for one in company.archetypes)),
    }


def _sectors(company: Company) -> list[str]:
    own = archetypes()[company.archetypes[0]]["sector"]
    return list(dict.fromkeys((own, *company.home.sectors)))


def _description(world: World, throws: Random, founded: int) -> Text:
    words = world.words
    beginning = words.text("company.about.0", year=founded, count=count(throws))
    rest = [
        words.text("company.about.1", count=count(throws, 49)),
        words.text("company.about.2"),
        words.text("company.about.3", hours=throws.choice(HOURS)),
    ]
    return words.joined(beginning, *throws.sample(rest, 2))


def _dealings(world: World, company: Company, throws: Random, founded: int) -> Record:
    home = company.home.language
    spoken = ["en", home, *throws.sample(("fr", "es", "ar", "de"), 2)]
    return {
        "export": {
            "countries": throws.sample(ABROAD, 3),
            "share": throws.randrange(5, 70, 5),
            "since": throws.randint(founded, 2024),
            "entry_modes": throws.sample(MODES, 2),
        },
        "languages": list(dict.fromkeys(spoken)),
        "certificates": [certificate(world, throws, throws.choice(("ISO 9001", "ISO 14001", "ISO 27001")), company.home.country)],
        "references": [_reference(world, company, throws)],
    }


def certificate(world: World, throws: Random, paper: str, country: str) -> Record:
    """Return an invented paper of the sort `paper`."""
    scope = throws.randrange(world.words.size("company.scopes"))
    begun = throws.choice((2025, 2026))
    return {
        "type": paper,
        "scope": world.words.text(f"company.scopes.{scope}"),
        "number": f"INVENTED-{throws.randrange(10**6):06}",
        "issuer": throws.choice(ISSUERS),
        "valid_from": day(throws, begun),
        "valid_until": day(throws, begun + 4),
        "valid_in": list(dict.fromkeys((country, throws.choice(ABROAD)))),
        "file": CERTIFICATE,
    }


def _reference(world: World, company: Company, throws: Random) -> Record:
    place = throws.choice(company.home.towns)
    key = f"company.results.{throws.randrange(world.words.size('company.results'))}"
    result = world.words.text(key, percent=count(throws, 49), count=count(throws))
    return {"client": f"Invented City of {place}", "place": place, "year": throws.randint(2021, LAST_YEAR), "result": result, "permission": True}


def _statements(world: World, company: Company, throws: Random) -> list[Record]:
    key = f"company.statements.{throws.randrange(world.words.size('company.statements'))}"
    year = throws.randint(2021, LAST_YEAR)
    caveat = world.words.text("company.caveat") if company.is_full else None
    return [statement(world.words.text(key, year=year, count=count(throws)), "demo-yearbook", year, caveat)]


def said(code: str) -> str:
    """Return a code as an editor writes it: words, not hyphens."""
    return code.replace("-", " ")
