"""The invented partnership: itself, its sectors, clusters and value chain."""

from datetime import date

from demo.chance import count, dice
from demo.markets import MARKETS
from demo.media import cluster_logo
from demo.places import HOMES, Home
from demo.vocabulary import DERIVED, archetypes
from demo.world import Record, World, statement

SECTORS = {"ict": ["26", "61", "62"], "mobility": ["29", "30", "49"], "construction": ["16", "23", "41"], "environment": ["36", "38", "81"]}
STAGES = ("survey", "design", "supply", "install", "operate", "renew")
FORMATS = {"en": "en-GB", "ar": "ar-DZ"}
PACKAGES = ("wp-managing", "wp-collecting", "wp-visiting")


def partnership_record(world: World) -> Record:
    """Return the partnership's record."""
    words = world.words
    fields = {
        "id": "demo",
        "acronym": "Demo",
        "acronym_variants": ["DEMO"],
        "name": words.text("partnership.name"),
        "invented": True,
        "notice": words.text("partnership.notice"),
        "programme": "Invented programme",
        "call": {"id": "INVENTED-2026-01", "title": "Invented call"},
        "grant_number": "INVENTED-000000",
        "start": date(2026, 1, 1),
        "duration_months": 36,
        "end_derived": date(2028, 12, 31),
        "funding": {"value": 0, "currency": "EUR", "sources": ["demo-register"]},
        "tagline": words.text("partnership.tagline"),
        "summary": words.text("partnership.summary"),
        **_plans(world),
        "figures": _figures(world),
        "clusters": [home.id for home in HOMES],
        "languages": [_language(world, tag) for tag in words.languages],
        "door_markets": [market.id for market in MARKETS],
        "emblem": "eu",
        "funding_statement": words.text("partnership.funding_statement"),
        "disclaimer": words.text("partnership.disclaimer"),
    }
    facts = [statement(words.text("partnership.summary"), "demo-register", 2026, words.text("partnership.notice"))]
    return world.record(dice(world.seed, "partnership"), fields, sources=["demo-register"], statements=facts)


def _language(world: World, tag: str) -> Record:
    first, source = world.words.languages[0], DERIVED.get(tag)
    fallback = [one for one in (source, first) if one and one != tag]
    optional = {"fallback": fallback, "derived_from": source, "formats": FORMATS.get(tag)}
    return {"tag": tag, **{name: value for name, value in optional.items() if value}}


def _plans(world: World) -> Record:
    words, source = world.words, {"sources": ["demo-register"]}
    kinds = ("general", "specific", "cluster-view")
    return {
        "objectives": [
            {"id": f"obj-{kind}", "kind": kind, "text": words.text(f"objectives.{place}"), **source}
            for place, kind in enumerate(kinds)
        ],
        "work_packages": [
            {"id": key, "title": words.text(f"packages.{place}.title"), "lead": HOMES[place].id,
             "aims": words.all_of(f"packages.{place}.aims"), **source}
            for place, key in enumerate(PACKAGES)
        ],
        "outputs": [
            {"id": key, "title": words.text(f"outputs.{place}.title"), "description": words.text(f"outputs.{place}.description"), **source}
            for place, key in enumerate(("out-map", "out-catalogues"))
        ],
    }  # fmt: skip


def _figures(world: World) -> list[Record]:
    values = {"clusters": len(HOMES), "companies": world.size, "markets": len(MARKETS)}
    return [
        {"id": f"fig-{name}", "value": value, "qualifier": "exactly", "label": world.words.text(f"figures.{name}"), "sources": ["demo-register"]}
        for name, value in values.items()
    ]


def sector_record(world: World, sector: str) -> Record:
    """Return a sector's record."""
    words = world.words
    fields = {
        "name": words.text(f"sectors.{sector}.name"),
        "description": words.text(f"sectors.{sector}.description"),
        "nace": SECTORS[sector],
        "tone": sector,
        "order": list(SECTORS).index(sector) + 1,
    }
    return world.record(dice(world.seed, "sector", sector), fields, sources=["demo-register"])


def cluster_record(world: World, home: Home) -> Record:
    """Return a cluster's record."""
    words, throws = world.words, dice(world.seed, "cluster", home.id)
    own = words.text(f"clusters.{home.id}")
    founded = throws.randint(2001, 2015)
    place = HOMES.index(home)
    leads = {"role": {"leads": [PACKAGES[place]]}} if place < len(PACKAGES) else {}
    fields = {
        "name": own,
        "short_name": home.short_name,
        "legal_name": f"{home.short_name} Association",
        "former_names": [f"{home.short_name} Circle"],
        "later_name": words.text("cluster.later_name", name=own),
        "country": home.country,
        "region": home.region,
        "city": home.towns[0],
        "address": f"1 Invented Street, {home.towns[0]}",
        "place_note": words.text("cluster.place"),
        "geo": {"lat": home.lat, "lon": home.lon},
        "website": f"https://{home.id}.example",
        "mailbox": f"office@{home.id}.example",
        "founded": {"value": founded, "inferred": True, "note": words.text("cluster.founded"), "sources": ["demo-register"]},
        "members": [_members(world, home, year) for year in (2024, 2025, 2026)],
        "sectors": list(home.sectors),
        "topics": _topics(world, home),
        "labels": ["Invented Label in Silver"],
        "networks": ["Invented Network of Clusters"],
        "services": words.all_of("cluster.services"),
        "languages": list(dict.fromkeys((home.language, "en", "fr"))),
        "logo": cluster_logo(home.id),
        "cooperation_sought": {"countries": [market.country for market in MARKETS], "sectors": list(SECTORS), "kinds": ["joint missions", "joint bids"]},
        **leads,
        "summary": words.text(f"cluster.summaries.{home.sectors[0]}"),
    }
    facts = [
        statement(one, "demo-yearbook", 2026)
        for one in (
            words.text("cluster.statements.0", year=2026, count=count(throws)),
            words.text("cluster.statements.1", year=2026, count=count(throws)),
        )
    ]
    return world.record(throws, fields, language=home.language, sources=["demo-register"], statements=facts)


def _members(world: World, home: Home, year: int) -> Record:
    companies = sum(company.home is home for company in world.companies) - (2026 - year)
    companies = max(companies, 0)
    note = world.words.text("cluster.counted")
    return {"year": year, "total": companies + 9, "companies": companies, "smes": companies, "research": 6, "other": 3,
            "note": note, "sources": ["demo-yearbook"]}  # fmt: skip


def _topics(world: World, home: Home) -> list[Record]:
    found = [name for name, one in archetypes().items() if one["sector"] == home.sectors[0]]
    return [world.words.text(f"archetypes.{name}.name") for name in found[:3]]


def chain_record(world: World) -> Record:
    """Return the value chain."""
    words = world.words
    fields = {
        "title": words.text("chain.title"),
        "challenge": words.text("chain.challenge"),
        "stages": [_stage(world, stage) for stage in STAGES],
    }
    return world.record(dice(world.seed, "chain"), fields, sources=["demo-register"])


def _stage(world: World, stage: str) -> Record:
    there = [one for one in archetypes().values() if stage in one["stages"]]
    codes = list(dict.fromkeys(one["codes"]["cpv"] for one in there))
    return {
        "id": stage,
        "name": world.words.text(f"stages.{stage}.name"),
        "description": world.words.text(f"stages.{stage}.description"),
        "sectors": list(dict.fromkeys(one["sector"] for one in there)),
        "codes": {"cpv": codes[:4]},
    }
