"""Pages made of hostile records: nothing but text where text stood, and every letter of it."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

import lxml.html
import pytest

from c2site.render.web.wording import PROSE_TAGS
from tests.hostile.worlds import AttackedWorld, parsed_pages

ADDRESSES = ("href", "src", "action", "formaction", "data", "poster", "srcset", "xlink:href")
PROSE = "div[contains(concat(' ', @class, ' '), ' prose ')]"
OUTSIDE = f"//*[not(ancestor::{PROSE})]"
MARK = re.compile(r"Q\d+Z")
hostile = pytest.mark.parametrize("sort", ["markup", "formula"])


def shape(document: Any) -> Counter[tuple]:
    """Return the elements outside longer texts, each with the names of its attributes."""
    return Counter((one.tag, *sorted(one.attrib)) for one in document.xpath(OUTSIDE)) + Counter(("comment",) for _ in document.xpath("//comment()"))


def links(document: Any) -> set[tuple[str, str]]:
    """Return scheme and host of every address outside longer texts."""
    found = {one.get(name, "") for one in document.xpath(OUTSIDE) for name in ADDRESSES}
    return {(urlsplit(address).scheme, urlsplit(address).netloc) for address in found}


def squeezed(text: str) -> str:
    return " ".join(text.split())


def said(document: Any) -> Iterator[str]:
    """Yield everything a page says: its text, its attributes, the strings it tells machines."""
    yield squeezed("".join(document.xpath("//text()[not(parent::script)]")))
    yield from map(squeezed, document.xpath("//@*"))
    for script in document.iter("script"):
        if script.text:
            yield from map(squeezed, strings(json.loads(script.text)))


def strings(data: Any) -> Iterator[str]:
    if isinstance(data, (dict, list)):
        for one in data.values() if isinstance(data, dict) else data:
            yield from strings(one)
    elif isinstance(data, str):
        yield data


def by_place(pages: dict[str, Any]) -> dict[str, Any]:
    """Return pages by their paths; of a value's page, which is named for its words, by the mark that stands in them."""
    assert [path for path in pages if not re.fullmatch(r"[a-z0-9_./-]*", path)] == []
    return {re.sub(r"(/by/\w+/)[^/]*?(q\d+z)[^/]*", r"\1\2", path): document for path, document in pages.items()}


@hostile
def test_no_element_attribute_or_address_stands_in_a_page_that_plain_words_do_not_make(attacked: dict[str, AttackedWorld], sort: str):
    plain, found = by_place(parsed_pages(attacked["plain"])), by_place(parsed_pages(attacked[sort]))
    assert found.keys() == plain.keys()
    for path, document in found.items():
        extra = shape(document) - shape(plain[path])
        # Under which letters the names stand rests on the names; figures and signs have a link with a name of its own.
        if path.endswith("/by/name/"):
            extra = extra.keys() - shape(plain[path]).keys() - {("a", "aria-label", "href")}
        assert not extra, path
        assert not links(document) - links(plain[path]), path


@hostile
def test_longer_texts_hold_paragraphs_lists_and_links_to_the_web_only(attacked: dict[str, AttackedWorld], sort: str):
    for path, document in parsed_pages(attacked[sort]).items():
        for element in document.xpath(f"//{PROSE}//node()[not(self::text())]"):
            assert element.tag in PROSE_TAGS, (path, element.tag)
            assert set(element.attrib) <= ({"href", "rel"} if element.tag == "a" else set()), path
            assert element.get("href", "https:").startswith(("https:", "http:")), path


@hostile
def test_every_text_is_read_as_it_was_written(attacked: dict[str, AttackedWorld], sort: str):
    world = attacked[sort]
    seen, wrong = set(), []
    for path, html in world.pages.items():
        document = lxml.html.document_fromstring(html)
        for prose in document.xpath(f"//{PROSE}"):
            prose.drop_tree()
        for text in said(document):
            for match in MARK.finditer(text):
                whole = squeezed(world.texts[match[0]])
                start = match.start() - whole.index(match[0])
                seen.add(match[0])
                cut = text[start:].removesuffix("…")
                if not text.startswith(whole, start) and not (text.endswith("…") and whole.startswith(cut)):
                    wrong.append((path, world.places[match[0]], text[start : start + len(whole)]))
    assert wrong == []
    assert len(seen) > 250


def test_sources_addresses_lead_to_the_open_web_or_nowhere(attacked: dict[str, AttackedWorld]):
    for sort, wanted in (("plain", True), ("markup", False), ("formula", False)):
        notes = [one for document in parsed_pages(attacked[sort]).values() for one in document.xpath("//*[starts-with(@id, 'note-')]//a[not(@class)]")]
        assert bool(notes) is wanted, sort


def test_nothing_of_the_data_stands_in_an_attribute_that_runs(attacked: dict[str, AttackedWorld]):
    for document in parsed_pages(attacked["markup"]).values():
        assert document.xpath("//@*[starts-with(name(), 'on')] | //@style | //@srcdoc | //@http-equiv[. != 'Content-Security-Policy']") == []
