"""The city plan every record draws: streets, blocks and six lines, from its id and its sectors.

Six long lines cut the ground first and take the sectors' colours, thin streets cut what is left, and
a few blocks carry a sector's hatch. The same id gives the same drawing on the web and on paper.
The id chooses one of a fixed number of towns, so thousands of records cost no more than these.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from hashlib import sha256
from math import cos, hypot, pi, sin
from zlib import crc32

Point = tuple[float, float]
Polygon = tuple[Point, ...]
Shape = tuple[str, Polygon, str]

TOWNS = 128
LINES = 6
MOST_STREETS = 52
HATCHES = (0.0, pi / 4, pi / 2, 3 * pi / 4)


@dataclass(frozen=True, eq=False)
class Town:
    """A ground cut into blocks, before any colour: `hatched` are the blocks that carry a hatch, `unit` a street's width."""

    number: int
    tilt: float
    unit: float
    lines: tuple[Polygon, ...]
    blocks: tuple[Polygon, ...]
    hatched: tuple[Polygon, ...]


def plan(seed: str, sectors: tuple[str, ...], density: int, width: int, height: int, hues: tuple[str, ...] = ()) -> str:
    """The drawing as an SVG string without text, ids or style attributes; colours come from class `s-<sector>`."""
    return _drawn(_number_of(seed), sectors, density, width, height, hues)


@lru_cache(maxsize=8_000)
def _drawn(number: int, sectors: tuple[str, ...], density: int, width: int, height: int, hues: tuple[str, ...]) -> str:
    town = _town(number, density, width, height)
    hatch = [(_pick(sectors, number), _hatch_path(town, number, hatch_angle(_pick(sectors, number), hues))) for number in range(len(town.hatched))]
    lines = [(_pick(sectors, number), path) for number, path in enumerate(_line_paths(town))]
    body = _blocks_path(town) + _strokes("hatch", hatch, town.unit * 0.18) + _strokes("line", lines, town.unit * 0.44)
    return (
        f'<svg class="plan" viewBox="0 0 {width} {height}" preserveAspectRatio="xMidYMid slice"'
        f' fill="none" aria-hidden="true" focusable="false">{body}</svg>'
    )


def hatch_angle(sector: str, hues: tuple[str, ...]) -> float:
    """The direction of a sector's hatch: the brand's hues take the directions in turn."""
    return HATCHES[hues.index(sector) % len(HATCHES)] if sector in hues else HATCHES[0]


def plan_lines(seed: str, sectors: tuple[str, ...], density: int, width: int, height: int, hues: tuple[str, ...] = ()) -> list[Shape]:
    """The same drawing as geometry: (kind, points, sector), painted in this order; `hues` are the brand's in order.

    Kinds: `block` (closed polygon, sector empty), `hatch` and `line` (two points, with a sector, or
    an empty one when the record has none). Points lie in a box of `width` × `height`, y downwards.
    """
    town = _town(_number_of(seed), density, width, height)
    shapes: list[Shape] = [("block", block, "") for block in town.blocks]
    for number, block in enumerate(town.hatched):
        sector = _pick(sectors, number)
        shapes += [("hatch", line, sector) for line in _hatch(block, town.tilt + hatch_angle(sector, hues), town.unit)]
    return shapes + [("line", line, _pick(sectors, number)) for number, line in enumerate(town.lines)]


def _number_of(seed: str) -> int:
    """Which town a record draws."""
    return crc32(seed.encode()) % TOWNS


@cache
def _town(number: int, density: int, width: int, height: int) -> Town:
    dice = _dice(str(number))
    unit = _unit(width, height)
    tilt = (next(dice) - 0.5) * 0.7
    grounds = [_ground(_rectangle(width, height, unit))]
    cuts = []
    for cut in range(LINES + _streets(density, _is_small(width, height))):
        cuts.append(_cut_largest(grounds, _angle(cut, tilt, dice), next(dice)))
    blocks = tuple(block for _, ground in grounds if len(block := _inset(ground, unit * 0.38)) > 2)
    return Town(number, tilt, unit, tuple(cuts[:LINES]), blocks, _hatched(blocks, dice))


