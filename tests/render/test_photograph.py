"""Photographs are set again: nothing but their pixels comes through."""

from io import BytesIO

import pytest
from PIL import Image, PngImagePlugin

from c2site.render.photograph import WIDEST, size, webp

SECRET = b"51.5007 N, 0.1246 W"


def photograph(mode: str = "RGB", size: tuple[int, int] = (60, 40), orientation: int = 1, format: str = "JPEG") -> bytes:
    exif = Image.Exif()
    exif[0x0112], exif[0x010E] = orientation, SECRET.decode()
    text = PngImagePlugin.PngInfo()
    text.add_text("Comment", SECRET.decode())
    out = BytesIO()
    options = {"pnginfo": text} if format == "PNG" else {"comment": SECRET}
    Image.new(mode, size, 120).save(out, format, exif=exif, icc_profile=SECRET, **options)
    return out.getvalue()


@pytest.mark.parametrize(("mode", "format"), [("RGB", "JPEG"), ("CMYK", "JPEG"), ("L", "JPEG"), ("RGBA", "PNG"), ("P", "PNG"), ("I;16", "PNG")])
def test_only_pixels_come_through(mode: str, format: str):
    raw = photograph(mode, format=format)
    assert SECRET in raw
    found = webp(raw)
    image = Image.open(BytesIO(found))
    assert (image.format, image.size) == ("WEBP", (60, 40))
    assert not {"exif", "icc_profile", "comment", "xmp"} & set(image.info)
    assert SECRET not in found


def test_the_same_picture_gives_the_same_bytes():
    assert webp(photograph()) == webp(photograph())


def test_a_picture_stands_upright_and_is_no_larger_than_needed():
    assert size(webp(photograph(orientation=6))) == (40, 60)
    assert size(webp(photograph(size=(4_000, 2_000)))) == (WIDEST, WIDEST // 2)


@pytest.mark.parametrize("raw", [photograph()[:400], photograph(format="PNG")[:-40], b"x", photograph(format="PNG")[:60] + b"\0" * 300])
def test_what_breaks_off_is_told(raw: bytes):
    with pytest.raises(ValueError):
        webp(raw)
