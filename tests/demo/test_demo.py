"""The generator of large invented partnerships: the same bytes each time, every field, every language, and no harm."""

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from c2site.check import problems
from c2site.load.partnership import Loaded, load_partnership
from tests.conftest import REPOSITORY

SMES = 12


def generate(out: Path, *options: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "demo", "--smes", str(SMES), "--out", str(out), *options]
    return subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, check=False, timeout=120)


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("demo") / "world"
    done = generate(out)
    assert done.returncode == 0, done.stderr
    return out


@pytest.fixture(scope="module")
def loaded(demo: Path) -> Loaded:
    return load_partnership(demo)


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def test_same_seed_gives_the_same_bytes(demo: Path, tmp_path: Path):
    assert generate(tmp_path / "again").returncode == 0
    assert files(tmp_path / "again") == files(demo)


def test_another_seed_gives_other_companies(demo: Path, tmp_path: Path):
    assert generate(tmp_path / "other", "--seed", "2").returncode == 0
    assert files(tmp_path / "other").keys() != files(demo).keys()


def test_each_company_has_three_offerings(loaded: Loaded):
    assert loaded.profiles is not None
    assert len(loaded.profiles.smes) == SMES
    assert len(loaded.profiles.offerings) == 3 * SMES


def test_everything_is_valid(loaded: Loaded):
    assert loaded.problems == ()
    assert [one for one in problems(loaded, date(2027, 1, 1)) if one.severity == "error"] == []


def test_it_says_in_every_language_that_it_is_invented(loaded: Loaded):
    partnership = loaded.profiles.partnership
    written = {language.tag for language in partnership.languages if not language.derived_from}
    assert partnership.invented
    assert set(partnership.notice) == written == {"en", "es", "fr", "ar", "bg", "sr", "it", "el"}


def test_every_language_is_written_in_every_offering(loaded: Loaded):
    for offering in loaded.profiles.offerings.values():
        assert {"en", "es", "fr", "ar", "bg", "sr", "it", "el"} <= set(offering.summary), offering.id


def test_folder_of_somebody_else_is_never_replaced(tmp_path: Path):
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "thesis.txt").write_text("years of work")
    done = generate(tmp_path / "mine")
    assert done.returncode != 0
    assert (tmp_path / "mine" / "thesis.txt").read_text() == "years of work"