def _dice(seed: str) -> Iterator[float]:
    """An endless, repeatable run of numbers from 0 to 1."""
    round_number = 0
    while True:
        digest = sha256(f"{seed}/{round_number}".encode()).digest()
        yield from (int.from_bytes(digest[i : i + 2], "big") / 65535 for i in range(0, 32, 2))
        round_number += 1


def _is_small(width: int, height: int) -> bool:
    """Whether the drawing is a monogram, which shows a part of the town with wider streets."""
    return width * height <= 128 * 128


def _unit(width: int, height: int) -> float:
    """The width of a street, which every other measure follows."""
    return (width * height) ** 0.5 / (20 if _is_small(width, height) else 42)


def _streets(density: int, small: bool) -> int:
    return min(8, 3 + max(0, density)) if small else min(MOST_STREETS, 16 + 4 * max(0, density))


def _pick(sectors: tuple[str, ...], number: int) -> str:
    return sectors[number % len(sectors)] if sectors else ""


def _rectangle(width: int, height: int, bleed: float) -> Polygon:
    return ((-bleed, -bleed), (width + bleed, -bleed), (width + bleed, height + bleed), (-bleed, height + bleed))


def _angle(number: int, tilt: float, dice: Iterator[float]) -> float | None:
    """The direction of a cut; None means across the ground's longer side.

    The first line gives the town its tilt, the second is the avenue that crosses the grid.
    """
    turn = next(dice)
    if number < 2:
        return tilt + (pi / 2 if number == 0 else pi / 4 + (turn - 0.5) * 0.6)
    return None if turn < 0.88 else tilt + pi / 3


def _ground(polygon: Polygon) -> tuple[float, Polygon]:
    return _area(polygon), polygon


def _cut_largest(grounds: list[tuple[float, Polygon]], angle: float | None, where: float) -> Polygon:
    """Cut the largest ground in two, in place, and give the street that was laid."""
    _, ground = grounds.pop(max(range(len(grounds)), key=lambda i: grounds[i][0]))
    direction = _across(ground) if angle is None else (cos(angle), sin(angle))
    centre = _between(ground, direction, 0.36 + 0.28 * where)
    normal = (-direction[1], direction[0])
    one, other = _clip(ground, centre, normal), _clip(ground, centre, (-normal[0], -normal[1]))
    grounds += [_ground(part) for part in (one, other) if len(part) > 2]
    return tuple(point for point in one if abs(_height(point, centre, normal)) < 1e-6)[:2]


def _across(ground: Polygon) -> Point:
    """A unit vector at right angles to the ground's longest edge."""
    (ax, ay), (bx, by) = max(_edges(ground), key=lambda edge: hypot(edge[1][0] - edge[0][0], edge[1][1] - edge[0][1]))
    length = hypot(bx - ax, by - ay)
    return (-(by - ay) / length, (bx - ax) / length)


def _between(ground: Polygon, direction: Point, share: float) -> Point:
    """A point that lies `share` of the way through the ground, measured across the direction."""
    normal = (-direction[1], direction[0])
    heights = [_height(point, (0.0, 0.0), normal) for point in ground]
    height = min(heights) + (max(heights) - min(heights)) * share
    return (normal[0] * height, normal[1] * height)


def _clip(polygon: Polygon, origin: Point, normal: Point) -> Polygon:
    """The part of a convex polygon on the side of a line to which the normal points."""
    (ox, oy), (nx, ny) = origin, normal
    heights = [(x - ox) * nx + (y - oy) * ny for x, y in polygon]
    if min(heights) >= 0:
        return polygon
    kept: list[Point] = []
    start, a = polygon[-1], heights[-1]
    for end, b in zip(polygon, heights, strict=True):
        if (a < 0 < b) or (b < 0 < a):
            share = a / (a - b)
            kept.append((start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share))
        if b >= 0:
            kept.append(end)
        start, a = end, b
    return tuple(kept)


