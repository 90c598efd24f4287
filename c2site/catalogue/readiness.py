"""How an offering stands to what a market requires: met, not met, or unknown, requirement by requirement."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from c2site.catalogue.codes import codes_of
from c2site.model import Certificate, Market, Offering, Sme
from c2site.model.market import Fact

MET, NOT_MET, UNKNOWN = "met", "not-met", "unknown"
# The systems in which a market says which goods a requirement is about.
GOODS = ("hs", "cn")


@dataclass(frozen=True)
class Judgement:
    """One requirement with the paper that settles it; None where nobody states one, or none is asked for."""

    requirement: Fact
    state: str
    paper: Certificate | None = None


def judgements(offering: Offering, market: Market, smes: Mapping[str, Sme], today: date) -> tuple[Judgement, ...]:
    """Return how the offering stands to each requirement of the market that applies to it.

    A paper of a type the requirement names meets it while it is valid and where it counts; one that is not says "not met". What nobody
    states is unknown, never missing.
    """
    papers = list(_papers(offering, market, smes))
    return tuple(_judged(one, papers, market, today) for one in market.requirements if applies(one, offering))


def is_ready(found: tuple[Judgement, ...]) -> bool:
    """Return whether every requirement that asks for a paper is met, and there is one."""
    asking = [one for one in found if one.requirement.evidence]
    return bool(asking) and all(one.state == MET for one in asking)


def applies(fact: Fact, offering: Offering) -> bool:
    """Return whether a market's fact is about the offering: about all, about its sector, or about goods with its code."""
    about = fact.applies_to
    if about is None or not (about.sectors or about.codes):
        return True
    if set(about.sectors) & set(offering.sectors):
        return True
    begins = tuple(code.replace(".", "").replace(" ", "") for code in about.codes)
    return bool(begins) and any(code.filed.startswith(begins) for code in codes_of(offering) if code.system in GOODS)


def _papers(offering: Offering, market: Market, smes: Mapping[str, Sme]) -> Iterator[Certificate]:
    yield from offering.certificates
    if stand := offering.markets.get(market.id):
        yield from (Certificate(type=one) for one in stand.certificates)
    for maker in offering.makers:
        if maker in smes:
            yield from smes[maker].certificates


def _judged(fact: Fact, papers: list[Certificate], market: Market, today: date) -> Judgement:
    types = {one.casefold() for one in fact.evidence}
    fitting = [one for one in papers if one.type.casefold() in types]
    valid = next((one for one in fitting if _counts(one, market, today)), None)
    if valid:
        return Judgement(fact, MET, valid)
    return Judgement(fact, NOT_MET, fitting[0]) if fitting else Judgement(fact, UNKNOWN)


def _counts(paper: Certificate, market: Market, today: date) -> bool:
    begun = not paper.valid_from or paper.valid_from <= today
    return begun and not (paper.valid_until and paper.valid_until < today) and (not paper.valid_in or market.country in paper.valid_in)
