"""What a template asks of the partnership's own work: clusters two by two, whom it looks for, its figures, who is ready for a market."""

from collections.abc import Callable, Iterable
from typing import Any

from markupsafe import Markup

from c2site.catalogue import Portal, page_path
from c2site.catalogue.cooperation import Pair
from c2site.catalogue.happenings import by_date
from c2site.catalogue.indicators import Figure
from c2site.language import Reader
from c2site.model import Agreement, BusinessModel, Offering, Record
from c2site.model.formula import formula
from c2site.render.counting import PER_CENT, counted, figure_words
from c2site.render.web.names import words_of
from c2site.render.web.orders import sectors_in_order
from c2site.render.web.wording import marked

# How many shades tell how much two clusters have in common.
SHADES = 4
# The cells of a canvas in the order in which they are read.
CELLS = ("customers", "value", "channels", "relations", "revenue", "resources", "activities", "partners", "costs", "deciding")
SHARED = ("sectors", "markets", "certificates", "languages")


def partnering(portal: Portal, reader: Reader) -> dict[str, Callable[..., Any]]:
    """Return the functions by which a template shows what the partnership does together."""
    return {
        "pairs": portal.pairs,
        "pair_of": portal.asked.kept(lambda one, other: next(pair for pair in portal.pairs() if {pair.one, pair.other} == {one, other})),
        "events_of_all": portal.asked.kept(lambda: events_of_all(portal)),
        "shade": lambda pair: shade(pair, portal.pairs()),
        "shared_by": lambda pair: [(group, getattr(pair, group)) for group in SHARED if getattr(pair, group)],
        "own_events": lambda pair: by_day(portal, set(pair.events) - set(events_of_all(portal))),
        "shared_names": lambda group, keys, base: _names(portal, reader, group, keys, base),
        "event_links": lambda keys, base: [_link(reader, "events", portal.profiles.events[key], base) for key in keys],
        "agreement_names": lambda keys: [_agreement(reader, portal.profiles.agreements[key]) for key in keys],
        "canvases": portal.asked.kept(lambda field="", key="": canvases(portal, field, key)),
        "cells_of": lambda one: [(name, getattr(one, name)) for name in CELLS if getattr(one, name)],
        "wanted": portal.wanted,
        "figures": portal.figures,
        "bar": bar,
        "counted": lambda one: counted(reader, one.formula),
        "in_figures": lambda one, value: figure_words(reader, one.formula, value),
        "papers_for": lambda one, market: papers_for(portal, one, market),
    }


def shade(pair: Pair, every: tuple[Pair, ...]) -> int:
    """Return how dark a pair stands in the matrix, 0 where nothing is in common."""
    most = max(one.shared for one in every)
    return -(-pair.shared * SHADES // most) if most else 0


def events_of_all(portal: Portal) -> list[str]:
    """Return the ids of the events that have brought every two clusters together, the latest first."""
    first, *others = portal.pairs()
    return by_day(portal, [key for key in first.events if all(key in one.events for one in others)])


def by_day(portal: Portal, keys: Iterable[str]) -> list[str]:
    """Return ids of events, the latest first."""
    return [one.id for one in by_date(portal.profiles.events[key] for key in keys)]


def _names(portal: Portal, reader: Reader, group: str, keys: tuple[str, ...], base: str) -> list[Markup]:
    """Return what two clusters share, sectors and markets as links to their pages."""
    if group in ("sectors", "markets"):
        records = getattr(portal.profiles, group)
        return [_link(reader, group, records[key], base) for key in keys if key in records]
    return [Markup("<bdi>{}</bdi>").format(reader.language(key) if group == "languages" else key) for key in keys]


def _link(reader: Reader, folder: str, one: Record, base: str) -> Markup:
    return Markup('<a href="{}">{}</a>').format(f"{base}{page_path(reader, folder, one.id)}", marked(words_of(one, reader)))


def _agreement(reader: Reader, one: Agreement) -> Markup:
    return marked(reader.text(one.title)) if one.title else Markup("<bdi>{}</bdi>").format(one.kind)


def canvases(portal: Portal, field: str, key: str) -> list[BusinessModel]:
    """Return the business models of a sector or market (`field`), or all, in the sectors' order, those for any market first."""
    order = {one.id: place for place, one in enumerate(sectors_in_order(portal))}
    chosen = [one for one in portal.profiles.business_models.values() if not field or getattr(one, field) == key]
    return sorted(chosen, key=lambda one: (order.get(one.sector, len(order)), one.market or "", one.id))


def bar(figure: Figure) -> tuple[int, int]:
    """Return how far the figure and its target reach, of a hundred; a share's hundred is a hundred, any other's the greater of the two."""
    made, actual, target = formula(figure.indicator.formula), figure.actual or 0, figure.indicator.target or 0
    whole = 100 if made and made.function in PER_CENT else max(actual, target, 1)
    return min(100, actual * 100 // whole), min(100, target * 100 // whole)


def papers_for(portal: Portal, offering: Offering, market: str) -> tuple[str, ...]:
    """Return the papers that make an offering ready for a market, none where it is not ready."""
    return portal.fitting.papers_for.get(f"{offering.id}/{market}", ())
