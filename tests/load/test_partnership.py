"""All records of a partnership, and every problem of every file."""

import hashlib
from pathlib import Path

import pytest
import yaml

from c2site.load.partnership import load_partnership

MINIMAL = Path(__file__).parents[1] / "mistakes" / "minimal.yml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The partnership without mistakes."""
    for path, text in yaml.safe_load(MINIMAL.read_text(encoding="utf-8"))["files"].items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    return tmp_path


def test_records_are_read_by_folder_and_id(root: Path) -> None:
    loaded = load_partnership(root)
    assert loaded.problems == ()
    assert loaded.profiles.partnership.id == "bluecities"
    assert loaded.profiles.smes["acme"].cluster == "blue-river"
    assert loaded.files["smes", "acme"].path == "data/smes/blue-river/acme.yml"
    assert list(loaded.profiles.bibliography) == ["smith-2024"]


def test_the_place_of_a_value_can_be_looked_up(root: Path) -> None:
    assert load_partnership(root).document("smes", "acme").place(("cluster",)) == (4, 10)


def test_every_record_that_validates_has_the_digest_of_its_file(root: Path) -> None:
    (root / "data/markets/mx.yml").write_text("name: Mexico\n")
    loaded = load_partnership(root)
    assert loaded.digests == {key: hashlib.sha256((root / file.path).read_bytes()).hexdigest() for key, file in loaded.files.items()}
    assert ("markets", "mx") not in loaded.digests
    assert ("partnership", "partnership") in loaded.digests


def test_broken_records_do_not_hide_the_others(root: Path) -> None:
    (root / "data/smes/blue-river/acme.yml").write_text("name: [\n")
    (root / "data/markets/mx.yml").write_text("name: Mexico\n")
    loaded = load_partnership(root)
    assert set(loaded.spoilt) == {("smes", "acme"), ("markets", "mx")}
    assert {one.path for one in loaded.problems} == {"data/smes/blue-river/acme.yml", "data/markets/mx.yml"}
    assert set(loaded.profiles.smes) == {"boreal"}


def test_without_a_readable_partnership_there_are_no_profiles(root: Path) -> None:
    (root / "data/partnership.yml").write_text("acronym: x\n")
    loaded = load_partnership(root)
    assert loaded.profiles is None
    assert {one.code for one in loaded.problems} == {"missing-field"}


def test_progress_is_told_file_by_file(root: Path) -> None:
    steps: list[tuple[int, int]] = []
    load_partnership(root, lambda number, count: steps.append((number, count)))
    assert steps == [(number, len(steps)) for number in range(1, len(steps) + 1)]
