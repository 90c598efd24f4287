"""Publishing: the old site or the new one, never a mixture, and always what a clean build would have made."""

import json
import os
import shutil
import stat
import subprocess
import sys
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from c2site.build import disk
from c2site.build.publish import Busy, published
from tests.build.trees import NEIGHBOURS, tree
from tests.conftest import REPOSITORY

SITE = {"index.html": "door", "en/index.html": "home", "en/companies/a/index.html": "a", "en/companies/b/index.html": "b", "404.html": "none"}


def publish(site: Path, content: dict[str, str] = SITE) -> list[str]:
    """Publish a tree whose files' contents are their keys; return the paths that could be kept."""
    kept = []
    with published(site) as out:
        for path, text in content.items():
            if out.keep(path, text):
                kept.append(path)
            else:
                out.write(path, text, text)
    return kept


@pytest.fixture
def site(tmp_path: Path) -> Path:
    publish(tmp_path / "site")
    return tmp_path / "site"


@pytest.fixture(scope="module")
def clean(tmp_path_factory: pytest.TempPathFactory) -> dict:
    site = tmp_path_factory.mktemp("clean") / "site"
    publish(site)
    return tree(site)


def test_new_site_takes_the_place_of_the_old_one_at_the_end(site: Path):
    with published(site) as out:
        out.write("new.html", "new")
        assert (site / "index.html").read_text() == "door"
    assert [path.name for path in site.iterdir()] == ["new.html"]
    assert {path.name for path in site.parent.iterdir()} == NEIGHBOURS


def test_site_of_somebody_else_gives_way(tmp_path: Path, clean: dict):
    (tmp_path / "site" / "old").mkdir(parents=True)
    for name in ("index.html", "old/index.html"):
        (tmp_path / "site" / name).write_text("old")
    publish(tmp_path / "site")
    assert tree(tmp_path / "site") == tree(tmp_path / ".site.stage") == clean


def test_folder_that_holds_no_site_is_left_alone(tmp_path: Path):
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "letter.txt").write_text("dear")
    with pytest.raises(FileExistsError, match="other things than a site"):
        publish(tmp_path / "site")
    assert {path.name for path in (tmp_path / "site").iterdir()} == {"letter.txt"}
    publish(tmp_path / "other")


def test_failed_build_leaves_the_old_site_whole(site: Path, clean: dict):
    with pytest.raises(RuntimeError), published(site) as out:
        out.write("index.html", "half")
        raise RuntimeError
    assert tree(site) == clean
    assert len(publish(site)) == len(SITE) - 1
    assert tree(site) == clean


def test_second_build_of_the_same_site_is_told_to_wait(site: Path):
    with published(site) as out:
        out.write("index.html", "first")
        with pytest.raises(Busy, match="another build"), published(site):
            pass
    assert (site / "index.html").read_text() == "first"


def test_unchanged_files_are_kept_and_not_written(site: Path, clean: dict):
    before = {path: (site / path).stat().st_ino for path in SITE}
    assert publish(site) == list(SITE)
    assert {path: (site / path).stat().st_ino for path in SITE} == before
    with published(site) as out:
        for path, text in SITE.items():
            out.write(path, text, text)
    assert {path: (site / path).stat().st_ino for path in SITE} == before
    assert tree(site) == clean


def test_file_made_of_something_else_is_not_kept(site: Path):
    with published(site) as out:
        assert out.key_of("index.html") == "door"
        assert not out.keep("index.html", "another door")
        assert not out.keep("nothing.html")
        assert out.key_of("nothing.html") is None
        out.write("index.html", "another door")


def test_withdrawn_file_lies_nowhere_after_the_next_build(site: Path):
    publish(site, {path: text for path, text in SITE.items() if "/a/" not in path})
    assert not [path for path in site.parent.rglob("*") if path.name == "a"]
    assert "companies/a/" not in (site.parent / ".site.manifest").read_text()


def test_changed_file_lies_nowhere_in_its_old_words(site: Path):
    publish(site, {**SITE, "404.html": "nothing"})
    assert [path.read_text() for path in site.parent.rglob("404.html")] == ["nothing", "nothing"]


def test_file_becomes_a_folder_and_a_folder_a_file(site: Path, tmp_path: Path):
    turned = {"index.html/x": "door", "en": "home"}
    publish(site, turned)
    publish(tmp_path / "clean" / "site", turned)
    assert tree(site) == tree(site.parent / ".site.stage") == tree(tmp_path / "clean" / "site")
    publish(site)
    assert (site / "en" / "index.html").read_text() == "home"


