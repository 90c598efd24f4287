"""A reader's words as HTML: escaped, and marked with their own language where it is not the reader's."""

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import Any

import nh3
from markdown_it import MarkdownIt
from markupsafe import Markup, escape

from c2site.language import Reader, Words

PROSE = MarkdownIt("commonmark", {"html": False}).disable(["image", "heading", "lheading", "code", "fence", "html_block", "html_inline", "hr"])
PROSE_TAGS = {"p", "ul", "ol", "li", "em", "strong", "a", "br", "blockquote"}


def wording(reader: Reader) -> dict[str, Callable[..., Any]]:
    """Return the functions by which a template writes words.

    `_(key)` and `plain(key)` give a phrase as HTML and as bare text (for attributes); `t(text)` a record's text;
    `prose(text)` a longer one with paragraphs; `bare(text)` its bare text; `coded(group, values)` the words for codes,
    or the codes themselves where the phrases have none.
    """

    kept: dict[Any, Markup] = {}
    texts: dict[int, tuple[Any, Markup]] = {}

    def phrase(key: str, n: int | None = None, **values: object) -> Markup:
        if values:
            return _filled(reader, key, n, {name: escape(value) for name, value in values.items()})
        found = kept.get((key, n))
        if found is None:
            found = kept[key, n] = marked(reader.words(key, n))
        return found

    def text(value: Mapping[str, str] | None) -> Markup:
        # Records outlive the pages made of them, so a text is known by its identity; it is kept with what was made of it.
        found = texts.get(id(value))
        if found is None:
            found = texts[id(value)] = (value, marked(reader.text(value)))
        return found[1]

    def prose(value: Mapping[str, str] | None) -> Markup:
        words = reader.text(value)
        return Markup('<div class="prose"{}>{}</div>').format(_language(words), Markup(_prose(words.text))) if words else Markup("")

    def coded(group: str, values: Iterable[str]) -> list[str]:
        return [reader.phrase(key) if reader.has_phrase(key := f"{group}.{value}") else value for value in values]

    return {
        "_": phrase,
        "plain": reader.phrase,
        "has_phrase": reader.has_phrase,
        "coded": coded,
        "t": text,
        "prose": prose,
        "bare": lambda value: reader.text(value).text,
        "words": reader.text,
        "number": reader.number,
        "money": reader.money,
        "percent": reader.percent,
        "date": reader.date,
        "when": reader.when,
        "clock": reader.clock,
        "country": reader.country,
        "language": reader.language,
        "currency": reader.currency,
        "listed": lambda items: _listed(reader, items),
    }


def marked(words: Words) -> Markup:
    """Return words as HTML; another language's words carry their own `lang` and `dir`, and a mark readers can see."""
    if words.own or not words.text:
        return escape(words.text)
    return Markup('<span class="foreign"{} data-lang="{}">{}</span>').format(_language(words), words.lang.split("-")[0].upper(), words.text)


def _language(words: Words) -> Markup:
    return Markup("") if words.own else Markup(' lang="{}" dir="{}"').format(words.lang, words.direction)


def _filled(reader: Reader, key: str, n: int | None, values: Mapping[str, Markup]) -> Markup:
    """Return a phrase whose values may hold links: the phrase is escaped, the values are already."""
    words = reader.words(key, n, **{name: f"\ue000{name}\ue001" for name in values})
    html = str(marked(words))
    for name, value in values.items():
        html = html.replace(f"\ue000{name}\ue001", str(value))
    return Markup(html)


def _listed(reader: Reader, items: Any) -> Markup:
    """Return HTML items joined as in a sentence."""
    kept = [escape(item) for item in items]
    joined = escape(reader.listed([f"\ue000{number}\ue001" for number in range(len(kept))])) if kept else Markup("")
    for number, item in enumerate(kept):
        joined = Markup(str(joined).replace(f"\ue000{number}\ue001", str(item)))
    return joined


@cache
def _prose(text: str) -> str:
    """Return a profile's longer text as HTML: paragraphs, lists, emphasis and web links, nothing else."""
    html = PROSE.render(text)
    return nh3.clean(html, tags=PROSE_TAGS, attributes={"a": {"href"}}, url_schemes={"http", "https"}, link_rel="nofollow noopener")
