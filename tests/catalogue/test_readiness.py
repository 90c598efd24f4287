"""When an offering is ready for a market: each case judged by hand."""

from datetime import date

import pytest

from c2site.catalogue.readiness import MET, NOT_MET, UNKNOWN, applies, is_ready, judgements
from c2site.model import Market, Offering, Sme
from c2site.model.market import Fact

TODAY = date(2027, 6, 30)
ON_EVERY = {"status": "published", "source_language": "en"}


def fact(**fields) -> Fact:
    return Fact(**{"id": "rule", "topic": "conformity", "text": {"en": "Rule"}, "sources": ["law"], **fields})


def market(*requirements: Fact) -> Market:
    fields = {"country": "MX", "project_status": "planned", "languages": [{"tag": "es"}], "currency": "MXN", "units": "si", "paper": "letter"}
    return Market(id="mx", requirements=requirements, **fields, **ON_EVERY)


def offering(*papers: dict, **fields) -> Offering:
    return Offering(
        **{"id": "pump", "name": {"en": "Pump"}, "kind": "product", "sme": "maker", "summary": {"en": "Pump"}, "sectors": ["water"], **ON_EVERY, **fields},
        certificates=papers,
    )


def state(one: Offering, rule: Fact, smes: dict[str, Sme] | None = None) -> str:
    (found,) = judgements(one, market(rule), smes or {}, TODAY)
    return found.state


@pytest.mark.parametrize(
    ("paper", "expected"),
    [
        ({"type": "nom"}, MET),
        ({"type": "NOM", "valid_until": "2027-06-30"}, MET),
        ({"type": "NOM", "valid_until": "2027-06-29"}, NOT_MET),
        ({"type": "NOM", "valid_from": "2027-07-01"}, NOT_MET),
        ({"type": "NOM", "valid_in": ["CO", "MX"]}, MET),
        ({"type": "NOM", "valid_in": ["CO"]}, NOT_MET),
        ({"type": "RETIE"}, UNKNOWN),
    ],
)
def test_a_paper_counts_while_it_is_valid_and_where_it_is(paper: dict, expected: str):
    assert state(offering(paper), fact(evidence=["NOM", "NMX"])) == expected


def test_what_nobody_states_is_unknown_and_never_ready():
    found = judgements(offering(), market(fact(evidence=["NOM"])), {}, TODAY)
    assert found[0].state == UNKNOWN and found[0].paper is None and not is_ready(found)
    assert not is_ready(judgements(offering(), market(fact()), {}, TODAY))


def test_papers_of_the_maker_and_for_the_market_count_too():
    maker = Sme(id="maker", name="Maker", cluster="one", country="PT", sectors=["water"], certificates=[{"type": "NOM"}], **ON_EVERY)
    assert state(offering(), fact(evidence=["NOM"]), {"maker": maker}) == MET
    stand = {"mx": {"status": "selling", "certificates": ["NOM"]}}
    assert state(offering(markets=stand), fact(evidence=["NOM"])) == MET


def test_one_expired_paper_beside_a_valid_one_does_no_harm():
    papers = {"type": "NOM", "valid_until": "2020-01-01"}, {"type": "NOM"}
    assert is_ready(judgements(offering(*papers), market(fact(evidence=["NOM"]), fact()), {}, TODAY))


@pytest.mark.parametrize(
    ("about", "expected"),
    [(None, True), ({"sectors": ["water"]}, True), ({"sectors": ["ict"]}, False), ({"codes": ["84.13"]}, True), ({"codes": ["8414"]}, False), ({"sectors": ["ict"], "codes": ["84"]}, True)],
)
def test_a_rule_applies_to_its_sectors_and_its_goods(about: dict | None, expected: bool):
    assert applies(fact(applies_to=about), offering(codes={"hs": ["841370"]})) is expected
