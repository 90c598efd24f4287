"""Sources in the reader's language, and the numbers by which a page cites them."""

import re
import warnings
from html.parser import HTMLParser

import pytest
from citeproc import CitationStylesStyle
from hypothesis import given
from hypothesis import strategies as st

from c2site.errors import DataError
from c2site.language import Reader
from c2site.load.bibliography import bibliography
from c2site.model import Source
from c2site.render.citations import STYLE, Notes, citation, cited, csl_locale, language_of, public_address
from tests.render.exports.portals import HOSTILE, ROOT

SOURCES = {
    "assembly": Source(
        "assembly", "online", "Reef & Co", "Održana „Skupština“ <klastera>", "2017",
        "https://example.org/a?b=1&c=2", "2026-11-22", "serbian",
    ),
    "arabic": Source(
        "arabic", "online", "أمواج الغد", "صفحة عن الأمواج", "", "https://example.org/w", "2026-09-03", "arabic",
    ),
    "book": Source(
        "book", "book", "Anna Nemo", "What we will not do?", "2024", langid="english", publisher="Isle Press",
    ),
}  # fmt: skip
LINK = '<a href="https://example.org/a?b=1&amp;c=2" dir="ltr" rel="noopener">https://example.org/a?b=1&amp;c=2</a>'
TITLE = '<cite lang="sr-Latn" dir="ltr">Održana „Skupština“ &lt;klastera&gt;</cite>'
VALUES = st.text(st.sampled_from("<>&\"'/:=[]()\ue000\ue001{}\u202e\n") | st.characters(exclude_categories=["Cs"]))


def reader(tag: str) -> Reader:
    return Reader(tag, (tag, "en"))


def notes() -> Notes:
    return Notes(SOURCES)


# Citations ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("tag", "html"),
    [
        ("en", f"<bdi>Reef &amp; Co</bdi>, {TITLE}, 2017. {LINK} (consulted on November 22, 2026)."),
        ("en-GB", f"<bdi>Reef &amp; Co</bdi>, {TITLE}, 2017. {LINK} (consulted on 22 November 2026)."),
        ("es", f"<bdi>Reef &amp; Co</bdi>, {TITLE}, 2017. {LINK} (consultado el 22 de noviembre de 2026)."),
        ("fr", f"<bdi>Reef &amp; Co</bdi>, {TITLE}, 2017. {LINK} (consulté le 22 novembre 2026)."),
        ("ar", f"<bdi>Reef &amp; Co</bdi>، {TITLE}، 2017. {LINK} (اطُّلع عليه بتاريخ 22 نوفمبر 2026)."),
        ("bg", f"<bdi>Reef &amp; Co</bdi>, {TITLE}, 2017. {LINK} (посетен на 22 ноември 2026&nbsp;г.)."),
        ("sr", f"<bdi>Reef &amp; Co</bdi>, {TITLE}, 2017. {LINK} (датум приступа: 22. новембар 2026.)."),
        ("sr-Latn", f"<bdi>Reef &amp; Co</bdi>, {TITLE}, 2017. {LINK} (datum pristupa: 22. novembar 2026.)."),
        ("it", f"<bdi>Reef &amp; Co</bdi>, {TITLE}, 2017. {LINK} (consultato il 22 novembre 2026)."),
        ("el", f"<bdi>Reef &amp; Co</bdi>, {TITLE}, 2017. {LINK} (ανακτήθηκε στις 22 Νοεμβρίου 2026)."),
    ],
)
def test_golden_citation_in_each_language(tag: str, html: str):
    assert citation(SOURCES["assembly"], reader(tag)).html == html


def test_plain_text_holds_the_same_words_as_the_html():
    found = citation(SOURCES["assembly"], reader("en"))
    link = "https://example.org/a?b=1&c=2"
    assert found.text == f"Reef & Co, Održana „Skupština“ <klastera>, 2017. {link} (consulted on November 22, 2026)."
    assert (found.key, found.url) == ("assembly", link)


def test_plain_text_sets_names_apart_where_directions_meet():
    text = citation(SOURCES["assembly"], reader("ar")).text
    assert text.startswith("\u2068Reef & Co\u2069، \u2068Održana")
    assert "\u2068صفحة عن الأمواج\u2069" in citation(SOURCES["arabic"], reader("en")).text


