"""Colours of the screen as the four inks of the press."""

import io
from collections.abc import Mapping
from functools import cached_property
from typing import TypeAlias

from PIL import Image, ImageCms

RGB: TypeAlias = tuple[float, float, float]
# Shares of cyan, magenta, yellow and black, 0 to 1.
Inks: TypeAlias = tuple[float, float, float, float]

# The European emblem in four-colour print, as its graphics guide gives it.
EMBLEM = {"#003399": (100, 80, 0, 0), "#ffcc00": (0, 0, 100, 0)}
LUMA = (0.2126, 0.7152, 0.0722)
FLAGS = ImageCms.Flags.BLACKPOINTCOMPENSATION


class InkTable:
    """Which inks make a colour: what the brand says where it says so, else what the press's profile says.

    `known` gives percentages by hex colour; `darkest` is the colour that text in full black has on the screen.
    """

    def __init__(self, known: Mapping[str, tuple[int, ...]], darkest: str, profile: bytes) -> None:
        self.known = {**EMBLEM, **known, darkest: (0, 0, 0, 100)}
        self.depth = 1 - _luma(_shares(darkest))
        self.profile = profile
        self.found: dict[str, Inks] = {}

    def of_drawing(self, colour: RGB) -> Inks:
        """Return the inks of a surface or a line."""
        name = _hex(colour)
        if name not in self.found:
            self.found[name] = self._mixed(name)
        return self.found[name]

    def of_text(self, colour: RGB) -> Inks:
        """Return the ink of letters, black alone: as light beside full black as the colour is beside the darkest."""
        return 0.0, 0.0, 0.0, round(min(1.0, (1 - _luma(colour)) / self.depth), 2)

    def picture(self, image: Image.Image) -> Image.Image:
        """Return a picture in the four inks."""
        return ImageCms.applyTransform(image.convert("RGB"), self._transform)

    def _mixed(self, name: str) -> Inks:
        given = self.known.get(name)
        shares = [one / 100 for one in given] if given else [one / 255 for one in self.picture(Image.new("RGB", (1, 1), name)).getpixel((0, 0))]
        return tuple(round(one, 3) for one in shares)

    @cached_property
    def _transform(self) -> ImageCms.ImageCmsTransform:
        press = ImageCms.ImageCmsProfile(io.BytesIO(self.profile))
        return ImageCms.buildTransform(ImageCms.createProfile("sRGB"), press, "RGB", "CMYK", ImageCms.Intent.RELATIVE_COLORIMETRIC, FLAGS)


def _hex(colour: RGB) -> str:
    return "#" + "".join(f"{round(one * 255):02x}" for one in colour)


def _shares(name: str) -> RGB:
    red, green, blue = (int(name[start : start + 2], 16) / 255 for start in (1, 3, 5))
    return red, green, blue


def _luma(colour: RGB) -> float:
    return sum(weight * one for weight, one in zip(LUMA, colour, strict=True))
