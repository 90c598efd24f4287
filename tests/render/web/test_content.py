"""Hand-written pages: links into the portal, citations, script, and nothing live."""

import pytest

from c2site.catalogue import Portal
from c2site.render.citations import Notes
from c2site.render.web import Page
from c2site.render.web.content import cited_content
from c2site.render.web.handwritten import clean, handwritten_page, text_language


def page(portal: Portal, tag: str, name: str = "about", written: tuple[str, ...] = ("en", "sr")) -> Page:
    reader = portal.readers.of(tag)
    text = text_language(reader, written, "en")
    assert text is not None
    return handwritten_page(portal, reader, name, {"title": "Наслов" if text == "sr" else "Title"}, text, written)


def test_portal_link_leads_to_the_readers_page(portal: Portal):
    html = cited_content('<a href="c2:markets/br">B</a>', page(portal, "el"), Notes(portal.profiles.bibliography))
    assert html == '<a href="../../el/markets/br/">B</a>'


def test_citation_becomes_a_numbered_note(portal: Portal):
    key = next(iter(portal.profiles.bibliography))
    notes = Notes(portal.profiles.bibliography)
    html = cited_content(f"<p>So it is [@{key}].</p>", page(portal, "en"), notes)
    assert 'href="#note-1"' in html
    assert [source.key for _, source in notes.listed] == [key]


def test_serbian_latin_page_is_rewritten_from_cyrillic(portal: Portal):
    latin = page(portal, "sr-Latn")
    assert latin.title == "Naslov"
    assert latin.translated
    assert cited_content("<p>Вода</p>", latin, Notes({})) == "<p>Voda</p>"


def test_page_missing_in_a_language_is_shown_in_the_fallback_and_is_no_translation(portal: Portal):
    greek = page(portal, "el")
    assert greek.title == "Title"
    assert not greek.translated


@pytest.mark.parametrize(("written", "expected"), [(("sr", "en"), "sr"), (("en",), "en"), (("ar",), "ar"), ((), None)])
def test_text_language_follows_the_chain_then_takes_what_there_is(portal: Portal, written: tuple[str, ...], expected: str | None):
    assert text_language(portal.readers.of("sr-Latn"), written, "en") == expected


@pytest.mark.parametrize("html", ["<script>x</script>", '<a href="javascript:x">y</a>', '<p onclick="x">y</p>', '<iframe src="https://x.example"></iframe>', '<p style="x">y</p>'])
def test_markdown_html_is_cleaned(html: str):
    cleaned = clean(html)
    for forbidden in ("script", "onclick", "iframe", "style", "<a href"):
        assert forbidden not in cleaned


def test_cleaning_keeps_tables_headings_and_portal_links():
    html = '<h2 id="a">A</h2><table><thead><tr><th align="right">x</th></tr></thead></table><a href="c2:markets">m</a>'
    assert clean(html) == html