def test_source_without_a_year_says_so_in_each_language():
    said = {
        tag: citation(SOURCES["arabic"], reader(tag)).html for tag in ("en", "es", "ar", "sr", "sr-Latn", "it", "el")
    }
    undated = {
        "en": "undated", "es": "sin fecha", "ar": "بلا تاريخ", "sr": "без датума", "sr-Latn": "bez datuma",
        "it": "senza data", "el": "χωρίς χρονολογία",
    }  # fmt: skip
    assert all(word in said[tag] for tag, word in undated.items())
    assert '<cite lang="ar" dir="rtl">' in said["en"]


def test_what_a_source_lacks_leaves_no_trace():
    assert citation(SOURCES["book"], reader("en")).text == "Anna Nemo, What we will not do?, Isle Press, 2024."
    assert citation(Source("bare", "online"), reader("en")).text == "undated."
    title_only = citation(Source("bare", "online", title="Tide"), reader("en"))
    assert title_only.html == '<cite dir="auto">Tide</cite>, undated.'
    assert title_only.url == ""


def test_publisher_is_named_once_where_it_is_the_author():
    source = Source("s", "online", author="Reef", title="Tide", year="2020", publisher="Reef")
    assert citation(source, reader("en")).text == "Reef, Tide, 2020."


def test_day_that_is_no_date_is_shown_as_written():
    assert citation(Source("s", "online", title="Tide", day="spring 2026"), reader("en")).text.endswith(
        "(consulted on spring 2026)."
    )


def test_language_citeproc_lacks_is_written_in_british_english_and_marked():
    found = citation(SOURCES["assembly"], reader("mt"))
    assert csl_locale("mt") is None
    assert found.html.startswith('<span lang="en-GB" dir="ltr"><bdi>Reef')
    assert found.text.endswith("(consulted on 22 November 2026).")


@pytest.mark.parametrize(
    ("tag", "name"),
    [("en", "en-GB"), ("en-US", "en-US"), ("es-CO", "es-ES"), ("es-MX", "es-MX"), ("fr-CA", "fr-CA"), ("ar-DZ", "ar"),
     ("sr", "sr-Cyrl-RS"), ("sr-Latn", "sr-Latn-RS"), ("zh-Hant", "zh-TW"), ("pt", "pt-PT")],
)  # fmt: skip
def test_nearest_csl_locale_keeps_the_script(tag: str, name: str):
    assert csl_locale(tag) == name


def test_serbian_title_in_cyrillic_letters_is_marked_as_such():
    assert language_of(Source("s", "online", title="Луке", langid="serbian")) == "sr"
    assert language_of(Source("s", "online", title="Luke", langid="serbian")) == "sr-Latn"


def test_every_language_of_the_real_bibliography_is_known():
    sources, problems = bibliography(ROOT)
    assert not problems
    assert {
        source.key for source in sources.values() if not language_of(source) or not public_address(source.url)
    } == set()


@pytest.mark.parametrize(
    "url",
    ["javascript:alert(1)", "JAVASCRIPT://x.org/%0aalert(1)", "data:text/html,x", "//example.org", "ftp://example.org/",
     "https://user@example.org/", "http://localhost/", "http://127.0.0.1/", "http://[::1]/", "https://exa mple.org",
     "https://example.org\" onclick=\"x", ""],
)  # fmt: skip
def test_only_public_web_addresses_are_linked(url: str):
    found = citation(Source("s", "online", title="Tide", url=url, day="2026-11-22"), reader("en"))
    assert found.url == ""
    assert "<a" not in found.html


def test_letters_beyond_ascii_in_an_address_are_written_by_number():
    assert public_address("https://example.org/λ\u202e%20?q=é") == "https://example.org/%CE%BB%E2%80%AE%20?q=%C3%A9"


