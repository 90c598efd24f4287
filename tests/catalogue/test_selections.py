"""What somebody asks for, put as an edition."""

import pytest

from c2site.catalogue import Portal, Selection, Wanted, alone, selections


def made(portal: Portal, **wanted: object) -> Selection:
    (one,) = selections(portal, Wanted(**wanted))
    return one


def ids(portal: Portal, one: Selection) -> set[str]:
    return {entry.offering.id for entry in portal.catalogue(one).entries}


def test_conditions_of_one_sort_add_up_and_those_of_several_narrow_down(portal: Portal):
    water = ids(portal, made(portal, sectors=("water",)))
    both = ids(portal, made(portal, sectors=("water", "energy")))
    assert water < both
    assert ids(portal, made(portal, sectors=("water", "energy"), clusters=("mare-clara",))) < both


def test_only_companies_that_go_to_an_event_are_in_its_catalogue(portal: Portal):
    guests = portal.profiles.events["ev-quay-day"].smes
    catalogue = portal.catalogue(made(portal, events=("ev-quay-day",)))
    assert catalogue.entries
    assert all(set(entry.offering.makers) & set(guests) for entry in catalogue.entries)
    assert {one.id for chapter in catalogue.chapters for one in chapter.others} <= set(guests)


def test_a_shortlist_holds_its_companies_whole_and_its_offerings_singly(portal: Portal):
    one = made(portal, listed=("amwaj", "shore-power"), name="mine")
    assert ids(portal, one) == {"shore-power", *portal.relations.offerings_of_sme["amwaj"]}
    assert [sme.id for chapter in portal.catalogue(one).chapters for sme in chapter.others] == []


def test_who_names_an_offering_gets_it_though_nobody_states_its_market(portal: Portal):
    unstated = next(one for one in portal.profiles.offerings.values() if "jp" not in one.markets)
    assert ids(portal, made(portal, markets=("jp",), listed=(unstated.id,), name="mine")) == {unstated.id}


def test_a_market_is_treated_as_its_published_edition_treats_it(portal: Portal):
    published = portal.profiles.editions["jp-2027"]
    one = made(portal, markets=("jp",), sectors=("energy",))
    assert one.unstated == published.unstated
    assert one.languages == published.languages
    expected = {entry.offering.id for entry in portal.catalogue(published).entries if "energy" in entry.offering.sectors}
    assert ids(portal, one) == expected


def test_each_market_event_and_company_gives_a_catalogue_of_its_own(portal: Portal):
    found = selections(portal, Wanted(markets=("jp", "br"), smes=("amwaj", "onda-mansa")))
    assert [one.id for one in found] == ["jp-line-card-amwaj", "jp-line-card-onda-mansa", "br-line-card-amwaj", "br-line-card-onda-mansa"]
    assert all(one.card for one in found)


@pytest.mark.parametrize(("wanted", "languages"), [({"events": ("ev-quay-day",)}, {"en", "ar", "he"}), ({"sectors": ("water",)}, {"en"}), ({"clusters": ("gal-bahir",), "languages": ("el",)}, {"el"})])
def test_languages_are_those_asked_for_else_the_events_else_the_portals_first(portal: Portal, wanted: dict, languages: set[str]):
    assert set(made(portal, **wanted).languages) == languages


def test_names_of_long_selections_are_told_apart(portal: Portal):
    smes = tuple(portal.profiles.smes)
    long = [made(portal, clusters=tuple(portal.profiles.clusters) * 3, sectors=(sector,), name=smes[0]) for sector in ("water", "energy")]
    assert len({one.id for one in long}) == 2
    assert all(len(one.id) <= 80 for one in long)


def test_what_is_asked_for_is_counted_alone(portal: Portal):
    counts = alone(portal, made(portal, markets=("jp",), clusters=("gal-bahir",), sectors=("water",)))
    assert set(counts) == {"market jp", "sector water", "cluster gal-bahir"}
    assert all(counts.values())
