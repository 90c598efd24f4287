"""Business models of the invented sectors, each with every cell of its canvas filled."""

from collections.abc import Iterator

from demo.chance import dice
from demo.markets import MARKETS
from demo.partnership import SECTORS
from demo.world import Record, World, archetypes_of, day

MODELS = ("product-sale", "subscription", "project-contract", "licence")


def business_model_records(world: World) -> Iterator[tuple[str, Record]]:
    """Yield for each sector a model for any market, and one for a market."""
    for number, sector in enumerate(SECTORS):
        yield f"bm-{sector}", _model(world, sector, number, None)
        yield f"bm-{sector}-abroad", _model(world, sector, number + 1, MARKETS[number].id)


def _model(world: World, sector: str, number: int, market: str | None) -> Record:
    words, throws = world.words, dice(world.seed, "business model", sector, market or "any")
    fields = {
        "title": words.text(f"codes.business_model.{MODELS[number % len(MODELS)]}"),
        "sector": sector,
        "market": market,
        "basis": "sources" if market else "editors",
        "customers": throws.sample(words.all_of("offering.places"), 2),
        "value": [words.text(f"archetypes.{one}.name") for one in throws.sample(archetypes_of(sector), 2)],
        "channels": [words.text(f"codes.entry_mode.{one}") for one in ("distributor", "direct-sale")],
        "relations": [words.text("company.about.3", hours=24)],
        "revenue": [words.text(f"codes.payment.{throws.choice(('letter-of-credit', '30-days-after-invoice', 'one-third-in-advance'))}")],
        "resources": [words.text("company.about.2")],
        "activities": [words.text("offering.benefits.1")],
        "partners": [words.text("codes.entry_mode.local-partner")],
        "costs": [words.text("offering.after_sales.0", hours=48)],
        "deciding": [words.text("market.facts.practical")],
        "as_of": day(throws, 2026),
    }
    return world.record(throws, fields, sources=["demo-yearbook"] if market else [])
