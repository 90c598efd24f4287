"""Maps of land without borders: where a place stands on them, which one shows given places, and where their names fit."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import asin, cos, radians, sin, sqrt
from pathlib import Path
from typing import NamedTuple

Point = tuple[float, float]
Box = tuple[float, float, float, float]

# A picture is so many units wide. In units: a marker's half width, how far two keep apart, and the room of a name where it is set largest.
UNITS = 46
MARGIN, APART, LETTER, LINE = 0.8, 1.5, 0.9, 1.7
# The least part of a map that is shown.
LEAST = 0.62


class Label(NamedTuple):
    """A name beside its marker: `y` is the middle of its height, `anchor` SVG's."""

    text: str
    x: float
    y: float
    anchor: str


def _equal_earth(lat: float, lon: float, _: float) -> Point:
    """Šavrič, Patterson and Jenny 2018; angles in radians, x to the east, y to the north."""
    a, b, c, d = 1.340264, -0.081106, 0.000893, 0.003796
    theta = asin(sqrt(3) / 2 * sin(lat))
    square, sixth = theta**2, theta**6
    x = lon * cos(theta) / (sqrt(3) / 2 * (a + 3 * b * square + sixth * (7 * c + 9 * d * square)))
    return x, theta * (a + b * square + sixth * (c + d * square))


def _azimuthal_equal_area(lat: float, lon: float, middle: float) -> Point:
    """Lambert's, about the latitude `middle`."""
    stretch = sqrt(2 / (1 + sin(middle) * sin(lat) + cos(middle) * cos(lat) * cos(lon)))
    return stretch * cos(lat) * sin(lon), stretch * (cos(middle) * sin(lat) - sin(middle) * cos(lat) * cos(lon))


PROJECTIONS: Mapping[str, Callable[[float, float, float], Point]] = {"equal-earth": _equal_earth, "azimuthal-equal-area": _azimuthal_equal_area}


@dataclass(frozen=True)
class Map:
    """A picture of `size` with the path of its land; `centre`, `scale` and `origin` are its projection's, as its file states them."""

    projection: str
    centre: Point
    scale: float
    origin: Point
    size: Point
    land: str

    def point(self, lat: float, lon: float) -> Point:
        """Return where a place stands, in the picture's units, y downwards; places far away may lie off the picture."""
        turned = (lon - self.centre[1] + 180) % 360 - 180
        x, y = PROJECTIONS[self.projection](radians(lat), radians(turned), radians(self.centre[0]))
        return round(self.origin[0] + self.scale * x, 1), round(self.origin[1] - self.scale * y, 1)

    def shows(self, lat: float, lon: float) -> bool:
        """Return whether a marker at that place would lie on the picture."""
        edge = self.size[0] / UNITS
        return all(edge <= found <= length - edge for found, length in zip(self.point(lat, lon), self.size, strict=True))


class Atlas(NamedTuple):
    """A theme's maps, the closest first, and the latitude and longitude that stand for each country, by its ISO 3166 code."""

    maps: tuple[Map, ...] = ()
    places: Mapping[str, Point] = {}


def read_atlas(folder: Path) -> Atlas:
    """Return the maps of a theme's folder; an empty atlas where it has none."""
    files = {path.stem: json.loads(path.read_text("utf-8")) for path in sorted(folder.glob("*.json"))}
    maps = [Map(**told) for told in files.values() if "land" in told]
    return Atlas(tuple(sorted(maps, key=lambda one: -one.scale)), files.get("places", {}))


def closest(maps: Iterable[Map], places: Sequence[Point]) -> Map | None:
    """Return the closest map that shows all places; None where no map does."""
    return next((one for one in maps if all(one.shows(*place) for place in places)), None)


def framed(points: Sequence[Point], size: Point) -> Box:
    """Return the part of a picture around points, of the picture's own proportions."""
    spans = [(min(values), max(values)) for values in zip(*points, strict=True)]
    share = min(1, max(LEAST, *(1.4 * (high - low) / length for (low, high), length in zip(spans, size, strict=True))))
    starts = [min(max((low + high - share * length) / 2, 0), (1 - share) * length) for (low, high), length in zip(spans, size, strict=True)]
    return round(starts[0], 1), round(starts[1], 1), round(starts[0] + share * size[0], 1), round(starts[1] + share * size[1], 1)


def spread(points: Iterable[Point], unit: float) -> list[Point]:
    """Return points of which no two lie upon each other: a later one moves aside."""
    found: list[Point] = []
    for x, y in points:
        while any(abs(x - other[0]) < APART * unit and abs(y - other[1]) < APART * unit for other in found):
            x = round(x + APART * unit, 1)
        found.append((x, y))
    return found


def labels(points: Sequence[Point], names: Sequence[str], frame: Box) -> list[Label | None]:
    """Return a place for each name beside its point, covering neither points nor names; None where there is no room."""
    unit = unit_of(frame)
    taken = [_around(x, y, MARGIN * unit) for x, y in points]
    found = []
    for point, name in zip(points, names, strict=True):
        free = [(label, box) for label, box in _beside(point, name, unit) if _inside(box, frame) and not any(_meet(box, other) for other in taken)]
        taken += [box for _, box in free[:1]]
        found.append(free[0][0] if free else None)
    return found


def unit_of(frame: Box) -> float:
    """Return the size of text on a picture."""
    return round((frame[2] - frame[0]) / UNITS, 1)


def _around(x: float, y: float, far: float) -> Box:
    return x - far, y - far, x + far, y + far


def _beside(point: Point, text: str, unit: float) -> list[tuple[Label, Box]]:
    """Return the four places of a name, the best first."""
    (x, y), width, gap, line = point, LETTER * len(text) * unit, (MARGIN + 0.1) * unit, LINE * unit
    right, left, top, bottom = x + gap, x - gap, y - gap - line, y + gap + line
    return [
        (_label(text, right, y, "start"), (right, y - line / 2, right + width, y + line / 2)),
        (_label(text, left, y, "end"), (left - width, y - line / 2, left, y + line / 2)),
        (_label(text, x, top + line / 2, "middle"), (x - width / 2, top, x + width / 2, y - gap)),
        (_label(text, x, bottom - line / 2, "middle"), (x - width / 2, y + gap, x + width / 2, bottom)),
    ]


def _label(text: str, x: float, y: float, anchor: str) -> Label:
    return Label(text, round(x, 1), round(y, 1), anchor)


def _inside(box: Box, frame: Box) -> bool:
    return box[0] >= frame[0] and box[1] >= frame[1] and box[2] <= frame[2] and box[3] <= frame[3]


def _meet(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
