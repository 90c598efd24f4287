"""A proposed change told before it is merged: against a real git repository, in words, as a comment and as a page."""

import os
import re
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from c2site.build.affected import compared, pictured
from c2site.build.prepare import prepared
from c2site.build.progress import Progress
from c2site.build.reviewing import write_review
from c2site.build.revision import base_of, tree_at
from c2site.build.settings import Settings, settings_from
from c2site.build.shots import can_be_taken
from c2site.catalogue.differences import differences
from c2site.render.reports.comment import MARKER
from tests.conftest import TODAY, WORLD

GOLDEN = Path(__file__).parent / "reviews" / "en.md"
IDENTITY = {"GIT_AUTHOR_NAME": "x", "GIT_AUTHOR_EMAIL": "x@example.org", "GIT_COMMITTER_NAME": "x", "GIT_COMMITTER_EMAIL": "x@example.org", "GIT_CONFIG_GLOBAL": os.devnull}
OFFERING = """status: published
source_language: en
name:
  en: {name}
kind: product
sme: oneil
summary:
  en: An invented thing for quays.
sectors: [energy]
markets:
  br:
    status: selling
sources: [harbo-survey]
"""
HOSTILE = "'@everyone <img src=x onerror=alert(1)> [x](javascript:alert(1)) | #12 www.evil.example https://evil.example `'"


def git(root: Path, *command: str) -> None:
    subprocess.run(["git", "-C", str(root), *command], env={**os.environ, **IDENTITY}, check=True, capture_output=True)


def changed(root: Path, path: str, old: str, new: str) -> None:
    text = (root / path).read_text(encoding="utf-8")
    assert old in text
    (root / path).write_text(text.replace(old, new, 1), encoding="utf-8")


def proposed(root: Path) -> None:
    """Change the world as an editor would: new offerings, another text, a record that breaks, one that is withdrawn, another name of a file."""
    for name in ("Quay heater", "Tide bell"):
        (root / f"data/offerings/mare-clara/{name.lower().replace(' ', '-')}.yml").write_text(OFFERING.format(name=name), encoding="utf-8")
    changed(root, "data/smes/mare-clara/onda-mansa.yml", "Builds plugs and cabinets that give", "Makes plugs, cables and cabinets that give")
    changed(root, "data/offerings/gal-bahir/sea-heat.yml", "status: published", "status: publish")
    changed(root, "data/offerings/saaristovalo/ballast-filter.yml", "status: published", "status: withdrawn")
    changed(root, "data/markets/jp.yml", "currency: JPY", "currency: JPY # the yen")
    (root / "data/events/ev-undated.yml").rename(root / "data/events/ev-some-day.yml")
    (root / "content/en/how-to-buy.md").write_text("# How to buy\n\nAsk.\n", encoding="utf-8")


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository whose second commit proposes a change; the partnership lies in a folder of it."""
    root = tmp_path_factory.mktemp("repository")
    shutil.copytree(WORLD, root / "harbours", ignore=shutil.ignore_patterns(".cache", "*.py", "__pycache__"))
    (WORLD / ".cache/fonts").mkdir(parents=True, exist_ok=True)
    (root / "harbours/.cache").mkdir()
    (root / "harbours/.cache/fonts").symlink_to(WORLD / ".cache/fonts")
    (root / ".gitignore").write_text(".cache/\n", encoding="utf-8")
    git(root, "init", "--quiet", "--initial-branch=main")
    git(root, "add", ".")
    git(root, "commit", "--quiet", "--message=before")
    git(root, "checkout", "--quiet", "-b", "proposal")
    proposed(root / "harbours")
    git(root, "add", ".")
    git(root, "commit", "--quiet", "--message=after")
    return root / "harbours"


@pytest.fixture(scope="module")
def settings(repository: Path) -> Settings:
    return replace(settings_from(repository, {}), today=TODAY, catalogues=False, cards=False)


@pytest.fixture(scope="module")
def written(settings: Settings, tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], tuple[str, str]]:
    def write(language: str) -> tuple[str, str]:
        paths = write_review(settings, "main", tmp_path_factory.mktemp("review"), language, pictures=False)
        return paths[0].read_text(encoding="utf-8"), paths[1].read_text(encoding="utf-8")

    return write


def test_the_comment_says_in_words_what_changed(written: Callable[[str], tuple[str, str]], renew_golden: bool):
    comment, page = written("en")
    if renew_golden:
        GOLDEN.parent.mkdir(exist_ok=True)
        GOLDEN.write_text(comment, encoding="utf-8")
    assert comment == GOLDEN.read_text(encoding="utf-8")
    assert comment.startswith(MARKER + "\n")
    assert "2 new offerings: Quay heater and Tide bell" in page
    assert "src=" not in page and "<script" not in page
