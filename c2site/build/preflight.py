"""Preflight: catalogues looked at as a print shop would, before anybody prints them."""

import json
from collections.abc import Iterator

from c2site.build.catalogues import Chosen, contents, set_books
from c2site.build.gaps import Sheaf, gaps
from c2site.build.prepare import Prepared
from c2site.build.progress import Progress
from c2site.build.readback import Read, read_back
from c2site.catalogue import Portal, edition_path, permanent_path
from c2site.errors import DataError, Fragment, Problem, fragment, problem
from c2site.model import Edition
from c2site.render import printed
from c2site.render.web import ENTITIES, pages_about, subjects

# Dots to the inch that a picture needs.
PRESS, SCREEN = 300, 150
CARD_PAGES = 2


def preflight(prepared: Prepared, progress: Progress, editions: Chosen, press: bool = False) -> list[Problem]:
    """Return what is to be mended and what is to be known of catalogues: errors, warnings and notes. Nothing is written."""
    texts, found, content = {}, [], contents(prepared, press)
    for edition, tag in editions:
        try:
            texts[edition.id, tag] = content(edition, tag)
        except DataError as error:
            found += error.problems
    sound = [(edition, tag) for edition, tag in editions if (edition.id, tag) in texts]
    site = site_paths(prepared.portal)
    for (edition, tag), made in set_books(prepared, progress, sound, lambda edition, tag: texts[edition.id, tag]):
        sheaf = _sheaf(prepared, edition, tag, texts[edition.id, tag], press)
        found += [*gaps(sheaf), *_of_pdf(sheaf, read_back(made.pdf), site)]
    return sorted(set(found))


def _sheaf(prepared: Prepared, edition: Edition, tag: str, text: str, press: bool) -> Sheaf:
    portal, document = prepared.portal, json.loads(text)
    return Sheaf(prepared, portal.catalogue(edition), tag, document, edition_path(portal.profiles.partnership, edition, tag, "press.pdf" if press else "pdf"))


def site_paths(portal: Portal) -> set[str]:
    """Return the paths of all pages that a build makes from records, and of the records' permanent addresses."""
    with portal.asked.noting():
        paths = {page.path for subject in subjects(portal) for page in pages_about(portal, subject)}
    lasting = {permanent_path(key) for folder in ENTITIES for key in getattr(portal.profiles, folder)}
    return {"", *(f"{reader.slug}/" for reader in portal.readers), *paths, *lasting}


def _of_pdf(sheaf: Sheaf, read: Read, site: set[str]) -> Iterator[Problem]:
    yield from _room(sheaf, read)
    yield from _resolution(sheaf, read)
    yield from _targets(sheaf, read, site)
    yield problem("preflight-pdfx", sheaf.path, found=read.marked) if read.marked else problem("preflight-standards", sheaf.path)


def _room(sheaf: Sheaf, read: Read) -> Iterator[Problem]:
    for number, words in read.outside.items():
        yield problem("preflight-overflow", sheaf.path, field=_page(number), found=words)
    if printed.is_line_card(sheaf.catalogue.edition) and read.pages > CARD_PAGES:
        yield problem("preflight-pages", sheaf.path, found=read.pages, allowed=CARD_PAGES)


def _resolution(sheaf: Sheaf, read: Read) -> Iterator[Problem]:
    wanted = PRESS if read.pressed else SCREEN
    for number, dots in read.pictures:
        if dots < wanted:
            yield problem("preflight-resolution", sheaf.path, field=_page(number), found=round(dots), allowed=wanted)


def _targets(sheaf: Sheaf, read: Read, site: set[str]) -> Iterator[Problem]:
    for number, target in read.dead:
        yield problem("preflight-dead-link", sheaf.path, field=_page(number), found=target)
    for number, address in read.codes:
        if not on_site(address, sheaf.portal.site_url, site):
            yield problem("preflight-code", sheaf.path, field=_page(number), found=address)
    for number, address in read.links:
        if address.startswith(sheaf.portal.site_url) and not on_site(address, sheaf.portal.site_url, site):
            yield problem("preflight-link", sheaf.path, field=_page(number), found=address)
    seen = {address for _, address in read.codes}
    for address in dict.fromkeys(printed.codes_of(sheaf.document)):
        if address not in seen:
            yield problem("preflight-unread", sheaf.path, found=address)


def on_site(address: str, site_url: str, site: set[str]) -> bool:
    """Return whether an address is one of the site's pages."""
    return address.startswith(site_url) and address.removeprefix(site_url).split("#")[0].split("?")[0] in site


def _page(number: int) -> Fragment:
    return fragment("page", number=number) if number else fragment("bookmarks")
