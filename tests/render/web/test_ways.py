"""Long lists by letter and by month."""

from dataclasses import replace
from datetime import date

import pytest

from c2site.build.prepare import Prepared, brand_texts
from c2site.catalogue import Portal
from c2site.render.web import Studio, composed, pages_about, subjects, ways
from c2site.render.web.ways import updates
from tests.conftest import ASSETS


@pytest.fixture(scope="module")
def studio(world: Prepared) -> Studio:
    return Studio(world.portal, world.settings.theme / "templates", brand_texts(world.settings.brand), ASSETS)


@pytest.mark.parametrize("tag", ["en", "ar", "sr", "el", "he"])
def test_every_company_stands_under_its_letter_once(studio: Studio, tag: str):
    reader = studio.portal.readers.of(tag)
    letters = studio.names(reader)["ways"].letters("smes")
    names = [(key, words.text) for letter in letters for key, words in letter.names]
    assert sorted(key for key, _ in names) == sorted(studio.portal.profiles.smes)
    assert all(reader.initial(words.text) == letter.letter for letter in letters for _, words in letter.names)
    assert [letter.script for letter in letters] == sorted(letter.script for letter in letters)


def test_a_long_alphabet_goes_on_over_pages(studio: Studio, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(ways, "NAMES", 4)
    reader = studio.portal.readers.of("en")
    alphabet = ways.Ways(studio.portal, reader, studio.names(reader)["lists"])
    pages = range(1, alphabet.letter_pages("smes") + 1)
    shown = [key for page in pages for _, letter in alphabet.letters_on("smes", page) for key, _ in letter.names]
    assert shown == [key for letter in alphabet.letters("smes") for key, _ in letter.names]
    assert all(any(place == at for at, _ in alphabet.letters_on("smes", letter.page)) for place, letter in enumerate(alphabet.letters("smes"), 1))


def test_updates_stand_by_month_the_latest_first_and_none_is_to_come(studio: Studio):
    days = [day for day, _ in updates(studio.portal, "offerings")]
    assert days and days == sorted(days, reverse=True) and max(days) <= studio.portal.today


def test_without_any_day_the_page_says_so(world: Prepared):
    offerings = {key: replace_days(one) for key, one in world.portal.profiles.offerings.items()}
    portal = Portal(replace(world.portal.profiles, offerings=offerings), world.portal.readers, world.portal.site_url, date(2027, 3, 1))
    studio = Studio(portal, world.settings.theme / "templates", brand_texts(world.settings.brand), ASSETS)
    (subject,) = [one for one in subjects(portal) if one.template == "updated" and one.folder == "offerings"]
    body = composed(studio, pages_about(portal, subject, [portal.readers.of("en")])[0]).body
    assert world.portal.readers.of("en").phrase("updated.empty") in body


def replace_days(one):
    return one.model_copy(update={"reviewed_on": None, "valid_from": None})
