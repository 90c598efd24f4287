"""Publishing: the old site or the new one, never a mixture."""

from pathlib import Path

import pytest

from c2site.build.publish import Busy, published


def test_new_site_takes_the_place_of_the_old_one(tmp_path: Path):
    site = tmp_path / "site"
    site.mkdir()
    (site / "old.html").write_text("old")
    with published(site) as out:
        out.write("new.html", "new")
        assert (site / "old.html").exists()
    assert [path.name for path in site.iterdir()] == ["new.html"]


def test_failed_build_leaves_the_old_site_whole(tmp_path: Path):
    site = tmp_path / "site"
    site.mkdir()
    (site / "old.html").write_text("old")
    with pytest.raises(RuntimeError), published(site) as out:
        out.write("half.html", "half")
        raise RuntimeError
    assert [path.name for path in site.iterdir()] == ["old.html"]


def test_second_build_of_the_same_site_is_told_to_wait(tmp_path: Path):
    with published(tmp_path / "site"), pytest.raises(Busy, match="another build"), published(tmp_path / "site"):
        pass
