"""Pictures on the site: the declared ones only, written anew, named for their content."""

import shutil
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from c2site.build.output import Output
from c2site.build.pictures import write_pictures
from c2site.build.prepare import Prepared, brand_texts, prepared
from c2site.build.settings import settings_from
from c2site.errors import DataError
from c2site.render.web import Studio, composed, record_pages
from tests.conftest import TODAY, WORLD

LOGO = WORLD / "data" / "media" / "onda-mansa.svg"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return Path(shutil.copytree(WORLD, tmp_path / "root", ignore=shutil.ignore_patterns(".cache", "*.py")))


def made(root: Path) -> Prepared:
    return prepared(replace(settings_from(root, {}), today=TODAY))


def jpeg(pixels: int = 64) -> bytes:
    out = BytesIO()
    Image.effect_noise((pixels, pixels), 90).save(out, "JPEG")
    return out.getvalue()


def written(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_only_declared_pictures_are_written_and_none_as_it_was(root: Path, tmp_path: Path):
    (root / "data" / "media" / "onda-mansa.svg").write_bytes(jpeg())
    (root / "data" / "media" / "undeclared.svg").write_bytes(LOGO.read_bytes())
    shown, problems = write_pictures(made(root), Output(tmp_path / "site"))
    assert problems == []
    assert shown.keys() == {"mare-clara.svg", "onda-mansa.svg"}
    files = written(tmp_path / "site")
    assert files.keys() == {one.path for one in shown.values()}
    assert {path.rsplit(".")[-1] for path in files} == {"svg", "webp"}
    assert not {path.read_bytes() for path in (root / "data" / "media").iterdir()} & set(files.values())
    assert (shown["onda-mansa.svg"].width, shown["mare-clara.svg"].height) == (64, 60)


def test_kept_pictures_are_those_made_anew(root: Path, tmp_path: Path):
    (root / "data" / "media" / "onda-mansa.svg").write_bytes(jpeg())
    world, found = made(root), []
    for name in ("first", "kept", "anew"):
        if name == "anew":
            shutil.rmtree(world.settings.cache)
        write_pictures(world, Output(tmp_path / name))
        found.append(written(tmp_path / name))
    assert found[0] == found[1] == found[2]


def test_a_picture_that_breaks_off_is_told_and_left_out(root: Path, tmp_path: Path):
    (root / "data" / "media" / "onda-mansa.svg").write_bytes(jpeg(400)[:9_000])
    shown, problems = write_pictures(made(root), Output(tmp_path / "site"))
    assert shown.keys() == {"mare-clara.svg"}
    assert [(one.code, one.path) for one in problems] == [("picture-broken", "data/media/onda-mansa.svg")]


def test_a_company_whose_logo_cannot_be_shown_is_left_out(root: Path):
    (root / "data" / "media" / "onda-mansa.svg").write_bytes(b"GIF89a")
    world = made(root)
    assert world.left_out["smes", "onda-mansa"].code == "unfit-picture"
    assert "onda-mansa" not in world.portal.profiles.smes


def test_a_logo_is_shown_as_a_picture_beside_the_name(root: Path, tmp_path: Path):
    world = made(root)
    shown, _ = write_pictures(world, Output(tmp_path / "site"))
    assets = dict.fromkeys(("portal.css", "portal.js", "search.js", "find.js", "favicon.svg"), "x")
    studio = Studio(world.portal, world.settings.theme / "templates", brand_texts(world.settings.brand), assets, pictures=shown)
    pages = {page.path: page for page in record_pages(world.portal, world.portal.readers.default)}
    for path, name in (("en/companies/onda-mansa/", "onda-mansa.svg"), ("en/clusters/mare-clara/", "mare-clara.svg")):
        body = composed(studio, pages[path]).body
        assert f'src="../../../{shown[name].path}"' in body
        assert body.count("<img") == 1
    assert "<img" not in composed(studio, pages["en/companies/oneil/"]).body


@pytest.mark.parametrize("inside", ["<script>alert(1)</script>", "<style>@import 'https://evil.example'</style>", '<a href="https://evil.example"><path/></a>'])
def test_a_brand_that_acts_is_refused(root: Path, inside: str):
    logo = root / "theme" / "brand" / "logo.svg"
    logo.write_text(logo.read_text(encoding="utf-8").replace("</svg>", f"{inside}</svg>"), encoding="utf-8")
    with pytest.raises(DataError) as raised:
        brand_texts(root / "theme" / "brand")
    assert [(one.code, one.path) for one in raised.value.problems] == [("drawing-acts", "theme/brand/logo.svg")]
