"""Which catalogues `print` and `export` make: bad values, empty selections, shortlists as they were saved."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from c2site.build.prepare import Prepared
from c2site.build.selecting import chosen
from c2site.catalogue import Portal, Wanted
from c2site.cli import main
from tests.conftest import WORLD


def export(out: Path, *options: str) -> Result:
    return CliRunner().invoke(main, ["export", "--root", str(WORLD), "--out", str(out), "--format", "json", *options], prog_name="c2site")


def files(out: Path) -> list[str]:
    return sorted(path.name for path in out.rglob("*") if path.is_file())


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--sector", "enrgy"), "did you mean 'energy'?"),
        (("--cluster", "mareclara"), "did you mean 'mare-clara'?"),
        (("--event", "ev-quayday"), "did you mean 'ev-quay-day'?"),
        (("--sme", "onda-manza"), "did you mean 'onda-mansa'?"),
        (("--sme", "vanished"), "was withdrawn"),
        (("--market", "jpn"), "did you mean 'jp'?"),
        (("--market", "quay-day-2027", "--sector", "energy"), "Allowed: br, jp."),
        (("--language", "xx"), "Allowed: en, pt"),
        (("--paper", "a3"), "'a4', 'letter'"),
        (("--sme", "amwaj", "--shortlist", __file__), "one of them at a time"),
        (("--shortlist", "/nowhere"), "does not exist"),
    ],
)
def test_a_bad_value_is_told_with_what_is_allowed_and_writes_nothing(tmp_path: Path, options: tuple[str, ...], told: str):
    result = export(tmp_path, *options)
    assert result.exit_code == 2
    assert told in " ".join(result.output.split())
    assert files(tmp_path) == []


def test_an_empty_selection_says_why_and_writes_nothing(tmp_path: Path):
    result = export(tmp_path, "--market", "jp", "--event", "ev-quay-day", "--sector", "water", "--cluster", "saaristovalo")
    assert result.exit_code == 1
    for told in ("nothing would stand", "market jp (", "event ev-quay-day (", "sector water (", "cluster saaristovalo ("):
        assert told in result.output
    assert files(tmp_path) == []


def test_a_language_in_which_no_edition_is_made_is_told_with_those_there_are(tmp_path: Path):
    result = export(tmp_path, "--market", "jp", "--language", "el")
    assert result.exit_code == 1
    assert "they are made in: en" in result.output
    assert files(tmp_path) == []


def test_what_of_a_shortlist_is_left_out_is_told_with_its_line(tmp_path: Path):
    listed = tmp_path / "my list.csv"
    listed.write_text('\ufeff"Id","A","B","C"\r\n"shore-power","","",""\r\n"onda-mans","","",""\r\n"vanished","","",""\r\n"mare-clara","","",""\r\n', encoding="utf-8")
    result = export(tmp_path / "out", "--shortlist", str(listed), "--language", "ar")
    assert result.exit_code == 1
    assert [name.endswith(".json") and "my_list" in name for name in files(tmp_path / "out")] == [True]
    said = result.output.splitlines()
    assert [line.split(":")[1] for line in said if ": error:" in line] == ["3", "4", "5"]
    assert "did you mean" in result.output.lower()
    assert "withdrawn" in result.output


def test_a_shortlist_of_companies_without_offerings_names_them_and_what_was_left_out(tmp_path: Path):
    (tmp_path / "list").write_text("empty-quay\nnobody\n")
    result = export(tmp_path / "out", "--shortlist", str(tmp_path / "list"))
    assert result.exit_code == 1
    assert "sme empty-quay (0)" in result.output and "nobody" in result.output


@pytest.mark.parametrize("text", ["", "nobody\n", "# only words\n", "../../etc/passwd\n\u202e\n"])
def test_a_shortlist_of_nothing_that_is_published_makes_no_catalogue_of_everything(tmp_path: Path, text: str):
    (tmp_path / "list").write_text(text, encoding="utf-8")
    result = export(tmp_path / "out", "--shortlist", str(tmp_path / "list"))
    assert result.exit_code == 1
    assert "names no company and no offering" in result.output
    assert files(tmp_path / "out") == []


def test_a_selection_holds_what_was_asked_for_in_the_language_asked_for(tmp_path: Path):
    result = export(tmp_path, "--market", "jp", "--sector", "energy", "--language", "he", "--title", "For the visit")
    assert result.exit_code == 0, result.output
    (name,) = files(tmp_path)
    found = json.loads(next(tmp_path.rglob(name)).read_text(encoding="utf-8"))
    assert (found["language"], found["title"]["text"]) == ("he", "For the visit")
    assert all("energy" in [sector["id"] for sector in entry["sectors"]] for entry in found["entries"])
    assert [entry["number"] for entry in found["entries"]] == list(range(1, len(found["entries"]) + 1))


def test_paper_and_title_of_a_published_edition_are_overridden_and_the_edition_is_not(portal: Portal, world: Prepared):
    ((edition, tag),) = chosen(world, Wanted(markets=("jp",), title="Visit", paper="a4")).editions
    published = portal.profiles.editions["jp-2027"]
    assert (edition.id, tag, edition.paper, edition.title) == ("jp-2027", "en", "a4", {"en": "Visit"})
    assert published.title != edition.title
    assert portal.catalogue(edition).entries == portal.catalogue(published).entries


def test_format_is_for_preflight_alone():
    result = CliRunner().invoke(main, ["print", "--root", str(WORLD), "--format", "json"], prog_name="c2site")
    assert result.exit_code == 2
    assert "--preflight" in result.output
