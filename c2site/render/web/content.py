"""Hand-written pages: their links to generated pages, their citations, and their script."""

import re
from collections.abc import Iterator

from c2site.catalogue import page_path
from c2site.language import Reader
from c2site.language.scripts import rewritten_markup
from c2site.render.citations import Notes, cited
from c2site.render.web.page import Page

PORTAL_LINK = re.compile(r'href="c2:([^"#]*)(#[^"]*)?"')
# What stands in a hand-written page's heading block, and nothing else.
FRONT_MATTER = frozenset({"title", "description", "lede", "translation"})


def cited_content(html: str, page: Page, notes: Notes) -> str:
    """Return a page's Markdown HTML with `c2:` links resolved and `[@key]` turned into numbered notes."""
    linked = PORTAL_LINK.sub(lambda match: f'href="{page.base}{target(page.reader, match[1])}{match[2] or ""}"', html)
    return cited(_in_script(linked, page.reader), notes)


def target(reader: Reader, link: str) -> str:
    """Return the path a `c2:markets/mx` link leads to, for the reader."""
    folder, _, key = link.strip("/").partition("/")
    return page_path(reader, folder, key)


def portal_links(markdown: str) -> Iterator[str]:
    """Yield what the `c2:` links of a Markdown text lead to."""
    yield from re.findall(r"\]\(c2:([^)#\s]*)", markdown)


def _in_script(html: str, reader: Reader) -> str:
    return rewritten_markup(reader.tag, html) if reader.derived_from else html
