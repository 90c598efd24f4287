"""Which records may be seen, and what falls with a record that may not."""

from collections import defaultdict
from dataclasses import replace
from datetime import date

import pytest

from c2site.catalogue import published
from c2site.catalogue.published import CHOOSING
from c2site.check.references import pointed
from c2site.load.partnership import load_partnership
from c2site.model import KINDS, Profiles
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


def test_withdrawn_records_and_ids_are_remembered_unless_they_are_seen(everything: Profiles):
    gone = replace(everything, withdrawn=frozenset({("smes", "long-gone"), ("smes", "onda-mansa")}))
    assert published(gone, TODAY).withdrawn == {("smes", "long-gone"), ("smes", "vanished"), ("offerings", "vanished-boat")}


def references(profiles: Profiles) -> dict[str, set[str]]:
    """Return the ids that records point to, by kind and field, where they would be shown."""
    found: dict[str, set[str]] = defaultdict(set)
    for kind in KINDS.values():
        records = [profiles.partnership] if kind.folder == "." else getattr(profiles, kind.folder).values()
        for field in kind.references:
            for record in records:
                found[f"{kind.name}.{field}"] |= {key for _, key in pointed(record, field.split("."))}
    return found


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "partnership"])
def test_no_record_points_to_one_nobody_may_see(everything: Profiles, kind: str):
    folder = KINDS[kind].folder
    for key, record in getattr(everything, folder).items():
        draft = {**getattr(everything, folder), key: record.model_copy(update={"status": "draft"})}
        seen = published(replace(everything, **{folder: draft}), TODAY)
        stages = {stage.id for chain in seen.value_chains.values() for stage in chain.stages}
        known = {seen.partnership.id, *stages, *(one.id for _, one in seen.records())}
        shown = {field: keys - known for field, keys in references(seen).items() if field.split(".")[0] not in CHOOSING}
        assert {field: keys for field, keys in shown.items() if keys} == {}, key


def test_edition_for_one_unseen_sector_does_not_become_one_for_all(everything: Profiles):
    edition = everything.editions["br-2027"].model_copy(update={"sectors": ("energy",)})
    draft = everything.sectors["energy"].model_copy(update={"status": "draft"})
    seen = published(replace(everything, editions={"br-2027": edition}, sectors={**everything.sectors, "energy": draft}), TODAY)
    assert seen.editions["br-2027"].sectors == ("energy",)


def test_source_that_only_unseen_records_cite_is_not_listed(everything: Profiles):
    alone = {"onda-test"}
    gone = {("smes", "onda-mansa"), ("offerings", "shore-power"), ("needs", "need-sockets")}
    assert set(published(everything, TODAY).bibliography) == set(everything.bibliography)
    assert set(everything.bibliography) - set(published(everything, TODAY, gone).bibliography) == alone
    assert "onda-test" in published(everything, TODAY, gone, cited=["onda-test"]).bibliography
