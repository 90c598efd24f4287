"""The line card: a company on one sheet of paper, to hand out at a stand."""

from collections.abc import Mapping
from typing import Any

from c2site.catalogue import Catalogue, Portal, Selection, Sheet
from c2site.model import Cluster, Sme
from c2site.model.organisation import Certificate
from c2site.render.citations import Notes
from c2site.render.initials import initials
from c2site.render.printed.book import book_of, brand_of, words_of
from c2site.render.printed.cover import PAPERS, funding, paper
from c2site.render.printed.desk import Desk, rows
from c2site.render.printed.entries import entry
from c2site.render.printed.pictures import colours, plan, qr
from c2site.render.printed.sheets import sheet

BAND, MONOGRAM = 82, 96
CONTACT = ("website", "mailbox")
# What of an entry a card shows as it is.
SHOWN = ("id", "name", "kind", "status", "sectors", "summary", "benefits")


def line_card(portal: Portal, catalogue: Catalogue, tag: str, brand: Mapping[str, Any]) -> dict[str, Any]:
    """Return the line card of the selection's one company. `brand` is what a book needs.

    A card has no list of sources: its code leads to the page on which each fact carries its own.
    """
    reader = portal.edition_reader(catalogue.edition, tag)
    desk = Desk(portal, catalogue, reader, portal.page_reader(tag), brand, Notes({}))
    palette = colours(brand["tokens"])
    sme = portal.profiles.smes[catalogue.edition.smes[0]]
    return {
        "book": {**book_of(desk), "template": "linecard", "title": desk.text(catalogue.edition.title) or desk.name(sme.name)},
        "brand": brand_of(brand, palette),
        "words": words_of(desk),
        "funding": funding(desk),
        "card": _card(desk, sme, palette),
    }


def _card(desk: Desk, sme: Sme, palette: Mapping[str, Any]) -> dict[str, Any]:
    company = sheet(desk, Sheet(sme, ()), palette)
    tones = tuple(desk.tone(one) for one in sme.sectors)
    offers = [_offer(desk, entry(desk, one, palette)) for one in desk.catalogue.entries]
    return {
        **{key: company[key] for key in ("id", "name", "place", "tone", "sectors", "logo", "summary", "description")},
        "title": desk.text(desk.catalogue.edition.title),
        "market": desk.phrase("in_market", market=desk.market_words().text) if desk.market else None,
        "facts": rows(_papers(desk, sme), *company["facts"]),
        "monogram": {"drawing": plan(sme.id, tones, len(offers), (MONOGRAM, MONOGRAM), palette), "letters": desk.name(initials(sme.name))},
        "plan": plan(sme.id, tones, len(offers), (PAPERS[paper(desk)][0], BAND), palette),
        "offers": {"heading": desk.phrase("company.offers"), "rows": offers, "none": desk.phrase("company.offers_empty")},
        "more": [desk.phrase("linecard.more", count) for count in range(1, len(offers) + 1)],
        "contact": {"heading": desk.phrase("contact"), "rows": _reached(desk, sme)},
        "cluster": _cluster(desk, desk.portal.profiles.clusters[sme.cluster]),
        **_code(desk, sme.id, palette),
    }


def _offer(desk: Desk, one: dict[str, Any]) -> dict[str, Any]:
    """Return an entry as a card shows it: its codes, and all else that is read value by value, as rows to be set run on."""
    panels = [panel for column in one["panels"] for panel in column]
    more = [*one["facts"], *one["remarks"], *(row for panel in panels for row in panel["rows"])]
    return {**{key: one[key] for key in SHOWN}, "codes": [row for panel in one["codes"] for row in panel["rows"]], "more": [_labelled(row) for row in more]}


def _labelled(row: dict[str, Any]) -> dict[str, Any]:
    """Return a row with its label; the first value of a row without one stands for it."""
    first, *others = row["values"]
    return row if row["label"] else {**row, "label": first["s"], "values": others}


def _papers(desk: Desk, sme: Sme) -> dict[str, Any] | None:
    """Return the company's certificates, each with its number and the day on which it ends."""
    return desk.row("certificates", *(desk.listed_plain(_paper(desk, one)) for one in sme.certificates))


def _paper(desk: Desk, one: Certificate) -> list[str | None]:
    return [desk.code("certificate", one.type)["t"], one.number, desk.reader.date(one.valid_until) if one.valid_until else None]


def _reached(desk: Desk, one: Sme | Cluster) -> list[dict[str, Any]]:
    return rows(*(desk.row(name, desk.link(getattr(one, name))) for name in CONTACT))


def _cluster(desk: Desk, one: Cluster) -> dict[str, Any]:
    return {
        "heading": desk.phrase("linecard.through_cluster"),
        "name": desk.name(one.short_name),
        "rows": _reached(desk, one),
    }


def _code(desk: Desk, key: str, palette: Mapping[str, Any]) -> dict[str, Any]:
    """Return the code of the company's permanent address, and what stands there."""
    address = desk.portal.permanent(key)
    return {
        "current": desk.phrase("linecard.current"),
        "address": desk.link(address),
        "qr": qr(address, palette["ink"]),
        "qr_alt": desk.phrase("qr_alt", address=address),
    }


def is_line_card(edition: object) -> bool:
    """Return whether an edition asks for a line card in place of a book."""
    return isinstance(edition, Selection) and edition.card
