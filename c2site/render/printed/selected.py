"""Where what a catalogue shows can be read today, also one that nobody has published."""

from c2site.catalogue import Selection
from c2site.render.printed.desk import Desk

# A code of more letters is too fine for a telephone at arm's length.
LONGEST_SHARED = 300


def current_address(desk: Desk) -> str:
    """Return the address of the page that shows what the catalogue shows, with every later change."""
    edition, site = desk.catalogue.edition, desk.portal
    if not isinstance(edition, Selection):
        return site.permanent(edition.id)
    if shared := _shared(desk, edition):
        return shared
    places = (("events", (edition.event,)), ("markets", (edition.market,)), ("clusters", edition.clusters), ("sectors", edition.sectors))
    named = [(folder, keys[0]) for folder, keys in places if len(keys) == 1 and keys[0]]
    return site.address(desk.pages, *named[0]) if named else site.address(desk.pages, "offerings")


def _shared(desk: Desk, one: Selection) -> str:
    """Return the portal's shortlist page with the list in its address; nothing where there is no list or it is too long."""
    listed = [*one.smes, *one.offerings]
    address = f"{desk.portal.address(desk.pages, 'shortlist')}#ids={','.join(listed)}"
    return address if listed and len(address) <= LONGEST_SHARED else ""
