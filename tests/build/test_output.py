"""The only writer stays inside its folder, and writes into no file that others may share."""

import os
import pickle
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


def test_file_and_link_that_stand_there_are_replaced_and_not_written_into(tmp_path: Path):
    (tmp_path / "outside").write_text("mine")
    site = tmp_path / "site"
    site.mkdir()
    (site / "link.html").symlink_to(tmp_path / "outside")
    (site / "folder").symlink_to(tmp_path)
    os.link(tmp_path / "outside", site / "shared.html")
    out = Output(site)
    for path in ("link.html", "shared.html", "folder/outside"):
        out.write(path, "page")
    assert (tmp_path / "outside").read_text() == "mine"
    assert {path: (site / path).read_text() for path in out.written} == dict.fromkeys(out.written, "page")


def test_records_of_a_branch_are_plain_data(tmp_path: Path):
    branch = Output(tmp_path).branch()
    branch.write_page("en/", "<html>", "key")
    out = Output(tmp_path)
    out.adopt(pickle.loads(pickle.dumps(branch.records)))
    assert out.written == {"en/index.html"}
    assert out.records.keys == {"en/index.html": "key"}


def test_files_of_a_folder_are_taken_in_without_the_empty_ones(tmp_path: Path):
    (tmp_path / "host" / "en").mkdir(parents=True)
    (tmp_path / "host" / "en" / "index.html").write_text("page")
    (tmp_path / "host" / "shell.html").write_text("")
    out = Output(tmp_path / "site")
    out.write_folder(tmp_path / "host")
    assert out.written == {"en/index.html"}
