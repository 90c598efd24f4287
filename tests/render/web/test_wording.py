"""Words as HTML: escaped once, marked where they are another language's."""

import pytest

from c2site.language import Phrases, Reader
from c2site.render.web.wording import wording

PHRASES = Phrases("en", {"greet": "Hello {name} & all", "count": {"one": "{n} <b>", "other": "{n} things"}})
HOSTILE = '<script>alert("x")</script>'


@pytest.fixture
def words() -> dict:
    return wording(Reader("en", ("en",), (PHRASES,)))


def test_phrase_and_its_values_are_escaped(words: dict):
    assert str(words["_"]("greet", name=HOSTILE)) == "Hello &lt;script&gt;alert(&#34;x&#34;)&lt;/script&gt; &amp; all"


def test_plural_phrase_is_escaped(words: dict):
    assert str(words["_"]("count", n=1)) == "1 &lt;b&gt;"
    assert str(words["_"]("count", n=2)) == "2 things"


def test_text_is_escaped(words: dict):
    assert "<script" not in str(words["t"]({"en": HOSTILE}))


def test_foreign_text_is_marked_and_escaped(words: dict):
    html = str(words["t"]({"ar": f"ماء {HOSTILE}"}))
    assert html.startswith('<span class="foreign" lang="ar" dir="rtl" data-lang="AR">')
    assert "<script" not in html


@pytest.mark.parametrize(
    "text", [HOSTILE, "[x](javascript:alert(1))", "![x](https://evil.example/x.png)", "<img src=x onerror=alert(1)>", "[x]: javascript:alert(1)\n\n[x]", "<https://ok.example/><svg onload=x>"]
)
def test_prose_lets_nothing_live_through(words: dict, text: str):
    html = str(words["prose"]({"en": text})).lower()
    for forbidden in ("<script", "<img", "<svg", 'href="javascript', "onerror=\""):
        assert forbidden not in html


def test_prose_keeps_paragraphs_lists_and_links(words: dict):
    html = str(words["prose"]({"en": "One\n\n- a\n- b\n\n[site](https://example.org/)"}))
    assert "<p>One</p>" in html
    assert "<li>a</li>" in html
    assert 'href="https://example.org/"' in html


def test_list_joins_markup_without_escaping_it_twice(words: dict):
    from markupsafe import Markup

    assert str(words["listed"]([Markup("<b>A</b>"), "B & C"])) == "<b>A</b> and B &amp; C"
