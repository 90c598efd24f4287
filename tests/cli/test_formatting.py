"""The command fmt: what it says, what it writes, and what it leaves alone."""

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from c2site.cli import main

UNTIDY, TIDY = "status: draft  # not yet\nsectors:\n- water\n", "status: draft  # not yet\nsectors: [water]\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "data/smes/a"
    folder.mkdir(parents=True)
    for name, text in (("tidy", TIDY), ("untidy", UNTIDY), ("broken", "status: [\n")):
        (folder / f"{name}.yml").write_text(text)
    return tmp_path


def fmt(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["fmt", "--root", str(root), *arguments], prog_name="c2site")


def test_a_broken_file_is_told_and_left_and_the_others_are_written(root: Path) -> None:
    result = fmt(root)
    assert result.exit_code == 1
    assert "data/smes/a/broken.yml:2:1: error" in result.output
    assert "1 written in the house's style, 1 in it already, 1 broken and left as they are." in result.output
    assert "Git does not hold what stood there before" in result.output
    assert (root / "data/smes/a/untidy.yml").read_text() == TIDY
    assert (root / "data/smes/a/broken.yml").read_text() == "status: [\n"
    assert sorted(path.name for path in (root / "data/smes/a").iterdir()) == ["broken.yml", "tidy.yml", "untidy.yml"]


def test_check_writes_nothing_and_leaves_with_one(root: Path) -> None:
    (root / "data/smes/a/broken.yml").unlink()
    result = fmt(root, "--check")
    assert (result.exit_code, result.output) == (1, "data/smes/a/untidy.yml\n1 to be written in the house's style, 1 in it already.\n")
    assert (root / "data/smes/a/untidy.yml").read_text() == UNTIDY


def test_named_files_alone_are_written(root: Path) -> None:
    assert fmt(root, str(root / "data/smes/a/tidy.yml"), "--check").exit_code == 0
    assert fmt(root, str(root / "data/smes/a/untidy.yml")).exit_code == 0


def test_the_diff_is_shown_as_git_shows_it(root: Path) -> None:
    told = fmt(root, "--diff", "--check").output
    assert "--- a/data/smes/a/untidy.yml\n+++ b/data/smes/a/untidy.yml\n" in told
    assert "+sectors: [water]" in told


def test_a_file_that_is_no_record_is_refused(root: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    outside = tmp_path_factory.mktemp("elsewhere") / "x.yml"
    outside.write_text("a: b\n")
    assert fmt(root, str(outside)).exit_code == 2
    shutil.copy(outside, root / "data/x.txt")
    assert fmt(root, str(root / "data/x.txt")).exit_code == 1
