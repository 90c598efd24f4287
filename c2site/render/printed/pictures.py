"""What a book draws: the cover's city plan, the hatch of a sector, the QR code of an address."""

from collections.abc import Mapping
from functools import lru_cache
from math import cos, sin
from typing import Any

from c2site.render.pattern import Point, hatch_angle, plan_lines
from c2site.render.qr import DARK, modules

MARK = 24
STEP = 5.0


def colours(tokens: Mapping[str, Any]) -> dict[str, Any]:
    """Return the brand's screen colours by name; those of the sectors as {`light`, `dark`} by tone under `sector`."""
    group = tokens["color"]
    plain = {
        name: token["$value"]["hex"] for name, token in group.items() if isinstance(token, dict) and "$value" in token
    }
    hues = {tone: _pair(token) for tone, token in group.get("sector", {}).items() if isinstance(token, dict)}
    return {**plain, "sector": hues}


def _pair(token: Mapping[str, Any]) -> dict[str, str]:
    hue = token["$value"]["hex"]
    return {"light": hue, "dark": token.get("$extensions", {}).get("c2site", {}).get("dark", hue)}


def scale(tokens: Mapping[str, Any]) -> list[float]:
    """Return the type scale in rem, from caption to hero."""
    steps = tokens["type"]["scale"]
    return [steps[key]["$value"]["value"] for key in sorted((key for key in steps if key.isdigit()), key=int)]


def blend(one: str, other: str, share: float) -> str:
    """Return the colour that lies `share` of the way from one hex colour to another."""
    pairs = zip(_channels(one), _channels(other), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


def _channels(colour: str) -> list[int]:
    return [int(colour[start : start + 2], 16) for start in (1, 3, 5)]


def plan(seed: str, tones: tuple[str, ...], density: int, size: tuple[int, int], palette: Mapping[str, Any]) -> str:
    """Return a record's city plan in the colours of the night, as an SVG of `size` units."""
    width, height = size
    unit = (width * height) ** 0.5 / 42
    ground = palette["deep"]
    drawn = [f'<rect width="{width}" height="{height}" fill="{ground}"/>']
    for kind, points, tone in plan_lines(seed, tones, density, width, height, tuple(palette["sector"])):
        hue = palette["sector"].get(tone, {}).get("dark", palette["paper"])
        drawn.append(_shape(kind, points, hue, blend(ground, palette["primary"], 0.62), unit))
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}">{"".join(drawn)}</svg>'


def _shape(kind: str, points: tuple[Point, ...], hue: str, block: str, unit: float) -> str:
    path = "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in points)
    if kind == "block":
        return f'<path d="{path}Z" fill="{block}"/>'
    width = unit * (0.18 if kind == "hatch" else 0.44)
    return f'<path d="{path}" fill="none" stroke="{hue}" stroke-width="{width:.2f}"/>'


def mark(hue: str, angle: float) -> str:
    """Return a sector's sign: a square in its hatch and colour, told apart without colour too."""
    along, across = (cos(angle), -sin(angle)), (sin(angle), cos(angle))
    levels = [STEP * number for number in range(-4, 5)]
    lines = "".join(_mark_line((MARK / 2 + across[0] * level, MARK / 2 + across[1] * level), along) for level in levels)
    frame = f'<clipPath id="c"><path d="M0 0H{MARK}V{MARK}H0Z"/></clipPath>'
    hatch = f'<path clip-path="url(#c)" d="{lines}" fill="none" stroke="{hue}" stroke-width="2.6"/>'
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {MARK} {MARK}">{frame}{hatch}</svg>'


def _mark_line(middle: Point, along: Point) -> str:
    (x, y), (dx, dy) = middle, along
    return f"M{x - dx * MARK:.2f} {y - dy * MARK:.2f}L{x + dx * MARK:.2f} {y + dy * MARK:.2f}"


def marks(palette: Mapping[str, Any]) -> dict[str, str]:
    """Return the sign of every sector hue."""
    hues = tuple(palette["sector"])
    return {tone: mark(pair["light"], hatch_angle(tone, hues)) for tone, pair in palette["sector"].items()}


# A record's code is the same in every edition and language; so many are more than a catalogue has.
@lru_cache(4096)
def qr(address: str, colour: str) -> str:
    """Return the QR code of a web address as SVG, without quiet zone: the page gives it."""
    rows = modules(address)
    path = "".join(_bars(row, y) for y, row in enumerate(rows))
    size = len(rows)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}"><path d="{path}" fill="{colour}"/></svg>'
    )


def _bars(row: bytes, y: int) -> str:
    """Return the dark modules of a row as bars, each as long as it can be."""
    return "".join(
        f"M{bar.start()} {y}h{bar.end() - bar.start()}v1h-{bar.end() - bar.start()}z" for bar in DARK.finditer(row)
    )
