"""The catalogues' files as their pages tell of them: size and digest are those of the files, and what did not change is not made again."""

import hashlib
import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest

from c2site.build import catalogues
from c2site.build.prepare import Prepared, prepared
from c2site.build.progress import Progress
from c2site.build.publish import published
from c2site.build.settings import Settings, settings_from
from c2site.build.site import Site
from c2site.catalogue.downloads import Download
from c2site.render.web import sitemap
from tests.conftest import REPOSITORY, TODAY, WORLD


@pytest.fixture(scope="module")
def made() -> list[str]:
    """The files of data that were made."""
    return []


@pytest.fixture(scope="module")
def world_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return shutil.copytree(WORLD, tmp_path_factory.mktemp("downloads") / "world")


@pytest.fixture(scope="module")
def settings(world_folder: Path) -> Settings:
    found = settings_from(world_folder, {})
    return replace(found, today=TODAY, theme=REPOSITORY / "theme")


@pytest.fixture(autouse=True)
def watched(made: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Books are not set here; of data it is noted what is made."""
    monkeypatch.setattr("c2site.build.site.write_pdfs", lambda *_: [])
    real = dict(catalogues.DATA_FORMATS)

    def noted(ending: str) -> Callable[..., bytes]:
        return lambda portal, catalogue, tag: made.append(f"{catalogue.id} {tag} {ending}") or real[ending](portal, catalogue, tag)

    for ending in real:
        monkeypatch.setitem(catalogues.DATA_FORMATS, ending, noted(ending))


def build(settings: Settings, target: Path) -> dict[str, bytes]:
    with published(target) as out:
        site = Site(prepared(settings), out, Progress(False))
        site.write_catalogues()
        site.write_pages()
    return {path.relative_to(target).as_posix(): path.read_bytes() for path in sorted(target.rglob("*")) if path.is_file()}


@pytest.fixture(scope="module")
def target(world_folder: Path) -> Path:
    return world_folder.parent / "site"


def test_pages_and_programs_are_told_each_file_s_size_and_digest(settings: Settings, target: Path):
    files = build(settings, target)
    page, listed = files["en/catalogues/br-2027/index.html"].decode(), json.loads(files["api/v1/catalogues/br-2027.json"])["files"]
    sums = dict(reversed(line.split("  ")) for line in files["catalogues/SHA256SUMS"].decode().splitlines())
    assert {one["path"].removeprefix("../../../") for one in listed} == {path for path in files if path.startswith("catalogues/harbo-br")}
    for one in listed:
        path = one["path"].removeprefix("../../../")
        digest = hashlib.sha256(files[path]).hexdigest()
        assert (one["bytes"], one["sha256"], sums[path.removeprefix("catalogues/")]) == (len(files[path]), digest, digest)
        assert f'href="../../../{path}"' in page and digest in page


def test_what_did_not_change_is_not_made_again_and_the_site_is_the_one_a_clean_build_makes(settings: Settings, target: Path, made: list[str], tmp_path: Path):
    build(settings, target)
    made.clear()
    first = build(settings, target)
    assert made == []
    event = settings.root / "data" / "events" / "ev-quay-day.yml"
    event.write_text(event.read_text().replace("title:\n  en: ", "title:\n  en: New "))
    files = build(settings, target)
    assert made and files != first
    fresh = shutil.copytree(settings.root, tmp_path / "world", ignore=shutil.ignore_patterns("c2site"))
    assert files == build(replace(settings, root=fresh), tmp_path / "clean")


def test_style_of_the_pages_makes_no_data_again(settings: Settings, target: Path, made: list[str], tmp_path: Path):
    build(settings, target)
    made.clear()
    theme = shutil.copytree(REPOSITORY / "theme", tmp_path / "theme")
    style = theme / "assets" / "styles" / "47-files.css"
    style.write_text(style.read_text() + ".x { color: red; }\n")
    build(replace(settings, theme=theme), target)
    assert made == []


def test_map_of_the_site_leads_to_the_books_in_all_their_languages(world: Prepared):
    books = [Download(f"catalogues/harbo-br-{tag}-2027.{ending}", tag, ending, 1, "") for tag in ("pt", "en") for ending in ("pdf", "csv")]
    found = ElementTree.fromstring(sitemap.books(world.portal, [books]))
    addresses = [f"{world.portal.site_url}catalogues/harbo-br-{tag}-2027.pdf" for tag in ("pt", "en")]
    assert [one.text for one in found.iterfind("{*}url/{*}loc")] == addresses
    assert [one.get("href") for one in found.iterfind("{*}url/{*}link")] == addresses * 2
