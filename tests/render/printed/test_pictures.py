"""Plans, sector signs and QR codes."""

import io
import json
from pathlib import Path

import pytest
import typst
from PIL import Image

from c2site.catalogue import Portal
from c2site.render.printed.pictures import blend, colours, marks, plan, qr, scale

TOKENS = json.loads(
    (Path(__file__).resolve().parents[3] / "theme" / "brand" / "tokens.json").read_text(encoding="utf-8")
)
PALETTE = colours(TOKENS)
ON_PAPER = (
    b'#set page(width: 23mm, height: 23mm, margin: 2mm)\n#image(bytes(sys.inputs.svg), format: "svg", width: 19mm)'
)


def printed_picture(svg: str) -> Image.Image:
    png = typst.compile(ON_PAPER, format="png", ppi=300, sys_inputs={"svg": svg}, ignore_system_fonts=True)
    return Image.open(io.BytesIO(png)).convert("L")


def test_every_qr_code_leads_to_its_entry(portal: Portal):
    decoder = pytest.importorskip("zxingcpp")
    for offering in list(portal.profiles.offerings)[:6]:
        address = portal.address(portal.readers.default, "offerings", offering)
        assert decoder.read_barcode(printed_picture(qr(address, PALETTE["ink"]))).text == address


def test_longest_address_can_still_be_read_at_its_size():
    decoder = pytest.importorskip("zxingcpp")
    address = "https://a-rather-long-name-of-a-partnership.example/sr-latn/offerings/" + "long-" * 15 + "id/"
    assert decoder.read_barcode(printed_picture(qr(address, "#000000"))).text == address


def test_same_id_draws_the_same_plan_and_another_one_another():
    drawn = plan("us-2026", ("ict",), 3, (210, 178), PALETTE)
    assert drawn == plan("us-2026", ("ict",), 3, (210, 178), PALETTE)
    assert drawn != plan("mx-2026", ("ict",), 3, (210, 178), PALETTE)


def test_plan_takes_the_colours_of_its_sectors():
    drawn = plan("us-2026", ("ict", "mobility"), 3, (210, 178), PALETTE)
    assert PALETTE["sector"]["ict"]["dark"] in drawn
    assert PALETTE["sector"]["mobility"]["dark"] in drawn
    assert PALETTE["sector"]["environment"]["dark"] not in drawn


def test_sector_signs_differ_without_colour():
    signs = marks(PALETTE)
    bare = {sign.replace(PALETTE["sector"][tone]["light"], "") for tone, sign in signs.items()}
    assert len(bare) == len(signs) == 4


def test_hues_the_plan_does_not_know_get_a_hatch_of_their_own():
    palette = {"sector": {name: {"light": "#123456", "dark": "#abcdef"} for name in ("energy", "shipping", "water")}}
    assert len(set(marks(palette).values())) == 3


def test_colours_blend_evenly():
    assert blend("#000000", "#ffffff", 0.5) == "#808080"


def test_type_scale_rises():
    steps = scale(TOKENS)
    assert steps == sorted(steps)
    assert len(steps) == 10
