"""Catalogues: what is chosen, in which order, under which numbers."""

import pytest

from c2site.catalogue import Catalogue, Portal, catalogue
from c2site.language import Reader
from c2site.model import Edition


@pytest.fixture
def english(portal: Portal) -> Reader:
    return portal.readers.of("en")


def made(portal: Portal, reader: Reader, **fields: object) -> Catalogue:
    edition = Edition(id="test-edition", status="published", source_language="en", languages=("en",), **fields)
    return catalogue(edition, portal.profiles, portal.relations, reader)


def ids(book: Catalogue) -> list[str]:
    return [entry.offering.id for entry in book.entries]


def test_market_catalogue_leaves_out_what_nobody_states_there(portal: Portal):
    book = portal.catalogue(portal.profiles.editions["br-2027"])
    assert set(ids(book)) == {"tide-float", "shore-power", "night-quay", "hull-robot", "ballast-filter"}


def test_offering_that_is_not_offered_in_a_market_is_never_in_its_catalogue(portal: Portal, english: Reader):
    assert portal.profiles.offerings["quay-lighting"].markets["br"].status == "not-offered"
    assert "quay-lighting" not in ids(made(portal, english, market="br", unstated="include"))


def test_unstated_offerings_are_included_on_request_and_say_so(portal: Portal):
    book = portal.catalogue(portal.profiles.editions["jp-2027"])
    statuses = {entry.offering.id: entry.status for entry in book.entries}
    assert statuses["sea-heat"] == "unstated"
    assert statuses["wave-forecast"] == "selling"


def test_entries_are_numbered_once_in_the_order_of_the_clusters(portal: Portal):
    book = portal.catalogue(portal.profiles.editions["jp-2027"])
    assert [entry.number for entry in book.entries] == list(range(1, len(book.entries) + 1))
    assert [chapter.cluster.id for chapter in book.chapters] == list(portal.profiles.partnership.clusters)


def test_companies_follow_the_value_chain_then_their_name(portal: Portal, english: Reader):
    by_chain = made(portal, english, clusters=("gal-bahir", "saaristovalo", "mare-clara"), order="chain")
    stages = {stage: place for stage, (_, place) in portal.relations.stages.items()}
    for chapter in by_chain.chapters:
        first = [min((stages[s] for s in sheet.entries[0].offering.chain_stages), default=99) for sheet in chapter.sheets]
        assert first == sorted(first)


def test_order_by_name_is_the_readers_order(portal: Portal, english: Reader):
    for chapter in made(portal, english, order="name").chapters:
        names = [sheet.sme.name for sheet in chapter.sheets]
        assert names == sorted(names, key=english.sort_key)


def test_package_stands_once_with_its_lead_and_in_the_index_of_every_maker(portal: Portal, english: Reader):
    book = portal.catalogue(portal.profiles.editions["br-2027"])
    number = next(entry.number for entry in book.entries if entry.offering.id == "night-quay")
    index = {sme.id: numbers for sme, numbers in book.by_company(english)}
    assert ids(book).count("night-quay") == 1
    assert number in index["onda-mansa"]
    assert number in index["no"]


def test_selection_by_sector_cluster_and_company(portal: Portal, english: Reader):
    assert all("water" in entry.offering.sectors for entry in made(portal, english, sectors=("water",)).entries)
    assert {sheet.sme.cluster for sheet in made(portal, english, clusters=("mare-clara",)).sheets} == {"mare-clara"}
    assert {maker for entry in made(portal, english, smes=("oneil",)).entries for maker in entry.offering.makers} == {"oneil"}


def test_event_catalogue_holds_the_companies_that_go_there(portal: Portal, english: Reader):
    guests = set(portal.profiles.events["ev-quay-day"].smes)
    book = made(portal, english, event="ev-quay-day")
    assert book.entries
    assert all(guests & set(entry.offering.makers) for entry in book.entries)


def test_catalogue_with_nothing_to_show_says_so(portal: Portal, english: Reader):
    book = made(portal, english, smes=("empty-quay",))
    assert book.empty
    assert [sme.id for sme in book.named_only] == ["empty-quay"]


def test_companies_without_a_part_in_any_entry_are_named_only(portal: Portal):
    book = portal.catalogue(portal.profiles.editions["br-2027"])
    named = {sme.id for sme in book.named_only}
    assert "empty-quay" in named
    assert "no" not in named


def test_entries_by_sector_hold_every_entry(portal: Portal):
    book = portal.catalogue(portal.profiles.editions["jp-2027"])
    assert {entry.number for entries in book.by_sector().values() for entry in entries} == {entry.number for entry in book.entries}


def test_same_data_prints_the_same_book(portal: Portal, english: Reader):
    assert made(portal, english, order="chain") == made(portal, english, order="chain")
