"""Sources as a reader sees them: formatted in the reader's language, and numbered where a page cites them."""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache, partial
from html import escape
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

import nh3
from citeproc import LANGUAGE_NAMES, PRIMARY_DIALECTS, CitationItem, CitationStylesBibliography, CitationStylesStyle
from citeproc import Citation as Cluster
from citeproc.formatter import plain
from citeproc.source import BibliographySource, LiteralDate, Name, Reference
from markupsafe import Markup

from c2site.errors import DataError, Problem, nearest, problem
from c2site.language import Reader
from c2site.language.scripts import CYRILLIC
from c2site.language.tags import direction_of, same_language, script_of
from c2site.load.faults import INVISIBLE
from c2site.model import Source
from c2site.model.base import is_public_address

STYLE = Path(__file__).with_name("citations.csl")
FALLBACK = "en-GB"
# CSL's first choice for English is American.
PREFERRED = {**PRIMARY_DIALECTS, "en": "en-GB"}
COMMAS = {"Arab": "،"}
# Names babel gives languages, where they are not simply the English ones.
BABEL_NAMES = {
    "american": "en-US", "australian": "en-AU", "austrian": "de-AT", "brazilian": "pt-BR", "british": "en-GB",
    "canadian": "en-CA", "canadien": "fr-CA", "mexican": "es-MX", "naustrian": "de-AT", "ngerman": "de", "norsk": "nb",
    "nswissgerman": "de-CH", "nynorsk": "nn", "polutonikogreek": "el", "serbianc": "sr", "slovene": "sl",
    "swissgerman": "de-CH", "ukenglish": "en-GB", "usenglish": "en-US",
}  # fmt: skip
# What a source's values are called while citeproc sets the pattern: characters no text holds.
FIELDS = ("author", "title", "publisher", "issued", "URL", "accessed")
HOLES = {name: chr(0xE000 + number) for number, name in enumerate(FIELDS)}
HOLE = re.compile(f"[{''.join(HOLES.values())}]")
ISOLATED = "\u2068{}\u2069"
UNSEEN = re.compile(rf"(?:[\t\n]|{INVISIBLE.pattern})+")
ALLOWED = {
    "tags": {"a", "bdi", "cite", "span"},
    "attributes": {"a": {"href", "dir"}, "cite": {"lang", "dir"}, "span": {"lang", "dir"}},
    "url_schemes": {"http", "https"},
    "link_rel": "noopener",
}

TAG = re.compile(r"(<!--(?:.*?-->|.*)|<[^<>]*>)", re.DOTALL)
ELEMENT = re.compile(r"<(/?)([A-Za-z]+)")
UNTOUCHED = frozenset({"a", "code", "pre", "script", "style", "textarea"})
CITED = re.compile(r"\[(@[^\[\]]{1,2000})\]")


class Citation(NamedTuple):
    """A source in one reader's language, as HTML and as plain text; `url` is empty where none can be shown."""

    key: str
    html: str
    text: str
    url: str


def citation(source: Source, reader: Reader) -> Citation:
    """Return `source` as the reader is told of it; the title stays in its own language and script."""
    return _citation(source, reader.tag, reader.formats)


def language_of(source: Source) -> str:
    """Return the tag of the language a source's title is written in, empty where the bibliography does not say."""
    tag = _tags_by_name().get(source.langid.lower(), "")
    return "sr-Latn" if tag == "sr" and not CYRILLIC.search(source.title) else tag


@cache
def _tags_by_name() -> dict[str, str]:
    names = Reader("en", ("en",)).locale.languages
    return {name.lower(): tag for tag, name in names.items() if tag.isalpha()} | BABEL_NAMES


def public_address(url: str) -> str:
    """Return a public web address in ASCII, or nothing for any other."""
    address = quote(url.strip(), safe="!#$%&'()*+,/:;=?@[]~")
    return address if is_public_address(address) else ""


@cache
def _citation(source: Source, tag: str, formats: str | None = None) -> Citation:
    known = csl_locale(tag)
    words = Reader(tag, (tag,), formats=formats) if known else Reader(FALLBACK, (FALLBACK,))
    values = _values(source, words)
    pattern = _pattern(words.tag, tuple(values))
    html = _filled(escape(pattern, quote=False), _as_html(values, language_of(source)))
    html = html if known else f'<span lang="{FALLBACK}" dir="ltr">{html}</span>'
    text = _filled(pattern, _as_text(values, direction_of(tag), language_of(source)))
    return Citation(source.key, nh3.clean(html, **ALLOWED), text, values.get("URL", ""))


def _values(source: Source, reader: Reader) -> dict[str, str]:
    """Return what is known of a source, by the names CSL gives it."""
    publisher = "" if source.publisher == source.author else source.publisher
    address, day = public_address(source.url), _day(source.day, reader)
    found = (source.author, source.title, publisher, source.year, address, day)
    seen = (UNSEEN.sub(" ", value).strip() for value in found)
    return {name: value for name, value in zip(FIELDS, seen, strict=True) if value}


def csl_locale(tag: str) -> str | None:
    """Return the name of the CSL locale nearest to a language tag, None where citeproc-py has no such language."""
    preferred = PREFERRED.get(tag.split("-")[0])
    found = [name for name in LANGUAGE_NAMES if same_language(name, tag)]
    return min(found, key=lambda name: (name != tag, name != preferred, name), default=None)


