"""A reader's words as HTML: escaped, and marked with their own language where it is not the reader's."""

import re
from collections.abc import Callable, Mapping
from functools import cache, lru_cache, partial
from typing import Any

import nh3
from markdown_it import MarkdownIt
from markupsafe import Markup, escape

from c2site.language import Reader, Words
from c2site.render.web.compiled import inert

PROSE = MarkdownIt("commonmark", {"html": False}).disable(["image", "heading", "lheading", "code", "fence", "html_block", "html_inline", "hr"])
# One paragraph in which no character means anything to Markdown or HTML: most texts are, and need no reading.
PLAIN = re.compile(r"[^\W\d_](?:[^\W_]|[ ,.;:?()’“”„«»–—…/%'\"،؛؟·-])*(?<! )")
PROSE_TAGS = {"p", "ul", "ol", "li", "em", "strong", "a", "br", "blockquote"}

# How many figures, days and lists a reader's words are kept of.
SEVERAL = 20_000


def wording(reader: Reader) -> dict[str, Callable[..., Any]]:
    """Return the functions by which a template writes words.

    `_(key)` and `plain(key)` give a phrase as HTML and as bare text (for attributes); `t(text)` a record's text;
    `prose(text)` a longer one with paragraphs; `bare(text)` its bare text; `coded(group, values)` the words for codes,
    or the codes themselves where the phrases have none.
    """

    @lru_cache(SEVERAL)
    def filled(key: str, n: int | None, *values: tuple[str, str]) -> Markup:
        return _filled(reader, key, n, dict(values)) if values else marked(reader.words(key, n))

    def phrase(key: str, n: int | None = None, **values: object) -> Markup:
        return filled(key, n, *((name, inert(value)) for name, value in values.items()))

    def text(value: Mapping[str, str] | None) -> Markup:
        return marked(reader.text(value))

    def prose(value: Mapping[str, str] | None) -> Markup:
        words = reader.text(value)
        return Markup('<div class="prose"{}>{}</div>').format(_language(words), Markup(_prose(words.text))) if words else Markup("")

    code = cache(reader.word)
    listed = lru_cache(SEVERAL)(partial(_listed, reader))
    return {
        "_": phrase,
        "plain": reader.phrase,
        "coded": lambda group, values: [code(value, group) for value in values],
        "t": text,
        "prose": prose,
        "bare": lambda value: reader.text(value).text,
        "number": lru_cache(SEVERAL)(reader.number),
        "size": reader.size,
        "money": lru_cache(SEVERAL)(reader.money),
        "date": lru_cache(SEVERAL)(reader.date),
        "days": reader.days,
        "when": reader.when,
        "clock": reader.clock,
        "country": cache(reader.country),
        "language": cache(reader.language),
        "currency": cache(reader.currency),
        "listed": lambda items: listed(tuple(map(inert, items))),
    }


def marked(words: Words) -> Markup:
    """Return words as HTML; another language's words carry their own `lang` and `dir`, and a mark readers can see."""
    if words.own or not words.text:
        return str.__new__(Markup, inert(words.text))
    return Markup('<span class="foreign"{} data-lang="{}">{}</span>').format(_language(words), words.lang.split("-")[0].upper(), words.text)


def _language(words: Words) -> Markup:
    return Markup("") if words.own else Markup(' lang="{}" dir="{}"').format(words.lang, words.direction)


def _filled(reader: Reader, key: str, n: int | None, values: Mapping[str, str]) -> Markup:
    """Return a phrase whose values are HTML: the phrase is escaped, they are already."""
    words = reader.words(key, n, **{name: f"\ue000{name}\ue001" for name in values})
    html = str(marked(words))
    for name, value in values.items():
        place = f"\ue000{name}\ue001"
        # A value may end with the sentence's full stop: 23 ноември 2026 г.
        html = (html.replace(f"{place}.", place) if value.endswith(".") else html).replace(place, value)
    return Markup(html)


def _listed(reader: Reader, items: tuple[str, ...]) -> Markup:
    """Return HTML items joined as in a sentence."""
    joined = str(escape(reader.listed([f"\ue000{number}\ue001" for number in range(len(items))]))) if items else ""
    for number, item in enumerate(items):
        joined = joined.replace(f"\ue000{number}\ue001", item)
    return Markup(joined)


def _prose(text: str) -> str:
    """Return a profile's longer text as HTML: paragraphs, lists, emphasis and web links, nothing else."""
    if PLAIN.fullmatch(text):
        return f"<p>{text}</p>\n"
    html = PROSE.render(text)
    return nh3.clean(html, tags=PROSE_TAGS, attributes={"a": {"href"}}, url_schemes={"http", "https"}, link_rel="nofollow noopener")
