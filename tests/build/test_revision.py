"""What git knows of a partnership: found by its name, unpacked beside the checkout, refused in sentences."""

import os
import subprocess
from pathlib import Path

import pytest

from c2site.build.revision import base_of, changed_since, gives_back, tree_at

IDENTITY = {f"GIT_{who}_{what}": "x@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")} | {"GIT_CONFIG_GLOBAL": os.devnull}


def git(root: Path, *command: str) -> str:
    done = subprocess.run(["git", "-C", str(root), *command], env={**os.environ, **IDENTITY}, check=True, capture_output=True, text=True)
    return done.stdout.strip()


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    root = tmp_path / "repository" / "deep" / "partnership"
    (root / "data").mkdir(parents=True)
    (root / "data" / "partnership.yml").write_text("acronym: A\n", encoding="utf-8")
    (root / "data" / "link").symlink_to("/etc/passwd")
    (root / "secret.txt").write_text("no part", encoding="utf-8")
    git(root, "init", "--quiet", "--initial-branch=main", str(tmp_path / "repository"))
    git(root, "add", ".")
    git(root, "commit", "--quiet", "--message=one")
    git(root, "branch", "proposal")
    (root / "data" / "partnership.yml").write_text("acronym: Later\n", encoding="utf-8")
    git(root, "commit", "--quiet", "--all", "--message=two")
    git(root, "checkout", "--quiet", "proposal")
    return root


def test_a_change_is_compared_with_where_it_left_the_branch(repository: Path):
    assert base_of(repository, "main") == git(repository, "rev-parse", "HEAD") != git(repository, "rev-parse", "main")


def test_the_state_before_is_unpacked_elsewhere_without_links_and_goes_away(repository: Path):
    with tree_at(repository, git(repository, "rev-parse", "main")) as root:
        assert sorted(path.relative_to(root).as_posix() for path in root.rglob("*")) == ["data", "data/partnership.yml"]
        assert (root / "data" / "partnership.yml").read_text(encoding="utf-8") == "acronym: Later\n"
        assert not root.is_relative_to(repository)
    assert not root.exists()
    assert git(repository, "status", "--porcelain") == ""


def test_changes_nobody_has_committed_count_too(repository: Path):
    (repository / "data" / "new file.yml").write_text("x", encoding="utf-8")
    (repository / "secret.txt").unlink()
    assert changed_since(repository, git(repository, "rev-parse", "HEAD")) == ["data/new file.yml", "secret.txt"]


@pytest.mark.parametrize("revision", ["", "--output=/tmp/x", "-x", "nowhere", "main:data", "a\nb", "HEAD; touch x", "main..proposal"])
def test_what_names_no_revision_is_told_in_a_sentence(repository: Path, revision: str):
    with pytest.raises(ValueError, match="revision"):
        base_of(repository, revision)


def test_what_git_restore_brings_back_is_what_was_added_last(repository: Path):
    path = "data/partnership.yml"
    assert gives_back(repository, {path: b"acronym: A\n"})
    (repository / path).write_text("acronym: Added\n", encoding="utf-8")
    git(repository, "add", path)
    assert gives_back(repository, {path: b"acronym: Added\n"})
    assert not gives_back(repository, {path: b"acronym: A\n"})
    assert not gives_back(repository, {"data/new.yml": b"x"})


def test_git_restore_brings_nothing_back_while_two_versions_are_at_odds(repository: Path):
    path = "data/partnership.yml"
    (repository / path).write_text("acronym: Ours\n", encoding="utf-8")
    git(repository, "commit", "--quiet", "--all", "--message=three")
    with pytest.raises(subprocess.CalledProcessError):
        git(repository, "merge", "main")
    assert not any(gives_back(repository, {path: f"acronym: {one}\n".encode()}) for one in ("A", "Ours", "Later"))


def test_a_folder_without_a_repository_is_told(tmp_path: Path):
    with pytest.raises(ValueError, match="in no git repository"):
        base_of(tmp_path, "main")


def test_missing_git_is_told_with_how_to_get_it(repository: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("PATH", "/nowhere")
    with pytest.raises(ValueError, match="apt-get install git"):
        base_of(repository, "main")


def test_a_partnership_that_was_not_there_yet_is_told(repository: Path):
    (repository.parent / "other").mkdir()
    with pytest.raises(ValueError, match="there is no folder"), tree_at(repository.parent / "other", git(repository, "rev-parse", "HEAD")):
        pass
