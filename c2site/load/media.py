"""Pictures that records declare: files of data/media/, judged by their content before anybody shows them."""

import warnings
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from PIL import Image, UnidentifiedImageError

from c2site.errors import DataError, Figure, problem
from c2site.load.drawings import drawing
from c2site.load.files import content_of

MEDIA = "data/media"
MOST_BYTES = 200_000
MOST_PIXELS = 16_000_000
# Cameras write several pictures into one JPEG (MPO); the first is the photograph.
FORMATS = {"PNG": "PNG", "JPEG": "JPEG", "MPO": "JPEG", "WEBP": "WebP"}


class Picture(NamedTuple):
    """A declared file: a drawing already written anew (`SVG`), or the untouched bytes of a photograph of another format."""

    format: str
    content: bytes
    width: float
    height: float
    left_out: frozenset[str] = frozenset()


def picture(root: Path, name: str) -> Picture:
    """Return the picture `name` of data/media/; raise DataError where it is too large, moving, or none."""
    path = f"{MEDIA}/{name}"
    raw = content_of(root, path)
    if len(raw) > MOST_BYTES:
        raise DataError([problem("picture-bytes", path, found=Figure(len(raw)), allowed=Figure(MOST_BYTES))])
    if raw.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        drawn = drawing(path, raw)
        return Picture("SVG", drawn.text.encode(), drawn.width, drawn.height, drawn.left_out)
    return _photograph(path, raw)


def _photograph(path: str, raw: bytes) -> Picture:
    """Return a picture of pixels as its header describes it; nothing is decoded."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            image = Image.open(BytesIO(raw), formats=("PNG", "JPEG", "WEBP"))
    except (Image.DecompressionBombWarning, Image.DecompressionBombError):
        raise DataError([problem("picture-pixels", path, allowed=Figure(MOST_PIXELS))]) from None
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError):
        raise DataError([problem("picture-format", path, allowed=("SVG", "PNG", "JPEG", "WebP"))]) from None
    if image.width * image.height > MOST_PIXELS:
        raise DataError([problem("picture-pixels", path, allowed=Figure(MOST_PIXELS))])
    if getattr(image, "is_animated", False) and image.format != "MPO":
        raise DataError([problem("picture-moves", path)])
    return Picture(FORMATS[image.format or ""], raw, image.width, image.height)
