"""What companies of three clusters could offer a city together."""

from dataclasses import replace

import pytest

from c2site.catalogue import Portal
from c2site.catalogue.relations import relations
from c2site.catalogue.together import Package, packages
from c2site.model import Profiles
from tests.catalogue.test_matches import lumen  # noqa: F401

LIGHTING = {"quiet-lantern": ("make",), "lamp-keepers": ("plan", "make", "operate"), "leak-ear": ("measure",), "roof-crew": ("install", "operate"), "park-find": ("operate",)}


def of(profiles: Profiles, stages: dict[str, tuple[str, ...]]) -> tuple[Package, ...]:
    """The packages where only these offerings serve lighting, at these stages."""
    offerings = {key: profiles.offerings[key].model_copy(update={"smart_city_domains": ("lighting",), "chain_stages": several}) for key, several in stages.items()}
    chosen = replace(profiles, offerings=offerings)
    return packages(chosen, relations(chosen))["city-works"]


@pytest.fixture(scope="module")
def profiles(lumen: Portal) -> Profiles:  # noqa: F811
    return lumen.profiles


def test_the_three_that_together_cover_most_stages_are_chosen(profiles: Profiles):
    (found,) = of(profiles, LIGHTING)
    assert [(one.offering, one.cluster, one.stages) for one in found.shares] == [
        ("lamp-keepers", "north-lamp", ("plan", "make", "operate")), ("roof-crew", "white-roof", ("install", "operate")), ("leak-ear", "river-house", ("measure",)),
    ]  # fmt: skip
    assert found.domain == "lighting" and found.stages == ("plan", "make", "install", "operate", "measure")


def test_each_adds_a_stage_that_the_others_lack(profiles: Profiles):
    assert not of(profiles, {key: LIGHTING[key] for key in ("lamp-keepers", "leak-ear", "park-find")})


def test_two_clusters_make_no_package(profiles: Profiles):
    assert not of(profiles, {key: LIGHTING[key] for key in ("quiet-lantern", "lamp-keepers", "leak-ear")})


def test_only_markets_for_which_all_say_how_they_stand_are_common(profiles: Profiles):
    found = of(profiles, {"lamp-fitters": ("install",), "leak-ear": ("measure",), "green-wave": ("operate",)})
    assert found[0].markets == ("mx",)


def test_without_a_city_domain_nothing_is_put_together(profiles: Profiles):
    assert packages(profiles, relations(profiles)) == {"city-works": ()}