@cache
def _pattern(tag: str, present: tuple[str, ...]) -> str:
    """Return what citeproc makes of a source with these values: words and punctuation, with holes for the values.

    The values never pass through citeproc, which would mend their punctuation and knows one medium at a time.
    """
    style = CitationStylesStyle(str(STYLE), csl_locale(tag), validate=False)
    sources = BibliographySource()
    sources.add(Reference("source", "webpage", **{name: _hole(name) for name in present}))
    made = CitationStylesBibliography(style, sources, plain)
    made.register(Cluster([CitationItem("source")]))
    return str(made.bibliography()[0]).replace(",", COMMAS.get(script_of(tag), ","))


def _hole(name: str) -> object:
    hole = HOLES[name]
    return {"author": [Name(literal=hole)], "issued": LiteralDate(hole), "accessed": LiteralDate(hole)}.get(name, hole)


def _filled(pattern: str, values: Mapping[str, str]) -> str:
    by_hole = {HOLES[name]: value for name, value in values.items()}
    return HOLE.sub(lambda match: by_hole[match[0]], pattern)


def _as_html(values: Mapping[str, str], lang: str) -> dict[str, str]:
    title = f'<cite lang="{lang}" dir="{direction_of(lang)}">{{}}</cite>' if lang else '<cite dir="auto">{}</cite>'
    frames = {"author": "<bdi>{}</bdi>", "title": title, "publisher": "<bdi>{}</bdi>"}
    frames["URL"] = '<a href="{0}" dir="ltr">{0}</a>'
    return {name: frames.get(name, "{}").format(escape(value)) for name, value in values.items()}


def _as_text(values: Mapping[str, str], direction: str, lang: str) -> dict[str, str]:
    """Return the values, those that may run against the sentence's direction set apart by invisible marks."""
    mixed = "rtl" in (direction, direction_of(lang or "en"))
    apart = {"author", "title", "publisher", "URL"} if mixed else set()
    return {name: ISOLATED.format(value) if name in apart else value for name, value in values.items()}


def _day(written: str, reader: Reader) -> str:
    try:
        return reader.date(date.fromisoformat(written))
    except ValueError:
        return written


class Notes:
    """The sources one page cites, numbered from 1 in the order in which they are first cited.

    The note of source 2 has the id `note-2`; the places that cite it are `note-2-ref-1`, `note-2-ref-2` …
    """

    def __init__(self, bibliography: Mapping[str, Source]) -> None:
        self.bibliography = bibliography
        self._numbers: dict[str, int] = {}
        self._references: dict[int, list[str]] = {}

    def number(self, key: str) -> int:
        """Return the number of the source `key`; raise KeyError where the bibliography lacks it."""
        if key not in self.bibliography:
            raise KeyError(key)
        return self._numbers.setdefault(key, len(self._numbers) + 1)

    def marks(self, keys: Iterable[str]) -> Markup:
        """Return the raised numbers that lead to the notes of `keys`, as HTML; empty without keys."""
        links = [self._mark(self.number(key)) for key in dict.fromkeys(keys)]
        return Markup(f'<sup class="cite">{", ".join(links)}</sup>') if links else Markup("")

    def _mark(self, number: int) -> str:
        places = self._references.setdefault(number, [])
        places.append(f"note-{number}-ref-{len(places) + 1}")
        return f'<a href="#note-{number}" id="{places[-1]}" role="doc-noteref">{number}</a>'

    @property
    def listed(self) -> list[tuple[int, Source]]:
        """The numbered sources, in order."""
        return [(number, self.bibliography[key]) for key, number in self._numbers.items()]

    def references(self, number: int) -> tuple[str, ...]:
        """Return the ids of the places that cite the source with this number, for the links back."""
        return tuple(self._references.get(number, ()))


def cited(markup: str, notes: Notes, path: str = "") -> str:
    """Return a page's HTML with `[@key]` and `[@a; @b]` as raised numbers; code and links are left alone.

    Raise DataError with every source the bibliography lacks; `path` is the page's file.
    """
    unknown = [key for keys in _citations(markup) for key in keys if key not in notes.bibliography]
    if unknown:
        raise DataError([_unknown(key, notes, path) for key in dict.fromkeys(unknown)])
    return "".join(CITED.sub(partial(_marked, notes), part) if text else part for text, part in _parts(markup))


def _marked(notes: Notes, match: re.Match[str]) -> str:
    return notes.marks(_keys(match[1]))


def _citations(markup: str) -> Iterable[list[str]]:
    return (_keys(found) for text, part in _parts(markup) if text for found in CITED.findall(part))


def _keys(found: str) -> list[str]:
    return [piece.strip().removeprefix("@") for piece in found.split(";")]


def _parts(markup: str) -> Iterable[tuple[bool, str]]:
    """Yield a page's HTML in pieces, each with whether it is text that may cite."""
    inside = ""
    for number, part in enumerate(TAG.split(markup)):
        element = ELEMENT.match(part) if number % 2 else None
        if element and element[2].lower() in UNTOUCHED and (not inside or element[2].lower() == inside):
            inside = "" if element[1] else element[2].lower()
        yield not number % 2 and not inside, part


def _unknown(key: str, notes: Notes, path: str) -> Problem:
    return problem("unknown-source", path, found=key, nearest=nearest(key, notes.bibliography))
