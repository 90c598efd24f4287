"""Folders somebody hostile has filled: links, devices, places outside, names that are commands."""

import os
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from c2site.build.editing import checked
from c2site.build.prepare import brand_texts, brand_tokens, prepared
from c2site.build.settings import Settings, settings_from
from c2site.errors import DataError
from c2site.load.pages import load_pages
from tests.conftest import TODAY, WORLD
from tests.hostile.test_refused import assert_harmless

NAMES = ("<img src=x onerror=alert(1)>", '"><script>', "::error::x", "\x1b[31mred", "new\nline", "-rf", "--config=x", "a b", "{{7*7}}", "%0A", "\u202e", "Ä")


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    shutil.copytree(WORLD, tmp_path / "root", ignore=shutil.ignore_patterns(".cache", "*.py"))
    return replace(settings_from(tmp_path / "root", {}), today=TODAY)


def linked(path: Path) -> None:
    path.symlink_to("/etc/passwd")


def piped(path: Path) -> None:
    os.mkfifo(path)


def folder_linked(path: Path) -> None:
    path.symlink_to("/")


PLACES = (
    "data/sectors/evil.yml", "data/smes/mare-clara/evil.yml", "data/evil", "data/phrases/en.yml", "data/references.bib",
    "data/media/onda-mansa.svg", "data/media/quay.png", "content/en/evil.md", "content/en/about.md", "content/evil",
)  # fmt: skip
MEDIA = ("onda-mansa.svg", "quay.png")


@pytest.mark.parametrize("made", [linked, piped, folder_linked])
def test_links_and_devices_are_told_and_nobody_waits_for_them(settings: Settings, made: Callable[[Path], None]):
    for place in PLACES:
        (settings.root / place).unlink(missing_ok=True)
        made(settings.root / place)
    found = [one for one in checked(settings) if one.code in ("file-not-regular", "file-unreadable", "asset-link", "unknown-asset")]
    told = {one.path for one in found if not one.code.endswith(("link", "asset"))} | {f"data/media/{name}" for one in found for name in MEDIA if name in one.message}
    assert told == set(PLACES)
    assert not any("root:" in one.message for one in found)


@pytest.mark.parametrize("folder", ["data", "content", "data/phrases", "data/media", "theme/brand"])
def test_a_folder_that_is_a_link_is_not_followed(settings: Settings, tmp_path: Path, folder: str):
    (settings.root / folder).rename(tmp_path / "moved")
    (settings.root / folder).symlink_to(tmp_path / "moved")
    with pytest.raises(DataError):
        brand_texts(prepared(replace(settings, strict=True)).settings.brand)


@pytest.mark.parametrize("made", [linked, piped, folder_linked])
@pytest.mark.parametrize(("name", "read"), [("logo.svg", brand_texts), ("tokens.json", brand_tokens)])
def test_the_brand_is_read_from_ordinary_files(settings: Settings, name: str, read: Callable[[Path], object], made: Callable[[Path], None]):
    (settings.brand / name).unlink()
    made(settings.brand / name)
    checked(settings)
    with pytest.raises(DataError):
        read(settings.brand)


@pytest.mark.parametrize("made", [linked, piped, folder_linked])
def test_no_site_is_built_where_the_host_would_follow_a_link(settings: Settings, made: Callable[[Path], None]):
    made(settings.root / "content" / "en" / "evil.md")
    with pytest.raises(DataError):
        prepared(settings)


def test_hostile_names_of_files_are_told_harmlessly_and_read_by_nobody(settings: Settings):
    for name in NAMES:
        (settings.root / "data" / "sectors" / f"{name}.yml").write_text("status: draft\n")
        (settings.root / "content" / "en" / f"{name}.md").write_text("---\ntitle: x\n---\n")
    found = [one for one in checked(settings) if one.severity == "error"]
    assert [one.code for one in found] == ["file-name"] * 2 * len(NAMES)
    assert load_pages(settings.root).texts == load_pages(WORLD).texts
    for one in found:
        assert_harmless(one)
