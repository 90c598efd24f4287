"""Pages about needs: what is open, which offerings fit and why, whom to write to."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from c2site.build.prepare import Prepared, brand_texts, prepared
from c2site.build.settings import settings_from
from c2site.catalogue import Portal
from c2site.model import Matching
from c2site.render.web import Studio, Subject, composed, pages_about
from c2site.render.web.needing import contact_of
from tests.conftest import ASSETS, REPOSITORY, TODAY

Body = Callable[..., str]


@pytest.fixture(scope="module")
def lumen() -> Prepared:
    return prepared(replace(settings_from(REPOSITORY / "tests" / "matching_world", {}), today=TODAY))


def body_of(made: Prepared, subject: Subject, tag: str = "en", **changed: object) -> str:
    portal = replace(made.portal, **changed)
    studio = Studio(portal, made.settings.theme / "templates", brand_texts(made.settings.brand), ASSETS)
    return composed(studio, pages_about(portal, subject, [portal.readers.of(tag)])[0]).body


def said(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def test_a_needs_page_gives_the_reasons_in_words(lumen: Prepared):
    reasons = re.findall(r'<ul class="match__reasons">(.*?)</ul>', body_of(lumen, Subject("need", "needs", "need-street-lamps")), re.DOTALL)
    assert said(reasons[0]) == "same code: CPV 34928530 stage: Make sector: Light sold in: Mexico size sought: small (fewer than 50 employees)"


def test_reasons_are_told_in_the_readers_language(world: Prepared):
    weights = replace(world.portal.profiles, matching=Matching(least=1))
    page = said(body_of(world, Subject("need", "needs", "need-sockets"), "pt", profiles=weights))
    assert "fase: Estar no cais" in page and "de outro cluster" in page


def test_a_closed_need_says_so_and_asks_for_nothing(lumen: Prepared):
    page = body_of(lumen, Subject("need", "needs", "need-street-lamps"), today=date(2028, 1, 1))
    assert "This need is closed." in page and "December 31, 2027" in page
    assert "mailto:" not in page and 'class="match"' not in page


def test_closed_needs_leave_the_list_on_the_day_after_their_deadline(lumen: Prepared):
    listed = Subject("needs", "needs")
    assert 'href="../../en/needs/need-street-lamps/"' in body_of(lumen, listed, today=date(2027, 12, 31))
    empty = body_of(lumen, listed, today=date(2028, 1, 1))
    assert "No need is stated yet." in empty and "mailto:office@north-lamp.example" in empty


@pytest.mark.parametrize(("need", "cluster"), [("need-city-model", "north-lamp"), ("need-street-lamps", "north-lamp"), ("need-quiet-pump", "north-lamp"), ("need-meter-brands", "open-road")])
def test_answers_go_to_the_seekers_cluster_and_to_the_first_where_nobody_may_know(lumen: Prepared, need: str, cluster: str):
    assert contact_of(lumen.portal, lumen.portal.profiles.needs[need]).id == cluster


def test_where_the_first_cluster_cannot_be_written_to_the_next_one_is_asked(lumen: Prepared):
    profiles = lumen.portal.profiles
    mute = profiles.clusters["north-lamp"].model_copy(update={"mailbox": None, "website": None})
    portal = replace(lumen.portal, profiles=replace(profiles, clusters={**profiles.clusters, "north-lamp": mute}))
    assert contact_of(portal, profiles.needs["need-quiet-pump"]).id == "river-house"


def test_offerings_and_companies_name_the_needs_they_answer(lumen: Prepared):
    for subject in (Subject("offering", "offerings", "pump-soft"), Subject("company", "smes", "dazhd")):
        assert "Needs this answers" in (page := said(body_of(lumen, subject))) and "A pump nobody hears until December 31, 2027" in page
    assert "Needs this answers" not in body_of(lumen, Subject("offering", "offerings", "taxi-books"))


def test_every_weight_is_explained_in_every_language(portal: Portal, world: Prepared):
    for reader in portal.readers:
        page = body_of(world, Subject("matching", "matching"), reader.tag)
        assert page.count('<th scope="row">') == len(Matching.model_fields) - 2


def test_naughty_words_of_a_need_stay_text(lumen: Prepared):
    needs = lumen.portal.profiles.needs
    naughty = {"en": "<script>alert(1)</script> pump & {{7*7}}"}
    one = needs["need-quiet-pump"].model_copy(update={"title": naughty, "summary": naughty, "agreements": ("<b>x</b>",), "certificates": ("<i>CE</i>",)})
    page = body_of(lumen, Subject("need", "needs", one.id), profiles=replace(lumen.portal.profiles, needs={**needs, one.id: one}))
    assert "<script>alert" not in page and "<b>x" not in page and "<i>CE" not in page and "{{7*7}}" in page
