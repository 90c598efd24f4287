"""A cluster's or company's contact card (vCard 3.0): the organisation, its role mailbox and website, never a person.

Version 3.0 (RFC 2426) because every telephone and mail program reads it; Outlook and older Androids still refuse 4.0.
"""

from collections.abc import Iterable, Iterator

from icalendar import vText
from icalendar.parser import Contentline

from c2site.catalogue import Portal
from c2site.model import Cluster, Record, Sme


def card(portal: Portal, record: Record) -> bytes:
    """Return the card of an organisation: one for all languages, in the words of the portal's first."""
    return lines_as_file("3.0", _lines(portal, record))


def lines_as_file(version: str, lines: Iterable[str]) -> bytes:
    """Return a card of these lines, folded at 75 octets."""
    lines = ["BEGIN:VCARD", f"VERSION:{version}", *lines, "END:VCARD"]
    return b"".join(Contentline(line).to_ical() + b"\r\n" for line in lines)


def _lines(portal: Portal, record: Sme | Cluster) -> Iterator[str]:
    name = record.name if isinstance(record, Sme) else record.short_name
    address = portal.permanent(record.id)
    yield said("FN", name)
    # An organisation has no family name; readers that insist on N take it from here.
    yield said("N", name, "", "", "", "")
    yield said("ORG", name)
    yield "X-ABSHOWAS:COMPANY"
    if record.mailbox:
        yield f"EMAIL;TYPE=INTERNET:{record.mailbox}"
    if record.website:
        yield f"URL:{record.website}"
    yield said("ADR;TYPE=WORK", "", "", getattr(record, "address", None) or "", record.city or "", record.region or "", "", _country(portal, record))
    if record.geo:
        yield f"GEO:{record.geo.lat};{record.geo.lon}"
    yield said("NOTE", address)
    yield f"SOURCE:{address}"
    yield said("UID", address)
    yield f"REV:{(record.reviewed_on or portal.today).isoformat()}"


def said(name: str, *parts: str) -> str:
    """Return a line of text in parts; in each, what would end the part is escaped, and no line ends."""
    return f"{name}:" + ";".join(vText(" ".join(one.split())).to_ical().decode() for one in parts)


def _country(portal: Portal, record: Record) -> str:
    return portal.readers.default.country(record.country)
