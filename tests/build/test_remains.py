"""What earlier builds have kept never outlives the records it was made of."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from c2site.build.cache import Cache, key_of
from c2site.build.prepare import prepared
from c2site.build.remains import Ledger, empty
from c2site.build.settings import Settings, settings_from
from c2site.errors import DataError
from tests.conftest import TODAY, WORLD

COMPANY = Path("data", "smes", "gal-bahir", "cafe-angstrom.yml")
BOOK = key_of("book")


@pytest.fixture
def built(tmp_path: Path) -> Settings:
    """A copy of the world in whose cache a build has kept a book."""
    shutil.copytree(WORLD, tmp_path / "world", ignore=shutil.ignore_patterns(".cache"))
    settings = replace(settings_from(tmp_path / "world", {}), today=TODAY)
    prepared(settings)
    Cache(settings.cache).put(BOOK, b"a book")
    return settings


def kept(settings: Settings) -> bytes | None:
    prepared(settings)
    return Cache(settings.cache).get(BOOK)


def rewrite(old: str, new: str) -> Callable[[Path], object]:
    return lambda path: path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")


@pytest.mark.parametrize("change", [Path.unlink, rewrite("status: published", "status: withdrawn")])
def test_book_goes_with_the_record_it_may_hold(built: Settings, change: Callable[[Path], object]):
    change(built.root / COMPANY)
    assert kept(built) is None


@pytest.mark.parametrize("change", [rewrite("status: published", "status: draft"), rewrite("country:", "cuontry:"), rewrite("name: ", "name: New ")])
def test_book_outlives_every_other_change(built: Settings, change: Callable[[Path], object]):
    change(built.root / COMPANY)
    assert kept(built) == b"a book"


def test_cache_of_unknown_records_is_emptied(built: Settings):
    (built.cache / "records").unlink()
    assert kept(built) is None


def test_ledger_names_nobody(built: Settings):
    assert "angstrom" not in (built.cache / "records").read_text(encoding="ascii")


def test_build_after_a_kill_empties_the_rest(built: Settings, monkeypatch: pytest.MonkeyPatch):
    ledger = built.cache / "records"
    unlink = Path.unlink
    monkeypatch.setattr(Path, "unlink", lambda path, missing_ok=False: unlink(path, missing_ok) if path == ledger else _killed())
    with pytest.raises(KeyboardInterrupt):
        empty(built.cache)
    assert not Ledger(ledger).misses(set(ledger.read_text().split()))


def _killed() -> None:
    raise KeyboardInterrupt


def test_remains_that_cannot_be_removed_stop_the_build(built: Settings, monkeypatch: pytest.MonkeyPatch):
    (built.root / COMPANY).unlink()

    def refuse(path: Path, missing_ok: bool = False) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "unlink", refuse)
    with pytest.raises(DataError) as stopped:
        prepared(built)
    assert [one.code for one in stopped.value.problems] == ["remains-kept"]
