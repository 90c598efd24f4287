"""Social cards: what a link to a page shows elsewhere, in the words of the page's reader."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from c2site.catalogue import Portal
from c2site.language import Reader
from c2site.language.tags import script_of
from c2site.model import Record
from c2site.render.brand.marks import night
from c2site.render.pattern import hatch_angle
from c2site.render.printed.fonts import FAMILY, printable
from c2site.render.printed.pictures import colours, mark, plan
from c2site.render.tokens import Tokens, palette
from c2site.render.web import Page, Subject
from c2site.render.web.lookups import partner_tones, plan_of, tones

WIDTH, HEIGHT = 1200, 630
PLAN = (420, 630)
LONGEST_NAME = 160
# What a record of a folder is called above its name.
KINDS: Mapping[str, Callable[[Reader, Any], str]] = {
    "clusters": lambda reader, one: reader.phrase("cluster.kicker"),
    "smes": lambda reader, one: reader.phrase("company.kicker"),
    "offerings": lambda reader, one: reader.phrase(f"kind.{one.kind}"),
    "sectors": lambda reader, one: reader.phrase("brand.sector"),
    "markets": lambda reader, one: reader.phrase("brand.market"),
    "editions": lambda reader, one: reader.phrase("nav.catalogue"),
    "needs": lambda reader, one: reader.phrase(f"need_type.{one.type}"),
    "events": lambda reader, one: reader.phrase(f"event_kind.{one.kind}"),
}


def has_card(page: Page) -> bool:
    """Return whether a page has a card of its own: every record's, in the languages it is written in."""
    return page.about is not None and page.translated


def home(portal: Portal, reader: Reader) -> Page:
    """Return the home page as far as its card shows it; it stands for every page that is about no record."""
    return Page(reader, Subject("home"), reader.text(portal.profiles.partnership.name).text, "", written_in=(reader.tag,))


def card(portal: Portal, page: Page) -> dict[str, Any]:
    """Return what a card shows: words, and of what its plan is drawn."""
    reader, one, partnership = page.reader, page.about, portal.profiles.partnership
    tagline = reader.text(partnership.tagline or partnership.name).text
    return {
        "lang": reader.tag.split("-")[0],
        "dir": reader.direction,
        "script": script_of(reader.tag),
        "kicker": _said(reader, _kicker(reader, page.folder, one) if one else reader.phrase("nav.about")),
        "name": _said(reader, f"\u2068{printable(page.title) or partnership.acronym}\u2069" if one else page.title),
        "line": _said(reader, page.description if one else tagline),
        "partnership": _said(reader, reader.text(partnership.name).text),
        "tone": tones(portal, one)[0] if one and tones(portal, one) else "none",
        "plan": plan_of(portal, one) if one else (partnership.id, partner_tones(portal), 6),
    }


def _kicker(reader: Reader, folder: str, one: Record) -> str:
    return KINDS[folder](reader, one)


def _said(reader: Reader, text: str) -> dict[str, str]:
    shown = printable(text)
    return {"t": shown if len(shown) <= LONGEST_NAME else shown[:LONGEST_NAME].rsplit(" ", 1)[0] + "…", "lang": reader.tag.split("-")[0], "dir": reader.direction}


def sheet_of_cards(cards: Sequence[Mapping[str, Any]], common: Mapping[str, Any]) -> dict[str, Any]:
    """Return the data of card.typ: the cards with their plans drawn, and what all of them share."""
    shades = common["shades"]
    drawn = [{**one, "plan": plan(one["plan"][0], tuple(one["plan"][1]), one["plan"][2], PLAN, shades)} for one in cards]
    return {**{name: value for name, value in common.items() if name != "shades"}, "cards": drawn}


def common_of(portal: Portal, tokens: Tokens, logo: str) -> dict[str, Any]:
    """Return what all cards share: the brand by night."""
    shades = colours(tokens)
    shades["deep"] = palette(tokens, "dark")["deep"]
    hues = tuple(shades["sector"])
    marks = {hue: mark(pair["dark"], hatch_angle(hue, hues)) for hue, pair in shades["sector"].items()}
    night_colours = palette(tokens, "dark")
    return {
        "family": FAMILY,
        "acronym": printable(portal.profiles.partnership.acronym),
        "logo": night(logo, tokens),
        "colours": night_colours,
        "marks": {**marks, "none": mark(night_colours["ink-soft"], 0.0)},
        "shades": shades,
    }
