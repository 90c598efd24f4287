"""What the invented companies offer."""

from random import Random

from demo.chance import HOURS, LAST_YEAR, YEARS_OF_PARTS, count, dice
from demo.companies import certificate, said
from demo.markets import MARKETS
from demo.media import picture_of
from demo.papers import gtin
from demo.vocabulary import Text, archetypes
from demo.world import OFFERINGS_PER_COMPANY, Company, Record, World, statement

STATUSES = ("selling", "pilot", "seeking-partner", "planned", "not-offered")
WEIGHTS = (30, 20, 30, 12, 8)
STAGES = {9: "on-the-market", 8: "on-the-market", 7: "demonstration", 6: "field-tested", 5: "prototype"}
RIGHTS = ("patent pending", "registered trade mark", "trade secret")
PAYMENT = ("30 days after invoice", "one third in advance", "letter of credit")
PORTS = ("Puerto Quimera", "Oniropoli")
CODES = ("hs", "cn", "cpv", "unspsc", "nace", "naics", "ciiu", "etim")


def offering_records(world: World, company: Company) -> list[tuple[str, Record]]:
    """Return the company's offerings, each with its id."""
    found = []
    for place, (key, archetype) in enumerate(zip(company.offerings, company.archetypes, strict=True)):
        throws = dice(world.seed, "offering", company.number, place)
        joint = company.has_package and place == OFFERINGS_PER_COMPANY - 1
        own = _package(world, company) if joint else _single(world, company, archetype, throws)
        fields = {**own, **_technique(world, company, archetype, throws, place), **_links(world, company, place, joint)}
        records = world.record(
            throws,
            {**fields, "images": [picture_of(world, company)]},
            language=company.home.language,
            sources=["demo-register"],
            statements=[_statement(world, throws)],
        )
        found.append((key, records))
    return found


def _single(world: World, company: Company, archetype: str, throws: Random) -> Record:
    words, base = world.words, f"archetypes.{archetype}"
    model = f"{company.name[:2].upper()}-{throws.randrange(100, 1000, 10)}"
    return {
        "name": {tag: f"{name} {model}" for tag, name in words.text(f"{base}.name").items()},
        "kind": archetypes()[archetype]["kind"],
        "sme": company.id,
        "summary": words.text(f"{base}.summary"),
        "brand": company.name[:6],
        "model": model,
        "mpn": f"{model}-{company.home.country}",
    }


def _package(world: World, company: Company) -> Record:
    words, before = world.words, world.companies[company.number - 1]
    first, second = (words.text(f"archetypes.{one.archetypes[0]}.name") for one in (company, before))
    return {
        "name": words.text("offering.package", first=first, second=second),
        "kind": "package",
        "smes": [company.id, before.id],
        "summary": words.text("offering.package_summary"),
    }


def _technique(world: World, company: Company, archetype: str, throws: Random, place: int) -> Record:
    one, words = archetypes()[archetype], world.words
    level = throws.choice((5, 6, 7, 8, 9, 9, 9))
    return {
        "description": _description(world, archetype, throws),
        "benefits": _benefits(world, archetype, throws),
        "sectors": [one["sector"]],
        "smart_city_domains": list(one["domains"]),
        "readiness": level,
        "stage": STAGES[level],
        "ipr": _rights(world, company, throws),
        "codes": {name: [one["codes"][name]] for name in CODES if name in one["codes"]},
        "gtin": gtin(company.number * OFFERINGS_PER_COMPANY + place),
        "origin": company.home.country,
        "specifications": [_figure(world, figure, throws) for figure in one["figures"]],
        "trade": _trade(company, archetype, throws),
        "delivery": throws.sample(("on site", "remote", "by sea"), 2),
        "after_sales": words.text(
            f"offering.after_sales.{throws.randrange(words.size('offering.after_sales'))}",
            hours=throws.choice(HOURS),
            years=throws.choice(YEARS_OF_PARTS),
        ),
        "certificates": [certificate(world, throws, throws.choice(one["papers"]), company.home.country)],
        "standards": list(one["standards"]),
        "markets": _presence(world, archetype, throws),
        "chain_stages": list(one["stages"]),
        "business_model": said(one["model"]),
        "sdgs": [int(goal) for goal in one["sdgs"]],
        "impacts": [_impact(one, throws)],
    }


