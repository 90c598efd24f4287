"""The companies of a catalogue as contact cards in one file (vCard 4.0, RFC 6350), which says the language of each text.

A single organisation's card (`card`) is of version 3.0, which every telephone reads; who takes a whole catalogue into a
customer database reads 4.0.
"""

from collections.abc import Iterator

from c2site.catalogue import Catalogue, Portal
from c2site.language import Reader
from c2site.model import Sme
from c2site.render.exports.card import lines_as_file, said


def cards_file(portal: Portal, catalogue: Catalogue, tag: str) -> bytes:
    """Return a card for each company of the catalogue, in its order; in the reader's words where there are any."""
    reader = portal.edition_reader(catalogue.edition, tag)
    smes = {one.id: one for chapter in catalogue.chapters for one in (*(sheet.sme for sheet in chapter.sheets), *chapter.others)}
    return b"".join(lines_as_file("4.0", _lines(portal, reader, one)) for one in smes.values())


def _lines(portal: Portal, reader: Reader, sme: Sme) -> Iterator[str]:
    address = portal.permanent(sme.id)
    yield "KIND:org"
    yield said("FN", sme.name)
    yield said("ORG", sme.legal_name or sme.name)
    if sme.mailbox:
        yield f"EMAIL;TYPE=work:{sme.mailbox}"
    if sme.website:
        yield f"URL;TYPE=work:{sme.website}"
    yield said(f"ADR;TYPE=work;LANGUAGE={reader.tag}", "", "", "", sme.city or "", sme.region or "", "", reader.country(sme.country))
    if sme.geo:
        yield f"GEO:geo:{sme.geo.lat},{sme.geo.lon}"
    yield from (f"LANG;PREF={place}:{tag}" for place, tag in enumerate(sme.languages[:100], 1))
    yield from _texts(portal, reader, sme)
    yield f"SOURCE:{address}"
    yield said("UID", address)
    yield f"REV:{sme.reviewed_on or portal.today:%Y%m%d}T000000Z"


def _texts(portal: Portal, reader: Reader, sme: Sme) -> Iterator[str]:
    sectors = portal.profiles.sectors
    for key in sme.sectors:
        if key in sectors and (words := reader.text(sectors[key].name)):
            yield said(f"CATEGORIES;LANGUAGE={words.lang}", words.text)
    for text in (sme.summary, portal.profiles.partnership.notice):
        if words := reader.text(text):
            yield said(f"NOTE;LANGUAGE={words.lang}", words.text)
