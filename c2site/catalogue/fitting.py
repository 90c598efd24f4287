"""How offerings stand to the markets they are offered in: which of a market's facts are about them, and who has every paper it asks for."""

from dataclasses import dataclass
from datetime import date

from c2site.catalogue.readiness import applies, is_ready, judgements
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
        ready |= {f"{one.id}/{key}": papers for one in offerings if (papers := _papers(one, market, profiles, today))}
    return Fitting(under, ready)


def facts_of(market: Market) -> tuple[Fact, ...]:
    """Return everything a market's record says about selling there."""
    return (*market.requirements, *market.trade_terms, *market.procurement, *market.priorities)


def _papers(offering: Offering, market: Market, profiles: Profiles, today: date) -> tuple[str, ...]:
    """Return the types of papers that make an offering ready, none where it is not, or not offered."""
    stand = offering.markets.get(market.id)
    found = judgements(offering, market, profiles.smes, today)
    if stand is None or stand.status == "not-offered" or not is_ready(found):
        return ()
    return tuple(dict.fromkeys(one.paper.type for one in found if one.paper))
