"""Who stands where in the invented value chain, counted by hand from the records."""

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
