"""Every mistake in tests/mistakes is told, exactly."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from c2site.check import problems

from .conftest import MISTAKES, TODAY, Partnership, as_expected

CASES = sorted(path for path in MISTAKES.glob("*.yml") if path.name != "minimal.yml")
PLACE = ("path", "line", "column", "field", "code")


def test_there_are_mistakes_enough() -> None:
    assert len(CASES) >= 40


def test_the_partnership_without_mistakes_has_no_problem(partnership: Partnership) -> None:
    assert problems(partnership(), TODAY) == ()


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_the_mistake_is_told_exactly(case: Path, partnership: Partnership) -> None:
    mistake: dict[str, Any] = yaml.safe_load(case.read_text(encoding="utf-8"))
    found = problems(partnership(mistake.get("files", {}), mistake.get("change", {})), TODAY)
    assert [as_expected(one) for one in found] == [{name: one[name] for name in PLACE} for one in mistake["problems"]]
    for one, expected in zip(found, mistake["problems"], strict=True):
        assert expected.get("message_contains", "") in one.message
        assert expected.get("hint_contains", "") in one.hint
