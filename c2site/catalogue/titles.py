"""What a catalogue is called, in every medium alike."""

from collections.abc import Iterator

from c2site.catalogue.editions import Catalogue, Selection
from c2site.catalogue.portal import Portal
from c2site.language import Reader, Words
from c2site.model import Edition, Market


def title_of(portal: Portal, catalogue: Catalogue, reader: Reader) -> Words:
    """Return the edition's title; one without is named for its event or market, and a selection also for what was chosen."""
    edition = catalogue.edition
    if own := reader.text(edition.title):
        return own
    made_for = _made_for(portal, catalogue, reader)
    narrowed = list(_narrowed(portal, edition, reader)) if isinstance(edition, Selection) else []
    return made_for._replace(text=f"{made_for} – {reader.listed(narrowed)}") if narrowed else made_for


def market_name(market: Market, reader: Reader) -> Words:
    """Return the market's own name, or its country's."""
    return reader.text(market.name) or Words(reader.country(market.country), reader.tag, reader.direction, True)


def _made_for(portal: Portal, catalogue: Catalogue, reader: Reader) -> Words:
    edition, event = catalogue.edition, portal.profiles.events.get(catalogue.edition.event or "")
    if event:
        return reader.words("print.selection.for_event", event=reader.text(event.title).text)
    if catalogue.market:
        return reader.words("print.title_for", market=market_name(catalogue.market, reader).text)
    chosen = isinstance(edition, Selection) and (edition.smes or edition.offerings)
    return reader.words("shortlist.print_title" if chosen else "print.title")


def _narrowed(portal: Portal, edition: Edition, reader: Reader) -> Iterator[str]:
    profiles = portal.profiles
    yield from (reader.text(profiles.sectors[key].name).text for key in edition.sectors)
    yield from (profiles.clusters[key].short_name for key in edition.clusters)
