"""The book's outside: front cover and back cover, with what the funding asks for."""

from typing import Any

from c2site.catalogue import Selection
from c2site.catalogue.titles import title_of
from c2site.render.printed.desk import Desk, Row, rows
from c2site.render.printed.pictures import plan, qr
from c2site.render.printed.selected import current_address
from c2site.render.printed.strings import String, of_record

PAPERS = {"a4": (210, 297), "letter": (216, 279)}
PLAN_SHARE = 0.6


def paper(desk: Desk) -> str:
    """Return the paper size: the edition's, else the market's, else A4."""
    market = desk.market.paper if desk.market else "a4"
    return desk.catalogue.edition.paper or market


def title(desk: Desk) -> String:
    """Return the book's title."""
    return of_record(title_of(desk.portal, desk.catalogue, desk.reader))


def cover(desk: Desk, palette: dict[str, Any]) -> dict[str, Any]:
    """Return the front cover: its plan grows from the edition's id and entries."""
    edition = desk.catalogue.edition
    width, height = PAPERS[paper(desk)]
    return {
        "acronym": desk.name(desk.portal.profiles.partnership.acronym),
        "name": desk.text(desk.portal.profiles.partnership.name),
        "title": title(desk),
        "subtitle": desk.text(edition.subtitle),
        "facts": edition_facts(desk),
        "plan": plan(
            edition.id, _tones(desk), len(desk.catalogue.entries), (width, round(height * PLAN_SHARE)), palette
        ),
        "plan_share": PLAN_SHARE,
    }


def _tones(desk: Desk) -> tuple[str, ...]:
    """Return the hues of the entries' sectors, or of the clusters' where there are no entries."""
    shown = [entry.offering for entry in desk.catalogue.entries] or [
        chapter.cluster for chapter in desk.catalogue.chapters
    ]
    return tuple(dict.fromkeys(desk.tone(sector) for one in shown for sector in one.sectors))


def edition_facts(desk: Desk) -> list[dict[str, Any]]:
    """Return market or event, edition and validity."""
    market = desk.market_words()
    return rows(
        desk.row("market", desk.name(market.text)) if market else None,
        event(desk),
        desk.row("edition", edition_name(desk)),
        desk.row("validity", validity(desk)),
        desk.row("data_of", desk.day(desk.portal.today)) if isinstance(desk.catalogue.edition, Selection) else None,
    )


def event(desk: Desk) -> Row | None:
    """Return the event the edition is made for, with its day and place."""
    one = desk.portal.profiles.events.get(desk.catalogue.edition.event or "")
    if one is None:
        return None
    place = desk.place(one.place.city, one.place.region, one.place.country) if one.place and one.place.country else None
    return desk.row("event", desk.text(one.title), desk.day(one.start) if one.start else None, place)


def edition_name(desk: Desk) -> String | None:
    """Return the edition's id and version; a selection is known by its title and day."""
    edition = desk.catalogue.edition
    if isinstance(edition, Selection):
        return None
    return (
        desk.phrase("edition_version", edition=edition.id, version=edition.version)
        if edition.version
        else desk.name(edition.id)
    )


def validity(desk: Desk) -> String | None:
    """Return the days between which the edition holds."""
    edition = desk.catalogue.edition
    first, last = edition.valid_from, edition.valid_until
    if first and last:
        return desk.phrase("valid_between", first=desk.reader.date(first), last=desk.reader.date(last))
    if last:
        return desk.phrase("valid_until", last=desk.reader.date(last))
    return desk.phrase("valid_from", first=desk.reader.date(first)) if first else None


def funding(desk: Desk) -> dict[str, Any]:
    """Return what stands beside the emblem on both covers and in the imprint."""
    partnership = desk.portal.profiles.partnership
    return {
        "statement": desk.text(partnership.funding_statement),
        "disclaimer": desk.text(partnership.disclaimer),
        "emblem_alt": desk.phrase("emblem_alt"),
    }


def back(desk: Desk, palette: dict[str, Any]) -> dict[str, Any]:
    """Return the back cover: where the current catalogue is."""
    address = current_address(desk)
    return {
        "current": desk.phrase("current_catalogue"),
        "address": desk.link(address),
        "qr": qr(address, palette["ink"]),
        "qr_alt": desk.phrase("qr_alt", address=address),
        "name": desk.text(desk.portal.profiles.partnership.name),
    }
