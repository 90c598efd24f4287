"""The only writer stays inside its folder."""

import stat
from pathlib import Path

import pytest

from c2site.build.output import Output


@pytest.mark.parametrize("path", ["/etc/x", "../x", "a/../../x"])
def test_paths_that_leave_the_folder_are_refused(tmp_path: Path, path: str):
    with pytest.raises(ValueError, match="leaves"):
        Output(tmp_path / "site").write(path, "x")


def test_files_have_fixed_modes_and_are_counted(tmp_path: Path):
    out = Output(tmp_path)
    out.write_page("en/clusters/", "<html>")
    assert out.written == {"en/clusters/index.html"}
    assert stat.S_IMODE((tmp_path / "en/clusters/index.html").stat().st_mode) == 0o644
