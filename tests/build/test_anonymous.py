"""Nothing in a whole site tells who stands behind an anonymous need."""

import gzip
import shutil
import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest

from c2site.build.prepare import prepared
from c2site.build.progress import Progress
from c2site.build.publish import published
from c2site.build.search import write_search_index
from c2site.build.settings import settings_from
from c2site.build.site import Site
from tests.conftest import REPOSITORY, TODAY, WORLD

NEED, TITLE, OWNER = "need-quiet-pumps", "A pump that nobody hears", "cafe-angstrom"
# How far around the need's id or title its owner must not stand, in characters.
NEAR = 600
SIGNATURE = b"\x1f\x8b"


def text_of(path: Path) -> str:
    raw = path.read_bytes()
    raw = gzip.decompress(raw) if raw.startswith(SIGNATURE) else raw
    return unicodedata.normalize("NFC", raw.decode("utf-8", "ignore")).casefold()


def test_the_owner_stands_nowhere_near_the_need_in_the_built_world(built: Path):
    owner = (WORLD / "data" / "smes" / "gal-bahir" / f"{OWNER}.yml").read_text(encoding="utf-8")
    names = [OWNER, *(line.partition(": ")[2] for line in owner.splitlines() if line.startswith(("name:", "brand:", "website:", "mailbox:")))]
    traces = [unicodedata.normalize("NFC", one).casefold() for one in names]
    assert len(traces) >= 3
    found = 0
    for path in sorted(one for one in built.rglob("*") if one.is_file()):
        text, own_page = text_of(path), NEED in path.parts
        for said in (NEED, TITLE.casefold()):
            at = text.find(said)
            while at >= 0:
                found += 1
                around = text if own_page else text[max(0, at - NEAR) : at + NEAR]
                assert not [one for one in traces if one in around], path
                at = text.find(said, at + 1)
    assert found > 7


def site_with(folder: Path, owner: str, **words: str) -> dict[str, bytes]:
    """The site of the world for matches with another owner, and other words nobody may see, in one of its anonymous needs."""
    shutil.copytree(REPOSITORY / "tests" / "matching_world", folder)
    path = folder / "data" / "needs" / "need-lamp-control.yml"
    written = path.read_text(encoding="utf-8").replace("owner: hiljalyhty", f"owner: {owner}")
    path.write_text(written + "".join(f"{name}: {value}\n" for name, value in words.items()), encoding="utf-8")
    settings = replace(settings_from(folder, {}), today=TODAY, repo_url="https://code.example/lumen", cards=False)
    with published(folder / "site") as out:
        site = Site(prepared(settings), out, Progress(False))
        site.write_pages()
        site.write_maps()
        write_search_index(out, {})
    return {path.relative_to(folder / "site").as_posix(): path.read_bytes() for path in sorted((folder / "site").rglob("*")) if path.is_file()}


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return site_with(tmp_path_factory.mktemp("first") / "world", "hiljalyhty")


@pytest.mark.parametrize("owner", ["vodomer", "us"])
def test_a_site_with_another_owner_is_the_same_byte_for_byte(owner: str, first: dict[str, bytes], tmp_path: Path):
    """Another company or a market: no page, order, search result, address or link to a file differs."""
    other = site_with(tmp_path / "world", owner, notes="Asked by a friend of the house.")
    assert "en/needs/need-lamp-control/index.html" in first and "id/need-lamp-control/index.html" in first
    assert {path for path in first.keys() | other.keys() if first.get(path) != other.get(path)} == set()


def test_a_public_need_does_name_its_owner_and_leads_to_its_file(first: dict[str, bytes]):
    """The proof that the other tests would see something."""
    page = first["en/needs/need-city-model/index.html"].decode()
    assert "North Lamp" in page and "https://code.example/lumen/edit/main/data/needs/need-city-model.yml" in page
    assert "code.example/lumen/edit" not in first["en/needs/need-lamp-control/index.html"].decode()
