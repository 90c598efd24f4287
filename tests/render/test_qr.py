"""Codes on screens, read back."""

import io
import re

import pytest
import typst
from PIL import Image

from c2site.render.qr import on_screen

PAGE = b'#set page(width: 40mm, height: 40mm, margin: 0mm)\n#image(bytes(sys.inputs.svg), format: "svg", width: 40mm)'


@pytest.mark.parametrize("address", ["https://quay.example/id/gauge/", "https://a-rather-long-name-of-a-partnership.example/id/" + "long-" * 15 + "id/"])
def test_a_code_leads_to_its_address(address: str):
    decoder = pytest.importorskip("zxingcpp")
    svg = on_screen(address, "x").replace("<svg", '<svg xmlns="http://www.w3.org/2000/svg"')
    png = typst.compile(PAGE, format="png", ppi=200, sys_inputs={"svg": svg}, ignore_system_fonts=True)
    assert decoder.read_barcode(Image.open(io.BytesIO(png)).convert("L")).text == address


def test_a_code_is_small_and_acts_on_nothing():
    svg = on_screen("https://quay.example/id/gauge/", "x")
    assert len(svg) < 2500
    assert set(re.findall(r"<(\w+)", svg)) == {"svg", "path"}