class Tags(HTMLParser):
    """Collects the elements and attributes of a piece of HTML."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.mark.parametrize("value", HOSTILE)
def test_hostile_titles_are_read_as_written(value: str):
    value = f"x{value}"
    html = citation(Source("s", "online", author=value, title=value, year=value, publisher="P"), reader("en")).html
    seen = re.sub("[\t\r\n\u2028-\u202e\ue000-\ue001]+", " ", value).strip()
    assert Tags(html).text == f"{seen}, {seen}, P, {seen}."


@given(VALUES, VALUES, VALUES, VALUES)
def test_no_value_makes_an_element_of_its_own(author: str, title: str, url: str, day: str):
    found = Tags(
        citation(Source("s", "online", author, title, "2020", f"https://{url}", day, author), reader("ar")).html
    ).found
    assert {tag for tag, _ in found} <= {"a", "bdi", "cite", "span"}
    assert {name for _, attributes in found for name in attributes} <= {"href", "rel", "dir", "lang"}
    assert all(attributes["href"].startswith("https://") for tag, attributes in found if tag == "a")


def test_style_is_valid_csl():
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        CitationStylesStyle(str(STYLE), "en-GB", validate=True)


# Notes ----------------------------------------------------------------------------------------------------------------


def test_sources_are_numbered_as_they_are_first_cited():
    page = notes()
    assert [page.number(key) for key in ("book", "assembly", "book")] == [1, 2, 1]
    assert [(number, source.key) for number, source in page.listed] == [(1, "book"), (2, "assembly")]


def test_unknown_source_is_an_error_and_takes_no_number():
    page = notes()
    with pytest.raises(KeyError, match="nowhere"):
        page.number("nowhere")
    assert page.listed == []


def test_citation_in_a_page_becomes_a_raised_number_that_can_be_found_from_its_note():
    page = notes()
    html = cited("<p>High [@book]. Low [@assembly; @book].</p>", page)
    assert html == (
        '<p>High <sup class="cite"><a href="#note-1" id="note-1-ref-1" role="doc-noteref">1</a></sup>. '
        'Low <sup class="cite"><a href="#note-2" id="note-2-ref-1" role="doc-noteref">2</a>, '
        '<a href="#note-1" id="note-1-ref-2" role="doc-noteref">1</a></sup>.</p>'
    )
    assert page.references(1) == ("note-1-ref-1", "note-1-ref-2")
    assert page.references(2) == ("note-2-ref-1",)


def test_templates_and_pages_share_their_numbers():
    page = notes()
    assert page.marks([]) == ""
    assert ">1</a>" in page.marks(["assembly", "assembly"])
    assert page.marks(["assembly", "assembly"]).count("<a ") == 1
    assert 'id="note-1-ref-3"' in cited("[@assembly]", page)


@pytest.mark.parametrize(
    "html",
    ["<p>No citation, [1], [a](b), me@example.org, [ @book ]</p>",
     "<code>[@book]</code>", "<pre><code>x</code> [@book]</pre>",
     '<p title="[@book]">x</p>', "<!-- [@book] -->", "<!-- [@book]", "<style>[@book]</style>",
     '<a href="#">[@book]</a>',
     "<PRE>[@book]</PRE>", "<code><pre></pre>[@book]</code>", "[@]", "[@" + "x" * 3000 + "]"],
)  # fmt: skip
def test_what_is_no_citation_is_left_alone(html: str):
    page = notes()
    assert cited(html, page) == html
    assert page.listed == []


def test_citation_after_code_is_still_read():
    assert cited("<code>[@book]</code> [@book]", notes()).startswith("<code>[@book]</code> <sup")


def test_unknown_keys_are_all_told_with_the_nearest_one():
    page = notes()
    with pytest.raises(DataError) as caught:
        cited("<p>[@bok; @assembly] [@zzzzzzzz] [@bok] [@book, @arabic]</p>", page, "content/en/about.md")
    found = {one.message.split("`")[1]: one.hint for one in caught.value.problems}
    assert "`book`" in found["bok"]
    assert "book" not in found["zzzzzzzz"]
    assert "book, @arabic" in found
    assert {(one.code, one.path) for one in caught.value.problems} == {("unknown-source", "content/en/about.md")}
    assert page.listed == []


@pytest.mark.parametrize("part", ["<", "<!--", "[@", "<code>", "[@a;", '<"', "</code"])
def test_broken_pages_are_read_in_one_pass(part: str):
    html = part * 60_000
    assert cited(html, notes()) == html
