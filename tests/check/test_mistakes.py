"""Every mistake in tests/mistakes is told, exactly, and mended where that is safe."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from c2site.build.mending import has_mend, mending
from c2site.build.settings import settings_from
from c2site.check import missing, problems
from c2site.check.pages import page_problems
from c2site.errors import Problem
from c2site.load.pages import load_pages
from c2site.load.partnership import Loaded

from .conftest import MISTAKES, TODAY, Partnership, as_expected

CASES = sorted(path for path in MISTAKES.glob("*.yml") if path.name != "minimal.yml")
PLACE = ("path", "line", "column", "field", "code")


def read(case: Path) -> dict[str, Any]:
    return {"files": {}, "change": {}, **yaml.safe_load(case.read_text(encoding="utf-8"))}


def told(mistake: Mapping[str, Any], loaded: Loaded) -> list[Problem]:
    """Return what is said of the records and pages, and on request what is missing in the files changed."""
    notes = [one for one in missing(loaded) if one.path in mistake["change"]] if mistake.get("missing") else []
    return sorted([*problems(loaded, TODAY), *page_problems(load_pages(loaded.root), loaded), *notes])


def test_there_are_mistakes_enough() -> None:
    assert len(CASES) >= 150
    assert sum("mended" in read(case) for case in CASES) >= 45


def test_the_partnership_without_mistakes_has_no_problem(partnership: Partnership) -> None:
    assert problems(partnership(), TODAY) == ()


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_the_mistake_is_told_exactly_and_mended_where_it_is_certain(case: Path, partnership: Partnership) -> None:
    mistake = read(case)
    loaded = partnership(mistake["files"], mistake["change"])
    found = told(mistake, loaded)
    assert [as_expected(one) for one in found] == [{name: one[name] for name in PLACE} for one in mistake["problems"]]
    for one, expected in zip(found, mistake["problems"], strict=True):
        assert expected.get("message_contains", "") in one.message
        assert expected.get("hint_contains", "") in one.hint
    assert_mended(loaded, found, mistake.get("mended", {}))


def assert_mended(loaded: Loaded, found: list[Problem], expected: Mapping[str, Any]) -> None:
    """Prove that `expected` is what is mended, and nothing else; a mend that is tried may be given up."""
    if not expected and not has_mend(loaded.root, found):
        return
    made = mending(replace(settings_from(loaded.root), today=TODAY))
    renamed = {path: new for path, new in expected.items() if isinstance(new, str)}
    change = made.rewriting
    assert change.moved == {new: path for path, new in renamed.items()}
    assert change.files.keys() - change.moved.keys() - renamed.keys() == expected.keys() - renamed.keys() - change.moved.keys()
    for path in expected.keys() - renamed.keys():
        text, raw = change.before[change.moved.get(path, path)].decode(), change.files[path]
        for before, after in expected[path].items():
            assert text.count(before) == 1
            text = text.replace(before, after)
        assert raw.decode() == text
