"""The orders in which lists of sectors and markets stand, the same everywhere."""

from c2site.catalogue import Portal
from c2site.language import Reader
from c2site.model import Market, Sector
from c2site.render.web.names import name_of


def sectors_in_order(portal: Portal) -> list[Sector]:
    """Return the sectors in the order their records state."""
    return sorted(portal.profiles.sectors.values(), key=lambda one: (one.order, one.id))


def market_order(portal: Portal, reader: Reader) -> list[Market]:
    """Return the markets in the order of the partnership's door, others by name after them."""
    markets = portal.profiles.markets
    door = [key for key in portal.profiles.partnership.door_markets if key in markets]
    others = sorted((key for key in markets if key not in door), key=lambda key: reader.sort_key(name_of(markets[key], reader)))
    return [markets[key] for key in (*door, *others)]
