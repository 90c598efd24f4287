"""The picture of a value chain: one band for each sector's hue, as wide at a stage as the offerings that stand there."""

from collections.abc import Mapping, Sequence
from math import degrees
from typing import NamedTuple

from c2site.render.pattern import Point, Polygon, hatch_angle, points_path

# A stage's part of the picture: how long it is along the chain, how wide across it, how wide the widest stage is.
LENGTH, BREADTH, WIDEST = 160, 120, 104
# Even one offering among hundreds is seen.
THINNEST = 3
# Places from the middle of a part to its end, along which a band bends.
STEPS = 6
# Between the lines of a hatch.
HATCH = 8

Span = tuple[float, float]
Stage = Mapping[str, int]


class Piece(NamedTuple):
    """A stage's part as SVG, for stages beside one another and for stages below one another."""

    across: str
    down: str


def flow(stages: Sequence[Stage], hues: Sequence[str], direction: str = "ltr") -> list[Piece]:
    """Return each stage's part of the picture; parts that touch join. A stage counts offerings by hue; one without any is drawn open."""
    most = max((sum(stage.values()) for stage in stages), default=0) or 1
    spans = [_spans(stage, hues, most) for stage in stages]
    return [_piece(spans[max(place - 1, 0) : place + 2], min(place, 1), hues, not any(stages[place].values()), direction) for place in range(len(stages))]


def hatches(hues: Sequence[str]) -> str:
    """Return the hatch of each hue as an SVG to which the pieces on a page refer."""
    lines = "".join(
        f'<pattern id="hatch-{hue}" class="s-{hue}" width="{HATCH}" height="{HATCH}" patternUnits="userSpaceOnUse"'
        f' patternTransform="rotate({degrees(hatch_angle(hue, tuple(hues))):g})">'
        f'<path d="M0 {HATCH // 2}H{HATCH}" stroke="currentColor" stroke-width="1.5"/></pattern>'
        for hue in hues
    )
    return f'<svg class="flow__hatches" width="0" height="0" aria-hidden="true" focusable="false"><defs>{lines}</defs></svg>'


def _spans(stage: Stage, hues: Sequence[str], most: int) -> list[Span]:
    """Return where each hue's band begins and ends across the chain, counted from its middle line."""
    widths = [max(THINNEST, WIDEST * stage[hue] / most) if stage.get(hue) else 0 for hue in hues]
    start, spans = -sum(widths) / 2, []
    for width in widths:
        spans.append((start, start + width))
        start += width
    return spans


def _piece(near: Sequence[Sequence[Span]], here: int, hues: Sequence[str], gap: bool, direction: str) -> Piece:
    """Return the part of the stage `here` among its neighbours."""
    before, after = near[max(here - 1, 0)], near[min(here + 1, len(near) - 1)]
    drawn = [(hue, _edges(before[place], near[here][place], after[place])) for place, hue in enumerate(hues)]
    bands = [(hue, sides) for hue, sides in drawn if any(one[1] != other[1] for one, other in zip(*sides, strict=True))]
    return Piece(_svg(bands, gap, "across", direction == "rtl"), _svg(bands, gap, "down", False))


def _edges(before: Span, here: Span, after: Span) -> tuple[Polygon, Polygon]:
    """Return a band's two sides from end to end: points along the chain and across it."""
    places = [step / STEPS / 2 for step in range(-STEPS, STEPS + 1)]
    one, other = (tuple(_point(at, (before if at < 0 else after)[side], here[side]) for at in places) for side in (0, 1))
    return one, other


def _point(at: float, neighbour: float, here: float) -> Point:
    """Return the point `at` parts from the middle: level at first, then on its way to the neighbour's."""
    way = min(max((abs(at) - 0.15) / 0.7, 0), 1)
    return (at + 0.5) * LENGTH, BREADTH / 2 + here + (neighbour - here) * way * way * (3 - 2 * way)


def _svg(bands: Sequence[tuple[str, tuple[Polygon, Polygon]]], gap: bool, name: str, turned: bool) -> str:
    def placed(side: Polygon) -> Polygon:
        if name == "down":
            return tuple((across, along) for along, across in side)
        return tuple((LENGTH - along if turned else along, across) for along, across in side)

    size = (BREADTH, LENGTH) if name == "down" else (LENGTH, BREADTH)
    line = points_path(placed(((0, BREADTH / 2), (LENGTH, BREADTH / 2))))
    drawn = f'<path class="flow__line" d="{line}"/>' + "".join(_band(hue, placed(one), placed(other)) for hue, (one, other) in bands)
    open_ring = f'<circle class="flow__gap" cx="{size[0] // 2}" cy="{size[1] // 2}" r="18"/>' if gap else ""
    return f'<svg class="flow__{name}" viewBox="0 0 {size[0]} {size[1]}" preserveAspectRatio="none" aria-hidden="true" focusable="false">{drawn}{open_ring}</svg>'


def _band(hue: str, one: Polygon, other: Polygon) -> str:
    """Return a band with its tint, its hatch and its two sides."""
    ground = points_path(one + other[::-1]) + "Z"
    return (
        f'<g class="s-{hue}"><path class="flow__tint" d="{ground}"/><path fill="url(#hatch-{hue})" d="{ground}"/>'
        f'<path class="flow__side" d="{points_path(one)}{points_path(other)}"/></g>'
    )
