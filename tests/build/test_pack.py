"""The pack: what was read and found sound, for the next build; harmless when it is lost, altered or another's."""

import os
import shutil
import stat
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from c2site.build.pack import COUNT, PACKAGE, PLACE, Pack, code_of_reading
from c2site.build.prepare import Prepared, prepared
from c2site.build.settings import Settings, settings_from
from c2site.load import partnership
from tests.conftest import REPOSITORY, TODAY, WORLD


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where a pack lies that keeps `b1` under `a1` to `b3` under `a3`."""
    path = tmp_path / "cache" / "some.pack"
    with Pack(path, "code") as pack:
        for number in (1, 2, 3):
            pack.put(f"a{number}", f"b{number}".encode())
    return path


def kept(path: Path, made_by: str = "code") -> list[bytes | None]:
    """Return what a pack keeps, asked for everything."""
    with Pack(path, made_by) as pack:
        return [pack.get(f"a{number}") for number in (1, 2, 3)]


def test_results_are_kept_for_the_next_build(path: Path):
    assert kept(path) == [b"b1", b"b2", b"b3"]


def test_nothing_is_written_where_nothing_changed(path: Path):
    before = path.stat()
    kept(path)
    assert (path.stat().st_ino, path.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_what_nobody_asked_for_is_dropped(path: Path):
    with Pack(path, "code") as pack:
        pack.get("a2")
    assert kept(path) == [None, b"b2", None]
    assert b"b1" not in path.read_bytes()


def test_pack_of_which_nothing_is_left_is_removed(path: Path):
    with Pack(path, "code"):
        pass
    assert not path.exists()


def test_results_of_other_code_are_dropped(path: Path):
    assert kept(path, "other code") == [None, None, None]
    assert not path.exists()


def test_no_bit_can_be_flipped_unnoticed(path: Path):
    raw = path.read_bytes()
    for place in range(len(raw)):
        for bit in (1, 128):
            path.write_bytes(raw[:place] + bytes([raw[place] ^ bit]) + raw[place + 1 :])
            assert all(found in (wanted, None) for found, wanted in zip(kept(path), (b"b1", b"b2", b"b3"), strict=True))


def test_cut_pack_keeps_nothing_wrong(path: Path):
    raw = path.read_bytes()
    for length in range(len(raw)):
        path.write_bytes(raw[:length])
        assert all(found in (wanted, None) for found, wanted in zip(kept(path), (b"b1", b"b2", b"b3"), strict=True))


def test_place_that_claims_more_than_the_file_is_passed_over(path: Path):
    raw = path.read_bytes()
    begins = len(raw) - COUNT.size - 3 * PLACE.size
    address, digest, offset, _ = PLACE.unpack_from(raw, begins)
    path.write_bytes(raw[:begins] + PLACE.pack(address, digest, offset, 1 << 60) + raw[begins + PLACE.size :])
    assert kept(path).count(None) == 1


def test_build_that_fails_leaves_the_pack_as_it_was(path: Path):
    before = path.read_bytes()
    with pytest.raises(ValueError, match="broken"), Pack(path, "code") as pack:
        pack.put("a4", b"b4")
        raise ValueError("broken")
    assert path.read_bytes() == before
    assert os.listdir(path.parent) == [path.name]


def test_folder_that_cannot_be_written_only_keeps_nothing(tmp_path: Path):
    (tmp_path / "cache").write_bytes(b"")
    with Pack(tmp_path / "cache" / "some.pack", "code") as pack:
        pack.put("a", b"b")
        assert pack.get("a") is None


def test_full_disk_only_keeps_nothing(path: Path, monkeypatch: pytest.MonkeyPatch):
    before = path.read_bytes()
    with Pack(path, "code") as pack:
        pack.put("a4", b"b4")
        pack.new.close()
        pack.new = os.fdopen(os.open("/dev/full", os.O_WRONLY), "wb")
        pack.put("a5", b"b" * 100_000)
    assert path.read_bytes() == before


@pytest.mark.parametrize("make", [lambda path, other: path.symlink_to(other), lambda path, other: os.mkfifo(path), lambda path, other: path.mkdir()])
def test_link_device_or_folder_in_place_of_the_pack_is_not_read(path: Path, make: Callable[[Path, Path], None]):
    other = path.with_name("other")
    path.rename(other)
    make(path, other)
    assert kept(path) == [None, None, None]


def test_link_in_place_of_the_part_is_not_followed(path: Path, tmp_path: Path):
    victim = tmp_path / "victim"
    victim.write_bytes(b"mine")
    path.with_suffix(".part").symlink_to(victim)
    with Pack(path, "code") as pack:
        pack.put("a4", b"b4")
    assert victim.read_bytes() == b"mine"


# Whole builds ----------------------------------------------------------------------------------------------------------


@pytest.fixture
def copy(tmp_path: Path) -> Settings:
    root = tmp_path / "world"
    shutil.copytree(WORLD, root, ignore=shutil.ignore_patterns(".cache"))
    return replace(settings_from(root, {}), today=TODAY)


def told(ready: Prepared) -> tuple[object, ...]:
    """Return everything a build would rest on."""
    portal = ready.portal
    return portal.profiles, portal.digests, portal.files, ready.problems, ready.left_out, ready.loaded.profiles


def pack_of(settings: Settings) -> Path:
    return settings.cache / "profiles.pack"


def test_records_from_the_pack_are_those_from_the_files(copy: Settings, monkeypatch: pytest.MonkeyPatch):
    first = told(prepared(copy))
    read = []
    monkeypatch.setattr(partnership, "values_in", lambda path, raw: read.append(path))
    assert told(prepared(copy)) == first
    assert read == []


def test_altered_pack_changes_nothing(copy: Settings):
    first = told(prepared(copy))
    raw = pack_of(copy).read_bytes()
    for place in (0, len(raw) // 3, len(raw) // 2, len(raw) - COUNT.size - PLACE.size, len(raw) - COUNT.size - 1, len(raw) - 1):
        pack_of(copy).write_bytes(raw[:place] + bytes([raw[place] ^ 4]) + raw[place + 1 :])
        assert told(prepared(copy)) == first
        assert pack_of(copy).read_bytes() != b""


def test_pack_of_another_partnership_changes_nothing(copy: Settings, tmp_path: Path):
    first = told(prepared(copy))
    other = replace(copy, root=tmp_path / "other")
    shutil.copytree(REPOSITORY / "data", other.root / "data")
    prepared(other)
    assert pack_of(other).stat().st_size > 10_000
    shutil.copyfile(pack_of(other), pack_of(copy))
    assert told(prepared(copy)) == first


def test_withdrawn_words_do_not_stay_in_the_pack(copy: Settings):
    file = copy.root / "data/smes/mare-clara/oneil.yml"
    text = file.read_text(encoding="utf-8")
    prepared(copy)
    assert b"O'Neil" in pack_of(copy).read_bytes()
    file.write_text(text.replace("O'Neil", "Someone"), encoding="utf-8")
    prepared(copy)
    assert b"O'Neil" not in pack_of(copy).read_bytes()
    assert b"Someone" in pack_of(copy).read_bytes()
    file.unlink()
    prepared(copy)
    assert b"Someone" not in pack_of(copy).read_bytes()


def test_file_with_problems_is_not_kept(copy: Settings):
    file = copy.root / "data/smes/mare-clara/oneil.yml"
    file.write_text(file.read_text(encoding="utf-8") + "wrong: Unmistakable\n", encoding="utf-8")
    first = prepared(copy)
    assert told(prepared(copy)) == told(first)
    assert any(one.path.endswith("oneil.yml") for one in first.errors)
    assert b"Unmistakable" not in pack_of(copy).read_bytes()


def test_read_only_cache_changes_nothing(copy: Settings):
    first = told(prepared(copy))
    shutil.rmtree(copy.cache)
    copy.cache.write_bytes(b"")
    assert told(prepared(copy)) == first


def test_pack_is_an_ordinary_file_beside_the_ledger(copy: Settings):
    prepared(copy)
    assert stat.S_ISREG(pack_of(copy).stat().st_mode)
    assert sorted(path.name for path in copy.cache.iterdir()) == ["profiles.pack", "records"]


def test_other_code_makes_another_name(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    before = code_of_reading()
    shutil.copytree(PACKAGE, tmp_path / "c2site")
    monkeypatch.setattr("c2site.build.pack.PACKAGE", tmp_path / "c2site")
    assert code_of_reading() == before
    (tmp_path / "c2site/check/scripts.py").write_text("", encoding="utf-8")
    assert code_of_reading() != before
