"""Everything is checked, every problem has its place, and only files with problems are read again."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from c2site.check import problems
from c2site.load.partnership import Loaded, load_partnership

from .conftest import TODAY, Partnership

BOREAL, ACME = "data/smes/blue-river/boreal.yml", "data/smes/blue-river/acme.yml"
TWO_MISTAKES = {BOREAL: {"country: AT": "country: ZZ"}, "data/events/expo.yml": {"kind: fair": "kind: fare"}}


def test_problems_of_files_and_across_files_come_in_one_sorted_run(partnership: Partnership) -> None:
    found = problems(partnership(change=TWO_MISTAKES), TODAY)
    assert [(one.path, one.line, one.code) for one in found] == [
        ("data/events/expo.yml", 5, "wrong-choice"),
        (BOREAL, 5, "unknown-country"),
    ]


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ([BOREAL], {BOREAL}),
        (["data/smes"], {BOREAL}),
        (["data/events/"], {"data/events/expo.yml"}),
        (["data/smes/blue-river/bore"], set()),
        (["."], {BOREAL, "data/events/expo.yml"}),
        ([], set()),
    ],
)
def test_only_problems_of_the_wanted_files_are_returned(
    partnership: Partnership, files: list[str], expected: set[str]
) -> None:
    assert {one.path for one in problems(partnership(change=TWO_MISTAKES), TODAY, files=files)} == expected


def test_only_files_with_problems_are_read_again(partnership: Partnership, monkeypatch: pytest.MonkeyPatch) -> None:
    loaded = partnership(change=TWO_MISTAKES)
    read: list[tuple[str, str]] = []
    document = Loaded.document

    def counted(self: Loaded, folder: str, key: str) -> object:
        read.append((folder, key))
        return document(self, folder, key)

    monkeypatch.setattr(Loaded, "document", counted)
    problems(loaded, TODAY)
    assert read == [("smes", "boreal")]


def test_a_file_that_changed_meanwhile_is_told_without_its_place(partnership: Partnership) -> None:
    loaded = partnership(change={BOREAL: {"country: AT": "country: ZZ"}})
    (loaded.root / BOREAL).unlink()
    (one,) = (one for one in problems(loaded, TODAY) if one.code == "unknown-country")
    assert (one.line, one.column, one.field) == (0, 0, "country")


def test_today_decides_what_has_expired(partnership: Partnership) -> None:
    loaded = partnership(change={BOREAL: {"country: AT": "country: AT\nvalid_until: 2026-06-01"}})
    assert problems(loaded, date(2026, 4, 2)) == ()
    assert [one.code for one in problems(loaded, date(2026, 6, 1))] == ["expires-soon"]
    assert [one.code for one in problems(loaded, date(2026, 6, 2))] == ["expired"]


def test_a_draft_is_not_said_to_expire(told: Callable[..., list]) -> None:
    change = {BOREAL: {"status: published": "status: draft", "country: AT": "country: AT\nvalid_until: 2020-01-01"}}
    assert told(change=change) == []


def test_a_folder_that_is_no_partnership_is_told(tmp_path: Path) -> None:
    assert [one.code for one in problems(load_partnership(tmp_path), TODAY)] == ["missing-file"]


def test_a_broken_bibliography_is_told_once_and_not_for_each_source(told: Callable[..., list]) -> None:
    assert told(files={"data/references.bib": "@online{"}) == [("", "broken-bibliography")]


def test_without_a_bibliography_every_source_is_unknown(told: Callable[..., list]) -> None:
    codes = [code for _, code in told(files={"data/references.bib": None})]
    assert codes.count("unknown-source") == 2


def test_a_partnership_without_a_brand_of_its_own_has_the_hues_of_ours(told: Callable[..., list]) -> None:
    without = {"theme/brand/tokens.json": None}
    assert told(files=without) == []
    assert told(files=without, change={"data/sectors/ict.yml": {"tone: ict": "tone: lilac"}}) == [
        ("tone", "unknown-tone")
    ]


def test_a_brand_of_its_own_has_its_own_hues(told: Callable[..., list]) -> None:
    tokens = '{"color": {"sector": {"$type": "color", "ict": {}, "lilac": {}}}}'
    change = {"data/sectors/ict.yml": {"tone: ict": "tone: lilac"}}
    assert told(files={"theme/brand/tokens.json": tokens}, change=change) == [("tone", "unknown-tone")], (
        "water’s `environment`"
    )


def test_a_brand_that_cannot_be_read_judges_no_hue(told: Callable[..., list]) -> None:
    assert (
        told(files={"theme/brand/tokens.json": "{"}, change={"data/sectors/ict.yml": {"tone: ict": "tone: lilac"}})
        == []
    )
