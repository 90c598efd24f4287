"""Records found sound before are told of as if they were looked at for the first time, whatever changes around them."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from c2site.check import grounds, problems
from c2site.check.grounds import NAME
from c2site.load.partnership import load_partnership

from .conftest import MISTAKES, TODAY, Partnership

CASES = sorted(path for path in MISTAKES.glob("*.yml") if path.name != "minimal.yml")


class Memory(dict[str, bytes]):
    """Everything that is put there."""

    put = dict.__setitem__


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_a_mistake_is_told_after_a_build_without_it(case: Path, partnership: Partnership) -> None:
    kept = Memory()
    problems(partnership(), TODAY, kept=kept)
    mistake: dict[str, Any] = yaml.safe_load(case.read_text(encoding="utf-8"))
    spoilt = partnership(mistake.get("files", {}), mistake.get("change", {}))
    first = problems(spoilt, TODAY)
    assert problems(spoilt, TODAY, kept=kept) == first
    assert problems(spoilt, TODAY, kept=kept) == first


@pytest.fixture
def looked_at(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The records looked at value by value."""
    seen: list[str] = []
    found_in = grounds.found_in
    monkeypatch.setattr(grounds, "found_in", lambda filed, values, around: [seen.append(filed.record.id), *found_in(filed, values, around)][1:])
    return seen


def test_sound_records_are_looked_at_once(partnership: Partnership, looked_at: list[str]) -> None:
    kept, loaded = Memory(), partnership()
    problems(loaded, TODAY, kept=kept)
    assert {"acme", "boreal"} <= set(looked_at)
    looked_at.clear()
    problems(loaded, TODAY, kept=kept)
    assert not {"acme", "boreal"} & set(looked_at)


RICH = {"data/smes/blue-river/acme.yml": {"summary:\n": "sources: [smith-2024]\nlogo: blue-river.svg\nsummary:\n  ar: عدادات المياه\n"}}
CHANGES: dict[str, Callable[[Path], object]] = {
    "a company its offering needs becomes a draft": lambda root: change(root, "data/smes/blue-river/acme.yml", "status: published", "status: draft"),
    "a company its offering needs goes": lambda root: (root / "data/smes/blue-river/acme.yml").unlink(),
    "a sector goes": lambda root: next((root / "data/sectors").glob("*.yml")).unlink(),
    "a cluster goes": lambda root: next((root / "data/clusters").glob("*.yml")).unlink(),
    "the sources go": lambda root: (root / "data/references.bib").write_text("@misc{other-2024,\n title = {x},\n url = {https://example.org}\n}\n"),
    "the sources break": lambda root: (root / "data/references.bib").write_text("@misc{"),
    "a cluster moves abroad": lambda root: change(root, "data/clusters/blue-river.yml", "country: AT", "country: BG"),
    "a language is read no more": lambda root: change(root, "data/partnership.yml", "  - tag: ar\n", "  - tag: fr\n"),
    "a picture goes": lambda root: next((root / "data/media").rglob("blue-river.svg")).unlink(),
    "a second record takes an id": lambda root: (root / "data/smes/green-hill").mkdir(exist_ok=True)
    or (root / "data/smes/green-hill/acme.yml").write_text((root / "data/smes/blue-river/acme.yml").read_text()),
    "a file moves to another cluster": lambda root: (root / "data/smes/green-hill").mkdir(exist_ok=True)
    or (root / "data/smes/blue-river/acme.yml").rename(root / "data/smes/green-hill/acme.yml"),
}


def change(root: Path, path: str, before: str, after: str) -> None:
    text = (root / path).read_text(encoding="utf-8")
    assert before in text
    (root / path).write_text(text.replace(before, after), encoding="utf-8")


@pytest.mark.parametrize("what", CHANGES)
def test_what_changes_around_a_sound_record_is_noticed(what: str, partnership: Partnership) -> None:
    kept, loaded = Memory(), partnership(change=RICH)
    assert problems(loaded, TODAY, kept=kept) == ()
    CHANGES[what](loaded.root)
    after = load_partnership(loaded.root)
    found = problems(after, TODAY)
    assert found != ()
    assert problems(after, TODAY, kept=kept) == found


def test_the_day_is_noticed(partnership: Partnership) -> None:
    kept = Memory()
    loaded = partnership(change={"data/smes/blue-river/acme.yml": {"status: published\n": "status: published\nvalid_until: 2026-12-31\n"}})
    assert problems(loaded, date(2026, 11, 1), kept=kept) == ()
    assert [one.code for one in problems(loaded, date(2026, 11, 2), kept=kept)] == ["expires-soon"]
    assert [one.code for one in problems(loaded, date(2027, 1, 1), kept=kept)] == ["expired"]


def test_a_record_with_a_problem_is_not_sound(partnership: Partnership) -> None:
    kept = Memory()
    loaded = partnership(change={"data/smes/blue-river/acme.yml": {"country: AT": "country: QQ"}})
    found = problems(loaded, TODAY, kept=kept)
    assert found != ()
    assert loaded.digests["smes", "acme"].encode() not in kept[NAME]
    assert loaded.digests["smes", "boreal"].encode() in kept[NAME]
    assert problems(loaded, TODAY, kept=kept) == found
