"""Whoever makes the pages, they are the same: this process, forked children, a cluster of other processes."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from c2site.build import making
from c2site.build.executors import executor
from c2site.build.prepare import prepared
from c2site.build.progress import Progress
from c2site.build.publish import published
from c2site.build.settings import Settings
from c2site.build.site import Site


@pytest.fixture(scope="module")
def cluster() -> Iterator[str]:
    """The address of a cluster of two workers on this machine."""
    distributed = pytest.importorskip("distributed")
    with distributed.LocalCluster(n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None) as found:
        yield found.scheduler_address.replace("tcp://", "dask://")


def built(settings: Settings, target: Path) -> dict[str, bytes]:
    with published(target) as out:
        Site(prepared(settings), out, Progress(False)).write_pages()
    return {path.relative_to(target).as_posix(): path.read_bytes() for path in sorted(target.rglob("*")) if path.is_file()}


def differing(one: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    return sorted(path for path in one.keys() | other.keys() if one.get(path) != other.get(path))


@pytest.fixture(scope="module")
def here(world_settings: Settings, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The world's pages, made one after another in this process."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(making, "FEW", 1_000_000)
        return built(world_settings, tmp_path_factory.mktemp("here") / "site")


def test_forked_children_write_the_same_bytes(world_settings: Settings, here: dict[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(making, "FEW", 0)
    monkeypatch.setattr(making, "BATCH", 5)
    assert differing(built(world_settings, tmp_path / "site"), here) == []


def test_a_cluster_writes_the_same_bytes(world_settings: Settings, here: dict[str, bytes], cluster: str, tmp_path: Path):
    assert differing(built(replace(world_settings, executor=cluster), tmp_path / "site"), here) == []


def test_a_cluster_that_outlives_a_build_reads_the_records_anew(world_settings: Settings, cluster: str, tmp_path: Path):
    shutil.copytree(world_settings.root, tmp_path / "world", ignore=shutil.ignore_patterns("c2site"))
    settings = replace(world_settings, root=tmp_path / "world", executor=cluster)
    built(settings, tmp_path / "site")
    for file in (tmp_path / "world" / "data" / "smes").glob("*/*.yml"):
        file.write_text(file.read_text(encoding="utf-8").replace("name: ", "name: New ", 1), encoding="utf-8")
    again = built(settings, tmp_path / "site")
    assert differing(again, built(replace(settings, executor=""), tmp_path / "fresh")) == []


def test_what_fails_in_a_child_fails_the_build(world_settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("c2site.build.tasks.composed", lambda *_: 1 / 0)
    monkeypatch.setattr(making, "FEW", 0)
    with pytest.raises(ZeroDivisionError):
        built(world_settings, tmp_path / "site")
    assert not (tmp_path / "site").exists()


def test_an_address_of_another_kind_is_refused():
    with pytest.raises(ValueError, match="dask://"), executor("ftp://here", 1):
        pass


def test_work_done_here_tells_its_errors():
    with executor("", 1) as pool:
        assert pool.submit(int, "7").result() == 7
        with pytest.raises(ValueError, match="x"):
            pool.submit(int, "x").result()


