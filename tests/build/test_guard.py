"""Drafts and invented data never reach a production build: no field of any kind of record."""

import json
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from c2site.build.catalogues import book, chosen_editions, print_brand, write_data
from c2site.build.guard import hidden_addresses, not_for_the_public
from c2site.build.output import Output
from c2site.build.prepare import Prepared, prepared
from c2site.build.progress import Progress
from c2site.build.settings import Settings, settings_from
from c2site.build.site import Site
from c2site.errors import DataError
from c2site.load.partnership import load_partnership
from c2site.model import KINDS
from tests.conftest import TODAY, WORLD
from tests.marking import MARK, holding, mark

OTHERS = [kind for kind in KINDS.values() if kind.folder != "."]


def rewrite(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text, path
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """A copy of the world that says it is real, with a marked draft of every kind of record."""
    root = tmp_path_factory.mktemp("real") / "world"
    shutil.copytree(WORLD, root, ignore=shutil.ignore_patterns(".cache"))
    if (WORLD / ".cache" / "fonts").is_dir():
        shutil.copytree(WORLD / ".cache" / "fonts", root / ".cache" / "fonts")
    rewrite(root / "data/partnership.yml", "invented: true", "invented: false")
    settings = replace(settings_from(root, {}), today=TODAY, production=True, site_url="https://harbours.eu/")
    drafts = dict(_drafts(root))
    assert mark(settings, drafts) > 300
    assert {kind.name for kind in OTHERS} == set(drafts.values())
    return settings


def _drafts(root: Path) -> Iterator[tuple[str, str]]:
    """Write the longest record of every kind once more, as a draft, and yield the draft's path and kind."""
    files = list(load_partnership(root).files.values())
    for kind in OTHERS:
        longest = max((root / one.path for one in files if one.kind is kind), key=lambda path: path.stat().st_size)
        draft = longest.with_name(f"draft-{kind.name.replace('_', '-')}.yml")
        text = longest.read_text(encoding="utf-8").replace("status: published", "status: draft", 1)
        draft.write_text(text.replace("  - id: ", "  - id: draft-") if kind.name == "value_chain" else text, encoding="utf-8")
        yield draft.relative_to(root).as_posix(), kind.name


def site_of(ready: Prepared, folder: Path) -> Path:
    site = Site(ready, Output(folder), Progress())
    site.write_pages()
    site.write_maps()
    write_data(ready, site.out, chosen_editions(ready))
    for edition, tag in chosen_editions(ready):
        site.out.write(f"books/{edition.id}-{tag}.json", book(ready.portal, edition, tag, print_brand(ready)))
    return folder


def names(site: Path) -> list[str]:
    return [path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()]


@pytest.fixture(scope="module")
def site(real: Settings, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return site_of(prepared(real), tmp_path_factory.mktemp("site"))


def test_no_text_and_no_id_of_a_draft_is_on_the_site(site: Path):
    assert holding(site, MARK) == set()
    assert holding(site, "draft-") == set()


def test_nothing_says_that_it_is_invented(site: Path, real: Settings):
    assert holding(site, 'class="notice"') == set()
    assert list(not_for_the_public(site, names(site), prepared(real))) == []


def test_preview_would_show_them(real: Settings, tmp_path: Path):
    preview = prepared(replace(real, production=False, drafts=True))
    assert {folder for folder, one in preview.portal.profiles.records() if one.status == "draft"} >= {kind.folder for kind in OTHERS if kind.name != "need"}


@pytest.mark.parametrize("status", ["draft", "withdrawn"])
def test_partnership_that_is_no_longer_published_is_refused(real: Settings, tmp_path: Path, status: str):
    shutil.copytree(real.root, tmp_path / "world")
    rewrite(tmp_path / "world/data/partnership.yml", "status: published", f"status: {status}")
    with pytest.raises(DataError) as refused:
        prepared(replace(real, root=tmp_path / "world"))
    assert [one.code for one in refused.value.problems] == ["partnership-unpublished"]


@pytest.mark.parametrize(
    ("path", "text", "code"),
    [
        ("en/index.html", '<aside class="notice" aria-label="Notice">Invented.</aside>', "site-invented"),
        ("catalogues/x.json", json.dumps({"invented": True}), "site-invented"),
        ("en/index.html", '<a href="companies/draft-sme/">x</a>', "site-unpublished"),
        ("en/index.html", '<a href="other-companies/draft-sme/">x</a>', None),
        ("en/events/index.html", '<a href="../companies/draft-sme/">x</a>', "site-unpublished"),
        ("sitemap.xml", "<loc>https://harbours.eu/en/companies/draft-sme/</loc>", "site-unpublished"),
        ("pt/offerings/draft-offering/index.html", "<p>x</p>", "site-unpublished"),
        ("pt/companies/vanished/index.html", "<p>x</p>", None),
        ("id/vanished/index.html", "<p>x</p>", None),
        ("id/draft-sme/card.vcf", "BEGIN:VCARD", "site-unpublished"),
    ],
)
def test_guard_sees_what_got_through(real: Settings, tmp_path: Path, path: str, text: str, code: str | None):
    (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / path).write_text(text, encoding="utf-8")
    assert [one.code for one in not_for_the_public(tmp_path, [path], prepared(real))] == ([code] if code else [])


def test_guard_knows_the_address_of_every_draft_with_a_page(real: Settings):
    assert {address for address in hidden_addresses(prepared(real)) if "/draft-" in address} == {
        f"{folder}/draft-{name}/"
        for kind, name in [("clusters", "cluster"), ("companies", "sme"), ("offerings", "offering"), ("sectors", "sector"), ("markets", "market"), ("catalogues", "edition"), ("events", "event"), ("needs", "need")]
        for folder in (kind, "id")
    }
