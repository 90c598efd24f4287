"""Publishing: the old site or the new one, never a mixture."""

from pathlib import Path

import pytest

from c2site.build.publish import Busy, staged


def test_new_site_takes_the_place_of_the_old_one(tmp_path: Path):
    site = tmp_path / "site"
    site.mkdir()
    (site / "old.html").write_text("old")
    with staged(site) as stage:
        (stage / "new.html").write_text("new")
        assert (site / "old.html").exists()
    assert [path.name for path in site.iterdir()] == ["new.html"]
    assert not [path for path in tmp_path.iterdir() if "stage" in path.name]


def test_failed_build_leaves_the_old_site_whole(tmp_path: Path):
    site = tmp_path / "site"
    site.mkdir()
    (site / "old.html").write_text("old")
    with pytest.raises(RuntimeError), staged(site) as stage:
        (stage / "half.html").write_text("half")
        raise RuntimeError
    assert [path.name for path in site.iterdir()] == ["old.html"]


def test_second_build_of_the_same_site_is_told_to_wait(tmp_path: Path):
    with staged(tmp_path / "site"), pytest.raises(Busy, match="another build"), staged(tmp_path / "site"):
        pass


def test_remains_of_a_killed_build_are_removed(tmp_path: Path):
    leftover = tmp_path / ".site.stage"
    leftover.mkdir()
    (leftover / "half.html").write_text("half")
    with staged(tmp_path / "site") as stage:
        assert list(stage.iterdir()) == []
