"""The brand's tokens: what an editor of them is told, and colours that cannot be read."""

import json
import re
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from c2site.build.editing import checked
from c2site.build.prepare import brand_tokens, prepared, token_problems
from c2site.build.settings import settings_from
from c2site.check.contrast import contrast
from c2site.errors import DataError
from c2site.render import tokens
from tests.conftest import REPOSITORY, TODAY, WORLD

OURS = REPOSITORY / "theme" / "brand"


def brand(folder: Path, change: Callable[[dict], Any]) -> Path:
    """Return a brand's folder with our tokens, changed."""
    values = json.loads((OURS / "tokens.json").read_text(encoding="utf-8"))
    change(values)
    (folder / "tokens.json").write_text(json.dumps(values, indent=1), encoding="utf-8")
    return folder


def told(folder: Path) -> list[tuple[str, str]]:
    return [(one.code, one.field) for one in token_problems(folder)]


@pytest.mark.parametrize("folder", [OURS, WORLD / "theme" / "brand"])
def test_brands_of_this_repository_are_right(folder: Path):
    assert token_problems(folder) == []


def test_contrast_is_that_of_wcag():
    assert contrast("#000000", "#ffffff") == contrast("#ffffff", "#000000") == 21
    assert round(contrast("#777777", "#ffffff"), 2) == 4.48


def test_pair_that_cannot_be_read_is_told_with_ratio_and_place(tmp_path: Path):
    def pale(values: dict) -> None:
        values["color"]["ink-soft"]["$value"] = {"colorSpace": "srgb", "components": [0.6, 0.6, 0.6], "hex": "#999999"}

    found = token_problems(brand(tmp_path, pale))
    assert {(one.code, one.field) for one in found} == {("contrast-low", "color.ink-soft")}
    first = found[0]
    assert first.message == "in the light scheme the contrast to `color.paper` is 2.84; `text` needs 4.5"
    assert "#999999 on #ffffff" in first.hint
    assert '"{color.paper}"' in (tmp_path / "tokens.json").read_text(encoding="utf-8").splitlines()[first.line - 1]


def test_dark_scheme_is_looked_at_too(tmp_path: Path):
    folder = brand(tmp_path, lambda values: values["color"]["sector"]["ict"]["$extensions"]["c2site"].update(dark="#20285c"))
    found = token_problems(folder)
    assert found and all("in the dark scheme" in one.message and "`line` needs 3" in one.message for one in found)


@pytest.mark.parametrize(
    ("change", "code", "field"),
    [
        (lambda values: values["color"]["ink"]["$value"].update(hex="#12345"), "token-value", "color.ink.$value"),
        (lambda values: values["color"]["ink"]["$value"].update(hex="#ffffff"), "token-value", "color.ink.$value"),
        (lambda values: values["color"]["ink"]["$value"].update(components=[0.1, 2, 0]), "token-value", "color.ink.$value"),
        (lambda values: values["color"]["ink"]["$extensions"]["c2site"].update(dark="white"), "token-value", "color.ink.$extensions.c2site.dark"),
        (lambda values: values["color"]["ink"]["$extensions"]["c2site"].update(cmyk=[1, 2, 3]), "token-value", "color.ink.$extensions.c2site.cmyk"),
        (lambda values: values["space"]["3"].update({"$value": {"value": 1, "unit": "em"}}), "token-value", "space.3.$value"),
        (lambda values: values["space"]["3"].update({"$value": "1rem"}), "token-value", "space.3.$value"),
        (lambda values: values["motion"]["easing"].update({"$value": [0.2, 0]}), "token-value", "motion.easing.$value"),
        (lambda values: values["font"]["weight"]["bold"].update({"$value": "heavy"}), "token-value", "font.weight.bold.$value"),
        (lambda values: values["color"].update({"$type": "colour"}), "token-type", "color.accent"),
        (lambda values: values["color"]["ink"].update({"$value": "{color.inc}"}), "token-reference", "color.ink.$value"),
        (lambda values: values["color"]["ink"].update({"$value": "{color.ink}"}), "token-circle", "color.ink.$value"),
        (lambda values: values["color"]["ink"]["$extensions"]["c2site"]["against"].update(text=["color.paper"]), "token-reference", "color.ink.$extensions.c2site.against.text.0"),
        (lambda values: values["color"]["ink"]["$extensions"]["c2site"]["against"].update(txt=[]), "wrong-choice", "color.ink"),
        (lambda values: values["color"].pop("focus"), "token-missing", "color.focus"),
        (lambda values: values["color"].update(extra="#fff"), "token-shape", "color.extra"),
        (lambda values: values["color"].update({"$typ": "color"}), "unknown-field", "color.$typ"),
    ],
)  # fmt: skip
def test_each_mistake_is_told_where_it_stands(tmp_path: Path, change: Callable[[dict], Any], code: str, field: str):
    assert (code, field) in told(brand(tmp_path, change))


def test_comma_too_many_is_told_with_its_line(tmp_path: Path):
    (tmp_path / "tokens.json").write_text('{\n "color": {\n  "ink": 1,\n }\n}', encoding="utf-8")
    assert [(one.code, one.line) for one in token_problems(tmp_path)] in ([("tokens-json", 4)], [("tokens-json", 3)])


def test_token_that_refers_to_another_has_its_values(tmp_path: Path):
    folder = brand(tmp_path, lambda values: values["color"].update(link={"$value": "{color.primary}", "$description": "links"}))
    assert token_problems(folder) == []
    found = brand_tokens(folder)
    assert tokens.palette(found)["link"] == tokens.palette(found)["primary"]
    assert tokens.palette(found, "dark")["link"] == tokens.palette(found, "dark")["primary"]
    assert found["color"]["link"]["$description"] == "links"


def test_build_and_check_refuse_colours_that_cannot_be_read(tmp_path: Path):
    root = Path(shutil.copytree(WORLD, tmp_path / "root", ignore=shutil.ignore_patterns(".cache", "*.py")))
    path = root / "theme" / "brand" / "tokens.json"
    path.write_text(path.read_text(encoding="utf-8").replace('"against": {', '"against": { "large": ["{color.ink}"],', 1), encoding="utf-8")
    settings = replace(settings_from(root, {}), today=TODAY)
    with pytest.raises(DataError) as raised:
        prepared(settings)
    assert {(one.code, one.path) for one in raised.value.problems} == {("contrast-low", "theme/brand/tokens.json")}
    assert "contrast-low" in {one.code for one in checked(settings)}


def test_styles_ask_for_tokens_that_are_there():
    sheet = "\n".join(path.read_text(encoding="utf-8") for path in (REPOSITORY / "theme" / "assets" / "styles").glob("*.css"))
    given = set(re.findall(r"(--[\w-]+):", tokens.stylesheet(brand_tokens(OURS)) + sheet + tokens.sector_rules(brand_tokens(OURS))))
    assert set(re.findall(r"var\((--[\w-]+)", sheet)) - given == set()


def test_styles_hold_no_colour_of_their_own():
    # Paper in print is white and its ink black, whatever the brand.
    sheets = [path for path in (REPOSITORY / "theme" / "assets" / "styles").glob("*.css") if path.name != "90-paper.css"]
    assert [(path.name, found) for path in sheets if (found := re.findall(r"#[0-9a-fA-F]{3,8}\b(?![^{]*\{)|\brgba?\(|\bhsla?\(", path.read_text(encoding="utf-8")))] == []
