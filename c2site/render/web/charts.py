"""The maps a page shows: records at their places, or at their country's where no nearer place is known."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from c2site.model import Market, Record
from c2site.render.map import Atlas, Box, Label, Map, Point, closest, framed, labels, spread, unit_of


class Marker(NamedTuple):
    """A record on a map; `exact` says that the point is the record's own and not only its country's."""

    record: Record
    x: float
    y: float
    exact: bool
    label: Label | None


class Chart(NamedTuple):
    """The part of a map in a frame, with its markers; `unit` is the size of text on it."""

    land: Map
    frame: Box
    unit: float
    markers: Sequence[Marker]

    @property
    def inexact(self) -> bool:
        """Whether a marker stands for a country only."""
        return any(not one.exact for one in self.markers)


def chart(atlas: Atlas, records: Sequence[Record], called: Callable[[Record], str]) -> Chart | None:
    """Return the records on the closest map of the theme, the widest shown whole; None where no map shows them."""
    placed = [(one, place) for one in records if (place := place_of(one, atlas))]
    land = closest(atlas.maps, [place for _, place in placed])
    if not placed or not land:
        return None
    points = [land.point(*place) for _, place in placed]
    frame = (0, 0, *land.size) if land is atlas.maps[-1] else framed(points, land.size)
    points = spread(points, unit_of(frame))
    names = labels(points, [called(one) for one, _ in placed], frame)
    return Chart(land, frame, unit_of(frame), [Marker(one, *point, _exact(one), name) for (one, _), point, name in zip(placed, points, names, strict=True)])


def place_of(one: Record, atlas: Atlas) -> Point | None:
    """Return a record's latitude and longitude, its country's where its own are unknown."""
    geo = getattr(one, "geo", None)
    return (geo.lat, geo.lon) if geo else atlas.places.get(one.country)


def _exact(one: Record) -> bool:
    return isinstance(one, Market) or bool(one.geo)
