"""What partners should do with the logo, and what not, drawn from the logo itself; and grounds for slides."""

from collections.abc import Mapping

from c2site.catalogue import Portal
from c2site.render.brand.lockups import SIGN, drawing, placed, space_of
from c2site.render.brand.marks import box, night, plain
from c2site.render.printed.pictures import colours, plan
from c2site.render.tokens import Tokens, palette
from c2site.render.web.lookups import partner_tones

SLIDE = (1920, 1080)
PLAN = (620, 1080)


def examples(logo: str, tokens: Tokens, lockup: str, plan_of_all: str) -> dict[str, str]:
    """Return drawings by name: the clear space, and four ways to spoil the logo."""
    shades, room = palette(tokens), space_of(logo)
    middle = SIGN / 2
    return {
        "clear-space": with_guides(lockup, room, shades["accent"]),
        "stretched": drawing(SIGN * 1.5, SIGN, room, placed(_loose(logo), 0, middle / 2, SIGN * 1.5, middle)),
        "turned": drawing(SIGN, SIGN, room, f'<g transform="rotate(24 {middle} {middle})">{placed(logo, 5, 5, SIGN - 10, SIGN - 10)}</g>'),
        "recoloured": drawing(SIGN, SIGN, room, placed(plain(logo, shades["accent"]), 0, 0)),
        "busy": drawing(SIGN, SIGN, room, placed(plan_of_all, -room, -room, SIGN + 2 * room, SIGN + 2 * room) + placed(logo, 0, 0)),
    }


def _loose(logo: str) -> str:
    return logo.replace("<svg ", '<svg preserveAspectRatio="none" ', 1)


def with_guides(lockup: str, room: float, colour: str) -> str:
    """Return a lock-up with its clear space drawn: a frame around, and a square of one stroke in each corner."""
    x, y, width, height = box(lockup)
    corners = [(x, y), (x + width - room, y), (x, y + height - room), (x + width - room, y + height - room)]
    squares = "".join(f'<rect x="{a:.2f}" y="{b:.2f}" width="{room:.2f}" height="{room:.2f}" fill="{colour}" fill-opacity=".28"/>' for a, b in corners)
    frames = f'<path fill="none" stroke="{colour}" stroke-width=".5" stroke-dasharray="2 1.5" d="{_frame(x, y, width, height)}{_frame(x + room, y + room, width - 2 * room, height - 2 * room)}"/>'
    return lockup.replace("</svg>\n", f"{squares}{frames}</svg>\n")


def _frame(x: float, y: float, width: float, height: float) -> str:
    return f"M{x:.2f} {y:.2f}h{width:.2f}v{height:.2f}h{-width:.2f}z"


def slides(portal: Portal, logo: str, tokens: Tokens) -> dict[str, str]:
    """Return the grounds of slides, light and dark: the partnership's plan on the outer side, the sign in its corner."""
    light, dark = palette(tokens), palette(tokens, "dark")
    shades = colours(tokens)
    by_night = {**shades, "deep": dark["deep"]}
    by_day = {"deep": light["paper"], "primary": light["line"], "paper": light["ink"], "sector": {hue: {"dark": pair["light"]} for hue, pair in shades["sector"].items()}}
    return {"slide-light": _slide(portal, logo, light["paper"], by_day), "slide-dark": _slide(portal, night(logo, tokens), dark["deep"], by_night)}


def _slide(portal: Portal, logo: str, ground: str, shades: Mapping) -> str:
    width, height = SLIDE
    drawn = plan(portal.profiles.partnership.id, partner_tones(portal), 6, PLAN, shades)
    body = f'<rect width="{width}" height="{height}" fill="{ground}"/>' + placed(drawn, width - PLAN[0], 0, *PLAN) + placed(logo, 96, height - 96 - 88, 88, 88)
    return drawing(width, height, 0, body)
