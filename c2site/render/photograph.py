"""Photographs and logos of pixels as pages show them: decoded once, set again as WebP, or as JPEG for paper, without anything but the pixels."""

from base64 import b64encode
from io import BytesIO

from PIL import Image, ImageOps

WIDEST = 960
QUALITY = 82
# The broadest picture of a book, 115 mm, at 300 dots an inch.
PRINTED, FINE = 1360, 88


def webp(raw: bytes) -> bytes:
    """Return a picture (PNG, JPEG, WebP) as WebP, at most WIDEST pixels wide and high, turned as its camera was held.

    Raise ValueError where it cannot be decoded to its end. The same bytes give the same bytes.
    """
    plain = _decoded(raw)
    plain.thumbnail((WIDEST, WIDEST))
    out = BytesIO()
    plain.save(out, "WEBP", quality=QUALITY, method=4, exif=b"", xmp=b"", icc_profile=b"")
    return out.getvalue()


def svg_for_paper(raw: bytes) -> str:
    """Return a picture on white, fine enough for paper, as an SVG that holds it as JPEG. Raise as `webp` does."""
    drawn = _decoded(raw).convert("RGBA")
    plain = Image.alpha_composite(Image.new("RGBA", drawn.size, "white"), drawn).convert("RGB")
    plain.thumbnail((PRINTED, PRINTED))
    out = BytesIO()
    plain.save(out, "JPEG", quality=FINE, optimize=True)
    size, held = f'width="{plain.width}" height="{plain.height}"', b64encode(out.getvalue()).decode()
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}><image {size} href="data:image/jpeg;base64,{held}"/></svg>'


def _decoded(raw: bytes) -> Image.Image:
    try:
        image = Image.open(BytesIO(raw), formats=("PNG", "JPEG", "WEBP"))
        return ImageOps.exif_transpose(image).convert("RGBA" if image.has_transparency_data else "RGB")
    except (OSError, SyntaxError, EOFError) as error:
        raise ValueError(str(error)) from error


def size(raw: bytes) -> tuple[int, int]:
    """Return a WebP's width and height."""
    return Image.open(BytesIO(raw), formats=("WEBP",)).size
