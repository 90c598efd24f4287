"""A second build makes again what a change reaches, and nothing else; the site is the one a clean build makes, byte for byte."""

import os
import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
import yaml

from c2site.build.prepare import prepared
from c2site.build.progress import Progress
from c2site.build.publish import published
from c2site.build.settings import Settings, settings_from
from c2site.build.site import Site
from c2site.render.web import lists
from tests.conftest import REPOSITORY, TODAY, WORLD

Change = Callable[[Settings], Settings | None]


def build(settings: Settings, target: Path) -> set[str]:
    """Build a portal without host, and return the paths of the pages that were made anew."""
    with published(target) as out:
        site = Site(prepared(settings), out, Progress(False))
        site.write_pages()
        site.write_maps()
        return {path for path in out.records.changed if path.endswith("index.html")}


def tree(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The world with a theme of its own, and its site."""
    folder = tmp_path_factory.mktemp("incremental")
    shutil.copytree(WORLD, folder / "world")
    shutil.copytree(REPOSITORY / "theme", folder / "theme")
    build(settings_of(folder), folder / "site")
    return folder


@pytest.fixture
def place(first: Path, tmp_path: Path) -> Iterator[Path]:
    """The built world, to be changed; its files are put back afterwards, and the next build has to notice that too."""
    kept = tmp_path / "kept"
    for name in ("world/data", "world/theme", "theme"):
        shutil.copytree(first / name, kept / name)
    yield first
    for name in ("world/data", "world/theme", "theme"):
        shutil.rmtree(first / name)
        shutil.copytree(kept / name, first / name)


def settings_of(folder: Path) -> Settings:
    return replace(settings_from(folder / "world", {}), today=TODAY, theme=folder / "theme", repo_url="https://git.example/harbo")


def same_as_clean(place: Path, settings: Settings, tmp_path: Path) -> set[str]:
    """Build once more, compare with a clean build, and return what was made anew."""
    made = build(settings, place / "site")
    fresh = tmp_path / "fresh"
    shutil.copytree(settings.root, fresh / "world", ignore=shutil.ignore_patterns("c2site"))
    build(replace(settings, root=fresh / "world"), fresh / "site")
    assert differing(tree(place / "site"), tree(fresh / "site")) == []
    return made


def differing(one: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    """Return the paths that differ; two whole sites in a message would be too much."""
    return sorted(path for path in one.keys() | other.keys() if one.get(path) != other.get(path))


def one_of_each_kind() -> list[str]:
    """One record of every kind, told by its path."""
    found: dict[str, str] = {}
    for path in sorted((WORLD / "data").rglob("*.yml")):
        relative = path.relative_to(WORLD)
        if relative.parts[1] not in ("phrases", "partnership.yml", "withdrawn.yml"):
            found.setdefault(relative.parts[1], relative.as_posix())
    return list(found.values())


def reword(path: Path) -> None:
    """Add a word to the first text of a record that is written in several languages; to its name where there is none."""
    record = yaml.safe_load(path.read_text(encoding="utf-8"))
    text = next((value for value in record.values() if isinstance(value, dict) and "en" in value), None)
    if text is None:
        record["notes"] = "changed"
    else:
        text["en"] += " reworded"
    path.write_text(yaml.safe_dump(record, allow_unicode=True, sort_keys=False), encoding="utf-8")


@pytest.mark.parametrize("path", [*one_of_each_kind(), "data/partnership.yml"])
def test_a_reworded_record(place: Path, tmp_path: Path, path: str):
    reword(place / "world" / path)
    same_as_clean(place, settings_of(place), tmp_path)


@pytest.mark.parametrize("path", one_of_each_kind())
def test_a_record_that_goes_and_comes_back(place: Path, tmp_path: Path, path: str):
    (place / "world" / path).unlink()
    same_as_clean(place, settings_of(place), tmp_path)


@pytest.mark.parametrize(("path", "copy"), [
    ("data/offerings/mare-clara/night-quay.yml", "data/offerings/mare-clara/second-quay.yml"),
    ("data/smes/mare-clara/oneil.yml", "data/smes/mare-clara/oneil-two.yml"),
    ("data/events/ev-quay-day.yml", "data/events/ev-quay-day-two.yml"),
    ("data/editions/br-2027.yml", "data/editions/br-2028.yml"),
])  # fmt: skip
def test_a_record_that_is_new(place: Path, tmp_path: Path, path: str, copy: str):
    build(settings_of(place), place / "site")
    shutil.copy(place / "world" / path, place / "world" / copy)
    assert any(f"/{Path(copy).stem}/" in one for one in same_as_clean(place, settings_of(place), tmp_path))


def test_an_agreement_that_is_new_reaches_its_event_and_its_mission_alone(place: Path, tmp_path: Path):
    build(settings_of(place), place / "site")
    shutil.copy(place / "world/data/agreements/agr-night.yml", place / "world/data/agreements/agr-second.yml")
    made = same_as_clean(place, settings_of(place), tmp_path)
    assert {"en/events/ev-night-visit/index.html", "en/markets/br/mission/index.html"} <= made
    assert not {"en/events/ev-quay-day/index.html", "en/markets/jp/mission/index.html"} & made


def test_a_record_that_moves_to_another_page_of_a_list(place: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """The first page has never heard of the record that is going to stand on it."""
    monkeypatch.setattr(lists, "ROWS", 2)
    build(settings_of(place), place / "site")
    last = max(path for path in tree(place / "site") if path.startswith("en/companies/page/"))
    there = re.findall(r'class="row__name"><a href="[./]*en/companies/([a-z0-9-]+)/', (place / "site" / last).read_text(encoding="utf-8"))
    (file,) = (place / "world" / "data" / "smes").glob(f"*/{there[-1]}.yml")
    file.write_text(re.sub(r"(?m)^name: .*$", "name: 0 Before Everybody", file.read_text(encoding="utf-8")), encoding="utf-8")
    assert "en/companies/index.html" in same_as_clean(place, settings_of(place), tmp_path)
    assert "0 Before Everybody" in (place / "site" / "en/companies/index.html").read_text(encoding="utf-8")


def edited(path: str, old: str, new: str) -> Change:
    def change(settings: Settings) -> None:
        file = settings.root.parent / path
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new, 1), encoding="utf-8")

    return change


OTHER_CHANGES: dict[str, Change] = {
    "phrase": edited("theme/phrases/en.yml", "home: Home", "home: Start"),
    "phrase of the partnership": edited("world/data/phrases/pt.yml", "nav:", "nav: # looked at\n "),
    "template": edited("theme/templates/company.html", '<div class="wrap entity">', '<div class="wrap entity changed">'),
    "macro": edited("theme/templates/parts/macros.html", '<li class="row">', '<li class="row changed">'),
    "style": edited("theme/assets/styles/10-ground.css", "body {", "body { --changed: 1;"),
    "standing in a market": edited("world/data/offerings/mare-clara/night-quay.yml", "status: planned", "status: selling"),
    "stage of an offering": edited("world/data/offerings/saaristovalo/ballast-filter.yml", "chain_stages: [serve]", "chain_stages: [leave]"),
    "value of a facet": edited("world/data/offerings/saaristovalo/ballast-filter.yml", "status: published", "status: published\nbusiness_model: Leasing"),
    "source": edited("world/data/references.bib", "title", "note = {changed}, title"),
    "token": edited("world/theme/brand/tokens.json", '"dark": "#f3ebf4"', '"dark": "#f6f6f6"'),
    "address": lambda settings: replace(settings, site_url="https://other.example/portal/"),
    "repository": lambda settings: replace(settings, repo_url=""),
    "day": lambda settings: replace(settings, today=TODAY + timedelta(days=40)),
    "drafts": lambda settings: replace(settings, drafts=True),
}


@pytest.mark.parametrize("name", OTHER_CHANGES)
def test_anything_else_that_changes(place: Path, tmp_path: Path, name: str):
    settings = settings_of(place)
    settings = OTHER_CHANGES[name](settings) or settings
    same_as_clean(place, settings, tmp_path)


def test_nothing_changed_nothing_made(place: Path):
    build(settings_of(place), place / "site")
    assert build(settings_of(place), place / "site") == set()


def test_only_what_shows_a_company_is_made_again(place: Path, tmp_path: Path):
    build(settings_of(place), place / "site")
    edited("world/data/smes/mare-clara/oneil.yml", "name: O'Neil", "name: O'Neil & Sons")(settings_of(place))
    made = same_as_clean(place, settings_of(place), tmp_path)
    assert {f"{tag}/companies/oneil/index.html" for tag in ("en", "pt", "ar", "he", "sr", "sr-latn", "el")} <= made
    assert not any("/companies/amwaj/" in one or "/sectors/" in one and "/energy/" in one for one in made)
    assert len(made) < len([one for one in tree(place / "site") if one.endswith("index.html")]) / 2


@pytest.mark.parametrize("spoil", ["remove", "flip", "other"])
def test_a_cache_is_never_trusted(place: Path, tmp_path: Path, spoil: str):
    reword(place / "world" / one_of_each_kind()[0])
    for path in [one for one in (place / "world" / ".cache" / "c2site").rglob("*") if one.is_file()]:
        raw = bytearray(path.read_bytes())
        if spoil == "remove":
            path.unlink()
        elif spoil == "flip":
            raw[len(raw) // 2] ^= 4
            path.write_bytes(raw)
        else:
            os.replace(shutil.copy(REPOSITORY / "LICENSE", tmp_path / "other"), path)
    same_as_clean(place, settings_of(place), tmp_path)
