"""How large logos must be shown to look equally large: a long thin one and a heavy round one carry the same ink."""

import io
from typing import NamedTuple

from PIL import Image, ImageChops

# A logo that covers this much of its box is shown at the side's own area; heavier ones are shown smaller, lighter ones larger.
USUAL_INK, DAMPING = 0.4, 0.3
WIDEST, HIGHEST = 2.6, 1.15
# What is less dark than this is paper.
FAINT = 24
SAMPLE = 160


class Ink(NamedTuple):
    """The part of a picture that is drawn on: its share of width and of height, and how much of that box is inked."""

    width: float = 1.0
    height: float = 1.0
    share: float = USUAL_INK


def ink(picture: bytes) -> Ink:
    """Return where a picture's ink lies on white paper."""
    image = Image.open(io.BytesIO(picture)).convert("RGBA")
    image.thumbnail((SAMPLE, SAMPLE))
    paper = Image.alpha_composite(Image.new("RGBA", image.size, "white"), image).convert("RGB")
    inked = ImageChops.invert(paper.convert("L")).point(lambda value: 255 if value > FAINT else 0)
    box = inked.getbbox()
    if box is None:
        return Ink()
    wide, high = box[2] - box[0], box[3] - box[1]
    return Ink(wide / paper.width, high / paper.height, inked.histogram()[255] / (wide * high))


def shown_size(width: float, height: float, found: Ink, side: float) -> tuple[int, int]:
    """Return width and height in pixels at which a picture looks as large as a square of `side`."""
    wide, high = width * found.width, height * found.height
    area = side * side * (USUAL_INK / max(found.share, 0.05)) ** DAMPING
    scale = min((area / (wide * high)) ** 0.5, WIDEST * side / wide, HIGHEST * side / high)
    return max(1, round(width * scale)), max(1, round(height * scale))
