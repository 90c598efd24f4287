"""The picture of a value chain: one band for each sector's hue, as wide at a stage as the offerings that stand there."""

from collections.abc import Mapping, Sequence
from math import degrees
from typing import NamedTuple

from c2site.render.pattern import Point, hatch_angle

# A stage's part of the picture: how long it is along the chain, how wide across it, how wide the widest stage is.
LENGTH, BREADTH, WIDEST = 160, 120, 104
# Even one offering among hundreds is seen.
THINNEST = 3
# Between the lines of a hatch.
HATCH = 8

Span = tuple[float, float]
Curve = tuple[Point, ...]
Sides = tuple[Curve, Curve]
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
    """Return the hatch of each hue as an SVG to which the pieces on a page refer; it runs as the style sheet draws a sector's sign."""
    lines = "".join(
        f'<pattern id="hatch-{hue}" class="s-{hue}" width="{HATCH}" height="{HATCH}" patternUnits="userSpaceOnUse"'
        f' patternTransform="rotate({-degrees(hatch_angle(hue, tuple(hues))) % 180:g})">'
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
    bands = [(hue, [*_half(before[place], near[here][place]), *_half(after[place], near[here][place], True)]) for place, hue in enumerate(hues)]
    return Piece(_svg(bands, gap, "across", direction == "rtl"), _svg(bands, gap, "down", False))


def _half(neighbour: Span, here: Span, after: bool = False) -> list[Sides]:
    """Return the two sides of half a band, from the way to a neighbour to the middle; nothing where the band has no width."""
    one, other = (_side(neighbour[end], here[end], after) for end in (0, 1))
    return [(one, other)] if one != other else []


def _side(neighbour: float, here: float, after: bool) -> Curve:
    """Return a side as points along the chain and across it: a Bézier curve, level in the middle of the part."""
    heights = ((neighbour + here) / 2, (neighbour + 3 * here) / 4, here, here)
    places = (1, 7 / 8, 3 / 4, 1 / 2) if after else (0, 1 / 8, 1 / 4, 1 / 2)
    return tuple((place * LENGTH, BREADTH / 2 + height) for place, height in zip(places, heights, strict=True))


def _svg(bands: Sequence[tuple[str, Sequence[Sides]]], gap: bool, name: str, turned: bool) -> str:
    def placed(side: Curve) -> Curve:
        if name == "down":
            return tuple((across, along) for along, across in side)
        return tuple((LENGTH - along if turned else along, across) for along, across in side)

    size = (BREADTH, LENGTH) if name == "down" else (LENGTH, BREADTH)
    middle = f"M{size[0] // 2} 0V{LENGTH}" if name == "down" else f"M0 {size[1] // 2}H{LENGTH}"
    drawn = "".join(_band(hue, [(placed(one), placed(other)) for one, other in halves]) for hue, halves in bands if halves)
    return (
        f'<svg class="flow__{name}" viewBox="0 0 {size[0]} {size[1]}" preserveAspectRatio="none" aria-hidden="true" focusable="false">'
        f'<path class="flow__line" d="{middle}"/>{drawn}{_ring(size) if gap else ""}</svg>'
    )


def _band(hue: str, halves: Sequence[Sides]) -> str:
    """Return a band with its tint, its hatch and its sides."""
    ground = "".join(f"M{_written(one)}L{_written(other[::-1])}Z" for one, other in halves)
    sides = "".join(f"M{_written(one)}M{_written(other)}" for one, other in halves)
    return (
        f'<g class="s-{hue}"><path class="flow__tint" d="{ground}"/><path fill="url(#hatch-{hue})" d="{ground}"/><path class="flow__side" d="{sides}"/></g>'
    )


def _written(curve: Curve) -> str:
    start, *rest = (f"{round(x, 1):g} {round(y, 1):g}" for x, y in curve)
    return f"{start}C{' '.join(rest)}"


def _ring(size: tuple[int, int]) -> str:
    """Return an open stage: two dots upon each other, which stay round however the picture is stretched."""
    dot = f'd="M{size[0] // 2} {size[1] // 2}h0"'
    return f'<path class="flow__ring" {dot}/><path class="flow__hole" {dot}/>'
