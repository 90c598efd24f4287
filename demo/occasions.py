"""What the partnership does: events, needs, agreements, indicators, and whom it might work with."""

from collections.abc import Iterator
from datetime import date, timedelta

from demo.chance import count, dice
from demo.markets import MARKETS, Abroad, country_name, reading_languages
from demo.places import HOMES
from demo.vocabulary import archetypes
from demo.world import Company, Record, World, statement

KINDS = ("b2b", "c2c", "mission", "webinar", "fair", "conference")
FAIR = "ev-us-fair"
NEED_TYPES = ("business-request", "technology-request", "research-request", "business-offer", "technology-offer")
PROSPECTS = ("Cluster of Paper Kites", "Green Umbrella Network", "Tin Whistle Cluster", "Seven Wells Alliance", "Silver Ladder Cluster",
             "Round Table of Rivers", "Blue Chalk Cluster", "Network of Quiet Streets", "Copper Bell Cluster", "Salt and Light Alliance")  # fmt: skip
STATES = ("found", "contacted", "meeting", "agreed", "declined")
FORMULAS = {
    "companies": ("companies", "count(smes)"),
    "offerings": ("offerings", "count(offerings)"),
    "meetings": ("meetings", "sum(events.after.b2b_meetings)"),
    "exchanges": ("meetings", "sum(events.after.c2c_meetings)"),
    "agreements": ("agreements", "count(agreements)"),
    "participants": ("people", "sum(events.after.participants)"),
    "involved": ("companies", "distinct(events.smes)"),
    "entered": ("markets", "distinct(events.markets)"),
    "translated": ("per cent", "translated(offerings)"),
    "fresh": ("per cent", "share(smes where reviewed_on within 365 days)"),
}
# Targets that chance would set too high.
TARGETS = {"entered": 5, "translated": 90, "fresh": 90}


def event_records(world: World) -> Iterator[tuple[str, Record]]:
    """Yield one event of each kind for each market."""
    for place, market in enumerate(MARKETS):
        for number, kind in enumerate(KINDS):
            yield f"ev-{market.id}-{kind}", _event(world, market, kind, date(2026, 2, 10) + timedelta(days=70 * place + 150 * number))


def _event(world: World, market: Abroad, kind: str, start: date) -> Record:
    words, throws = world.words, dice(world.seed, "event", market.id, kind)
    organiser, other = throws.sample(HOMES, 2)
    online = kind == "webinar"
    where = {"venue": "Invented Hall", "city": f"Invented City of {market.country}", "region": "Invented region", "country": market.country,
             "geo": {"lat": 0.5, "lon": 0.5}}  # fmt: skip
    guests = throws.sample(world.companies, min(len(world.companies), 6))
    fields = {
        "title": words.text(f"event.titles.{kind}", place=country_name(world, market.country)),
        "kind": kind,
        "scope": "related" if kind == "conference" else "project",
        "start": start,
        "end": start if online else start + timedelta(days=2),
        "start_time": "10:00",
        "end_time": "16:00",
        "timezone": market.timezone,
        "mode": "online" if online else throws.choice(("onsite", "hybrid")),
        "place": None if online else where,
        "organiser": organiser.id,
        "co_organisers": [other.id],
        "languages": [language["tag"].split("-")[0] for language in reading_languages(world, market)],
        "markets": [market.id],
        "topic": words.text("event.topic"),
        "summary": words.text("event.summary"),
        "agenda": _agenda(world, start, online),
        "registration": f"https://register-{market.id}-{kind}.example",
        "smes": [company.id for company in guests],
        "count": 2 if online else 1,
        "after": _after(world, market, kind) if start < date(2027, 1, 1) else None,
    }
    fields = {name: value for name, value in fields.items() if value is not None}
    told = [statement(words.text("event.summary"), "demo-yearbook", start.year)]
    return world.record(throws, fields, sources=["demo-yearbook"], statements=told)


def _agenda(world: World, start: date, online: bool) -> list[Record]:
    """Return the programme: an online event's on one day, another's last point on the second."""
    points = [{"time": time, "title": title} for time, title in zip(("10:00", "11:00", "14:00", "15:30"), world.words.all_of("event.agenda"), strict=True)]
    return points if online else [*points[:-1], {"day": start + timedelta(days=1), **points[-1]}]


