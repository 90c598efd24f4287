"""Who stands where in the invented value chain, counted by hand from the records."""

from dataclasses import replace

import pytest

from c2site.catalogue import Portal, Standing, standing_in


def stand(portal: Portal, edition: str) -> Standing:
    return standing_in(portal.catalogue(portal.profiles.editions[edition]), portal.profiles.value_chains["harbour-call"], portal.profiles.smes)


def test_entries_stand_at_their_stages_under_each_cluster_behind_them(portal: Portal):
    assert stand(portal, "br-2027").offerings == {
        ("arrive", "mare-clara"): ("tide-float",),
        ("lie", "mare-clara"): ("shore-power", "night-quay"),
        ("lie", "saaristovalo"): ("night-quay",),
        ("serve", "mare-clara"): ("night-quay", "hull-robot"),
        ("serve", "saaristovalo"): ("night-quay", "ballast-filter"),
    }


def test_stage_without_an_entry_is_a_gap_in_the_edition(portal: Portal):
    assert stand(portal, "br-2027").gaps == ("leave",)


def test_clusters_are_those_of_the_edition_in_the_partners_order(portal: Portal):
    assert stand(portal, "br-2027").clusters == ("mare-clara", "saaristovalo", "gal-bahir")
    assert stand(portal, "quay-day-2027").clusters == ("mare-clara", "gal-bahir")


@pytest.mark.parametrize(("market", "gaps"), [(None, ("leave",)), ("br", ("leave",)), ("jp", ("arrive", "leave"))])
def test_a_stage_where_nothing_is_offered_in_a_market_is_a_gap_there(portal: Portal, market: str | None, gaps: tuple[str, ...]):
    """Without the forecast, which alone arrives in Japan; elsewhere the tide float does."""
    offerings = {key: one for key, one in portal.profiles.offerings.items() if key != "wave-forecast"}
    left = replace(portal, profiles=replace(portal.profiles, offerings=offerings))
    assert left.standing("harbour-call", market).gaps == gaps


def test_the_fullest_field_is_darkest_and_an_empty_one_is_not_tinted(portal: Portal):
    found = portal.standing("harbour-call", "br")
    assert [found.shade("lie", cluster) for cluster in found.clusters] == [3, 2, 0]
    assert not any(found.shade("leave", cluster) for cluster in found.clusters)
