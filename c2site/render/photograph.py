"""Photographs and logos of pixels as a page shows them: decoded once, set again as WebP without anything but the pixels."""

from io import BytesIO

from PIL import Image, ImageOps

WIDEST = 960
QUALITY = 82


def webp(raw: bytes) -> bytes:
    """Return a picture (PNG, JPEG, WebP) as WebP, at most WIDEST pixels wide and high, turned as its camera was held.

    Raise ValueError where it cannot be decoded to its end. The same bytes give the same bytes.
    """
    try:
        image = Image.open(BytesIO(raw), formats=("PNG", "JPEG", "WEBP"))
        plain = ImageOps.exif_transpose(image).convert("RGBA" if image.has_transparency_data else "RGB")
    except (OSError, SyntaxError, EOFError) as error:
        raise ValueError(str(error)) from error
    plain.thumbnail((WIDEST, WIDEST))
    out = BytesIO()
    plain.save(out, "WEBP", quality=QUALITY, method=4, exif=b"", xmp=b"", icc_profile=b"")
    return out.getvalue()


def size(raw: bytes) -> tuple[int, int]:
    """Return a WebP's width and height."""
    return Image.open(BytesIO(raw), formats=("WEBP",)).size
