"""The editors' pages: their examples are right, their links lead somewhere, their pictures are small."""

import re
import xml.etree.ElementTree as ET
from pathlib import Path

import click
import pytest

from c2site.cli import main
from c2site.load.files import RecordFile
from c2site.load.partnership import record_of
from c2site.load.style import styled
from c2site.model import KINDS
from tests.conftest import REPOSITORY

GUIDES = sorted((REPOSITORY / "docs/editing").glob("*.md"))
STARTS = [*GUIDES, REPOSITORY / "data/README.md", REPOSITORY / "CONTRIBUTING.md"]
EXAMPLES = [(path.name, block) for path in GUIDES for block in re.findall(r"```yaml\n(.*?)```", path.read_text(encoding="utf-8"), re.DOTALL) if "\nname:" in block]
PICTURES = sorted(path for path in (REPOSITORY / "docs/editing/pictures").iterdir() if path.suffix in (".svg", ".png"))


def named(path: Path) -> str:
    return path.name


@pytest.mark.parametrize(("page", "example"), EXAMPLES)
def test_an_example_is_a_record_in_the_houses_style(page: str, example: str) -> None:
    kind = "offering" if re.search(r"^sme:", example, re.MULTILINE) else "sme"
    assert record_of(RecordFile(KINDS[kind], "x", f"data/{page}.yml", "a"), example.encode())[0]
    assert styled(page, example.encode()).decode() == example


@pytest.mark.parametrize("page", STARTS, ids=named)
def test_a_link_leads_somewhere(page: Path) -> None:
    linked = [one for one in re.findall(r"\]\(([^)#\s]+)", page.read_text(encoding="utf-8")) if "://" not in one]
    assert [one for one in linked if not (page.parent / one).exists()] == []


@pytest.mark.parametrize("page", STARTS, ids=named)
def test_a_command_that_is_shown_exists(page: Path) -> None:
    shown = re.findall(r"(?:^|`)c2site ([a-z]+)((?: --[a-z-]+)*)", page.read_text(encoding="utf-8"), re.MULTILINE)
    for name, options in shown:
        command = main.get_command(click.Context(main), name)
        assert command, name
        assert set(options.split()) <= {one for parameter in command.params for one in parameter.opts}, name


def test_every_guide_is_reached_from_the_index() -> None:
    index = (REPOSITORY / "docs/editing/README.md").read_text(encoding="utf-8")
    assert [path.name for path in GUIDES if path.name != "README.md" and f"({path.name})" not in index] == []


@pytest.mark.parametrize("picture", PICTURES, ids=named)
def test_a_picture_is_small_shown_and_described(picture: Path) -> None:
    assert picture.stat().st_size < 120_000
    assert any(re.search(rf"!\[[^\]]{{20,}}\]\(pictures/{re.escape(picture.name)}\)", path.read_text(encoding="utf-8")) for path in GUIDES)
    if picture.suffix == ".svg":
        assert ET.parse(picture).getroot().find("{http://www.w3.org/2000/svg}title") is not None
