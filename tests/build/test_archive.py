"""The archive of a built site: whole, the same each time, and never half written."""

import hashlib
import zipfile
from pathlib import Path

import pytest

from c2site.build.archive import pack_site
from c2site.build.prepare import Prepared
from c2site.build.progress import Progress
from tests.conftest import ASSETS

SITE = {"index.html": "<h1>door</h1>", "en/index.html": "<h1>home</h1>", "catalogues/x.pdf": "%PDF-", "assets/portal.0a1b2c3d.css": "a {}"}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    shared = {f"assets/{name.rpartition('.')[0]}.0a1b2c3d.{name.rpartition('.')[2]}": "" for name in ASSETS}
    for path, text in {**shared, **SITE}.items():
        (tmp_path / "site" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "site" / path).write_text(text)
    return tmp_path / "site"


def contents(archive: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(archive) as read:
        return {name.removeprefix(f"{archive.stem}/"): read.read(name) for name in read.namelist()}


def test_archive_holds_the_site_its_checksums_and_how_to_host_it(world: Prepared, site: Path, tmp_path: Path):
    packed = pack_site(world, site, tmp_path / "out" / "harbo.zip", Progress(False))
    held = contents(tmp_path / "out" / "harbo.zip")
    assert packed.files == len(held) and packed.size == (tmp_path / "out" / "harbo.zip").stat().st_size
    assert {name: held[name].decode() for name in SITE} == SITE
    assert {"start-here.html", "start-here.ar.html", ".nojekyll"} <= held.keys()
    listed = dict(reversed(line.split("  ")) for line in held.pop("SHA256SUMS").decode().splitlines())
    assert listed == {name: hashlib.sha256(raw).hexdigest() for name, raw in held.items()}


def test_start_pages_lead_to_files_that_are_there_and_say_that_it_is_invented(world: Prepared, site: Path, tmp_path: Path):
    pack_site(world, site, tmp_path / "harbo.zip", Progress(False))
    held = contents(tmp_path / "harbo.zip")
    for reader in world.portal.readers:
        page = held["start-here.html" if reader is world.portal.readers.default else f"start-here.{reader.slug}.html"].decode()
        assert f'<html lang="{reader.tag}" dir="{reader.direction}">' in page
        assert 'class="notice"' in page and 'href="index.html"' in page and "assets/portal.0a1b2c3d.css" in page


def test_same_site_same_bytes_and_links_are_not_followed(world: Prepared, site: Path, tmp_path: Path):
    first = pack_site(world, site, tmp_path / "a" / "harbo.zip", Progress(False))
    (site / "passwords.html").symlink_to("/etc/passwd")
    (site / "index.html").touch()
    assert pack_site(world, site, tmp_path / "b" / "harbo.zip", Progress(False)) == first


def test_archive_that_cannot_be_finished_leaves_the_old_one(world: Prepared, site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    target = tmp_path / "harbo.zip"
    target.write_bytes(b"old")
    monkeypatch.setattr("c2site.build.archive._put", lambda *_: (_ for _ in ()).throw(OSError("disk full")))
    with pytest.raises(OSError):
        pack_site(world, site, target, Progress(False))
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["harbo.zip"] and target.read_bytes() == b"old"
