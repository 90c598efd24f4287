"""The one logo in all its colours: as it is, by night, in one colour, engraved, as the sign of a browser's tab."""

import re
from math import hypot

from c2site.render.tokens import Tokens, css_value, extension, values

PAINT = re.compile(r'(stroke|fill)="(#[0-9a-fA-F]{3,8})"')
STROKE = re.compile(r'stroke-width="([\d.]+)"')
BOX = re.compile(r'viewBox="([^"]*)"')
PATH = re.compile(r'<path\b[^>]*?\bd="([^"]*)"[^>]*?/>')
STRAIGHT = re.compile(r"M\s*(-?[\d.]+)[ ,](-?[\d.]+)\s*L\s*(-?[\d.]+)[ ,](-?[\d.]+)")
# How thick the contour of an engraved stroke is, as a share of the stroke.
CONTOUR = 0.14


def night(logo: str, tokens: Tokens) -> str:
    """Return the logo in the colours the brand's dark scheme has for those it is drawn in."""
    dark = nights(tokens)
    return PAINT.sub(lambda match: f'{match[1]}="{dark.get(match[2].lower(), match[2])}"', logo)


def nights(tokens: Tokens) -> dict[str, str]:
    """Return the dark scheme's colour for each colour of the light one."""
    found = {}
    for _, kind, token in values(tokens):
        if kind == "color" and isinstance(dark := extension(token, "dark"), str):
            found.setdefault(css_value(token["$value"]).lower(), dark)
    return found


def plain(logo: str, colour: str) -> str:
    """Return the logo in one colour."""
    return PAINT.sub(rf'\1="{colour}"', logo)


def engraved(logo: str, colour: str) -> str:
    """Return the logo as contours, for a tool that follows lines; one whose strokes are not all straight stays as it is in one colour."""
    found = [match[1] for match in PATH.finditer(logo)]
    width = stroke(logo)
    if not width or not found or not all(STRAIGHT.fullmatch(path.strip()) for path in found):
        return plain(logo, colour)
    lines = "".join(_contour(tuple(map(float, STRAIGHT.fullmatch(path.strip()).groups())), width) for path in found)
    thin = width * CONTOUR
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{BOX.search(logo)[1]}" fill="none" stroke="{colour}" stroke-width="{thin:.2f}"><path d="{lines}"/></svg>'


def _contour(line: tuple[float, ...], width: float) -> str:
    """Return the closed path around a straight stroke, drawn within it."""
    x, y, u, v = line
    length, half = hypot(u - x, v - y), width * (1 - CONTOUR) / 2
    along, cut = ((u - x) / length, (v - y) / length), width * CONTOUR / 2
    x, y, u, v = x + along[0] * cut, y + along[1] * cut, u - along[0] * cut, v - along[1] * cut
    right, down = -along[1] * half, along[0] * half
    corners = ((x + right, y + down), (u + right, v + down), (u - right, v - down), (x - right, y - down))
    return "M" + "L".join(f"{a:.2f} {b:.2f}" for a, b in corners) + "Z"


def stroke(logo: str) -> float:
    """Return how wide the logo's strokes are, in its own units; 0 where it does not say."""
    found = STROKE.search(logo)
    return float(found[1]) if found else 0.0


def clear_space(logo: str) -> float:
    """Return the width of a stroke as a share of the logo's height: so much stays free around it."""
    return (stroke(logo) or 7.5) / height(logo)


def box(logo: str) -> tuple[float, ...]:
    """Return the logo's box: x, y, width, height in its own units."""
    return tuple(map(float, BOX.search(logo)[1].replace(",", " ").split()))


def height(logo: str) -> float:
    """Return the height of the logo's box in its own units."""
    return box(logo)[3]


def favicon(logo: str, tokens: Tokens) -> str:
    """Return the logo for a browser's tab: its colours follow the browser's scheme."""
    dark = nights(tokens)
    names = {paint: f"c{number}" for number, paint in enumerate(dict.fromkeys(PAINT.findall(logo)))}
    rules = "".join(f".{name}{{{what}:{colour}}}" for (what, colour), name in names.items())
    by_night = "".join(f".{name}{{{what}:{dark[colour.lower()]}}}" for (what, colour), name in names.items() if colour.lower() in dark)
    drawn = PAINT.sub(lambda match: f'class="{names[match.groups()]}"', re.sub(r'\sclass="[^"]*"', "", logo))
    head, end, rest = drawn.partition(">")
    return f"{head}{end}<style>{rules}@media (prefers-color-scheme:dark){{{by_night}}}</style>{rest}"
