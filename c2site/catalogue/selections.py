"""What somebody asks for, put as an edition: all media make it as they make a published one."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import product
from typing import Any

from c2site.catalogue.editions import Selection
from c2site.catalogue.portal import Portal
from c2site.language.tags import same_language
from c2site.model import Edition
from c2site.model.base import Status

LONGEST_ID, DIGEST = 80, 8


@dataclass(frozen=True)
class Wanted:
    """What somebody asks for, by ids; what is empty does not matter. Several markets, events or companies give a catalogue each.

    `listed` are the companies and offerings of a shortlist called `name`; `title` and `paper` override what would be chosen.
    """

    markets: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    sectors: tuple[str, ...] = ()
    clusters: tuple[str, ...] = ()
    events: tuple[str, ...] = ()
    smes: tuple[str, ...] = ()
    listed: tuple[str, ...] = ()
    name: str = ""
    title: str = ""
    paper: str | None = None

    @property
    def narrowed(self) -> bool:
        """Whether more is asked for than a market's catalogue."""
        return bool(self.sectors or self.clusters or self.events or self.smes or self.name)


def selections(portal: Portal, wanted: Wanted) -> list[Selection]:
    """Return the catalogues that are asked for, one for each market, event and company named."""
    each = product(wanted.markets or (None,), wanted.events or (None,), wanted.smes or (None,))
    return [_selection(portal, wanted, *one) for one in each]


def _selection(portal: Portal, wanted: Wanted, market: str | None, event: str | None, sme: str | None) -> Selection:
    profiles = portal.profiles
    languages = wanted.languages or _languages(portal, market, event)
    named = [sme] if sme else [one for one in wanted.listed if one in profiles.smes]
    return Selection(
        id=_name([market, event, *wanted.sectors, *wanted.clusters, wanted.name, sme and f"line-card-{sme}"]),
        status=Status.PUBLISHED,
        source_language=languages[0],
        market=market,
        event=event,
        sectors=wanted.sectors,
        clusters=wanted.clusters,
        smes=tuple(named),
        offerings=tuple(one for one in wanted.listed if one in profiles.offerings),
        card=sme is not None,
        languages=languages,
        unstated="include" if sme or wanted.name else _unstated(portal, market),
        **overridden(wanted, languages),
    )


def overridden(wanted: Wanted, languages: tuple[str, ...]) -> dict[str, Any]:
    """Return the fields of an edition that whoever asks has settled."""
    paper = {"paper": wanted.paper} if wanted.paper else {}
    return paper | ({"title": dict.fromkeys(languages, wanted.title), "subtitle": None} if wanted.title else {})


def _languages(portal: Portal, market: str | None, event: str | None) -> tuple[str, ...]:
    """Return the languages of the market's catalogue, else those of the event that the portal speaks, else the portal's first."""
    if market:
        published = _edition_of(portal, market)
        return published.languages if published else tuple(one.tag for one in portal.profiles.markets[market].languages)
    spoken = portal.profiles.events[event].languages if event else ()
    return tuple(one.tag for one in portal.readers if any(same_language(one.tag, tag) for tag in spoken)) or (portal.readers.default.tag,)


def _edition_of(portal: Portal, market: str) -> Edition | None:
    found = portal.relations.editions_of_market.get(market, ())
    return portal.profiles.editions[found[0]] if found else None


def _unstated(portal: Portal, market: str | None) -> str:
    """Return what the market's own catalogue does with offerings whose status there nobody states."""
    published = _edition_of(portal, market) if market else None
    return published.unstated if published else "leave-out"


def _name(parts: list[str | None]) -> str:
    """Return what names the selection: its ids in a row, cut and told apart by a digest where they are many."""
    whole = "-".join(part for part in parts if part)
    if len(whole) <= LONGEST_ID:
        return whole
    return f"{whole[: LONGEST_ID - DIGEST - 1].rstrip('-')}-{hashlib.sha256(whole.encode()).hexdigest()[:DIGEST]}"


def alone(portal: Portal, one: Selection) -> Mapping[str, int]:
    """Return how many offerings meet each thing that is asked for, and each company, when it is asked for alone, by `kind id`."""
    blank = {"sectors": (), "clusters": (), "smes": (), "offerings": (), "market": None, "event": None}
    asked = [("market", one.market), ("event", one.event), *(("sectors", key) for key in one.sectors), *(("clusters", key) for key in one.clusters), *(("smes", key) for key in one.smes)]
    return {
        f"{kind.removesuffix('s')} {key}": len(portal.catalogue(one.model_copy(update=blank | {kind: (key,) if kind.endswith("s") else key})).entries)
        for kind, key in asked
        if key
    }
