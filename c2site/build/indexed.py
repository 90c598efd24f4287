"""What the index reads of a page besides what visitors see: other forms of its words, its codes, the language of its title."""

import hashlib
import re
from collections.abc import Mapping
from html import escape, unescape
from pathlib import Path

from c2site.catalogue import Portal, codes, page_path
from c2site.language import alternatives, tags

LANGUAGE = re.compile(r'<html[^>]* lang="([^"]+)"')
BODY = re.compile(r"<main[^>]* data-pagefind-body")
TEXT = re.compile(r">([^<]+)<")
FOREIGN_TITLE = re.compile(r'<h1[^>]*>\s*<span class="foreign" lang="([^"]+)"')
# A change of these files changes every page's hidden words.
PROGRAMS = (Path(__file__), Path(__file__).with_name("search.py"), Path(alternatives.__file__), Path(tags.__file__), Path(codes.__file__))

# How much a page's words count: what a buyer looks for before what only mentions it.
WEIGHTS = {"offerings": "1", "companies": "1"}
OTHER_RECORDS, LISTS = "0.6", "0.25"


def code_words(portal: Portal) -> dict[str, str]:
    """Return, by the path of a page, the words for the codes of its record."""
    found = {}
    with portal.asked.noting():
        for folder in ("offerings", "smes"):
            for key, record in getattr(portal.profiles, folder).items():
                words = sorted({codes.word(code.significant) for code in codes.codes_of(record)})
                if words:
                    found.update({f"{page_path(reader, folder, key)}index.html": " ".join(words) for reader in portal.readers})
    return found


def digest(filed: Mapping[str, str]) -> str:
    """Return a digest of everything here that the index rests on besides the pages."""
    told = [*(path.read_bytes() for path in PROGRAMS), repr(sorted(filed.items())).encode()]
    return hashlib.sha256(b"".join(told)).hexdigest()[:16]


def indexed(path: str, html: str, filed: str = "") -> str:
    """Return the page at `path` as the index reads it; `filed` are the words for its codes.

    Metadata is searched, and never shown in an excerpt; search.js tells how much `named`, from the title, and `also` count.
    """
    begin, end = html.find("<h1"), html.find("</h1>") + 1
    foreign = FOREIGN_TITLE.search(html)
    marks = _meta("meta", "named", _forms(html, begin, end)) + _meta("meta", "also", f"{_forms(html, end, html.find('</main>') + 1)} {filed}")
    if foreign:
        marks += _meta("filter", "title", foreign[1])
    weighed = BODY.sub(rf'\g<0> data-pagefind-weight="{_weight(path)}"', html, count=1)
    return weighed.replace("</head>", f"{marks}</head>", 1)


def _forms(html: str, *span: int) -> str:
    language = LANGUAGE.search(html)
    return " ".join(alternatives.alternatives(language[1], unescape(" ".join(TEXT.findall(html, *span))))) if language else ""


def _meta(kind: str, name: str, content: str) -> str:
    return f'<meta data-pagefind-{kind}="{name}[content]" content="{escape(content)}">'


def _weight(path: str) -> str:
    match path.split("/"):
        case [_, folder, _, "index.html"]:
            return WEIGHTS.get(folder, OTHER_RECORDS)
    return LISTS
