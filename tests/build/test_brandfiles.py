"""What partners download: every file is there, whole, harmless, and the same in every build."""

import io
import re
import zipfile
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PIL import Image
from pypdf import PdfReader

from c2site.build import brandfiles
from c2site.build.brandfiles import SLIDE, write_brand
from c2site.build.output import Output
from c2site.build.prepare import Prepared, brand_texts, brand_tokens
from c2site.render.web.brandbook import script_readers

SVG = "{http://www.w3.org/2000/svg}"
ARCHIVE = "brand/harbo-brand.zip"


@pytest.fixture(scope="module")
def files(world: Prepared, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    folder = tmp_path_factory.mktemp("brand")
    write_brand(world, Output(folder))
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_every_script_has_its_lockups(world: Prepared, files: dict[str, bytes]):
    assert set(script_readers(world.portal)) == {"latn", "arab", "hebr", "cyrl", "grek"}
    names = [f"brand/{form}-{script}{tone}.{ending}" for form in ("lockup", "stacked") for script in script_readers(world.portal) for tone in ("", "-dark", "-one", "-white") for ending in ("svg", "png")]
    names += [f"brand/sign{tone}.svg" for tone in ("", "-dark", "-one", "-white", "-engraved")]
    assert set(names) <= files.keys()


def test_drawings_are_outlines_that_lead_nowhere(files: dict[str, bytes]):
    drawings = {name: raw for name, raw in files.items() if name.endswith(".svg")}
    assert len(drawings) > 50
    for name, raw in drawings.items():
        tags = {one.tag.removeprefix(SVG) for one in ElementTree.fromstring(raw).iter()}
        assert not tags & {"script", "style", "text", "image", "foreignObject", "a", "animate"}, name
        assert all(link.startswith("#") for link in re.findall(rb'href="([^"]*)"', raw) for link in [link.decode()]), name


def test_pictures_have_their_sizes_and_no_ground(files: dict[str, bytes]):
    sign, slide = (Image.open(io.BytesIO(files[f"brand/{name}.png"])) for name in ("sign-256", "slide-dark"))
    assert sign.size == (256, 256) and sign.convert("RGBA").getpixel((0, 0))[3] == 0
    assert slide.size == SLIDE


def test_every_reader_has_a_sheet_of_two_pages(world: Prepared, files: dict[str, bytes]):
    for reader in world.portal.readers:
        sheet = PdfReader(io.BytesIO(files[f"brand/sheet-{reader.slug}.pdf"]))
        assert len(sheet.pages) == 2, reader.tag
        assert sheet.metadata.title.startswith("HARBO")


def test_archive_holds_the_files_and_names_no_day(files: dict[str, bytes]):
    with zipfile.ZipFile(io.BytesIO(files[ARCHIVE])) as archive:
        assert {f"brand/{name}": archive.read(name) for name in archive.namelist()} == {name: raw for name, raw in files.items() if "/examples/" not in name and name != ARCHIVE}
        assert {one.date_time[0] for one in archive.infolist()} == {1980}


def test_files_come_out_the_same_and_an_unchanged_brand_costs_nothing(world: Prepared, files: dict[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(brandfiles, "brand_tokens", lambda _: brand_tokens(world.settings.brand))
    monkeypatch.setattr(brandfiles, "brand_texts", lambda _: brand_texts(world.settings.brand))
    (tmp_path / "theme" / "brand").mkdir(parents=True)
    (tmp_path / "theme" / "brand" / "tokens.json").write_bytes(files["brand/tokens.json"])
    elsewhere = replace(world, settings=replace(world.settings, root=tmp_path))
    write_brand(elsewhere, Output(tmp_path / "anew"))
    monkeypatch.setattr(brandfiles, "pages", lambda *_: pytest.fail("drawn again"))
    write_brand(elsewhere, Output(tmp_path / "kept"))
    for folder in ("anew", "kept"):
        assert {path.relative_to(tmp_path / folder).as_posix(): path.read_bytes() for path in (tmp_path / folder).rglob("*") if path.is_file()} == files
