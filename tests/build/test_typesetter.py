"""The child process that sets a book: each of its limits bites, and nothing leads out of it."""

import os
import socket
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from c2site.build import catalogues
from c2site.build.catalogues import book, print_brand
from c2site.build.output import Output
from c2site.build.prepare import Prepared
from c2site.build.progress import Progress
from c2site.build.typesetter import Limits, Spent, set_book, stage_type
from c2site.errors import DataError
from tests.conftest import REPOSITORY

THEME = REPOSITORY / "theme"
NETWORK = "from c2site.build.typesetter import leave_network; import socket; print(leave_network(), flush=True); socket.create_connection(('127.0.0.1', {port}), 5)"
WRITING = "from c2site.build.typesetter import bound; bound(2**33, 20); import os; os.write(os.open('written', os.O_WRONLY | os.O_CREAT), b'x')"
ENDLESS = "#for a in range(100000) { for b in range(100000) { for c in range(100000) {} } }\n"
HUGE = "#let numbers = range(60000000)\n"


@pytest.fixture(scope="module")
def stage(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("stage")
    stage_type(THEME, folder)
    return folder


@pytest.fixture(scope="module")
def content(world: Prepared) -> str:
    edition = world.portal.profiles.editions["quay-day-2027"]
    return book(world.portal, edition, edition.languages[0], print_brand(world))


def test_a_book_is_set(content: str, stage: Path):
    assert set_book(content, stage).startswith(b"%PDF-")


def staged(folder: Path, template: str) -> Path:
    """Return a stage with this one template."""
    (folder / "fonts").mkdir(exist_ok=True)
    (folder / "print").mkdir(exist_ok=True)
    (folder / "print" / "catalogue.typ").write_text(template, encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("template", "limits"),
    [(HUGE, Limits(memory=1024**3)), (ENDLESS, Limits(processor=1, clock=8)), (ENDLESS, Limits(clock=1))],
    ids=["memory", "processor", "clock"],
)
def test_each_limit_bites(content: str, tmp_path: Path, template: str, limits: Limits, request: pytest.FixtureRequest):
    with pytest.raises(Spent, match=request.node.callspec.id):
        set_book(content, staged(tmp_path, template), limits)


def test_a_book_that_costs_too_much_is_told_with_its_edition(world: Prepared, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    def spent(content: str, stage: Path) -> bytes:
        raise Spent("clock")

    monkeypatch.setattr(catalogues, "set_book", spent)
    unkept = replace(world, settings=replace(world.settings, root=tmp_path))
    with pytest.raises(DataError) as raised:
        catalogues.write_pdfs(unkept, Output(tmp_path), Progress(), catalogues.chosen_editions(world, ("jp",)))
    assert {(one.code, one.path) for one in raised.value.problems} == {("book-limits", "data/editions/jp-2027.yml")}


def test_the_stage_holds_ordinary_files_only(stage: Path):
    found = [path for path in stage.rglob("*") if not path.is_dir()]
    assert len(found) > 10
    assert all(path.is_file() and not path.is_symlink() for path in found)


def test_a_template_that_is_a_link_is_refused(tmp_path: Path):
    (tmp_path / "print").mkdir()
    (tmp_path / "print" / "catalogue.typ").symlink_to("/etc/passwd")
    with pytest.raises(DataError):
        stage_type(tmp_path, tmp_path / "stage")


def test_a_template_reads_nothing_outside_its_folder_and_fetches_nothing(content: str, tmp_path: Path):
    for line in ('#read("/../../etc/passwd")\n', '#read("/etc/passwd")\n', '#import "@preview/cetz:0.4.0": canvas\n'):
        with pytest.raises(RuntimeError, match="TypstError"):
            set_book(content, staged(tmp_path, line))


def test_no_template_asks_for_a_package():
    assert not [path.name for path in (THEME / "print").glob("*.typ") if '"@' in path.read_text(encoding="utf-8")]


def child(code: str, folder: Path) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(REPOSITORY)}
    return subprocess.run([sys.executable, "-c", code], cwd=folder, env=environment, capture_output=True, text=True, check=False, timeout=60)


def test_the_child_reaches_no_network_where_the_kernel_allows_that(tmp_path: Path):
    with socket.create_server(("127.0.0.1", 0)) as server:
        done = child(NETWORK.format(port=server.getsockname()[1]), tmp_path)
    if done.stdout == "False\n":
        pytest.skip("this kernel gives no process a network of its own")
    assert "unreachable" in done.stderr


def test_the_child_writes_no_file(tmp_path: Path):
    assert child(WRITING, tmp_path).returncode != 0
    assert (tmp_path / "written").read_bytes() == b""
