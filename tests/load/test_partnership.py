"""All records of a partnership, and every problem of every file."""

import hashlib
import json
from pathlib import Path
from types import MappingProxyType

import pytest
import yaml

from c2site.load.partnership import load_partnership
from c2site.model import KINDS, Kind
from c2site.model.examples import example

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


class Memory(dict[str, bytes]):
    """Everything that is put there."""

    put = dict.__setitem__


def test_a_record_is_read_once_and_then_kept(root: Path) -> None:
    kept = Memory()
    first = load_partnership(root, kept=kept)
    assert len(kept) == len(first.files)
    assert load_partnership(root, kept=MappingProxyType(kept)) == first


@pytest.mark.parametrize("garbage", [b"", b"{}", b"[]", b"\xff", b'{"id": "acme", "name": 1}'])
def test_what_is_kept_is_validated(root: Path, garbage: bytes) -> None:
    kept = Memory()
    first = load_partnership(root, kept=kept)
    assert load_partnership(root, kept=Memory(dict.fromkeys(kept, garbage))) == first


def test_two_files_with_the_same_bytes_are_two_records(root: Path) -> None:
    kept = Memory()
    company = root / "data/smes/blue-river/acme.yml"
    company.with_name("twin.yml").write_bytes(company.read_bytes())
    load_partnership(root, kept=kept)
    smes = load_partnership(root, kept=kept).profiles.smes
    assert (smes["acme"].id, smes["twin"].id) == ("acme", "twin")


@pytest.mark.parametrize("kind", [kind for kind in KINDS.values() if kind.folder != "."], ids=lambda kind: kind.name)
def test_every_field_is_kept_as_it_was_read(kind: Kind) -> None:
    values = texts(example(kind.record))
    written = json.dumps({**values, "id": "x"}, ensure_ascii=False)
    assert kind.record.model_validate_json(written) == kind.record.model_validate({**values, "id": "x"})


def texts(value: object) -> object:
    """Return an example as YAML gives it: maps, lists and text."""
    if isinstance(value, dict):
        return {key: texts(one) for key, one in value.items()}
    if isinstance(value, list):
        return [texts(one) for one in value]
    return str(value).lower() if isinstance(value, bool) else str(value)


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
