"""Pictures are judged by their content before anything is decoded."""

import struct
import zlib
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from c2site.errors import DataError
from c2site.load.media import MOST_BYTES, picture


def saved(format: str, size: tuple[int, int] = (30, 20), **options: object) -> bytes:
    out = BytesIO()
    Image.new("RGB", size, "#a04020").save(out, format, **options)
    return out.getvalue()


def huge_png(width: int, height: int) -> bytes:
    """Return a PNG of a few bytes whose header promises many pixels."""
    chunks = ((b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)), (b"IDAT", zlib.compress(b"")), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body)) for name, body in chunks)


def put(root: Path, raw: bytes, name: str = "logo.png") -> Path:
    (root / "data" / "media").mkdir(parents=True, exist_ok=True)
    (root / "data" / "media" / name).write_bytes(raw)
    return root


@pytest.mark.parametrize("format", ["PNG", "JPEG", "WebP"])
def test_the_content_says_what_a_picture_is_not_its_name(tmp_path: Path, format: str):
    found = picture(put(tmp_path, saved(format), "logo.svg"), "logo.svg")
    assert (found.format, found.width, found.height) == (format, 30, 20)


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (b"", "picture-format"),
        (b"%PDF-1.4", "picture-format"),
        (b"#!/bin/sh", "picture-format"),
        (saved("GIF"), "picture-format"),
        (saved("TIFF"), "picture-format"),
        (saved("BMP"), "picture-format"),
        (saved("ICO"), "picture-format"),
        (b"%!PS-Adobe-3.0 EPSF-3.0\n", "picture-format"),
        (saved("PNG")[:20], "picture-format"),
        (saved("JPEG") + bytes(MOST_BYTES), "picture-bytes"),
        (huge_png(4_001, 4_000), "picture-pixels"),
        (huge_png(12_000, 12_000), "picture-pixels"),
        (huge_png(2**31 - 1, 2**31 - 1), "picture-pixels"),
        (saved("PNG", save_all=True, append_images=[Image.new("RGB", (30, 20), "#fff")]), "picture-moves"),
        (saved("WebP", save_all=True, append_images=[Image.new("RGB", (30, 20), "#fff")]), "picture-moves"),
    ],
)
def test_what_cannot_be_shown_is_refused_and_says_why(tmp_path: Path, raw: bytes, code: str):
    with pytest.raises(DataError) as raised:
        picture(put(tmp_path, raw), "logo.png")
    assert [(one.code, one.path) for one in raised.value.problems] == [(code, "data/media/logo.png")]


def test_sixteen_million_pixels_are_allowed(tmp_path: Path):
    assert picture(put(tmp_path, huge_png(4_000, 4_000)), "logo.png").width == 4_000