def _inset(polygon: Polygon, distance: float) -> Polygon:
    """The polygon with every side moved inwards; empty when nothing is left."""
    inner = polygon
    for (ax, ay), (bx, by) in _edges(polygon):
        length = hypot(bx - ax, by - ay) or 1.0
        normal = (-(by - ay) / length, (bx - ax) / length)
        inner = _clip(inner, (ax + normal[0] * distance, ay + normal[1] * distance), normal)
    return inner


def _hatched(blocks: tuple[Polygon, ...], dice: Iterator[float]) -> tuple[Polygon, ...]:
    """A few mid-sized blocks."""
    order = sorted(range(len(blocks)), key=lambda i: (-_area(blocks[i]), i))
    return tuple(blocks[order.pop(int(next(dice) * (len(order) - 1) * 0.6))] for _ in range(min(4, len(blocks) // 3)))


def _hatch(block: Polygon, angle: float, step: float) -> list[Polygon]:
    """Parallel lines that fill a convex block."""
    normal = (-sin(angle), cos(angle))
    heights = [_height(point, (0.0, 0.0), normal) for point in block]
    count = int((max(heights) - min(heights)) / step)
    levels = [min(heights) + step * (number + 0.5) for number in range(count)]
    return [line for level in levels if len(line := _chord(block, normal, level)) == 2]


def _chord(block: Polygon, normal: Point, level: float) -> Polygon:
    origin = (normal[0] * level, normal[1] * level)
    return tuple(point for point in _clip(block, origin, normal) if abs(_height(point, origin, normal)) < 1e-6)


def _height(point: Point, origin: Point, normal: Point) -> float:
    return (point[0] - origin[0]) * normal[0] + (point[1] - origin[1]) * normal[1]


def _edges(polygon: Polygon) -> Iterator[tuple[Point, Point]]:
    return zip(polygon, polygon[1:] + polygon[:1], strict=True)


def _area(polygon: Polygon) -> float:
    return abs(sum(ax * by - bx * ay for (ax, ay), (bx, by) in _edges(polygon))) / 2


def _number(value: float, decimals: int = 1) -> str:
    """The shortest form: 12.0 is written 12, 0.4 is written .4."""
    text = f"{value:.{decimals}f}".removesuffix(".0")
    return "0" if text == "-0" else text.replace("0.", ".", 1) if abs(value) < 1 else text


def _points(points: Polygon, decimals: int = 1) -> str:
    return "M" + "L".join(f"{_number(x, decimals)} {_number(y, decimals)}" for x, y in points)


@cache
def _blocks_path(town: Town) -> str:
    """All blocks in one path; on a large drawing whole numbers are fine enough."""
    decimals = 0 if town.unit > 4 else 1
    drawn = "".join(_points(block, decimals) + "Z" for block in town.blocks)
    return f'<path class="plan__blocks" fill="currentColor" d="{drawn}"/>'


@cache
def _line_paths(town: Town) -> tuple[str, ...]:
    return tuple(_points(line) for line in town.lines)


@cache
def _hatch_path(town: Town, number: int, angle: float) -> str:
    return "".join(_points(line) for line in _hatch(town.hatched[number], town.tilt + angle, town.unit))


def _strokes(kind: str, paths: list[tuple[str, str]], width: float) -> str:
    """One path a sector, in the order in which the sectors first appear."""
    drawn: dict[str, str] = {}
    for sector, path in paths:
        drawn[sector] = drawn.get(sector, "") + path
    return "".join(
        f'<path class="plan__{kind} s-{sector or "none"}" stroke="currentColor" stroke-width="{_number(width)}" d="{path}"/>'
        for sector, path in drawn.items()
        if path
    )
