"""Records withdrawn, merged, reviewed: files changed as an editor would, nothing new wrong, and undone by `git revert`."""

import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from c2site.build.editing import checked
from c2site.build.merge import merging
from c2site.build.prepare import prepared
from c2site.build.review import reviewing
from c2site.build.rewriting import put
from c2site.build.settings import Settings, settings_from
from c2site.build.trial import new_problems
from c2site.build.withdraw import withdrawing
from c2site.errors import DataError
from c2site.load.partnership import load_partnership
from tests.build.test_rename import files, git, text
from tests.conftest import TODAY, WORLD

ONDA, SHORE, NIGHT = "data/smes/mare-clara/onda-mansa.yml", "data/offerings/mare-clara/shore-power.yml", "data/offerings/mare-clara/night-quay.yml"


@pytest.fixture
def world(tmp_path: Path) -> Settings:
    shutil.copytree(WORLD, tmp_path / "world", ignore=shutil.ignore_patterns(".cache"))
    return replace(settings_from(tmp_path / "world", {}), today=TODAY)


def change(settings: Settings, path: str, old: str, new: str) -> None:
    put(settings.root, path, text(settings, path).replace(old, new, 1).encode())


# --- withdrawing


def test_record_and_what_rests_on_it_are_withdrawn_and_nothing_else_in_their_files(world: Settings):
    before = files(world.root)
    planned = withdrawing(world, "onda-mansa").rewriting
    assert new_problems(world, planned) == ()
    planned.write()
    for path in (ONDA, SHORE, "data/needs/need-sockets.yml"):
        assert files(world.root)[path] == before[path].replace(b"status: published", b"status: withdrawn", 1)
    seen = prepared(world).portal.profiles
    assert {("smes", "onda-mansa"), ("offerings", "shore-power")} <= seen.withdrawn and "shore-power" not in seen.offerings


def test_package_goes_to_the_folder_of_the_company_that_leads_it_then(world: Settings):
    withdrawing(world, "onda-mansa").rewriting.write()
    assert "smes: [no]" in text(world, "data/offerings/saaristovalo/night-quay.yml")
    assert not (world.root / NIGHT).exists() and checked(world) == ()


def test_link_that_leads_to_a_withdrawn_record_is_told_and_what_cannot_stand_is_refused(world: Settings):
    change(world, "content/en/about.md", "\n\n", "\n\n[Onda](c2:companies/onda-mansa)\n\n")
    assert [one.code for one in withdrawing(world, "onda-mansa").left] == ["lifecycle-link"]
    with pytest.raises(DataError) as refused:
        withdrawing(world, "mare-clara")
    assert {one.code for one in refused.value.problems} == {"lifecycle-reference"}


@pytest.mark.parametrize(("key", "told"), [("rascunho", "a draft"), ("vanished", "withdrawn already")])
def test_what_nobody_sees_cannot_be_withdrawn(world: Settings, key: str, told: str):
    with pytest.raises(ValueError, match=told):
        withdrawing(world, key)


# --- reviewing


def test_review_sets_the_day_and_nothing_else(world: Settings):
    before = text(world, ONDA)
    reviewing(world, ["onda-mansa", "harbo"], date(2027, 2, 28)).write()
    assert text(world, ONDA) == before.replace("reviewed_on: 2026-09-30", "reviewed_on: 2027-02-28")
    assert load_partnership(world.root).profiles.partnership.reviewed_on == date(2027, 2, 28)


def test_record_that_was_not_looked_at_for_too_long_is_told(world: Settings):
    change(world, "data/partnership.yml", "review_months: 24", "review_months: 6")
    assert [(one.path, one.code) for one in checked(world)] == [("data/markets/br.yml", "review-due")]
    reviewing(world, ["br"], TODAY).write()
    assert checked(world) == ()
    change(world, "data/partnership.yml", "review_months: 6", "review_months: 5")
    assert ONDA in {one.path for one in checked(world)}
    change(world, "data/partnership.yml", "review_months: 5\n", "")
    assert checked(world) == ()


def test_never_reviewed_records_are_noted_on_request(world: Settings):
    assert "data/smes/mare-clara/oneil.yml" in {one.path for one in checked(world, True) if one.code == "never-reviewed"}


