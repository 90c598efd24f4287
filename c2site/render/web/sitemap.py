"""The map of the site for search engines: every really written page once, with its translations."""

from collections.abc import Iterable
from xml.sax.saxutils import escape, quoteattr
from zlib import crc32

from c2site.catalogue import Portal
from c2site.catalogue.downloads import Download
from c2site.render.web.page import Page, Subject
from c2site.render.web.pages import pages_about

XMLNS = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
# How many subjects one file of the map holds, about; ten languages of them stay far below the 50,000 addresses allowed.
SUBJECTS = 400


def parts(subjects: Iterable[Subject]) -> dict[str, list[Subject]]:
    """Return the files of the map, each with its subjects; a new record changes one file only."""
    by_folder: dict[str, list[Subject]] = {}
    for subject in subjects:
        by_folder.setdefault(subject.folder, []).append(subject)
    found: dict[str, list[Subject]] = {}
    for folder, members in sorted(by_folder.items()):
        number = -(-len(members) // SUBJECTS)
        for subject in members:
            found.setdefault(f"sitemap/{folder}-{crc32(subject.key.encode()) % number + 1}.xml", []).append(subject)
    return found


def index(portal: Portal, paths: Iterable[str]) -> str:
    """Return the list of the map's files."""
    rows = "\n".join(f"<sitemap><loc>{escape(portal.site_url + path)}</loc></sitemap>" for path in paths)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<sitemapindex {XMLNS}>\n{rows}\n</sitemapindex>\n'


def part(portal: Portal, subjects: Iterable[Subject]) -> str:
    """Return one file of the map."""
    return written(portal, (pages_about(portal, subject) for subject in subjects))


def written(portal: Portal, groups: Iterable[list[Page]]) -> str:
    """Return a map of pages; those of one group are the same page in several languages."""
    return _urlset(_urls(portal, pages) for pages in groups)


def books(portal: Portal, editions: Iterable[Iterable[Download]]) -> str:
    """Return the map of the printed catalogues, each in all its languages; data is not for search engines."""
    return _urlset(_books(portal, [one for one in files if one.ending == "pdf"]) for files in editions)


def _books(portal: Portal, files: list[Download]) -> str:
    links = _alternates((one.tag, portal.site_url + one.path) for one in files)
    return "\n".join(_url(portal.site_url + one.path, links) for one in files)


def _urls(portal: Portal, pages: list[Page]) -> str:
    real = [page for page in pages if page.translated]
    if not real:
        return ""
    links = _alternates(real[0].alternates(portal))
    return "\n".join(_url(portal.site_url + page.path, links) for page in real)


def _urlset(groups: Iterable[str]) -> str:
    rows = "\n".join(groups)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<urlset {XMLNS} xmlns:xhtml="http://www.w3.org/1999/xhtml">\n{rows}\n</urlset>\n'


def _alternates(addresses: Iterable[tuple[str, str]]) -> str:
    return "".join(f'<xhtml:link rel="alternate" hreflang={quoteattr(tag)} href={quoteattr(address)}/>' for tag, address in addresses)


def _url(address: str, links: str) -> str:
    return f"<url><loc>{escape(address)}</loc>{links}</url>"
