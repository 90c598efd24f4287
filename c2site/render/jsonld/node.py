"""The pieces every schema.org description is made of, and the one way they are written into a page."""

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from c2site.catalogue import Portal
from c2site.language import Reader
from c2site.model import Certificate, Record
from c2site.model.base import Geo

Node = dict[str, Any]

CONTEXT = "https://schema.org"
TYPES = {"clusters": "Organization", "smes": "Organization", "editions": "OfferCatalog", "events": "Event"}
OFFERING_TYPES = {"product": "Product", "service": "Service", "technology": "Product", "package": "Product"}
ENCODER = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":"))
# What could end the element or a line of it; JSON may write any character by its number.
UNSAFE = {char: f"\\u{ord(char):04x}" for char in "<>&\u2028\u2029"}


def script(data: Node | Sequence[Node]) -> str:
    """Return the content of a `<script type="application/ld+json">`; no value in it can end the element."""
    text = ENCODER.encode(data)
    for char, written in UNSAFE.items():
        text = text.replace(char, written)
    return text


def node(values: Mapping[str, Any]) -> Node:
    """Return a description that stands alone."""
    return {"@context": CONTEXT, **present(values)}


def present(values: Mapping[str, Any]) -> Node:
    """Return what is known: nothing is said of absent values."""
    return {name: value for name, value in values.items() if value is not None and value not in ("", [], {})}


def said(reader: Reader, text: Mapping[str, str] | None) -> str | Node | None:
    """Return a text for the reader, marked where it is in another language than the reader's."""
    words = reader.text(text)
    return (words.text if words.own else {"@language": words.lang, "@value": words.text}) or None


def identity(portal: Portal, key: str = "") -> str:
    """Return the name by which all pages and files call the same thing, for good; without a key the partnership's."""
    return (portal.permanent(key) if key else portal.site_url) + "#this"


def reference(portal: Portal, reader: Reader, folder: str, record: Record) -> Node:
    """Return enough to name a record. The `url` of an organisation is its own website, of all else the page here."""
    name = getattr(record, "name", None) or getattr(record, "title", None)
    own = folder in ("clusters", "smes")
    return present(
        {
            "@type": OFFERING_TYPES[record.kind] if folder == "offerings" else TYPES[folder],
            "@id": identity(portal, record.id),
            "name": name if isinstance(name, str) else said(reader, name),
            "url": record.website if own else portal.address(reader, folder, record.id),
        }
    )


def partnership_reference(portal: Portal, reader: Reader) -> Node:
    """Return enough to name the partnership."""
    return {"@type": "Project", "@id": identity(portal), "name": said(reader, portal.profiles.partnership.name)}


def page(portal: Portal, reader: Reader, folder: str = "", key: str = "") -> Node:
    """Return the page that describes a thing; the language is the page's, not the thing's."""
    return {"@type": "WebPage", "@id": portal.address(reader, folder, key), "inLanguage": reader.tag}


def named(kind: str, name: str | None) -> Node | None:
    """Return something of which only the name is known, None without a name."""
    return {"@type": kind, "name": name} if name else None


def postal(country: str | None, region: str | None, city: str | None, street: str | None = None) -> Node | None:
    """Return a postal address, None where nothing of it is known."""
    known = present(
        {"streetAddress": street, "addressLocality": city, "addressRegion": region, "addressCountry": country}
    )
    return {"@type": "PostalAddress", **known} if known else None


def coordinates(geo: Geo | None) -> Node | None:
    """Return a place on the map."""
    return {"@type": "GeoCoordinates", "latitude": geo.lat, "longitude": geo.lon} if geo else None


def countries(codes: Iterable[str], reader: Reader) -> list[Node]:
    """Return countries by the names the reader gives them."""
    return [{"@type": "Country", "name": reader.country(code)} for code in codes]


def certification(one: Certificate, reader: Reader) -> Node:
    """Return a paper somebody else has signed."""
    return present(
        {
            "@type": "Certification",
            "name": one.type,
            "description": said(reader, one.scope),
            "certificationIdentification": one.number,
            "issuedBy": named("Organization", one.issuer),
            "validFrom": day(one.valid_from),
            "expires": day(one.valid_until),
            "validIn": countries(one.valid_in, reader),
        }
    )


def day(value: date | None) -> str | None:
    """Return a day as ISO 8601 writes it."""
    return value.isoformat() if value else None
