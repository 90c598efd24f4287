"""The invented partnership of tests/mistakes, written to disk with whatever a test changes in it."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pytest
import yaml

from c2site.check import problems
from c2site.errors import Problem
from c2site.load.partnership import Loaded, load_partnership

MISTAKES = Path(__file__).parents[1] / "mistakes"
TODAY = date(2026, 6, 1)

Partnership = Callable[..., Loaded]


def minimal_files() -> dict[str, str]:
    """Return the text of every file of the partnership without mistakes."""
    return yaml.safe_load((MISTAKES / "minimal.yml").read_text(encoding="utf-8"))["files"]


@pytest.fixture
def partnership(tmp_path: Path) -> Partnership:
    """A function that writes the partnership, with `files` laid over it and passages changed, and loads it."""

    def written(files: Mapping[str, str | None] = {}, change: Mapping[str, Mapping[str, str]] = {}) -> Loaded:
        texts = {**minimal_files(), **files}
        for path, passages in change.items():
            for before, after in passages.items():
                assert texts[path].count(before) == 1, f"{before!r} must stand in {path} once"
                texts[path] = texts[path].replace(before, after)
        for path, text in texts.items():
            if text is not None:
                (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
                (tmp_path / path).write_bytes(text.encode())
        return load_partnership(tmp_path)

    return written


@pytest.fixture
def told(partnership: Partnership) -> Callable[..., list[tuple[str, str]]]:
    """A function that returns (field, code) of every problem of a changed partnership."""

    def codes(
        files: Mapping[str, str | None] = {}, change: Mapping[str, Mapping[str, str]] = {}
    ) -> list[tuple[str, str]]:
        return [(one.field, one.code) for one in problems(partnership(files, change), TODAY)]

    return codes


def as_expected(one: Problem) -> dict[str, str | int]:
    """Return what a mistake's file says of a problem, without its words."""
    return {name: getattr(one, name) for name in ("path", "line", "column", "field", "code")}
