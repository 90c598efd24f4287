"""The commands of translators, on the invented world: how things stand, what is recorded, what is kept."""

import csv
import io
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from c2site.build.editing import code_owners
from c2site.build.translating import Chosen, keep, record, status
from c2site.check.roles import cluster_of
from c2site.check.translated import State
from c2site.cli import main
from c2site.load.files import record_files
from tests.conftest import WORLD

ONDA = "data/smes/mare-clara/onda-mansa.yml"
RECORDED = "data/smes/mare-clara/.translations/onda-mansa.yml"


@pytest.fixture
def world(tmp_path: Path) -> Path:
    shutil.copytree(WORLD / "data", tmp_path / "data")
    shutil.copytree(WORLD / "content", tmp_path / "content")
    return tmp_path


def change(root: Path, path: str, old: str, new: str) -> None:
    text = (root / path).read_text(encoding="utf-8")
    assert old in text
    (root / path).write_text(text.replace(old, new, 1), encoding="utf-8")


def age(root: Path) -> None:
    """Change the source text of the company's summary."""
    lines = (root / ONDA).read_text(encoding="utf-8").splitlines(keepends=True)
    at = next(number for number, line in enumerate(lines) if line.startswith("summary:"))
    tag = next(line.split()[1] for line in lines if line.startswith("source_language"))
    number = next(number for number in range(at, len(lines)) if lines[number].startswith(f"  {tag}: "))
    lines[number] = f"  {tag}: Something else entirely.\n"
    (root / ONDA).write_text("".join(lines), encoding="utf-8")


def run(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["translate", *arguments, "--root", str(root)], prog_name="c2site")


def outdated(root: Path) -> int:
    return sum(row.texts[State.OUTDATED] for row in status(root))


def test_the_world_is_recorded_and_nothing_in_it_is_outdated(world: Path):
    assert record(world) == []
    assert outdated(world) == 0


def test_a_changed_text_is_outdated_until_somebody_keeps_it(world: Path):
    age(world)
    assert outdated(world) > 0
    assert record(world) == []
    assert keep(world, "onda-mansa", field="summary") == [RECORDED]
    assert outdated(world) == 0


def test_what_is_kept_in_one_language_is_still_outdated_in_the_others(world: Path):
    age(world)
    before = outdated(world)
    keep(world, "onda-mansa", Chosen(("el",)))
    assert outdated(world) == before - 1


def test_what_is_recorded_of_a_record_that_is_gone_goes_too(world: Path):
    (world / ONDA).unlink()
    assert RECORDED in record(world)
    assert not (world / RECORDED).exists()


def test_a_folder_that_is_a_link_is_refused_and_never_written_into(world: Path, tmp_path_factory: pytest.TempPathFactory):
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    shutil.rmtree((world / RECORDED).parent)
    (world / RECORDED).parent.symlink_to(elsewhere)
    (elsewhere / "gone.yml").touch()
    result = run(world, "record")
    assert result.exit_code == 1
    assert "data/smes/mare-clara/.translations" in result.stderr
    assert [one.name for one in elsewhere.iterdir()] == ["gone.yml"]


def test_recorded_digests_are_no_records_and_belong_to_the_cluster(world: Path):
    assert not any(".translations" in one.path for one in record_files(world)[0])
    assert cluster_of(RECORDED) == "mare-clara"
    assert cluster_of("data/clusters/.translations/mare-clara.yml") == "mare-clara"
    assert "/data/clusters/.translations/mare-clara.yml @org/mare-clara @org/coordinators" in code_owners(world, "org")


def test_status_is_a_table_to_read_and_for_a_spreadsheet(world: Path):
    shown = run(world, "status", "--language", "el", "--cluster", "mare-clara").output.splitlines()
    assert shown[0].split()[:7] == ["language", "kind", "cluster", "missing", "outdated", "unreviewed", "current"]
    assert shown[-1].startswith("all")
    rows = list(csv.DictReader(io.StringIO(run(world, "status", "--format", "csv").output)))
    assert {row["kind"] for row in rows} >= {"sme", "offering", "page", "partnership"}
    assert "sr-Latn" not in {row["language"] for row in rows}


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["keep", "onda-mensa"], "did you mean 'onda-mansa'?"),
        (["keep", "onda-mansa", "--field", "sumary"], "it has:"),
        (["status", "--language", "sr-Latn"], "there is no language that people translate into 'sr-Latn'"),
        (["status", "--cluster", "mare"], "there is no cluster 'mare'"),
    ],
)
def test_what_is_not_there_is_told_with_what_is(world: Path, arguments: list[str], told: str):
    result = run(world, *arguments)
    assert result.exit_code == 2
    assert told in result.output