def alter(path: Path, text: str) -> None:
    """Change a file's words and put its time back."""
    before = path.stat()
    path.write_text(text)
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def replace_by_link(path: Path) -> None:
    shutil.rmtree(path)
    path.symlink_to(path.parent.parent / "elsewhere", target_is_directory=True)


def copied_away_and_back(folder: Path) -> None:
    shutil.copytree(folder, folder.parent / "copy", copy_function=shutil.copy2, symlinks=True)
    shutil.rmtree(folder)
    (folder.parent / "copy").rename(folder)


TAMPERED: dict[str, Callable[[Path], object]] = {
    "file in the stage altered": lambda parent: alter(parent / ".site.stage/404.html", "NONE"),
    "file in the site altered": lambda parent: alter(parent / "site/404.html", "NONE"),
    "file of the site replaced": lambda parent: ((parent / "site/404.html").unlink(), (parent / "site/404.html").write_text("NONE")),
    "file touched": lambda parent: (parent / ".site.stage/index.html").touch(),
    "file of the stage gone": lambda parent: (parent / ".site.stage/en/index.html").unlink(),
    "file of the site gone": lambda parent: (parent / "site/en/index.html").unlink(),
    "file's mode changed": lambda parent: (parent / "site/en/index.html").chmod(0o600),
    "folder's mode changed": lambda parent: [(parent / tree / "en").chmod(0o700) for tree in ("site", ".site.stage")],
    "root's mode changed": lambda parent: [(parent / tree).chmod(0o700) for tree in ("site", ".site.stage")],
    "strange file": lambda parent: [(parent / tree / "en/strange.html").write_text("x") for tree in ("site", ".site.stage")],
    "strange folder": lambda parent: [(parent / tree / "en/strange/deep").mkdir(parents=True) for tree in ("site", ".site.stage")],
    "strange file in a strange place": lambda parent: (parent / "site/strange").write_text("x"),
    "folder where a file belongs": lambda parent: ((parent / ".site.stage/404.html").unlink(), (parent / ".site.stage/404.html").mkdir()),
    "link where a file belongs": lambda parent: (
        (parent / ".site.stage/404.html").unlink(),
        (parent / ".site.stage/404.html").symlink_to(parent / "site/404.html"),
    ),
    "link where a folder belongs": lambda parent: replace_by_link(parent / ".site.stage/en"),
    "link to the site where its twin's folder belongs": lambda parent: (
        shutil.rmtree(parent / ".site.stage/en"),
        (parent / ".site.stage/en").symlink_to("../site/en"),
    ),
    "link in the site where a folder belongs": lambda parent: replace_by_link(parent / "site/en"),
    "stage gone": lambda parent: shutil.rmtree(parent / ".site.stage"),
    "stage is a link": lambda parent: (shutil.rmtree(parent / ".site.stage"), (parent / ".site.stage").symlink_to("site")),
    "stage is a file": lambda parent: (shutil.rmtree(parent / ".site.stage"), (parent / ".site.stage").write_text("x")),
    "stage copied from elsewhere": lambda parent: copied_away_and_back(parent / ".site.stage"),
    "site copied from elsewhere": lambda parent: copied_away_and_back(parent / "site"),
    "stage and site swapped": lambda parent: [
        (parent / one).rename(parent / other) for one, other in (("site", "x"), (".site.stage", "site"), ("x", ".site.stage"))
    ],
    "site gone": lambda parent: shutil.rmtree(parent / "site"),
    "site is a link": lambda parent: ((parent / "site").rename(parent / "elsewhere/site"), (parent / "site").symlink_to("elsewhere/site")),
    "manifest gone": lambda parent: (parent / ".site.manifest").unlink(),
    "manifest cut": lambda parent: os.truncate(parent / ".site.manifest", 100),
    "manifest is a folder's name": lambda parent: (parent / ".site.manifest").write_text("x\n[]"),
}


@pytest.mark.parametrize("name", TAMPERED)
def test_whatever_was_done_to_the_trees_the_next_sites_are_clean_ones(tmp_path: Path, clean: dict, name: str):
    place = tmp_path / "place"
    outside = place / "elsewhere" / "index.html"
    outside.parent.mkdir(parents=True)
    outside.write_text("foreign")
    for _ in range(3):
        publish(place / "site")
    TAMPERED[name](place)
    for _ in range(2):
        publish(place / "site")
        assert tree(place / "site") == clean
    assert tree(place / ".site.stage") == clean
    assert outside.read_text() == "foreign"


def test_flipped_bit_anywhere_in_the_manifest_only_makes_everything_written_anew(site: Path, clean: dict):
    manifest = site.parent / ".site.manifest"
    for place in range(0, manifest.stat().st_size, 97):
        raw = bytearray(manifest.read_bytes())
        raw[place % len(raw)] ^= 1
        manifest.write_bytes(bytes(raw))
        assert publish(site) == []
        assert tree(site) == clean


