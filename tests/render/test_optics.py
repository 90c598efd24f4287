"""Logos of any shape look equally large."""

import io

import pytest
from PIL import Image, ImageDraw

from c2site.render.optics import HIGHEST, WIDEST, ink, shown_size


def logo(size: tuple[int, int], *boxes: tuple[int, int, int, int], ground: str = "#00000000") -> bytes:
    image = Image.new("RGBA", size, ground)
    for box in boxes:
        ImageDraw.Draw(image).rectangle(box, "black")
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


def shown_ink(size: tuple[int, int], picture: bytes, side: float = 100) -> tuple[float, float]:
    width, height = shown_size(*size, ink(picture), side)
    return width * ink(picture).width, height * ink(picture).height


def test_the_empty_space_around_a_logo_does_not_count():
    tight, loose = logo((100, 100), (0, 0, 99, 99)), logo((200, 200), (50, 50, 149, 149))
    assert shown_ink((100, 100), tight) == pytest.approx(shown_ink((200, 200), loose), abs=3)


def test_a_long_logo_covers_the_area_of_a_square_one():
    long, square = shown_ink((300, 100), logo((300, 100), (0, 0, 299, 99))), shown_ink((100, 100), logo((100, 100), (0, 0, 99, 99)))
    assert long[0] * long[1] == pytest.approx(square[0] * square[1], rel=0.05)


def test_a_light_logo_is_shown_larger_than_a_heavy_one():
    lines = logo((100, 100), *((0, y, 99, y + 2) for y in range(0, 97, 24)))
    assert shown_size(100, 100, ink(lines), 80)[0] > shown_size(100, 100, ink(logo((100, 100), (0, 0, 99, 99))), 80)[0]


@pytest.mark.parametrize("size", [(1000, 10), (10, 1000)])
def test_no_logo_leaves_its_place(size: tuple[int, int]):
    width, height = shown_size(*size, ink(logo(size, (0, 0, size[0] - 1, size[1] - 1))), 50)
    assert width <= WIDEST * 50 + 1 and height <= HIGHEST * 50 + 1


def test_a_picture_of_nothing_is_shown_as_any_other():
    assert shown_size(100, 100, ink(logo((100, 100))), 50) == (50, 50)
