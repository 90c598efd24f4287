"""The accessibility statement says what the last audit found, in every language."""

from dataclasses import replace
from datetime import date

import pytest

from c2site.build.prepare import Prepared, brand_texts
from c2site.model import Audit
from c2site.render.web import Studio, composed
from c2site.render.web.handwritten import handwritten_page
from tests.conftest import ASSETS

GAP = {"checker": "axe", "rule": "color-contrast", "criteria": ["1.4.3", "1.4.6"], "pages": 3, "example": "en/"}
FOUND = Audit.model_validate(
    {
        "day": date(2027, 2, 3),
        "pages": 52,
        "checkers": [{"name": "axe", "version": "4.12.1", "pages": 52, "failing": 3}],
        "gaps": [GAP],
        "undecided": [{**GAP, "rule": "<b>video</b>", "pages": 1}],
        "languages": [{"tag": "pt", "pages": 31, "foreign": 7, "unreviewed": 29}],
    }
)


def statement(world: Prepared, tag: str, found: Audit | None) -> str:
    portal = replace(world.portal, profiles=replace(world.portal.profiles, audit=found))
    page = handwritten_page(portal, portal.readers.of(tag), "accessibility", {"title": "x"}, "en", ["en"])
    studio = Studio(portal, world.settings.theme / "templates", brand_texts(world.settings.brand), ASSETS)
    return composed(studio, page, "<p>x</p>", text_tag="en").body


def test_gaps_are_listed_with_their_criteria(world: Prepared):
    body = statement(world, "en", FOUND)
    assert "3 pages break the rule color-contrast" in body and "WCAG 1.4.3" in body and "WCAG 1.4.6" in body
    assert "On 1 page only a person can judge the rule &lt;b&gt;video&lt;/b&gt;" in body
    assert "The programs found no error" not in body


def test_audit_without_a_gap_says_so(world: Prepared):
    assert "The programs found no error" in statement(world, "en", FOUND.model_copy(update={"gaps": ()}))


@pytest.mark.parametrize("tag", ["en", "pt", "ar", "el", "sr", "sr-Latn", "he"])
def test_every_language_shows_the_figures(world: Prepared, tag: str):
    body = statement(world, tag, FOUND)
    assert "4.12.1" in body and "color-contrast" in body
    assert [figure in body for figure in (">31<", ">7<", ">29<")] == [True] * 3


def test_portal_without_an_audit_shows_the_text_alone(world: Prepared):
    assert 'id="gaps"' not in statement(world, "en", None)
