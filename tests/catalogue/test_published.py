"""Which records may be seen, and what falls with a record that may not."""

from dataclasses import replace
from datetime import date

import pytest

from c2site.catalogue import published
from c2site.load.partnership import load_partnership
from c2site.model import Profiles
from tests.conftest import TODAY, WORLD


@pytest.fixture(scope="module")
def everything() -> Profiles:
    profiles = load_partnership(WORLD).profiles
    assert profiles is not None
    return profiles


def test_drafts_and_withdrawn_records_are_not_seen(everything: Profiles):
    seen = published(everything, TODAY)
    assert "rascunho" in everything.smes and "rascunho" not in seen.smes
    assert "vanished" in everything.smes and "vanished" not in seen.smes


def test_preview_shows_drafts_but_never_withdrawn_records(everything: Profiles):
    seen = published(everything, TODAY, drafts=True)
    assert "rascunho" in seen.smes
    assert "vanished" not in seen.smes


def test_records_for_partners_are_not_seen(everything: Profiles):
    assert "ev-partners-only" in everything.events
    assert "ev-partners-only" not in published(everything, TODAY).events


def test_record_is_seen_only_while_it_is_valid(everything: Profiles):
    assert "br-2027" not in published(everything, date(2026, 12, 31)).editions
    assert "br-2027" in published(everything, date(2027, 1, 1)).editions
    assert "br-2027" not in published(everything, date(2028, 1, 1)).editions


def test_everything_that_rests_on_a_left_out_cluster_falls_with_it(everything: Profiles):
    seen = published(everything, TODAY, [("clusters", "mare-clara")])
    assert "onda-mansa" not in seen.smes
    assert "shore-power" not in seen.offerings
    assert "mare-clara" not in seen.partnership.clusters
    assert "wave-forecast" in seen.offerings


def test_package_keeps_its_other_makers_when_one_falls(everything: Profiles):
    seen = published(everything, TODAY, [("smes", "onda-mansa")])
    assert seen.offerings["night-quay"].makers == ("no",)


def test_references_to_unseen_markets_are_taken_out(everything: Profiles):
    seen = published(everything, TODAY, [("markets", "jp")])
    assert all("jp" not in one.markets for one in seen.offerings.values())
    assert "jp-2027" not in seen.editions


def test_profiles_themselves_stay_as_they_are(everything: Profiles):
    before = replace(everything)
    published(everything, TODAY, [("clusters", "mare-clara")])
    assert everything == before
