"""Reports for the partners: whole, escaped, and never where they would be published."""

import csv
import io
import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from markupsafe import escape

from c2site.build.prepare import Prepared, prepared
from c2site.build.report import steps_of, write_report
from c2site.build.settings import settings_from
from tests.conftest import REPOSITORY, WORLD
from tests.marking import plain

NAME = "<script>alert(1)</script> & Sons"


def test_the_state_tells_each_cluster_in_the_readers_language(world: Prepared, tmp_path: Path):
    text = write_report(world, "state.html", tmp_path, "ar").read_text(encoding="utf-8")
    assert '<html lang="ar" dir="rtl"' in text
    assert all(f"<bdi>{one.short_name}</bdi>" in text for one in world.portal.profiles.clusters.values())
    assert "sum(events.after.b2b_meetings)" in text
    assert "src=" not in text and "url(" not in text


def test_the_state_names_the_offerings_to_call_about_first(tmp_path: Path):
    seeking = prepared(replace(settings_from(REPOSITORY / "tests" / "matching_world", {}), today=date(2027, 6, 1)))
    text, portal = write_report(seeking, "state.html", tmp_path, "en").read_text(encoding="utf-8"), seeking.portal
    first = [portal.profiles.offerings[found[0].offering].name["en"] for found in portal.matches.matches_of_need.values()]
    assert first and all(escape(name) in text for name in first)


def test_prospects_are_told_with_their_state_and_nothing_in_them_runs(world: Prepared, tmp_path: Path):
    one = next(iter(world.portal.profiles.prospects.values()))
    hostile = one.model_copy(update={"id": "hostile", "organisation": NAME, "website": "=1+1", "state": "contacted"})
    portal = replace(world.portal, profiles=replace(world.portal.profiles, prospects={"hostile": hostile}))
    seen = replace(world, portal=portal)
    page = write_report(seen, "prospects.html", tmp_path).read_text(encoding="utf-8")
    assert "<script" not in page and "&lt;script&gt;" in page
    table = write_report(seen, "prospects.csv", tmp_path).read_bytes().decode("utf-8-sig")
    (row,) = csv.DictReader(io.StringIO(table, newline=""))
    assert (row["Organisation"], row["State"], row["Website"]) == (NAME, "contacted", "'=1+1")


@pytest.mark.parametrize("folder", ["site", "data/media", "content", "site/deep/er"])
def test_no_report_is_written_where_it_would_be_published(world: Prepared, folder: str):
    wanted = world.settings.root / folder
    with pytest.raises(ValueError, match="published"):
        write_report(world, "state.html", wanted)
    assert not (wanted / "state.html").exists()


def test_a_site_is_known_wherever_it_lies(world: Prepared, tmp_path: Path):
    (tmp_path / "sitemap.xml").write_text("<urlset/>", encoding="utf-8")
    with pytest.raises(ValueError, match="published"):
        write_report(world, "prospects.csv", tmp_path / "reports")


def test_an_unknown_language_is_told_with_those_there_are(world: Prepared, tmp_path: Path):
    with pytest.raises(ValueError, match="languages are: .*pt"):
        write_report(world, "state.html", tmp_path, "xx")
    assert not list(tmp_path.iterdir())


def test_readiness_is_told_requirement_by_requirement(world: Prepared, tmp_path: Path):
    table = write_report(world, "readiness.csv", tmp_path).read_bytes().decode("utf-8-sig")
    states = {(row["Offering"], row["State"]) for row in csv.DictReader(io.StringIO(table, newline="")) if row["Shown by"] == "INMAR"}
    assert ("Shore-power cabinet", "met") in states and any(state == "unknown" for _, state in states)
    page = write_report(world, "readiness.html", tmp_path, "ar").read_text(encoding="utf-8")
    assert "Shore-power cabinet" in page or "INMAR" in page
    assert 'dir="rtl"' in page and "<script" not in page


def test_no_file_of_the_site_names_a_prospect_or_tells_a_score(built: Path, world: Prepared):
    files = sorted((WORLD / "data" / "prospects").glob("*.yml"))
    told = {name for path in files for name in re.findall(r"^(?:organisation|website): (?:https://)?([^\s&]{6,})", path.read_text(encoding="utf-8"), re.MULTILINE)}
    assert {"Majakat", "sal-e-brisa.example"} <= told
    scores = {one.phrase(f"completeness.{word}") for one in world.portal.readers for word in ("title", "next", "complete")}
    names = re.compile("|".join(map(re.escape, {*told, *scores, *(path.stem for path in files), "shore-power"})), re.IGNORECASE)
    found = {name.casefold() for path in built.rglob("*") if path.is_file() for name in names.findall(f"{path} {plain(path)}")}
    assert found == {"shore-power"}, "an offering is found, and no prospect"


def test_completeness_is_told_by_cluster_with_what_to_write_next(world: Prepared, tmp_path: Path):
    page = write_report(world, "completeness.html", tmp_path, "he").read_text(encoding="utf-8")
    assert '<html lang="he" dir="rtl"' in page and "src=" not in page and "url(" not in page and page.count('class="bar"') > 30
    assert "<code dir=\"ltr\">oneil: mailbox</code>" in page
    table = write_report(world, "completeness.csv", tmp_path, "en", "mare-clara").read_bytes().decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(table, newline="")))
    assert {row["Cluster"] for row in rows} == {"mare-clara"}
    assert [row["Score"] for row in rows if (row["Id"], row["Market"], row["Language"]) == ("hull-robot", "Brazil (invented facts)", "pt-BR")] == ["45"]
    assert next(row["Missing"] for row in rows if (row["Id"], row["Language"]) == ("shore-power", "en") and row["Score"] != "100") == "certificates (NAMI)"


def test_names_in_the_report_of_completeness_do_not_run(world: Prepared, tmp_path: Path):
    smes = dict(world.portal.profiles.smes)
    smes["oneil"] = smes["oneil"].model_copy(update={"name": NAME})
    seen = replace(world, portal=replace(world.portal, profiles=replace(world.portal.profiles, smes=smes)))
    page = write_report(seen, "completeness.html", tmp_path).read_text(encoding="utf-8")
    assert "<script" not in page and str(escape(NAME)) in page
    smes["oneil"] = smes["oneil"].model_copy(update={"name": "=1+1"})
    seen = replace(world, portal=replace(world.portal, profiles=replace(world.portal.profiles, smes=smes)))
    assert "\"'=1+1\"" in write_report(seen, "completeness.csv", tmp_path).read_bytes().decode("utf-8-sig")


def test_same_data_gives_the_same_report(world: Prepared, tmp_path: Path):
    made = [write_report(world, name, tmp_path / str(turn)).read_bytes() for turn in (1, 2) for name in ("completeness.html", "completeness.csv")]
    assert made[:2] == made[2:]


def test_unknown_cluster_is_told_with_those_there_are(world: Prepared, tmp_path: Path):
    with pytest.raises(ValueError, match="clusters are: .*mare-clara"):
        write_report(world, "completeness.html", tmp_path, "en", "nowhere")


def test_what_to_write_next_is_told_with_its_file_and_an_example(world: Prepared):
    told = steps_of(world, "hull-robot")
    assert told.startswith("hull-robot: 41 of 100\n  br pt-BR: 45\n")
    assert "+10 data/smes/mare-clara/oneil.yml: mailbox\n    mailbox: " in told
    assert "Nothing that buyers ask first is missing." in steps_of(world, "onda-mansa")
    with pytest.raises(LookupError, match="hull-robot"):
        steps_of(world, "hull-robt")
