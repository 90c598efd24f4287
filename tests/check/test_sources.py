"""Files named in a record are ordinary files below data/media/."""

from collections.abc import Callable

import pytest

from c2site.check import problems

from .conftest import TODAY, Partnership

Told = Callable[..., list[tuple[str, str]]]
DRAWING = '<svg xmlns="http://www.w3.org/2000/svg"/>'
CLUSTER = "data/clusters/blue-river.yml"


@pytest.mark.parametrize(
    ("place", "code"),
    [
        ("blue-rivers.svg", "unknown-asset"),
        ("Blue-River.svg", "unknown-asset"),
        ("/etc/passwd", "asset-place"),
        ("../partnership.yml", "asset-place"),
        ("logos/../blue-river.svg", "asset-place"),
        ("./blue-river.svg", "asset-place"),
        ("logos//blue-river.svg", "asset-place"),
        ("data/media/blue-river.svg", "asset-place"),
        ("media/blue-river.svg", "asset-place"),
        ("logos\\blue-river.svg", "asset-place"),
        ("https://example.org/logo.svg", "asset-place"),
        ("C:/logo.svg", "asset-place"),
    ],
)
def test_a_file_that_is_not_there_or_not_ours_is_told(told: Told, place: str, code: str) -> None:
    assert ("logo", code) in told(change={CLUSTER: {"logo: blue-river.svg": f"logo: '{place}'"}})


@pytest.mark.parametrize(
    ("place", "hint"),
    [
        ("/home/me/blue-river.svg", "write `blue-river.svg`"),
        ("data/media/logos/green.svg", "write `logos/green.svg`"),
        ("..\\new.svg", "write `new.svg`"),
        ("logos/", "write `logo.svg`"),
    ],
)
def test_the_place_meant_is_suggested(partnership: Partnership, place: str, hint: str) -> None:
    loaded = partnership(
        {"data/media/logos/green.svg": DRAWING}, {CLUSTER: {"logo: blue-river.svg": f"logo: '{place}'"}}
    )
    (one,) = (one for one in problems(loaded, TODAY) if one.code == "asset-place")
    assert hint in one.hint


def test_a_file_in_a_folder_of_the_media_is_found(told: Told) -> None:
    files = {"data/media/logos/blue.svg": DRAWING}
    assert told(files, {CLUSTER: {"logo: blue-river.svg": "logo: logos/blue.svg"}}) == []


@pytest.mark.parametrize("link", ["linked.svg", "linked/blue-river.svg"])
def test_links_in_the_media_folder_are_refused(partnership: Partnership, link: str) -> None:
    loaded = partnership(change={CLUSTER: {"logo: blue-river.svg": f"logo: {link}"}})
    target = "/etc/passwd" if link.endswith("d.svg") else str(loaded.root / "data/media")
    (loaded.root / "data/media" / link.split("/")[0]).symlink_to(target)
    assert ("logo", "asset-link") in [(one.field, one.code) for one in problems(loaded, TODAY)]


@pytest.mark.parametrize(
    "part",
    [
        "certificates:\n  - type: ISO 9001\n    file: paper.svg",
        "images:\n  - file: paper.svg\n    alt:\n      en: A paper",
        "logo: paper.svg",
    ],
)
def test_every_field_that_names_a_file_is_checked(told: Told, part: str) -> None:
    change = {"data/smes/blue-river/boreal.yml": {"country: AT": f"country: AT\n{part}"}}
    assert [code for _, code in told(change=change)] == ["unknown-asset"]
    assert told({"data/media/paper.svg": DRAWING}, change) == []


@pytest.mark.parametrize(
    ("path", "passage", "field"),
    [
        (
            "data/smes/blue-river/boreal.yml",
            {"country: AT": "country: AT\nemployees:\n  value: 2\n  sources: [none]"},
            "employees.sources.0",
        ),
        ("data/markets/mx.yml", {"country: MX": "country: MX\nproject_sources: [none]"}, "project_sources.0"),
        (
            "data/offerings/blue-river/meter.yml",
            {"    status: selling": "    status: selling\n    sources: [none]"},
            "markets.mx.sources.0",
        ),
        (
            "data/partnership.yml",
            {"    lead: blue-river": "    lead: blue-river\n    sources: [none]"},
            "work_packages.0.sources.0",
        ),
    ],
)
def test_a_source_is_looked_up_wherever_it_stands(told: Told, path: str, passage: dict[str, str], field: str) -> None:
    assert (field, "unknown-source") in told(change={path: passage})


def test_a_picture_that_is_none_is_told_where_it_is_named(told: Told) -> None:
    change = {"data/smes/blue-river/boreal.yml": {"country: AT": "country: AT\nlogo: paper.svg"}}
    assert told({"data/media/paper.svg": "x"}, change) == [("logo", "unfit-picture")]
    assert told({"data/media/paper.svg": DRAWING.replace("/>", "><script/></svg>")}, change) == [("logo", "drawing-left-out")]
