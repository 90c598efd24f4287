"""In the pseudo-language every word of a page stands in brackets, but names, codes and what is said to be in another language."""

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest
from lxml import html

from c2site.build.prepare import Prepared, brand_texts, prepared
from c2site.build.settings import Settings
from c2site.language.pseudo import CLOSING, OPENING, PSEUDO
from c2site.render.web import Studio, composed, record_pages
from tests.conftest import ASSETS

# So many pages, one is looked at.
EVERY = 2
WORD = re.compile(r"[^\W\d_]{3,}")
NAMED = ("aria-label", "title", "alt", "placeholder")
# Addresses and units; in capitals alone, words are codes.
CODES = {"https", "example", "harbo", "rem"}


@pytest.fixture(scope="module")
def pseudo_world(world_settings: Settings) -> Prepared:
    return prepared(replace(world_settings, pseudo=True))


def outside(markup: str) -> Iterator[str]:
    """Yield the words that a reader of the pseudo-language sees or hears outside brackets."""
    depth = 0
    for text, language, spoken in _texts(html.fromstring(markup), PSEUDO):
        if language != PSEUDO:
            continue
        if spoken:
            yield from WORD.findall(text) if OPENING not in text else ()
            continue
        for part in re.split(f"([{OPENING}{CLOSING}])", text):
            depth += (part == OPENING) - (part == CLOSING)
            yield from WORD.findall(part) if depth == 0 else ()
    assert depth == 0


def _texts(element: html.HtmlElement, language: str) -> Iterator[tuple[str, str, bool]]:
    if not isinstance(element.tag, str) or element.tag in ("script", "style", "template", "svg"):
        return
    own = element.get("lang", language)
    yield from ((element.get(name), own, True) for name in NAMED if element.get(name))
    yield element.text or "", own, False
    for child in element:
        yield from _texts(child, own)
        yield child.tail or "", own, False


def untranslated(world: Prepared) -> set[str]:
    """Return the words that nobody translates: those of values that are no texts, and codes."""
    return {word for record in _values(world.portal.profiles.partnership.model_dump()) for word in WORD.findall(record)} | {
        word for _, one in world.portal.profiles.records() for value in _values(one.model_dump()) for word in WORD.findall(value)
    } | CODES


def _values(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        texts = all(isinstance(one, str) for one in value.values()) and all(re.fullmatch(r"[a-z]{2,3}(-\w+)*", str(key)) for key in value)
        for one in value.values() if not texts else ():
            yield from _values(one)
    elif isinstance(value, (list, tuple)):
        for one in value:
            yield from _values(one)
    elif value is not None:
        yield str(value)


def test_every_word_of_a_page_can_be_translated(pseudo_world: Prepared):
    portal = pseudo_world.portal
    studio = Studio(portal, pseudo_world.settings.theme / "templates", brand_texts(pseudo_world.settings.brand), ASSETS)
    names, reader = untranslated(pseudo_world), portal.readers.of(PSEUDO)
    names |= {word for one in portal.readers for word in WORD.findall(one.own_name())}
    found = {}
    for number, page in enumerate(record_pages(portal, reader)):
        parts = composed(studio, page) if number % EVERY == 0 else None
        if parts and (words := {one for one in outside(f"<main>{parts.header}{parts.body}{parts.footer}</main>") if not one.isupper()} - names):
            found[page.path] = sorted(words)
    assert found == {}
