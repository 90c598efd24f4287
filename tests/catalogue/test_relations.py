"""References followed backwards, addresses, and value chains."""

from dataclasses import replace

from c2site.catalogue import Portal, page_path, standing


def test_each_company_is_found_from_its_cluster_and_sectors(portal: Portal):
    for sme in portal.profiles.smes.values():
        assert sme.id in portal.relations.smes_of_cluster[sme.cluster]
        assert all(sme.id in portal.relations.smes_in_sector[sector] for sector in sme.sectors)


def test_package_belongs_to_every_makers_cluster(portal: Portal):
    makers = portal.profiles.offerings["night-quay"].makers
    for maker in makers:
        assert "night-quay" in portal.relations.offerings_of_sme[maker]
        assert "night-quay" in portal.relations.offerings_of_cluster[portal.profiles.smes[maker].cluster]


def test_not_offered_does_not_count_as_presence_in_a_market(portal: Portal):
    assert "quay-lighting" not in portal.relations.offerings_in_market["br"]
    assert "quay-lighting" in portal.relations.offerings_in_market["jp"]


def test_anonymous_needs_lead_back_to_nobody(portal: Portal):
    anonymous = {one.id for one in portal.profiles.needs.values() if one.visibility == "anonymous"}
    assert anonymous
    assert not anonymous & {key for keys in portal.relations.needs_of_owner.values() for key in keys}


def test_paths_are_the_same_in_every_language_but_for_their_first_folder(portal: Portal):
    paths = {page_path(reader, "smes", "oneil") for reader in portal.readers}
    assert {path.split("/", 1)[1] for path in paths} == {"companies/oneil/"}
    assert page_path(portal.readers.of("sr-Latn"), "offerings") == "sr-latn/offerings/"
    assert page_path(portal.readers.of("en")) == "en/"


def test_stages_hold_the_offerings_that_name_them(portal: Portal):
    chain = portal.profiles.value_chains["harbour-call"]
    found = standing(chain, portal.profiles, portal.relations)
    assert set(found.at("arrive")) == {"tide-float", "wave-forecast"}
    assert found.gaps == ("leave",)


def test_in_a_market_only_what_is_offered_there_counts(portal: Portal):
    chain = portal.profiles.value_chains["harbour-call"]
    found = standing(chain, portal.profiles, portal.relations, market="br")
    assert found.at("arrive") == ("tide-float",)
    assert found.gaps == ("leave",)


def test_package_of_two_clusters_stands_in_both_cells_and_counts_once(portal: Portal):
    chain = portal.profiles.value_chains["harbour-call"]
    found = standing(chain, portal.profiles, portal.relations)
    clusters = [cluster for (stage, cluster), keys in found.offerings.items() if stage == "lie" and "night-quay" in keys]
    makers = {portal.profiles.smes[maker].cluster for maker in portal.profiles.offerings["night-quay"].makers}
    assert set(clusters) == makers
    assert found.at("lie").count("night-quay") == 1


def test_portal_makes_each_catalogue_once(portal: Portal):
    edition = portal.profiles.editions["br-2027"]
    assert portal.catalogue(edition) is portal.catalogue(edition)
    assert replace(portal).catalogue(edition) == portal.catalogue(edition)


def test_catalogue_of_an_edition_nobody_published_is_made_as_well(portal: Portal):
    edition = portal.profiles.editions["br-2027"]
    other = edition.model_copy(update={"id": "of-my-own", "clusters": edition.clusters[:1] or ("mare-clara",)})
    assert portal.catalogue(other).id == "of-my-own"
    assert {chapter.cluster.id for chapter in portal.catalogue(other).chapters} == set(other.clusters)


def test_edition_is_read_with_the_markets_own_chain(portal: Portal):
    edition = portal.profiles.editions["br-2027"]
    market = portal.profiles.markets["br"]
    reader = portal.edition_reader(edition, "pt")
    given = next(one for one in market.languages if one.tag.startswith("pt"))
    assert reader.tag == given.tag
    assert reader.chain == tuple(dict.fromkeys((given.tag, *given.chain)))
