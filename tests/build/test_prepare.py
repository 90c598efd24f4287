"""From a folder to what is built: what is left out, and what refuses."""

import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from c2site.build.catalogues import book, print_brand
from c2site.build.prepare import prepared
from c2site.build.settings import Settings, settings_from
from c2site.errors import DataError
from tests.conftest import TODAY, WORLD


@pytest.fixture
def copy(tmp_path: Path) -> Settings:
    root = tmp_path / "world"
    shutil.copytree(WORLD, root)
    return replace(settings_from(root, {}), today=TODAY)


def spoil(settings: Settings, path: str, old: str, new: str) -> None:
    file = settings.root / path
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_bad_profile_never_takes_the_other_clusters_down(copy: Settings):
    spoil(copy, "data/smes/mare-clara/oneil.yml", "country:", "cuontry:")
    ready = prepared(copy)
    assert "oneil" not in ready.portal.profiles.smes
    assert "hull-robot" not in ready.portal.profiles.offerings
    assert "amwaj" in ready.portal.profiles.smes
    assert ("smes", "oneil") in ready.left_out
    assert any(one.path.endswith("oneil.yml") and one.line > 0 for one in ready.errors)


def test_portal_tells_the_digest_of_each_record(copy: Settings):
    before = prepared(copy).portal
    spoil(copy, "data/smes/mare-clara/oneil.yml", "name: O'Neil", "name: O'Neil 2")
    after = prepared(copy).portal
    assert {key for key, _ in before.digests.items() ^ after.digests.items()} == {("smes", "oneil")}
    assert after.digests.keys() >= {(folder, one.id) for folder, one in after.profiles.records()}


def test_strict_build_refuses_what_a_plain_build_leaves_out(copy: Settings):
    spoil(copy, "data/smes/mare-clara/oneil.yml", "country:", "cuontry:")
    with pytest.raises(DataError):
        prepared(replace(copy, strict=True))


def test_build_without_funding_statement_fails(copy: Settings):
    spoil(copy, "data/partnership.yml", "funding_statement:", "notes_statement:")
    with pytest.raises(DataError):
        prepared(copy)


def test_production_refuses_invented_data_and_reserved_domains(copy: Settings):
    with pytest.raises(DataError) as refused:
        prepared(replace(copy, production=True))
    assert {one.code for one in refused.value.problems} == {"reserved-domain", "invented-data"}


@pytest.mark.parametrize("url", ["https://portal.example/", "https://www.example.org/", "https://a.test/", "http://localhost/"])
def test_reserved_domains_are_known(copy: Settings, url: str):
    with pytest.raises(DataError) as refused:
        prepared(replace(copy, production=True, site_url=url))
    assert "reserved-domain" in {one.code for one in refused.value.problems}


def test_production_refuses_drafts(copy: Settings):
    with pytest.raises(DataError) as refused:
        prepared(replace(copy, production=True, drafts=True, site_url="https://harbours.eu/"))
    assert "drafts-in-production" in {one.code for one in refused.value.problems}


def test_unnamed_domain_is_a_reserved_one(copy: Settings):
    assert prepared(copy).portal.site_url == f"https://{prepared(copy).portal.profiles.partnership.id}.example/"


def test_today_is_the_given_epoch_and_never_the_clock():
    assert settings_from(WORLD, {"SOURCE_DATE_EPOCH": "0"}).today == date(1970, 1, 1)


def test_folder_without_git_and_epoch_counts_the_last_day_its_sources_were_read(copy: Settings):
    ready = prepared(replace(copy, today=None))
    assert ready.portal.today == max(date.fromisoformat(one.day) for one in ready.portal.profiles.bibliography.values() if len(one.day) == 10)


def test_addresses_come_from_the_environment():
    settings = settings_from(WORLD, {"SITE_URL": "https://harbours.eu", "REPO_URL": "https://git.harbours.eu/portal/"})
    assert (settings.site_url, settings.repo_url) == ("https://harbours.eu/", "https://git.harbours.eu/portal")


def test_character_the_typeface_lacks_is_told_with_its_record(copy: Settings):
    spoil(copy, "data/smes/mare-clara/oneil.yml", "name: O'Neil", "name: O'Neil 漢")
    ready = prepared(copy)
    with pytest.raises(DataError) as refused:
        book(ready.portal, ready.portal.profiles.editions["br-2027"], "en", print_brand(ready))
    told = refused.value.problems[0]
    assert told.code == "missing-glyph"
    assert told.path == "data/smes/mare-clara/oneil.yml"
    assert "U+6F22" in told.message
