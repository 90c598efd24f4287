"""Words as HTML: escaped once, marked where they are another language's."""

import nh3
import pytest
from hypothesis import given
from hypothesis import strategies as st

from c2site.language import Phrases, Reader
from c2site.render.web.wording import PROSE, PROSE_TAGS, _prose, wording

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


@pytest.mark.parametrize("text", ["Plain words, 3 of them.", "Чиста вода – за градове (и села)", "مياه نظيفة، للمدن", "a_b_c and d__e", "x _a_ y", "ends in a blank ", 'He said "no".', "1. first", "it's 5 % / year", "A - b"])
def test_plain_paragraphs_come_out_as_markdown_makes_them(text: str):
    made = nh3.clean(PROSE.render(text), tags=PROSE_TAGS, attributes={"a": {"href"}}, url_schemes={"http", "https"}, link_rel="nofollow noopener")
    assert _prose(text) == made


@given(st.text(alphabet="ab1_-*. ,:/()'\"%–«»Яع\n#>+=&<[]!`~|\\", min_size=1, max_size=12))
def test_what_counts_as_plain_is(text: str):
    made = nh3.clean(PROSE.render(text), tags=PROSE_TAGS, attributes={"a": {"href"}}, url_schemes={"http", "https"}, link_rel="nofollow noopener")
    assert _prose(text) == made
