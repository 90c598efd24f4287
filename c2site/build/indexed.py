"""What the index reads of a page besides what visitors see: other forms of its words, its codes, the language of its title."""

import hashlib
import re
from collections.abc import Mapping
from html import escape, unescape
from pathlib import Path

from c2site.catalogue import Portal, codes, page_path
from c2site.language import alternatives

LANGUAGE = re.compile(r'<html[^>]* lang="([^"]+)"')
TEXT = re.compile(r">([^<]+)<")
FOREIGN_TITLE = re.compile(r'<h1[^>]*>\s*<span class="foreign" lang="([^"]+)"')
# Ends a code in the index, so that a parent is told from its children; search.js writes the same.
END_OF_CODE = "x"
# A change of these files changes every page's hidden words.
PROGRAMS = (Path(__file__), Path(alternatives.__file__), Path(codes.__file__))


def code_words(portal: Portal) -> dict[str, str]:
    """Return, by the path of a page, the words for the codes of its record."""
    found = {}
    with portal.asked.noting():
        for folder in ("offerings", "smes"):
            for key, record in getattr(portal.profiles, folder).items():
                words = sorted({f"{code.significant}{END_OF_CODE}" for code in codes.codes_of(record)})
                if words:
                    found.update({f"{page_path(reader, folder, key)}index.html": " ".join(words) for reader in portal.readers})
    return found


def digest(filed: Mapping[str, str]) -> str:
    """Return a digest of everything here that the index rests on besides the pages."""
    told = [*(path.read_bytes() for path in PROGRAMS), repr(sorted(filed.items())).encode()]
    return hashlib.sha256(b"".join(told)).hexdigest()[:16]


def indexed(html: str, filed: str = "") -> str:
    """Return a page as the index reads it; `filed` are the words for its codes.

    Metadata is searched, and never shown in an excerpt.
    """
    body = unescape(" ".join(TEXT.findall(html, html.find("<h1"))))
    language = LANGUAGE.search(html)
    words = " ".join([*(alternatives.alternatives(language[1], body) if language else ()), filed])
    foreign = FOREIGN_TITLE.search(html)
    marks = f'<meta data-pagefind-meta="also[content]" content="{escape(words)}">'
    if foreign:
        marks += f'<meta data-pagefind-filter="title[content]" content="{foreign[1]}">'
    return html.replace("</head>", f"{marks}</head>", 1)