def test_manifest_cannot_lead_out_of_the_stage(site: Path, tmp_path: Path):
    (tmp_path / "victim").write_text("mine")
    raw = json.dumps(["", ["../victim"], [""], [0], ["", ".."], [0, 0], [0, 0]]).encode()
    (tmp_path / ".site.manifest").write_bytes(sha256(raw).hexdigest().encode() + b"\n" + raw)
    publish(site)
    assert (tmp_path / "victim").read_text() == "mine"


@pytest.mark.parametrize("umask", [0o000, 0o027, 0o077, 0o002])
def test_modes_are_fixed_whatever_the_umask(tmp_path: Path, clean: dict, umask: int):
    before = os.umask(umask)
    try:
        for _ in range(2):
            publish(tmp_path / "site")
            assert tree(tmp_path / "site") == clean
    finally:
        os.umask(before)


def test_other_orders_give_the_same_tree(tmp_path: Path, clean: dict):
    with published(tmp_path / "site") as out:
        branches = [out.branch(), out.branch()]
        for number, (path, text) in enumerate(reversed(SITE.items())):
            branches[number % 2].write(path, text, text)
        for branch in branches:
            out.adopt(branch.records)
    assert tree(tmp_path / "site") == clean
    assert publish(tmp_path / "site") == list(SITE)


def test_filesystem_without_hard_links_costs_only_the_twin(site: Path, clean: dict, monkeypatch: pytest.MonkeyPatch):
    def refused(*_: object) -> None:
        raise PermissionError(1, "hard links are not allowed here")

    monkeypatch.setattr(os, "link", refused)
    for text in ("nothing", "nothing", "none"):
        publish(site, {**SITE, "404.html": text})
        assert not (site.parent / ".site.stage").exists()
    assert tree(site) == clean


def test_filesystem_that_cannot_be_flushed_at_once_is_flushed_file_by_file(tmp_path: Path, clean: dict, monkeypatch: pytest.MonkeyPatch):
    flushed = []
    monkeypatch.setattr(disk, "flush_one", lambda path: flushed.append(Path(path).name))
    monkeypatch.setattr(disk, "SYNC", "no such function")
    publish(tmp_path / "site")
    assert set(flushed) >= {Path(path).name for path in SITE} | {".site.stage", "companies"}
    assert tree(tmp_path / "site") == clean


@pytest.mark.skipif(os.geteuid() == 0 and not shutil.which("unshare"), reason="root may write anywhere, and no mount can be made")
def test_read_only_place_leaves_the_old_site_whole(site: Path, clean: dict):
    script = "import sys; from pathlib import Path; from tests.build.test_publish import publish; publish(Path(sys.argv[1]), {'x': 'y'})"
    mount = f"mount --bind {site.parent} {site.parent} && mount -o remount,ro,bind {site.parent} && exec {sys.executable} -c \"$0\" {site}"
    done = subprocess.run(["unshare", "--mount", "sh", "-c", mount, script], cwd=REPOSITORY, capture_output=True, text=True, check=False)
    if "unshare" in done.stderr or "mount:" in done.stderr:
        pytest.skip(f"no mount can be made here: {done.stderr.strip()}")
    assert "Read-only file system" in done.stderr
    assert tree(site) == clean


def test_full_disk_leaves_the_old_site_whole(tmp_path: Path):
    script = (
        "import sys; from pathlib import Path; from tests.build.test_publish import publish; from tests.build.trees import tree\n"
        "site = Path(sys.argv[1]) / 'site'; publish(site); before = tree(site)\n"
        "try:\n    publish(site, {f'{number}.html': 'x' * 100_000 for number in range(100)})\n"
        "except OSError as error:\n    print(error.errno, tree(site) == before)\n"
        "publish(site); print(tree(site) == before)"
    )
    mount = f'mount -t tmpfs -o size=1m none {tmp_path} && exec {sys.executable} -c "$0" {tmp_path}'
    done = subprocess.run(["unshare", "--mount", "sh", "-c", mount, script], cwd=REPOSITORY, capture_output=True, text=True, check=False)
    if "unshare" in done.stderr or "mount:" in done.stderr:
        pytest.skip(f"no memory can be mounted here: {done.stderr.strip()}")
    assert done.stdout.split() == ["28", "True", "True"], done.stderr


def test_modes_of_the_stage_are_those_of_the_site(site: Path):
    assert stat.S_IMODE((site / "en").stat().st_mode) == 0o755
    assert stat.S_IMODE((site / "en/index.html").stat().st_mode) == 0o644
