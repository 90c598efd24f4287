"""How offerings stand to the markets they are offered in: which of a market's facts are about them, and who has every paper it asks for."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from c2site.catalogue.readiness import Judgement, applies, is_ready, judgements
from c2site.catalogue.relations import Relations
from c2site.model import Fact, Market, Offering, Profiles


@dataclass(frozen=True)
class Fitting:
    """`offerings_under_fact` says for each market how many of its offerings each of its facts is about, in the order of `facts_of`;
    `papers_for` has, under `offering/market`, the papers of an offering that is ready there, and nothing for any other.
    """

    offerings_under_fact: dict[str, tuple[int, ...]]
    papers_for: dict[str, tuple[str, ...]]


def fitting(profiles: Profiles, relations: Relations, today: date) -> Fitting:
    """Return how all offerings stand to the markets in which they state a status."""
    under: dict[str, tuple[int, ...]] = {}
    ready: dict[str, tuple[str, ...]] = {}
    for key, market in profiles.markets.items():
        offerings = [profiles.offerings[one] for one in relations.offerings_in_market.get(key, ())]
        under[key] = tuple(sum(applies(fact, one) for one in offerings) for fact in facts_of(market))
    for market, one, found in judged_offerings(profiles, relations, today):
        if is_ready(found):
            ready[f"{one.id}/{market.id}"] = tuple(dict.fromkeys(each.paper.type for each in found if each.paper))
    return Fitting(under, ready)


def judged_offerings(profiles: Profiles, relations: Relations, today: date) -> Iterator[tuple[Market, Offering, tuple[Judgement, ...]]]:
    """Yield every offering in every market where it is offered, with how it stands to each requirement that applies to it."""
    for key, market in profiles.markets.items():
        for one in relations.offerings_in_market.get(key, ()):
            offering = profiles.offerings[one]
            yield market, offering, judgements(offering, market, profiles.smes, today)


def facts_of(market: Market) -> tuple[Fact, ...]:
    """Return everything a market's record says about selling there."""
    return (*market.requirements, *market.trade_terms, *market.procurement, *market.priorities)
