"""What comes before the market: imprint, foreword, how to read the catalogue."""

from collections import Counter
from typing import Any

from c2site.catalogue.editions import UNSTATED
from c2site.model import Record
from c2site.render.printed.cover import edition_name, event, title, validity
from c2site.render.printed.desk import Desk, rows
from c2site.render.printed.prose import prose

LICENCE = "https://creativecommons.org/licenses/by/4.0/"
STATUSES = ("selling", "pilot", "seeking-partner", "planned", UNSTATED)


def imprint(desk: Desk) -> dict[str, Any]:
    """Return who publishes the book, under which terms, and how current it is."""
    partnership = desk.portal.profiles.partnership
    clusters = [desk.reader.text(desk.portal.profiles.clusters[key].name).text for key in partnership.clusters]
    return {
        "heading": desk.phrase("imprint"),
        "title": title(desk),
        "facts": rows(
            desk.row("publisher", desk.text(partnership.name)),
            desk.row("clusters", desk.listed(clusters)) if clusters else None,
            desk.row(
                "programme", desk.listed_plain([partnership.programme, partnership.call and partnership.call.title])
            ),
            desk.row("grant_number", desk.name(partnership.grant_number)) if partnership.grant_number else None,
            event(desk),
            desk.row("edition", edition_name(desk)),
            desk.row("validity", validity(desk)),
            desk.row("data_of", desk.day(desk.portal.today)),
            desk.row("web", desk.link(desk.portal.site_url)),
            desk.row("licence", {"s": desk.phrase("licence"), "link": LICENCE}),
            desk.row("type", desk.phrase("type_credit")),
        ),
        "paragraphs": [desk.phrase("no_liability"), *([] if _reviewed(desk) else [desk.phrase("unreviewed")])],
    }


def _reviewed(desk: Desk) -> bool:
    """Return whether a person wrote or reviewed every word of this language in the book."""
    language = desk.reader.tag.split("-")[0]
    shown = _records(desk)
    words = all(phrases.reviewed for phrases in desk.reader.phrases[:1])
    return words and all(one.reviewed_in(desk.reader.tag) or one.reviewed_in(language) for one in shown)


def _records(desk: Desk) -> list[Record]:
    book = desk.catalogue
    found: list[Record] = [desk.portal.profiles.partnership, book.edition, *([book.market] if book.market else [])]
    for chapter in book.chapters:
        found += [chapter.cluster, *chapter.others, *(sheet.sme for sheet in chapter.sheets)]
    return found + [entry.offering for entry in book.entries]


def foreword(desk: Desk) -> dict[str, Any] | None:
    """Return the foreword, by paragraphs."""
    text = desk.text(desk.catalogue.edition.foreword)
    if text is None:
        return None
    return {"heading": desk.phrase("foreword"), "paragraphs": prose(text)}


def contents(desk: Desk) -> dict[str, Any]:
    """Return the contents: companies are named in it while they fit on a page or two."""
    return {"heading": desk.phrase("contents"), "depth": 3 if len(desk.catalogue.sheets) <= 60 else 2}


def guide(desk: Desk) -> dict[str, Any]:
    """Return how to read the book: its signs, its numbers, its sectors."""
    sectors = dict.fromkeys(sector for entry in desk.catalogue.entries for sector in entry.offering.sectors)
    return {
        "heading": desk.phrase("guide.heading"),
        "lead": desk.phrase("guide.lead"),
        "signs": {"heading": desk.phrase("guide.signs"), "rows": _signs(desk)},
        "sectors": {"heading": desk.phrase("guide.sectors"), "rows": desk.sectors(sectors)},
    }


def statuses(desk: Desk) -> dict[str, Any] | None:
    """Return what the words for an offering's standing in the market mean, with the count of each in this book."""
    counts = Counter(entry.status for entry in desk.catalogue.entries)
    found = [_status(desk, status, counts[status]) for status in STATUSES if counts[status]]
    return {"heading": desk.phrase("guide.statuses"), "rows": found} if desk.market and found else None


def _status(desk: Desk, status: str, count: int) -> dict[str, Any]:
    return {
        "name": desk.phrase(f"status.{status}"),
        "text": desk.phrase(f"status_means.{status}"),
        "count": desk.phrase("count", count),
    }


def _signs(desk: Desk) -> list[dict[str, Any]]:
    names = ("number", "note", "code", "language") if desk.catalogue.entries else ("note", "language")
    return [{"name": desk.phrase(f"guide.{name}"), "text": desk.phrase(f"guide.{name}_means")} for name in names]


def notes(desk: Desk) -> dict[str, Any]:
    """Return the heading of the pages left for the reader's own notes, which fill the last sheet."""
    return {"heading": desk.phrase("notes")}


def nothing(desk: Desk) -> dict[str, Any] | None:
    """Return the page that says there are no entries, when there are none."""
    if not desk.catalogue.empty:
        return None
    market = desk.market_words()
    lead = desk.phrase("nothing.for_market", market=market.text) if market else desk.phrase("nothing.at_all")
    address = desk.portal.address(desk.pages, "offerings")
    return {
        "heading": desk.phrase("nothing.heading"),
        "lead": lead,
        "text": desk.phrase("nothing.instead"),
        "address": desk.link(address),
    }