def _after(world: World, market: Abroad, kind: str) -> Record:
    throws = dice(world.seed, "after", market.id, kind)
    return {
        "participants": count(throws),
        "participants_qualifier": throws.choice(("exactly", "more-than", "about")),
        "b2b_meetings": count(throws),
        "c2c_meetings": throws.randint(1, 9),
        "agreements": [f"agr-{market.id}"] if kind == "b2b" else [],
        "recording": f"https://recording-{market.id}-{kind}.example",
        "documents": world.words.all_of("event.documents"),
    }


def agreement_record(world: World, market: Abroad) -> Record:
    """Return what was signed after the business meetings in a market."""
    throws = dice(world.seed, "agreement", market.id)
    fields = {
        "kind": "memorandum of understanding",
        "title": world.words.text("agreement.title", place=country_name(world, market.country)),
        "parties": [throws.choice(HOMES).short_name, throws.choice(PROSPECTS)],
        "date": date(2026, 12, 10),
        "market": market.id,
        "event": f"ev-{market.id}-b2b",
    }
    return world.record(throws, fields, sources=["demo-yearbook"])


def need_records(world: World) -> Iterator[tuple[str, Record]]:
    """Yield what is looked for: by companies, clusters and cities in turn, one need for ten companies; a name tells nothing of who seeks."""
    for number, company in enumerate(world.companies[::10], 1):
        throws = dice(world.seed, "need", company.number)
        archetype, market = throws.choice(list(archetypes())), throws.choice(MARKETS)
        owner = (company.id, company.home.id, market.id)[number % 3]
        yield f"need-{number:03}", _need(world, company, archetype, owner, market)


def _need(world: World, company: Company, archetype: str, owner: str, market: Abroad) -> Record:
    words, one = world.words, archetypes()[archetype]
    throws = dice(world.seed, "need", company.number, "record")
    fields = {
        "type": throws.choice(NEED_TYPES),
        "title": words.text("need.title", name=words.text(f"archetypes.{archetype}.name")),
        "summary": words.text("need.summary", count=count(throws)),
        "description": words.text("need.description"),
        "owner": owner,
        "sectors": [one["sector"]],
        "codes": {"cpv": [one["codes"]["cpv"]]},
        "markets": [market.id],
        "chain_stages": list(one["stages"]),
        "partner_sought": {
            "role": words.text("need.role"),
            "kinds": ["supplier", "development partner"],
            "sizes": ["small", "medium"],
            "countries": [market.country, company.home.country],
        },
        "certificates": ["ISO 9001"],
        "agreements": ["subcontracting", "technical cooperation"],
        "deadline": date(2029, 12, 31),
    }
    visibility = "public" if owner == market.id else throws.choice(("anonymous", "public"))
    return world.record(throws, fields, language=company.home.language, sources=["demo-register"], visibility=visibility)


def prospect_record(world: World, number: int) -> Record:
    """Return one of the invented organisations the partnership might work with."""
    throws = dice(world.seed, "prospect", number)
    name, market = PROSPECTS[number], MARKETS[number % len(MARKETS)]
    sector = throws.choice(("ict", "mobility", "construction", "environment"))
    kind = "network" if "Network" in name else "partnership" if "Alliance" in name or "Table" in name else "cluster"
    words = world.words
    fields = {
        "organisation": name,
        "long_name": f"Invented {name}",
        "kind": kind,
        "country": market.country,
        "countries": list(dict.fromkeys((market.country, throws.choice(MARKETS).country))),
        "city": f"Invented City of {market.country}",
        "sectors": [sector],
        "field": words.text(f"sectors.{sector}.description"),
        "chain_stages": throws.sample(("survey", "design", "install", "operate"), 2),
        "website": f"https://{name.lower().replace(' ', '-')}.example",
        "scheme": "Invented scheme",
        "start": throws.randint(2005, 2024),
        "state": STATES[number % len(STATES)],
    }
    told = [statement(words.text("prospect.statement", count=count(throws)), "demo-yearbook", 2026)]
    return world.record(throws, fields, sources=["demo-yearbook"], statements=told)


def indicator_record(world: World, key: str) -> Record:
    """Return an indicator's record."""
    unit, formula = FORMULAS[key]
    throws = dice(world.seed, "indicator", key)
    fields = {
        "name": world.words.text(f"indicators.{key}"),
        "unit": unit,
        "target": TARGETS.get(key, throws.randrange(20, 200, 10)),
        "formula": formula,
    }
    return world.record(throws, fields, sources=["demo-register"])
