"""Social cards: drawn once, the same bytes each time, with words that fit, and nothing left of a record that is gone."""

import io
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from c2site.build.cards import write_cards
from c2site.build.output import Output
from c2site.build.prepare import Prepared, brand_texts, brand_tokens
from c2site.build.progress import Progress
from c2site.build.publish import published
from c2site.build.site import Site
from c2site.build.typesetter import draw, stage_type
from c2site.render.brand.cards import HEIGHT, PLAN, WIDTH, card, common_of, has_card, home, sheet_of_cards
from c2site.render.brand.drawn import Job
from c2site.render.web import Page, pages_about, subjects
from tests.conftest import REPOSITORY
from tests.hostile.worlds import MARKUP

LONGEST = "The Invented Company with the Longest Name of the Whole Archipelago that Every List, Card, Label and Index Must Carry Oy Ab Ltd"
NAMES = [LONGEST, "شركة " * 24, "W" * 120, MARKUP, "𝔘𝔫𝔭𝔯𝔦𝔫𝔱𝔞𝔟𝔩𝔢 龍", "Дунавски " * 13]


@pytest.fixture(scope="module")
def stage(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("stage")
    stage_type(REPOSITORY / "theme", folder)
    return folder


@pytest.fixture(scope="module")
def common(world: Prepared) -> dict:
    return common_of(world.portal, brand_tokens(world.settings.brand), brand_texts(world.settings.brand)["logo"])


def company(world: Prepared, tag: str) -> Page:
    subject = next(one for one in subjects(world.portal) if one.template == "company")
    return pages_about(world.portal, subject, [world.portal.readers.of(tag)])[0]


def pictures(stage: Path, common: dict, cards: list[dict]) -> list[bytes]:
    return draw(Job("card.typ", sheet_of_cards(cards, common), "card"), stage)


@pytest.mark.parametrize("tag", ["en", "ar"])
def test_words_of_any_length_fit(world: Prepared, stage: Path, common: dict, tag: str):
    page = company(world, tag)
    cards = [card(world.portal, replace(page, title=name, description=name * 2)) for name in NAMES]
    drawn = pictures(stage, common, cards)
    assert len(drawn) == len(NAMES)
    assert pictures(stage, common, cards[:1]) == drawn[:1]
    for png in drawn:
        assert len(png) <= 40_000
        image = Image.open(io.BytesIO(png)).convert("RGB")
        assert image.size == (WIDTH, HEIGHT)
        # What stands free: the gap between words and plan, the line above the wordmark.
        gap = (WIDTH - PLAN[0] - 60, 0, WIDTH - PLAN[0] - 4, HEIGHT) if tag == "en" else (PLAN[0] + 4, 0, PLAN[0] + 60, HEIGHT)
        above = (0, 500, WIDTH - PLAN[0] - 4, 514) if tag == "en" else (PLAN[0] + 4, 500, WIDTH, 514)
        assert [len(image.crop(box).getcolors()) for box in (gap, above)] == [1, 1]


def test_cards_of_equal_words_are_drawn_once_and_kept(world: Prepared, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    page = company(world, "en")
    settings = replace(world.settings, root=tmp_path)
    monkeypatch.setattr("c2site.build.cards.brand_tokens", lambda _: brand_tokens(world.settings.brand))
    monkeypatch.setattr("c2site.build.cards.brand_texts", lambda _: brand_texts(world.settings.brand))
    here = replace(world, settings=settings)
    with published(tmp_path / "site") as out:
        write_cards(here, out, [page], Progress(False))
        paths = set(out.written)
    assert paths == {page.card(world.portal), *(home(world.portal, one).card(world.portal) for one in world.portal.readers)}
    monkeypatch.setattr("c2site.build.cards.draw", lambda *_: pytest.fail("drawn again"))
    with published(tmp_path / "site") as out:
        write_cards(here, out, [page], Progress(False))
        assert not out.records.changed
    write_cards(here, Output(tmp_path / "other"), [page], Progress(False))
    assert (tmp_path / "other" / page.card(world.portal)).read_bytes() == (tmp_path / "site" / page.card(world.portal)).read_bytes()


def test_a_page_names_the_card_of_a_language_it_is_written_in(world: Prepared):
    for subject in subjects(world.portal):
        pages = pages_about(world.portal, subject)
        own = {page.card(world.portal) for page in pages if has_card(page)}
        if pages[0].about:
            assert {page.card(world.portal) for page in pages} == own


def test_every_page_names_its_card_by_a_whole_address(world: Prepared, tmp_path: Path):
    site = Site(replace(world, settings=replace(world.settings, cards=True)), Output(tmp_path), Progress(False))
    page = company(world, "ar")
    head = site.studio.render(page.reader, "parts/head.html", page=page, base=page.base, jsonld=[])
    assert f'<meta property="og:image" content="https://harbo.example/{page.card(world.portal)}">' in head
