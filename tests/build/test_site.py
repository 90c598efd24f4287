"""Whole sites: what lies in them, and that another way of building them gives the same bytes."""

import csv
import io
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from c2site.build.prepare import Prepared
from tests.build.conftest import run_build
from tests.conftest import EPOCH, REPOSITORY, WORLD


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def mkdocs(out: Path, host: str = "mkdocs", config: Path = WORLD / "mkdocs.yml", **environment: str) -> None:
    command = [sys.executable, "-m", host, "build", "--quiet", "--config-file", str(config), "--site-dir", str(out)]
    done = subprocess.run(command, cwd=REPOSITORY, env={**os.environ, **environment}, capture_output=True, text=True, check=False, timeout=300)
    assert done.returncode == 0, done.stderr


def test_site_holds_every_language_door_404_and_maps(built: Path, world: Prepared):
    for reader in world.portal.readers:
        assert (built / reader.slug / "index.html").exists()
        assert (built / reader.slug / "about" / "index.html").exists()
    for name in ("index.html", "404.html", "sitemap.xml", "robots.txt", "_headers"):
        assert (built / name).exists()


def test_only_what_a_page_needs_is_copied(built: Path):
    endings = {path.rsplit(".", 1)[-1] for path in files(built) if not path.startswith("pagefind/")}
    assert endings <= {"html", "css", "js", "svg", "woff2", "txt", "xml", "pdf", "csv", "json", "xlsx", "_headers", "_redirects", "map", "vcf", "ics", "png", "ico", "webmanifest", "zip"}
    assert not [path for path in files(built) if "phrases" in path or "templates" in path or path.endswith((".yml", ".typ"))]


def test_each_edition_lies_there_as_page_pdf_and_data(built: Path, world: Prepared):
    partnership = world.portal.profiles.partnership.id
    for edition in world.portal.profiles.editions.values():
        assert (built / "en" / "catalogues" / edition.id / "index.html").exists()
        for tag in edition.languages:
            stem = f"{partnership}-{edition.market or edition.id}-{tag}"
            assert (built / "catalogues" / f"{stem}.pdf").read_bytes().startswith(b"%PDF-")
            assert (built / "catalogues" / f"{stem}.csv").stat().st_size > 100
            assert json.loads((built / "catalogues" / f"{stem}.json").read_text(encoding="utf-8"))


def test_web_page_csv_and_json_hold_the_same_entries(built: Path, world: Prepared):
    partnership = world.portal.profiles.partnership.id
    for edition in world.portal.profiles.editions.values():
        wanted = [(str(entry.number), entry.offering.id) for entry in world.portal.catalogue(edition).entries]
        page = (built / "en" / "catalogues" / edition.id / "index.html").read_text(encoding="utf-8")
        on_page = re.findall(r'<span class="row__number">(\d+)</span>.*?/offerings/([a-z0-9-]+)/', page, re.DOTALL)
        assert on_page == wanted
        stem = f"{partnership}-{edition.market or edition.id}-{edition.languages[0]}"
        rows = list(csv.reader(io.StringIO((built / "catalogues" / f"{stem}.csv").read_text(encoding="utf-8-sig"))))
        assert [row[2] for row in rows[1:]] == [key for _, key in wanted]
        data = json.loads((built / "catalogues" / f"{stem}.json").read_text(encoding="utf-8"))
        assert data["edition"] == edition.id
        assert [(str(entry["number"]), entry["id"]) for entry in data["entries"]] == wanted


def test_every_page_says_that_the_world_is_invented_and_carries_the_funding_mark(built: Path, world: Prepared):
    notices = [text.split(".")[0][:30] for text in world.portal.profiles.partnership.notice.values()]
    latin = world.portal.readers.of("sr-Latn").text(world.portal.profiles.partnership.notice).text[:30]
    for path, raw in files(built).items():
        if path.endswith(".html"):
            html = raw.decode()
            assert any(notice in html for notice in [*notices, latin]), path
            assert 'class="funding' in html, path


