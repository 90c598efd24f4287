"""The one logo in all its colours."""

import json
import re

import pytest

from c2site.render.brand.icons import ICONS, drawing, manifest
from c2site.render.brand.marks import clear_space, engraved, favicon, night, plain
from c2site.render.tokens import palette
from tests.conftest import REPOSITORY, WORLD

BRANDS = [REPOSITORY / "theme" / "brand", WORLD / "theme" / "brand"]


def parts(folder):
    return (folder / "logo.svg").read_text(encoding="utf-8"), json.loads((folder / "tokens.json").read_text(encoding="utf-8"))


def colours(drawing: str) -> set[str]:
    return set(re.findall(r"#[0-9a-f]{6}", drawing))


@pytest.mark.parametrize("folder", BRANDS)
def test_by_night_every_colour_is_that_of_the_dark_scheme(folder):
    logo, tokens = parts(folder)
    assert colours(night(logo, tokens)) <= set(palette(tokens, "dark").values())
    assert not colours(night(logo, tokens)) & colours(logo)


@pytest.mark.parametrize("folder", BRANDS)
def test_one_colour_is_one_colour(folder):
    logo, _ = parts(folder)
    assert colours(plain(logo, "#123456")) == colours(engraved(logo, "#123456")) == {"#123456"}


@pytest.mark.parametrize("folder", BRANDS)
def test_sign_of_a_tab_follows_the_scheme_of_the_browser(folder):
    logo, tokens = parts(folder)
    by_day, by_night = favicon(logo, tokens).split("@media")
    assert colours(by_day) == colours(logo)
    assert colours(by_night) == colours(night(logo, tokens))


def test_straight_strokes_are_engraved_as_contours():
    logo, _ = parts(BRANDS[0])
    drawn = engraved(logo, "#000000")
    assert drawn.count("Z") == 6 and "stroke-width=\"1.05\"" in drawn
    assert clear_space(logo) == 7.5 / 64


def test_logo_lies_within_its_box():
    logo, _ = parts(BRANDS[0])
    points = [float(one) for one in re.findall(r"-?\d+\.\d+", "".join(re.findall(r' d="([^"]*)"', logo)))]
    half = 7.5 / 2 / 2**0.5
    assert min(points) - half >= 0 and max(points) + half <= 64


def test_icons_keep_the_logo_clear_of_round_corners(portal):
    logo, tokens = parts(BRANDS[1])
    for icon in ICONS.values():
        assert drawing(logo, tokens, icon)["width"] == icon.size
    told = json.loads(manifest(portal.profiles.partnership, tokens, {name: name for name in ICONS}, "../"))
    assert (told["short_name"], told["name"], told["theme_color"]) == ("HARBO", "Harbours of Tomorrow", palette(tokens)["paper"])
    assert {one["sizes"] for one in told["icons"]} == {"192x192", "512x512"}
