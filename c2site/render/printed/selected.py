"""What a catalogue that nobody has published says of itself: its title, and where what it shows can be read today."""

from collections.abc import Iterator

from c2site.catalogue import Selection
from c2site.render.printed.desk import Desk
from c2site.render.printed.strings import String

# A code of more letters is too fine for a telephone at arm's length.
LONGEST_SHARED = 300


def selected_title(desk: Desk, one: Selection) -> String:
    """Return the title that says what was chosen: for whom, then of what."""
    made_for = _made_for(desk, one)
    narrowed = list(_narrowed(desk, one))
    return {**made_for, "t": f"{made_for['t']} – {desk.listed(narrowed)['t']}"} if narrowed else made_for


def _made_for(desk: Desk, one: Selection) -> String:
    event, market = desk.portal.profiles.events.get(one.event or ""), desk.market_words()
    if event:
        return desk.phrase("selection.for_event", event=desk.reader.text(event.title).text)
    if market:
        return desk.phrase("title_for", market=market.text)
    return desk.phrase("shortlist.print_title") if one.smes or one.offerings else desk.phrase("title")


def _narrowed(desk: Desk, one: Selection) -> Iterator[str]:
    profiles = desk.portal.profiles
    yield from (desk.reader.text(profiles.sectors[key].name).text for key in one.sectors)
    yield from (profiles.clusters[key].short_name for key in one.clusters)


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
