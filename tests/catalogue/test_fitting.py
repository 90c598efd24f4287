"""Which of a market's facts are about its offerings, and which offering is ready there: the invented partnership, counted by hand."""

from c2site.catalogue import Portal
from c2site.catalogue.fitting import facts_of, judged_offerings


def test_every_fact_is_counted_by_the_offerings_it_is_about(portal: Portal):
    market = portal.profiles.markets["br"]
    counts = portal.fitting.offerings_under_fact["br"]
    assert len(counts) == len(facts_of(market))
    about = dict(zip((one.id for one in facts_of(market)), counts, strict=True))
    offerings = [portal.profiles.offerings[key] for key in portal.relations.offerings_in_market["br"]]
    for fact in facts_of(market):
        sectors = set(fact.applies_to.sectors) if fact.applies_to else set()
        codes = fact.applies_to.codes if fact.applies_to else ()
        if not codes:
            assert about[fact.id] == sum(not sectors or bool(sectors & set(one.sectors)) for one in offerings)


def test_an_offering_with_every_paper_is_ready_and_no_other(portal: Portal):
    assert dict(portal.fitting.papers_for.all_quietly()) == {"shore-power/br": ("INMAR",)}


def test_what_is_not_offered_is_not_judged(portal: Portal):
    profiles = portal.profiles
    judged = {(market.id, one.id) for market, one, _ in judged_offerings(profiles, portal.relations, portal.today)}
    assert judged == {(key, one.id) for one in profiles.offerings.values() for key, stand in one.markets.items() if stand.status != "not-offered"}
