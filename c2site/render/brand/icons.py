"""The logo as other programs show it: in a tab, on a home screen, in a list of installed portals."""

import io
import json
from collections.abc import Mapping
from typing import NamedTuple

from PIL import Image

from c2site.model import Partnership
from c2site.render.brand.marks import clear_space
from c2site.render.tokens import Tokens, palette


class Icon(NamedTuple):
    """A square picture of the logo: `margin` is its free space on each side in widths of a stroke, `ground` says whether paper lies under it."""

    size: int
    margin: float
    ground: bool


# A home screen cuts its pictures round: the logo stays within the middle.
ICONS: Mapping[str, Icon] = {
    "icon-32.png": Icon(32, 0, False),
    "apple-touch-icon.png": Icon(180, 1.6, True),
    "icon-192.png": Icon(192, 1.6, True),
    "icon-512.png": Icon(512, 1.6, True),
}


def drawing(logo: str, tokens: Tokens, icon: Icon) -> dict[str, object]:
    """Return an icon as pictures.typ draws it."""
    inset = icon.size * _share(logo, icon.margin)
    ground = f'<rect width="{icon.size}" height="{icon.size}" fill="{palette(tokens)["paper"]}"/>' if icon.ground else ""
    inner = logo.replace("<svg ", f'<svg x="{inset:.2f}" y="{inset:.2f}" width="{icon.size - 2 * inset:.2f}" height="{icon.size - 2 * inset:.2f}" ', 1)
    whole = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {icon.size} {icon.size}">{ground}{inner}</svg>'
    return {"svg": whole, "width": icon.size, "height": icon.size}


def _share(logo: str, strokes: float) -> float:
    """Return how much of an icon's side so many strokes of free space take, the logo filling the rest."""
    free = strokes * clear_space(logo)
    return free / (1 + 2 * free)


def ico(png: bytes) -> bytes:
    """Return a picture in the format that browsers ask a server for unasked."""
    out = io.BytesIO()
    Image.open(io.BytesIO(png)).save(out, "ICO", sizes=[(16, 16), (32, 32)])
    return out.getvalue()


def manifest(partnership: Partnership, tokens: Tokens, icons: Mapping[str, str], start: str) -> str:
    """Return what a browser needs to install the portal; `icons` maps names to paths, all relative to the manifest."""
    shades = palette(tokens)
    told = {
        "name": partnership.name.get(partnership.source_language) or next(iter(partnership.name.values())),
        "short_name": partnership.acronym,
        "start_url": start,
        "scope": start,
        "display": "browser",
        "theme_color": shades["paper"],
        "background_color": shades["paper"],
        "icons": [{"src": icons[name], "type": "image/png", "sizes": f"{one.size}x{one.size}"} for name, one in ICONS.items() if one.size in (192, 512)],
    }
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"
