"""The whole book as data, part after part in the order of its pages."""

from collections.abc import Mapping
from typing import Any

from c2site.catalogue import Catalogue, Portal
from c2site.render.citations import Notes
from c2site.render.printed.bibliography import bibliography
from c2site.render.printed.chain import chains
from c2site.render.printed.changes import changed
from c2site.render.printed.clusters import chapters
from c2site.render.printed.cover import back, cover, funding, paper, title
from c2site.render.printed.desk import Desk
from c2site.render.printed.fonts import FAMILY
from c2site.render.printed.front import contents, foreword, guide, imprint, notes, nothing
from c2site.render.printed.indexes import indexes
from c2site.render.printed.market import market_pages
from c2site.render.printed.pictures import colours, marks, scale


def document(portal: Portal, catalogue: Catalogue, tag: str, brand: Mapping[str, Any]) -> dict[str, Any]:
    """Return the catalogue in the language `tag`. `brand` holds `tokens` (a dict), `logo` and `emblem` (SVG).

    Parts are made in the order in which they are read, so that notes are numbered as they come.
    """
    reader = portal.edition_reader(catalogue.edition, tag)
    desk = Desk(portal, catalogue, reader, portal.page_reader(tag), brand, Notes(portal.profiles.bibliography))
    palette = colours(brand["tokens"])
    return {
        "book": book_of(desk),
        "brand": brand_of(brand, palette),
        "words": words_of(desk),
        "funding": funding(desk),
        "cover": cover(desk, palette),
        "imprint": imprint(desk),
        "foreword": foreword(desk),
        "contents": contents(desk),
        "guide": guide(desk),
        "nothing": nothing(desk),
        "market": market_pages(desk),
        "clusters": chapters(desk, palette),
        "chains": chains(desk),
        "changes": changed(desk),
        "indexes": indexes(desk),
        "bibliography": bibliography(desk),
        "notes": notes(desk),
        "back": back(desk, palette),
    }


def book_of(desk: Desk) -> dict[str, Any]:
    """Return what the whole book is set by."""
    partnership = desk.portal.profiles.partnership
    own = desk.name("")
    return {
        "lang": own["lang"],
        "region": own["region"],
        "dir": desk.reader.direction,
        "title": title(desk),
        "author": desk.reader.text(partnership.name).text,
        "day": [desk.portal.today.year, desk.portal.today.month, desk.portal.today.day],
        "paper": {"a4": "a4", "letter": "us-letter"}[paper(desk)],
        "notice": desk.text(partnership.notice) if partnership.invented else None,
    }


def brand_of(brand: Mapping[str, Any], palette: Mapping[str, Any]) -> dict[str, Any]:
    """Return the brand as templates take it."""
    tokens = brand["tokens"]
    return {
        "family": FAMILY,
        "colours": palette,
        "scale": scale(tokens),
        "arabic_scale": tokens["type"]["arabic-scale"]["$value"],
        "logo": brand["logo"],
        "emblem": brand["emblem"],
        "marks": marks(palette),
    }


def words_of(desk: Desk) -> dict[str, Any]:
    """Return the words of running heads and small labels."""
    names = ("entry", "entries", "caveat")
    return {
        **{name: desk.phrase(f"word.{name}") for name in names},
        "acronym": desk.name(desk.portal.profiles.partnership.acronym),
    }
