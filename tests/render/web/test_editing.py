"""The editors' page: the file behind every profile, one click away where the repository is known."""

import re
from dataclasses import replace
from html import unescape

import pytest

from c2site.build.prepare import Prepared, brand_texts
from c2site.catalogue import Portal
from c2site.render.web import Studio, composed, lists, pages_about, record_pages, subjects
from tests.conftest import ASSETS

REPO = "https://code.example/portal"


@pytest.fixture(scope="module")
def known(world: Prepared) -> Portal:
    return replace(world.portal, repo_url=REPO)


def bodies(world: Prepared, portal: Portal, tag: str = "en") -> dict[str, str]:
    """Return the editors' pages of one language by their paths."""
    studio = Studio(portal, world.settings.theme / "templates", brand_texts(world.settings.brand), ASSETS)
    pages = [page for page in record_pages(portal, portal.readers.of(tag)) if page.folder == "editing"]
    return {page.path: composed(studio, page).body for page in pages}


def edited(pages: dict[str, str]) -> list[str]:
    return [unescape(one) for body in pages.values() for one in re.findall(rf'href="{REPO}/edit/main/([^"]+)"', body)]


@pytest.mark.parametrize("tag", ["en", "ar"])
def test_every_profile_of_a_cluster_leads_to_its_file(world: Prepared, known: Portal, tag: str) -> None:
    found = edited(bodies(world, known, tag))
    folders = ("clusters", "smes", "offerings", "sectors", "markets", "editions")
    expected = {known.files[folder, key] for folder in folders for key in getattr(known.profiles, folder)}
    assert set(found) == expected
    assert all((world.settings.root / path).is_file() for path in found)


def test_each_link_says_what_it_edits(world: Prepared, known: Portal) -> None:
    pages = bodies(world, known)
    assert 'aria-label="Edit the profile of R&amp;D &lt;5 GmbH"' in "".join(pages.values())
    assert "<5 GmbH" not in "".join(pages.values())


def test_without_a_repository_the_page_says_so_and_whom_to_write_to(world: Prepared) -> None:
    ((path, body),) = bodies(world, world.portal).items()
    assert path == "en/editing/"
    assert "The files cannot be opened from here yet." in body and "mailto:" in body
    assert "/edit/main/" not in body and "how-to" not in body


def test_a_long_list_stands_on_pages(world: Prepared, known: Portal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lists, "ROWS", 2)
    pages = bodies(world, known)
    assert "en/editing/mare-clara/page/2/" in pages
    assert 'rel="next"' in pages["en/editing/mare-clara/"] and 'rel="prev"' in pages["en/editing/mare-clara/page/2/"]
    companies = [path for path in edited(pages) if path.startswith("data/smes/")]
    assert len(set(companies)) == len(companies) == len(known.profiles.smes)


def test_a_records_page_leads_to_its_file_and_to_how_it_works(world: Prepared, known: Portal) -> None:
    studio = Studio(known, world.settings.theme / "templates", brand_texts(world.settings.brand), ASSETS)
    subject = next(one for one in subjects(known) if (one.template, one.key) == ("company", "oneil"))
    body = composed(studio, pages_about(known, subject, [known.readers.of("en")])[0]).body
    assert f'href="{REPO}/edit/main/data/smes/mare-clara/oneil.yml"' in body
    assert 'href="../../../en/editing/"' in body
