"""A catalogue as a UBL 2.1 Catalogue: who hands it out, for whom, until when, and one line for each entry.

Valid against the schemas of OASIS (os-UBL-2.1); every later UBL 2 reads it too.
"""

from typing import Any

from c2site.catalogue import Catalogue, Portal
from c2site.catalogue.titles import title_of
from c2site.language import Reader
from c2site.render.exports.json import LICENCE
from c2site.render.exports.ubl.element import basic, document, text
from c2site.render.exports.ubl.line import Line
from c2site.render.exports.ubl.papers import period, reference
from c2site.render.exports.ubl.parties import provider, receiver


def ubl_file(portal: Portal, catalogue: Catalogue, tag: str) -> bytes:
    """Return the catalogue in one language; nothing where it has no entry, because UBL knows no catalogue without lines."""
    if catalogue.empty:
        return b""
    reader, edition = portal.edition_reader(catalogue.edition, tag), catalogue.edition
    return document(
        basic("UBLVersionID", "2.1"),
        basic("ID", f"{edition.id}-{reader.tag}"),
        text("Name", title_of(portal, catalogue, reader)),
        basic("IssueDate", portal.today),
        _notes(portal, reader),
        text("Description", reader.text(edition.subtitle)),
        basic("VersionID", edition.version),
        basic("LineCountNumeric", len(catalogue.entries)),
        period("ValidityPeriod", edition),
        reference("DocumentReference", edition.id, portal.permanent(edition.id)),
        reference("DocumentReference", LICENCE["id"], LICENCE["url"], reader.words("label.licence")),
        provider(portal, reader),
        receiver(catalogue.market, reader),
        [Line(portal, catalogue, reader, entry).element() for entry in catalogue.entries],
    )


def _notes(portal: Portal, reader: Reader) -> list[Any]:
    """Return that an invented partnership is invented, who pays, and who answers for the content."""
    one = portal.profiles.partnership
    return [text("Note", reader.text(words)) for words in (one.notice if one.invented else None, one.funding_statement, one.disclaimer)]
