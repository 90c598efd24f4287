"""Hand-written pages in each language: which text a reader gets, and what the page around it needs."""

from collections.abc import Iterable, Mapping

import nh3

from c2site.catalogue import Portal
from c2site.language import Reader
from c2site.render.web.page import Page, Subject

HOME = "index"
# Pages whose text the portal completes from records; every other one is shown as it is written.
COMPLETED = {HOME: "home", "value-chain": "value-chain", "about": "about", "accessibility": "accessibility", "partners": "partners", "strategy": "strategy"}
TAGS = {
    "p", "h2", "h3", "h4", "ul", "ol", "li", "em", "strong", "a", "br", "blockquote", "code", "pre", "hr", "sup", "sub", "dl", "dt", "dd",
    "table", "thead", "tbody", "tr", "th", "td", "abbr", "cite", "q",
}
ATTRIBUTES = {"*": {"id", "lang", "dir"}, "a": {"href", "title"}, "th": {"align", "scope"}, "td": {"align"}, "abbr": {"title"}}


def text_language(reader: Reader, written: Iterable[str], default: str) -> str | None:
    """Return the language in which `reader` gets a page that is written in `written`; None where there is no text."""
    have = set(written)
    for tag in (*reader.chain, default):
        if tag in have:
            return tag
    return min(have, default=None)


def handwritten_page(portal: Portal, reader: Reader, name: str, meta: Mapping[str, str], text_tag: str, written: Iterable[str]) -> Page:
    """Return the page `name` for `reader`; `meta` is the heading block of the text, which is in `text_tag`."""
    have = set(written)
    own = [one.tag for one in portal.readers if one.tag in have or one.derived_from in have]
    title = meta.get("title", name)
    description = meta.get("description", "")
    if text_tag == reader.derived_from:
        title, description = reader.text({text_tag: title}).text, reader.text({text_tag: description}).text
    return Page(
        reader=reader,
        subject=Subject(COMPLETED.get(name, "content"), "" if name == HOME else name),
        title=title,
        description=description,
        written_in=tuple(own),
        unreviewed=meta.get("translation") == "unreviewed",
    )


def clean(html: str) -> str:
    """Return Markdown's HTML without anything but text, links, lists and tables."""
    return nh3.clean(html, tags=TAGS, attributes=ATTRIBUTES, url_schemes={"http", "https", "mailto", "c2"}, link_rel=None)