def _description(world: World, archetype: str, throws: Random) -> Text:
    words = world.words
    where = words.text(f"offering.places.{throws.randrange(words.size('offering.places'))}")
    more = words.text(f"offering.more.{throws.randrange(words.size('offering.more'))}", count=count(throws))
    return words.joined(words.text(f"archetypes.{archetype}.description"), words.text("offering.place", place=where), more)


def _benefits(world: World, archetype: str, throws: Random) -> list[Text]:
    words = world.words
    other = throws.randrange(words.size("offering.benefits"))
    general = words.text(f"offering.benefits.{other}", years=throws.choice(YEARS_OF_PARTS))
    return [*words.all_of(f"archetypes.{archetype}.benefits"), general]


def _rights(world: World, company: Company, throws: Random) -> Record:
    found: Record = {"status": [throws.choice(RIGHTS)]}
    if company.is_full:
        found["note"] = world.words.text(f"offering.rights.{throws.randrange(world.words.size('offering.rights'))}")
    return found


def _figure(world: World, figure: Record, throws: Random) -> Record:
    found = {"name": world.words.text(f"properties.{figure['name']}"), "value": throws.choice(figure["values"])}
    return {**found, "unit": figure["unit"]} if "unit" in figure else found


def _trade(company: Company, archetype: str, throws: Random) -> Record:
    price = archetypes()[archetype]["price"]
    lowest, highest = int(price["from"]), int(price["to"])
    step = max(1, (highest - lowest) // 20)
    return {
        "moq": throws.choice((1, 5, 10)),
        "lead_time_days": throws.choice((20, 30, 45, 60)),
        "incoterms": [
            {"rule": "FCA", "place": throws.choice(company.home.towns), "mode": "any"},
            {"rule": "FOB", "place": throws.choice(PORTS), "mode": "sea"},
        ],
        "payment": throws.sample(PAYMENT, 2),
        "price": {"from": throws.randrange(lowest, highest, step), "currency": "EUR", "per": said(price["per"])},
        "warranty_months": throws.choice((24, 36, 60)),
        "samples": throws.random() < 0.5,
        "capacity": f"{throws.randrange(20, 400, 20)} a month",
    }


def _presence(world: World, archetype: str, throws: Random) -> Record:
    codes = archetypes()[archetype]["codes"]
    chosen = throws.sample(MARKETS, throws.randint(3, len(MARKETS)))
    found: Record = {}
    for market in sorted(chosen, key=MARKETS.index):
        status = throws.choices(STATUSES, WEIGHTS)[0]
        stand: Record = {
            "status": status,
            "text": world.words.text(f"offering.status.{status}", year=throws.randint(2023, LAST_YEAR)),
        }
        if status == "selling":
            own = {market.list: [codes[market.list]]} if market.list in codes else {}
            stand |= {"partner": market.dealer, "certificates": [market.mark], **({"codes": own} if own else {})}
        found[market.id] = {**stand, "sources": ["demo-market-survey"]}
    return found


def _impact(one: Record, throws: Random) -> Record:
    impact = one["impact"]
    method = "Invented comparison with the year before"
    return {"indicator": said(impact["indicator"]), "value": throws.choice(impact["values"]), "method": method}


def _links(world: World, company: Company, place: int, joint: bool) -> Record:
    before = world.companies[company.number - 1].offerings if company.number else ()
    if joint:
        return {"needs_components": [company.offerings[0], before[0]], "works_with": [before[1]]}
    found: Record = {"works_with": [*company.offerings[place - 1 : place], *before[:1]]}
    if place:
        found["needs_components"] = [company.offerings[0]]
    return {name: keys for name, keys in found.items() if keys}


def _statement(world: World, throws: Random) -> Record:
    year = throws.randint(2022, LAST_YEAR)
    key = f"offering.statements.{throws.randrange(world.words.size('offering.statements'))}"
    text = world.words.text(key, year=year, count=count(throws), percent=count(throws, 49))
    return statement(text, "demo-yearbook", year)
