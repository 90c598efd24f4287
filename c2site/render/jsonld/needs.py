"""Needs, for machines."""

from c2site.catalogue import Portal
from c2site.language import Reader
from c2site.model import Need
from c2site.render.jsonld.node import Node, countries, day, identity, node, page, reference, said


def need_ld(portal: Portal, reader: Reader, need: Need) -> Node:
    """Return a need as a Demand; who seeks is told only where the public may know."""
    markets = portal.profiles.markets
    return node(
        {
            "@type": "Demand",
            "@id": identity(portal, need.id),
            "name": said(reader, need.title),
            "description": said(reader, need.summary),
            "url": portal.address(reader, "needs", need.id),
            "mainEntityOfPage": page(portal, reader, "needs", need.id),
            "availabilityEnds": day(need.deadline),
            "areaServed": countries((markets[key].country for key in need.markets if key in markets), reader),
            "seller": _seeker(portal, reader, need),
        }
    )


def _seeker(portal: Portal, reader: Reader, need: Need) -> Node | None:
    """Return who seeks: schema.org calls the one behind a demand its seller."""
    for folder in ("smes", "clusters") if need.owner else ():
        if need.owner in (records := getattr(portal.profiles, folder)):
            return reference(portal, reader, folder, records[need.owner])
    return None
