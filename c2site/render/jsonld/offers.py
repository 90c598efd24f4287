"""Offerings, and the catalogues that hold them, for machines."""

from c2site.catalogue import Catalogue, Portal
from c2site.language import Reader
from c2site.model import Market, Offering
from c2site.model.offering import Price, Specification
from c2site.render.jsonld.node import (
    OFFERING_TYPES,
    Node,
    certification,
    countries,
    named,
    node,
    page,
    present,
    reference,
    said,
)


def offering_ld(portal: Portal, reader: Reader, offering: Offering) -> Node:
    """Return an offering as a Product, or as a Service where it is one."""
    profiles = portal.profiles
    makers = [reference(portal, reader, "smes", profiles.smes[key]) for key in offering.makers if key in profiles.smes]
    sectors = [profiles.sectors[key] for key in offering.sectors if key in profiles.sectors]
    service = OFFERING_TYPES[offering.kind] == "Service"
    return node(
        {
            **reference(portal, reader, "offerings", offering),
            "description": said(reader, offering.summary),
            "mainEntityOfPage": page(portal, reader, "offerings", offering.id),
            "category": [said(reader, one.name) for one in sectors],
            "brand": named("Brand", offering.brand),
            **({"provider": makers} if service else _goods(offering, makers, reader)),
            "offers": _offer(portal, reader, offering),
            "hasCertification": [certification(one, reader) for one in offering.certificates],
            "isRelatedTo": [reference(portal, reader, "offerings", one) for one in _related(portal, offering)],
        }
    )


def catalogue_ld(portal: Portal, reader: Reader, catalogue: Catalogue, most: int | None = None) -> Node:
    """Return a market's catalogue as an OfferCatalog with its numbered entries, the first `most` of them."""
    edition = catalogue.edition
    return node(
        {
            **reference(portal, reader, "editions", edition),
            "name": said(reader, edition.title) or _title(catalogue.market, reader),
            "description": said(reader, edition.subtitle),
            "identifier": edition.id,
            "mainEntityOfPage": page(portal, reader, "editions", edition.id),
            "numberOfItems": len(catalogue.entries),
            "itemListElement": [
                {
                    "@type": "ListItem",
                    "position": entry.number,
                    "item": reference(portal, reader, "offerings", entry.offering),
                }
                for entry in catalogue.entries[:most]
            ],
        }
    )


def _title(market: Market | None, reader: Reader) -> str | Node | None:
    return (said(reader, market.name) or reader.country(market.country)) if market else None


def _related(portal: Portal, offering: Offering) -> list[Offering]:
    others = dict.fromkeys((*offering.works_with, *offering.needs_components))
    return [portal.profiles.offerings[key] for key in others if key in portal.profiles.offerings]


def _goods(offering: Offering, makers: list[Node], reader: Reader) -> Node:
    """Return what schema.org knows of goods only."""
    return {
        "manufacturer": makers,
        "model": offering.model,
        "mpn": offering.mpn,
        "gtin": offering.gtin,
        "countryOfOrigin": countries((offering.origin,), reader)[0] if offering.origin else None,
        "additionalProperty": [_property(one, reader) for one in offering.specifications],
    }


def _property(one: Specification, reader: Reader) -> Node:
    return present({"@type": "PropertyValue", "name": said(reader, one.name), "value": one.value, "unitText": one.unit})


def _offer(portal: Portal, reader: Reader, offering: Offering) -> Node | None:
    """Return where the offering is sold and the lowest price asked, None where neither is known."""
    markets = portal.profiles.markets
    sold = [key for key, stand in offering.markets.items() if stand.status == "selling" and key in markets]
    price = offering.trade.price if offering.trade else None
    known = present(
        {
            "areaServed": countries((markets[key].country for key in sold), reader),
            "priceSpecification": _price(price) if price else None,
        }
    )
    return {"@type": "Offer", **known} if known else None


def _price(price: Price) -> Node:
    return present(
        {
            "@type": "UnitPriceSpecification" if price.per else "PriceSpecification",
            "minPrice": f"{price.from_:f}",
            "priceCurrency": price.currency,
            "unitText": price.per,
        }
    )
