"""What a template asks of a value chain: its picture, where a field's offerings are listed, and what would fill a gap."""

from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple
from urllib.parse import urlencode

from markupsafe import Markup

from c2site.catalogue import Portal, Standing, page_path
from c2site.catalogue.facets import key_of
from c2site.language import Reader
from c2site.model import Need, Sector
from c2site.model.partnership import ChainStage
from c2site.render.flow import Piece, flow, hatches
from c2site.render.web.needing import is_open
from c2site.render.web.orders import sectors_in_order

# The hue of an offering of no known sector.
PLAIN = "none"


class Gap(NamedTuple):
    """A stage nobody fills, the open needs that ask for it, and the number of offerings that stand at it in other markets."""

    stage: ChainStage
    needs: Sequence[Need]
    elsewhere: int


def chainview(portal: Portal, reader: Reader, hues: tuple[str, ...]) -> dict[str, Callable[..., Any]]:
    """Return the functions by which a template shows a value chain; `hues` are the brand's in order."""
    hues = (*hues, PLAIN)

    def pieces(stand: Standing) -> list[Piece]:
        counts = [Counter(_hue(portal, key, hues) for key in stand.at(stage.id)) for stage in stand.chain.stages]
        return [Piece(*map(Markup, one)) for one in flow(counts, hues, reader.direction)]

    return {
        "flow": pieces,
        "hatches": lambda: Markup(hatches(hues)),
        "sectors_at": lambda stand: _sectors(portal, stand, hues),
        "narrowed": lambda stage, cluster="", market="": _narrowed(reader, stage=stage, cluster=cluster, market=market),
        "gaps_of": lambda stand, market="": [_gap(portal, stage, market) for stage in stand.chain.stages if stage.id in stand.gaps],
    }


def _hue(portal: Portal, key: str, hues: tuple[str, ...]) -> str:
    """Return the hue of an offering's first sector that has one."""
    sectors = portal.profiles.sectors
    return next((sectors[one].tone for one in portal.profiles.offerings[key].sectors if one in sectors and sectors[one].tone in hues), PLAIN)


def _sectors(portal: Portal, stand: Standing, hues: tuple[str, ...]) -> list[Sector]:
    """Return the sectors whose hues the picture shows."""
    shown = {_hue(portal, key, hues) for stage in stand.chain.stages for key in stand.at(stage.id)}
    return [one for one in sectors_in_order(portal) if one.tone in shown]


def _narrowed(reader: Reader, **chosen: str) -> str:
    """Return where the list of offerings shows only those chosen; without scripts it shows all, with the choices beside it."""
    return f"{page_path(reader, 'offerings')}?{urlencode({group: key_of(value) for group, value in chosen.items() if value})}"


def _gap(portal: Portal, stage: ChainStage, market: str) -> Gap:
    asking = [one for one in portal.profiles.needs.values() if stage.id in one.chain_stages and is_open(portal, one) and market in ("", *one.markets)]
    return Gap(stage, sorted(asking, key=lambda one: (one.deadline, one.id)), len(portal.relations.offerings_at_stage.get(stage.id, ())))
