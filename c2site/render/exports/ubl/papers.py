"""What a UBL document points to, and how long what it says holds."""

from typing import Any

from c2site.language import Words
from c2site.language.words import NOTHING
from c2site.model import Certificate, Record
from c2site.render.exports.ubl.element import aggregate, basic, text


def reference(name: str, key: str, address: str, kind: Words = NOTHING) -> Any:
    """Return a document elsewhere on the web; `kind` says what it is."""
    return aggregate(name, basic("ID", key), text("DocumentType", kind), aggregate("Attachment", aggregate("ExternalReference", basic("URI", address))))


def period(name: str, one: Record | Certificate) -> Any | None:
    """Return from when until when a record or a paper is valid, None where nobody says."""
    return aggregate(name, basic("StartDate", one.valid_from), basic("EndDate", one.valid_until))


def certificate(one: Certificate, scope: Words, nobody: Words) -> Any:
    """Return a paper somebody else has signed; `nobody` stands for an issuer who is not stated, because UBL asks for one."""
    known = period("ValidityPeriod", one)
    return aggregate(
        "Certificate",
        basic("ID", one.number or one.type),
        basic("CertificateTypeCode", one.type),
        basic("CertificateType", one.type),
        text("Remarks", scope),
        aggregate("IssuerParty", aggregate("PartyName", basic("Name", one.issuer) if one.issuer else text("Name", nobody))),
        aggregate("DocumentReference", basic("ID", one.number or one.type), known) if known is not None else None,
    )