def test_site_map_lists_written_pages_with_reciprocal_alternates(built: Path, world: Prepared):
    base = world.portal.site_url
    parts = re.findall(r"<sitemap><loc>([^<]*)</loc>", (built / "sitemap.xml").read_text(encoding="utf-8"))
    xml = "".join((built / address.removeprefix(base)).read_text(encoding="utf-8") for address in parts)
    urls = re.findall(r"<url><loc>([^<]*)</loc>(.*?)</url>", xml)
    listed = {loc: dict(re.findall(r'hreflang="([^"]*)" href="([^"]*)"', links)) for loc, links in urls}
    assert len(urls) == len(listed) > 200
    for loc, alternates in listed.items():
        assert (built / loc.removeprefix(base) / "index.html").exists(), loc
        assert loc in alternates.values()
        for tag, address in alternates.items():
            if tag != "x-default":
                assert listed[address] == alternates


def test_records_joined_with_the_shell_equal_pages_made_by_the_host(tmp_path: Path):
    mkdocs(tmp_path / "joined", C2SITE_NO_CATALOGUES="1")
    config = (WORLD / "mkdocs.yml").read_text(encoding="utf-8").replace("  - c2site", "  - c2site:\n      full: true")
    config = config.replace("docs_dir: content", f"docs_dir: {WORLD / 'content'}").replace("../../theme", str(REPOSITORY / "theme"))
    full = WORLD / ".full-mkdocs.yml"
    full.write_text(config, encoding="utf-8")
    try:
        mkdocs(tmp_path / "full", config=full, C2SITE_NO_CATALOGUES="1")
    finally:
        full.unlink()
    joined, whole = files(tmp_path / "joined"), files(tmp_path / "full")
    assert joined.keys() == whole.keys()
    assert [path for path in joined if joined[path] != whole[path]] == []


def test_properdocs_builds_the_same_site(tmp_path: Path):
    mkdocs(tmp_path / "mkdocs", C2SITE_NO_CATALOGUES="1")
    mkdocs(tmp_path / "properdocs", host="properdocs", C2SITE_NO_CATALOGUES="1")
    assert files(tmp_path / "mkdocs") == files(tmp_path / "properdocs")


def test_same_data_gives_the_same_bytes_in_another_time_zone_locale_and_hash_seed(built: Path, tmp_path: Path):
    again = run_build(WORLD, tmp_path / "site", TZ="Pacific/Kiritimati", LC_ALL="C", PYTHONHASHSEED="7", SOURCE_DATE_EPOCH=EPOCH)
    assert again.returncode == 0, again.stderr
    one, other = files(built), files(tmp_path / "site")
    assert one.keys() == other.keys()
    assert [path for path in one if one[path] != other[path]] == []


def test_bad_profile_is_left_out_told_and_makes_the_exit_code_one(tmp_path: Path):
    root = tmp_path / "world"
    shutil.copytree(WORLD, root)
    config = (root / "mkdocs.yml").read_text(encoding="utf-8").replace("../../theme", str(REPOSITORY / "theme"))
    (root / "mkdocs.yml").write_text(config, encoding="utf-8")
    path = root / "data" / "smes" / "mare-clara" / "oneil.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("country:", "cuontry:", 1), encoding="utf-8")
    done = run_build(root, tmp_path / "site", "--without-catalogues")
    assert done.returncode == 1
    assert "data/smes/mare-clara/oneil.yml" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "site" / "en" / "companies" / "oneil").exists()
    assert (tmp_path / "site" / "en" / "companies" / "amwaj" / "index.html").exists()
    refused = run_build(root, tmp_path / "strict", "--without-catalogues", "--strict")
    assert refused.returncode != 0
    assert not (tmp_path / "strict").exists()


@pytest.mark.parametrize("path", ["sitemap.xml", "robots.txt"])
def test_addresses_are_absolute(built: Path, world: Prepared, path: str):
    assert world.portal.site_url in (built / path).read_text(encoding="utf-8")
