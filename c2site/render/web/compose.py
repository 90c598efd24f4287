"""A page's parts as HTML: what its host's shell is filled with."""

from collections.abc import Mapping
from types import SimpleNamespace
from typing import Any, NamedTuple

from markupsafe import Markup

from c2site.render.citations import Notes
from c2site.render.jsonld import page_ld, script
from c2site.render.web import lists
from c2site.render.web.content import cited_content
from c2site.render.web.environment import Studio
from c2site.render.web.page import Page


class Parts(NamedTuple):
    """The pieces a shell joins; `lang` and `direction` belong on the `<html>` element."""

    lang: str
    direction: str
    head: str
    header: str
    body: str
    footer: str


# The shell of every page, whatever its host; a host's own template must say the same.
SHELL = (
    '<!doctype html>\n<html lang="{lang}" dir="{direction}">\n<head>\n{head}\n</head>\n<body>\n{header}\n'
    '<main id="content" tabindex="-1" data-pagefind-body>\n{body}\n</main>\n{footer}\n</body>\n</html>\n'
)


def composed(studio: Studio, page: Page, markdown: str | None = None, text_tag: str = "", lede: str = "") -> Parts:
    """Return the parts of `page`. `markdown` is the HTML of a hand-written page, `text_tag` its language, `lede` its first words."""
    portal = studio.portal
    notes = Notes(portal.profiles.bibliography)
    context: Mapping[str, Any] = {"page": page, "record": page.record, "base": page.base, "notes": notes, "meta": SimpleNamespace(text_tag=text_tag, lede=lede)}
    content = Markup(cited_content(markdown, page, notes)) if markdown is not None else None
    body = studio.render(page.reader, f"{page.template}.html", content=content, **context)
    data = [Markup(script(one)) for one in page_ld(portal, page.reader, page.folder, page.about, page.title, page.path, lists.ROWS)]
    header, footer = studio.frame(page)
    return Parts(
        lang=page.reader.tag,
        direction=page.reader.direction,
        head=studio.render(page.reader, "parts/head.html", jsonld=data, **context),
        header=header,
        body=body,
        footer=footer,
    )


def document(parts: Parts) -> str:
    """Return a whole page without any host."""
    return SHELL.format(**parts._asdict())
