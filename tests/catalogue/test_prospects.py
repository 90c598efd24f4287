"""Which possible partner is asked first, and why."""

from dataclasses import replace

import pytest

from c2site.catalogue import Portal
from c2site.catalogue.prospects import candidates, wanted
from c2site.catalogue.relations import relations
from c2site.model import Profiles, Prospect, ValueChain

ON_EVERY = {"status": "published", "source_language": "en"}


def prospect(key: str, country: str, *stages: str, state: str = "found", **fields) -> Prospect:
    return Prospect(**{"id": key, "organisation": key, "country": country, "chain_stages": stages, "state": state, **fields, **ON_EVERY})


@pytest.fixture(scope="module")
def profiles(portal: Portal) -> Profiles:
    stages = [{"id": key, "name": {"en": key}} for key in ("unfilled", "empty")]
    chain = ValueChain(id="chain", title={"en": "Chain"}, stages=stages, **ON_EVERY)
    network = next(one for one in portal.profiles.clusters.values() if one.networks)
    found = [
        prospect("near", network.country),
        prospect("known", network.country, organisation=network.networks[0].upper()),
        prospect("abroad", "IS", countries=["IS", "NZ", network.country]),
        prospect("filler", network.country, "empty"),
        prospect("asked", "IS", "empty", "unfilled", state="meeting"),
        prospect("won", "IS", "empty", state="agreed"),
        prospect("lost", "IS", "empty", state="declined"),
    ]
    return replace(portal.profiles, value_chains={"chain": chain}, prospects={one.id: one for one in found})


def test_gaps_come_before_countries_and_countries_before_ties(profiles: Profiles):
    network = next(one for one in profiles.clusters.values() if one.networks)
    found = candidates(profiles, relations(profiles))
    assert [one.prospect.id for one in found] == ["asked", "filler", "abroad", "known", "near"]
    assert found[0].gaps == ("unfilled", "empty")
    assert found[2].countries == ("IS", "NZ")
    assert found[3].ties == (network.id,)


def test_whom_the_partnership_looks_for_names_nobody(profiles: Profiles):
    found = wanted(profiles, relations(profiles))
    assert found.gaps == ("unfilled", "empty")
    assert found.sectors[0][1] <= found.sectors[-1][1]
    assert "IS" not in found.countries