@pytest.mark.parametrize(("day", "code"), [("2027-04-29", "expires-soon"), ("2027-03-01", "expires-soon"), ("2027-02-28", "expired-certificate")])
def test_what_ends_within_sixty_days_is_noted(world: Settings, day: str, code: str):
    change(world, ONDA, "valid_until: 2028-01-14", f"valid_until: {day}")
    assert [(one.path, one.code) for one in checked(world)] == [(ONDA, code)]


def test_what_ends_in_sixty_days_is_not_told_yet(world: Settings):
    change(world, ONDA, "valid_until: 2028-01-14", "valid_until: 2027-04-30")
    assert checked(world) == ()


# --- merging


def test_other_company_becomes_part_of_the_one_that_is_kept(world: Settings):
    planned = merging(world, "oneil", "equal").rewriting
    assert new_problems(world, planned) == ()
    planned.write()
    profiles = load_partnership(world.root).profiles
    assert checked(world) == () and "equal" not in profiles.smes
    assert profiles.offerings["tide-float"].sme == "oneil" and profiles.renamed == {("smes", "equal"): "oneil"}


def test_what_is_lacking_is_taken_over_with_its_sources_and_nothing_is_overwritten(world: Settings):
    change(world, "data/smes/mare-clara/oneil.yml", "size: micro\n", "")
    kept, gone = (load_partnership(world.root).profiles.smes[key] for key in ("oneil", "equal"))
    planned = merging(world, "oneil", "equal")
    planned.rewriting.write()
    now = load_partnership(world.root).profiles.smes["oneil"]
    assert kept.size is None and now.size == gone.size == "micro"
    assert set(now.sources) == {*kept.sources, *gone.sources}
    assert (now.name, now.summary, now.sectors) == (kept.name, kept.summary, kept.sectors)
    # A text in another language than the record's own is left to a person: equal's keywords are English.
    assert {one.field for one in planned.left} == {"keywords", "name", "sectors", "summary"}


def test_company_that_stands_in_a_list_already_stands_there_once(world: Settings):
    merging(world, "oneil", "onda-mansa").rewriting.write()
    assert "smes: [oneil, amwaj]" in text(world, "data/editions/quay-day-2027.yml").replace("amwaj, oneil", "oneil, amwaj")
    assert load_partnership(world.root).profiles.offerings["night-quay"].smes == ("oneil", "no")


def test_offerings_go_to_the_other_clusters_folder(world: Settings):
    merging(world, "amwaj", "onda-mansa").rewriting.write()
    assert (world.root / "data/offerings/gal-bahir/shore-power.yml").exists() and not (world.root / SHORE).exists()
    assert checked(world) == ()


def test_unreviewed_translation_that_is_taken_over_counts_as_unreviewed(world: Settings):
    change(world, "data/smes/mare-clara/oneil.yml", "source_language: pt", "source_language: pt\ntranslations: {en: reviewed}")
    change(world, "data/smes/mare-clara/equal.yml", "keywords:\n  - en: +351 tide\n  - en: \"@quay\"", "keywords:\n  - {en: tide, pt: maré}")
    change(world, "data/smes/mare-clara/equal.yml", "source_language: en", "source_language: pt")
    merging(world, "oneil", "equal").rewriting.write()
    assert load_partnership(world.root).profiles.smes["oneil"].translations == {"en": "unreviewed"}


@pytest.mark.parametrize(("keep", "other"), [("oneil", "oneil"), ("oneil", "shore-power"), ("mare-clara", "gal-bahir")])
def test_only_two_companies_are_merged(world: Settings, keep: str, other: str):
    with pytest.raises(ValueError, match="two companies"):
        merging(world, keep, other)


@pytest.mark.parametrize("act", [lambda one: withdrawing(one, "onda-mansa"), lambda one: merging(one, "amwaj", "onda-mansa")])
def test_git_revert_brings_every_byte_back(world: Settings, act):
    before = files(world.root)
    git(world.root, "init", "-q")
    git(world.root, "add", "-A")
    git(world.root, "commit", "-qm", "The world")
    act(world).rewriting.write()
    git(world.root, "add", "-A")
    git(world.root, "commit", "-qm", "Changed")
    git(world.root, "revert", "--no-edit", "HEAD")
    assert files(world.root) == before
