"""Files changed as one: wholly or not at all, nothing that somebody changed meanwhile, nothing through a link."""

from pathlib import Path

import pytest

from c2site.build import disk
from c2site.build.rewriting import Rewriting, relocated, rewriting
from c2site.cli.undoing import told, undo
from c2site.errors import DataError

FILES = {"data/a.yml": b"a: 2\n", "data/b.yml": None, "data/new/c.yml": b"c: 1\n", "data/same.yml": b"s: 1\n"}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "data").mkdir()
    for name, text in (("a", "a: 1\n"), ("b", "b: 1\n"), ("same", "s: 1\n")):
        (tmp_path / "data" / f"{name}.yml").write_text(text, encoding="utf-8")
    return tmp_path


def held(root: Path) -> dict[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def test_what_is_so_already_is_no_change(root: Path):
    change = rewriting(root, FILES)
    assert (change.changed, change.removed, change.begun) == (("data/a.yml",), ("data/b.yml",), ("data/new/c.yml",))
    change.write()
    assert held(root) == {path: raw for path, raw in FILES.items() if raw is not None}
    assert rewriting(root, FILES).files == {}


def test_a_file_changed_meanwhile_is_told_and_nothing_is_written(root: Path):
    change = rewriting(root, FILES)
    (root / "data/new").mkdir()
    (root / "data/new/c.yml").write_text("mine\n", encoding="utf-8")
    before = held(root)
    with pytest.raises(DataError) as refused:
        change.write()
    assert [(one.code, one.path) for one in refused.value.problems] == [("changed-meanwhile", "data/new/c.yml")]
    assert held(root) == before


@pytest.mark.parametrize("failing", ["data/a.yml", "data/new/c.yml"])
def test_where_one_file_cannot_be_written_none_is(root: Path, monkeypatch: pytest.MonkeyPatch, failing: str):
    change, before, real = rewriting(root, FILES), held(root), disk.replace

    def full(path: Path, raw: bytes) -> None:
        if path == root / failing and raw == FILES[failing]:
            raise OSError(28, "No space left on device")
        real(path, raw)

    monkeypatch.setattr("c2site.build.rewriting.replace", full)
    with pytest.raises(OSError, match="No space"):
        change.write()
    assert held(root) == before


@pytest.mark.parametrize("path", ["data/link.yml", "data/folder/c.yml"])
def test_nothing_is_written_through_a_link(root: Path, tmp_path_factory: pytest.TempPathFactory, path: str):
    outside = tmp_path_factory.mktemp("outside")
    (outside / "c.yml").write_text("safe", encoding="utf-8")
    (root / "data/link.yml").symlink_to(outside / "c.yml")
    (root / "data/folder").symlink_to(outside)
    with pytest.raises(DataError):
        rewriting(root, {path: b"new"})
    with pytest.raises(DataError):
        Rewriting(root, {path: b"new"}, {path: b"safe"}).write()
    assert (outside / "c.yml").read_text(encoding="utf-8") == "safe"


def test_permissions_stay(root: Path):
    (root / "data/a.yml").chmod(0o640)
    rewriting(root, FILES).write()
    assert (root / "data/a.yml").stat().st_mode & 0o777 == 0o640


def test_a_file_that_moves_and_changes_is_shown_as_git_shows_it(root: Path):
    change = relocated(root, {"data/a.yml": b"a: 2\n"}, {"data/a.yml": "data/z.yml"})
    assert list(change.diff()) == ["rename from data/a.yml", "rename to data/z.yml", "--- a/data/a.yml", "+++ b/data/z.yml", "@@ -1 +1 @@", "-a: 1", "+a: 2"]
    assert undo(change) == "git restore -- data/a.yml && rm -- data/z.yml"


def test_many_files_are_undone_by_their_folders_and_that_is_said(root: Path):
    change = rewriting(root, {f"data/{number}.yml": b"x" for number in range(20)})
    assert "`git restore -- data && git clean -i -- data` (with whatever else you changed there)." in told(change)
