"""The command line: exit codes, formats, help, and that every option is documented."""

import json
import shutil
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from c2site.check.roles import cluster_of
from c2site.cli import main
from tests.build.test_reviewing import git
from tests.conftest import WORLD

COMMANDS = [
    "build", "check", "codeowners", "export", "fmt", "forget", "forms", "import", "merge", "new", "next", "pack", "pages", "print", "record", "rename", "report", "review",
    "schema", "serve", "translate", "withdraw",
]


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, list(arguments), prog_name="c2site")


@pytest.fixture
def world_copy(tmp_path: Path) -> Path:
    shutil.copytree(WORLD, tmp_path / "world")
    return tmp_path / "world"


def spoil(root: Path) -> None:
    path = root / "data" / "smes" / "mare-clara" / "oneil.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("country:", "cuontry:", 1), encoding="utf-8")


def commit(root: Path, message: str) -> None:
    git(root, "init", "--quiet")
    git(root, "add", "data")
    git(root, "commit", "--quiet", f"--message={message}")


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_explains_itself_with_an_example(command: str):
    result = run(command, "--help")
    assert result.exit_code == 0
    assert "Example" in result.output
    assert f"c2site {command}" in result.output


def test_a_mistyped_command_is_told_with_the_nearest_one():
    result = run("chekc")
    assert result.exit_code == 2
    assert "did you mean 'check'?" in result.output


@pytest.mark.parametrize("command", COMMANDS)
def test_each_option_says_what_it_does(command: str):
    for option in main.get_command(click.Context(main), command).params:
        if option.param_type_name == "option":
            assert option.help, f"{command} {option.name}"


def test_sound_data_leaves_with_zero(world_copy: Path):
    result = run("check", "--root", str(world_copy))
    assert result.exit_code == 0, result.output


def test_problems_leave_with_one_and_tell_file_line_and_column(world_copy: Path):
    spoil(world_copy)
    result = run("check", "--root", str(world_copy))
    assert result.exit_code == 1
    assert "data/smes/mare-clara/oneil.yml:" in result.output
    assert "cuontry" in result.output
    assert "country" in result.output


def test_wrong_usage_leaves_with_two():
    assert run("check", "--format", "xml").exit_code == 2
    assert run("check", "--root", "/nowhere/at/all").exit_code == 2
    assert run("nonsense").exit_code == 2


def test_json_report_has_the_promised_fields(world_copy: Path):
    spoil(world_copy)
    found = json.loads(run("check", "--root", str(world_copy), "--format", "json").output)
    assert found
    assert all(set(one) == {"path", "line", "column", "field", "code", "severity", "message", "hint"} for one in found)


def test_github_report_writes_annotations(world_copy: Path):
    spoil(world_copy)
    lines = run("check", "--root", str(world_copy), "--format", "github").output.splitlines()
    assert any(line.startswith("::error file=data/smes/mare-clara/oneil.yml,line=") for line in lines)


def test_missing_says_what_is_not_known_and_still_leaves_with_zero(world_copy: Path):
    result = run("check", "--root", str(world_copy), "--missing", "--format", "json")
    assert result.exit_code == 0
    assert {one["severity"] for one in json.loads(result.output)} >= {"note"}


def test_new_profile_lies_in_its_clusters_folder_and_only_lacks_what_must_be_filled_in(world_copy: Path):
    result = run("new", "sme", "Nova Doca", "--cluster", "mare-clara", "--root", str(world_copy))
    assert result.exit_code == 0, result.output
    path = world_copy / "data" / "smes" / "mare-clara" / "nova-doca.yml"
    assert "name: Nova Doca" in path.read_text(encoding="utf-8")
    assert "status: draft" in path.read_text(encoding="utf-8")


def test_new_profile_never_overwrites(world_copy: Path):
    assert run("new", "sme", "ONeil", "--id", "oneil", "--cluster", "mare-clara", "--root", str(world_copy)).exit_code == 2


def test_new_company_needs_a_known_cluster(world_copy: Path):
    assert run("new", "sme", "X", "--root", str(world_copy)).exit_code == 2
    result = run("new", "sme", "X", "--cluster", "nowhere", "--root", str(world_copy))
    assert result.exit_code == 2
    assert "mare-clara" in result.output


@pytest.mark.parametrize("kind", ["cluster", "need", "market", "edition", "event", "value_chain", "prospect", "agreement", "indicator", "sector"])
def test_any_kind_of_record_can_be_begun(world_copy: Path, kind: str):
    assert run("new", kind, "Something new", "--root", str(world_copy)).exit_code == 0
    assert list((world_copy / "data").rglob("something-new.yml"))


def test_export_writes_the_chosen_catalogue_only(world_copy: Path, tmp_path: Path):
    result = run("export", "--root", str(world_copy), "--out", str(tmp_path / "out"), "--market", "br", "--language", "pt", "--format", "csv")
    assert result.exit_code == 0, result.output
    assert [path.name for path in (tmp_path / "out").rglob("*") if path.is_file()] == ["harbo-br-pt-2027.csv"]


def test_pages_are_written_without_a_host(world_copy: Path, tmp_path: Path):
    result = run("pages", str(tmp_path / "pages"), "--root", str(world_copy))
    assert result.exit_code == 0, result.output
    page = json.loads((tmp_path / "pages" / "he" / "companies" / "oneil" / "page.json").read_text(encoding="utf-8"))
    assert page["direction"] == "rtl"
    assert page["body"]


def test_schemas_of_a_fresh_folder_are_written_and_then_fresh(world_copy: Path):
    assert run("schema", "--root", str(world_copy)).exit_code == 0
    assert run("schema", "--root", str(world_copy), "--check").exit_code == 0


def test_partnership_that_cannot_be_read_is_told_without_a_traceback(tmp_path: Path):
    (tmp_path / "data").mkdir()
    result = run("export", "--root", str(tmp_path), "--out", str(tmp_path / "out"))
    assert result.exit_code == 1
    assert "partnership.yml" in result.output
    assert "Traceback" not in result.output


def test_dry_run_of_forgetting_changes_nothing(world_copy: Path):
    before = {path: path.read_bytes() for path in world_copy.rglob("*") if path.is_file()}
    result = run("forget", "oneil", "--root", str(world_copy), "--dry-run")
    assert result.exit_code == 0, result.output
    assert "data/offerings/mare-clara/hull-robot.yml" in result.output
    assert {path: path.read_bytes() for path in world_copy.rglob("*") if path.is_file()} == before


def test_forgetting_asks_first(world_copy: Path):
    assert run("forget", "oneil", "--root", str(world_copy)).exit_code == 1
    assert (world_copy / "data/smes/mare-clara/oneil.yml").exists()


def test_forgetting_says_what_others_still_hold_and_how_to_undo(world_copy: Path):
    commit(world_copy, "sound")
    result = run("forget", "oneil", "--root", str(world_copy), "--yes")
    assert result.exit_code == 0, result.output
    for told in ("git filter-repo", "companies/oneil/", "Search engines", "Printed catalogues", "git restore", "rm -- data/withdrawn.yml"):
        assert told in result.output
    assert not (world_copy / "data/smes/mare-clara/oneil.yml").exists()


def test_what_cannot_be_forgotten_yet_is_told_with_its_place(world_copy: Path):
    result = run("forget", "mare-clara", "--root", str(world_copy), "--yes")
    assert result.exit_code == 1
    assert "data/partnership.yml:115:12" in result.output
    assert run("forget", "nobody", "--root", str(world_copy)).exit_code == 2


def test_change_of_an_editor_is_told_in_every_format(world_copy: Path, tmp_path: Path):
    listed = tmp_path / "list"
    listed.write_bytes(b"data/smes/gal-bahir/amwaj.yml\0c2site/x.py\0")
    options = ("check", "--root", str(world_copy), "--changed-files", str(listed), "--role", "editor", "--cluster", "mare-clara")
    assert run(*options).exit_code == 1
    assert {one["code"] for one in json.loads(run(*options, "--format", "json").output)} == {"change-foreign", "change-outside"}
    assert "::error file=c2site/x.py,title=change-outside::" in run(*options, "--format", "github").output
    assert run("check", "--root", str(world_copy), "--changed-files", str(listed), "--role", "coordinator").exit_code == 0


@pytest.mark.parametrize("options", [("--role", "editor"), ("--changed-files", "-"), ("--cluster", "x"), ("--changed-files", "-", "--role", "editor", "--cluster", "nowhere")])
def test_half_a_change_is_wrong_usage(world_copy: Path, options: tuple[str, ...]):
    assert run("check", "--root", str(world_copy), *options).exit_code == 2


def test_every_cluster_has_its_owners(world_copy: Path):
    lines = run("codeowners", "harbours", "--root", str(world_copy)).output.splitlines()
    assert lines[0] == "* @harbours/coordinators"
    assert "/data/offerings/gal-bahir/ @harbours/gal-bahir @harbours/coordinators" in lines


def test_owners_and_check_agree_on_whose_every_file_is(world_copy: Path):
    rules = [line.split() for line in run("codeowners", "harbours", "--root", str(world_copy)).output.splitlines()]
    paths = [path.relative_to(world_copy).as_posix() for path in world_copy.rglob("*.*") if path.is_file() and "/." not in path.as_posix()]
    assert {path.split("/")[1] for path in paths if path.startswith("data/")} >= {"business_models", "markets", "media", "offerings", "phrases", "smes"}
    for path in paths:
        teams = [words[1:] for words in rules if words[0] == "*" or f"/{path}".startswith(words[0])][-1]
        owner = cluster_of(path)
        assert teams == ([f"@harbours/{owner}"] if owner else []) + ["@harbours/coordinators"], path


@pytest.mark.parametrize("options", [("pr",), ("state", "--base", "main"), ("pr", "--base", "main", "--format", "csv"), ("pr", "--base", "nowhere-at-all"), ("pr", "--base=--help")])
def test_a_review_without_something_to_compare_with_is_wrong_usage(world_copy: Path, options: tuple[str, ...]):
    result = run("report", *options, "--root", str(world_copy), "--out", str(world_copy / "out"))
    assert result.exit_code == 2 and "Error:" in result.output
    assert not (world_copy / "out").exists()


def test_pack_says_what_makes_a_site_where_there_is_none(world_copy: Path, tmp_path: Path):
    site = tmp_path / "site"
    site.mkdir()
    refused = run("pack", "--root", str(world_copy), "--site", str(site))
    assert refused.exit_code == 2 and "c2site build --out" in refused.output


@pytest.mark.parametrize("change", [("rename", "onda-mansa", "onda-water"), ("withdraw", "oneil"), ("merge", "oneil", "equal"), ("review", "oneil")])
def test_dry_run_shows_the_difference_and_changes_nothing(world_copy: Path, change: tuple[str, ...]):
    before = {path: path.read_bytes() for path in world_copy.rglob("*") if path.is_file()}
    result = run(*change, "--root", str(world_copy), "--dry-run")
    assert result.exit_code == 0, result.output
    assert "\n+++ b/data/" in result.output and "Nothing was changed." in result.output
    assert {path: path.read_bytes() for path in world_copy.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize("change", [("rename", "onda-mansa", "onda-water"), ("withdraw", "oneil"), ("merge", "oneil", "equal"), ("review", "oneil", "equal")])
def test_change_is_written_and_how_to_undo_it_is_told(world_copy: Path, change: tuple[str, ...]):
    commit(world_copy, "sound")
    result = run(*change, "--root", str(world_copy))
    assert result.exit_code == 0, result.output
    assert "git restore -- data/" in result.output and "git revert" in result.output
    assert run("check", "--root", str(world_copy)).exit_code == 0


@pytest.mark.parametrize("change", [("rename", "nobody", "x"), ("rename", "oneil", "equal"), ("withdraw", "vanished"), ("merge", "oneil", "oneil"), ("review", "nobody"), ("review", "oneil", "--on", "2999-01-01"), ("next", "br")])
def test_change_that_cannot_be_is_wrong_usage(world_copy: Path, change: tuple[str, ...]):
    assert run(*change, "--root", str(world_copy)).exit_code == 2


def test_change_that_would_be_wrong_afterwards_is_not_made(world_copy: Path):
    result = run("withdraw", "mare-clara", "--root", str(world_copy))
    assert result.exit_code == 1 and "data/partnership.yml:" in result.output
    assert "status: published" in (world_copy / "data/clusters/mare-clara.yml").read_text(encoding="utf-8")


def test_what_to_write_next_is_printed_for_drafts_too(world_copy: Path):
    assert "+" in run("next", "rascunho", "--root", str(world_copy)).output


def test_report_of_completeness_tells_drafts(world_copy: Path, tmp_path: Path):
    result = run("report", "completeness", "--cluster", "mare-clara", "--root", str(world_copy), "--out", str(tmp_path))
    assert result.exit_code == 0, result.output
    assert "Rascunho" in (tmp_path / "completeness.html").read_text(encoding="utf-8")
    assert run("report", "state", "--cluster", "mare-clara", "--root", str(world_copy), "--out", str(tmp_path)).exit_code == 2


def test_forms_are_written_and_counted(tmp_path: Path):
    result = run("forms", "--root", str(WORLD), "--kind", "sme", "--language", "ar", "--out", str(tmp_path))
    assert (result.exit_code, [one.name for one in tmp_path.iterdir()]) == (0, ["sme-ar.html"])
    assert "Forms written: 1," in result.output
    assert run("forms", "--root", str(WORLD), "--language", "xx", "--out", str(tmp_path)).exit_code == 2


def test_problems_are_told_in_the_language_asked_for(world_copy: Path):
    spoil(world_copy)
    result = run("check", "--root", str(world_copy), "--language", "es")
    assert "aquí no hay ningún campo así" in result.output
    assert "`c2site check --fix`" in result.output


def test_a_language_nobody_has_translated_into_is_wrong_usage():
    result = run("check", "--root", str(WORLD), "--language", "xx")
    assert result.exit_code == 2
    assert "they are in: en" in result.output


def test_what_cannot_be_built_at_all_is_told_in_the_terminals_language(world_copy: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("C2SITE_LANGUAGE", "es")
    (world_copy / "data" / "partnership.yml").unlink()
    assert "falta el archivo" in run("print", "--root", str(world_copy)).output


def test_what_is_certain_is_mended_and_shown(world_copy: Path):
    path = world_copy / "data" / "smes" / "mare-clara" / "oneil.yml"
    sound = path.read_bytes()
    spoil(world_copy)
    spoilt = path.read_bytes()
    shown = run("check", "--root", str(world_copy), "--fix", "--dry-run")
    assert "-cuontry: PT\n+country: PT\n" in shown.output
    assert path.read_bytes() == spoilt
    result = run("check", "--root", str(world_copy), "--fix")
    assert result.exit_code == 0, result.output
    assert "2 problems are mended." in result.output
    assert path.read_bytes() == sound


def test_undoing_mends_is_offered_only_where_git_gives_back_what_lay_there(world_copy: Path):
    undo = "git restore -- data/smes/mare-clara/oneil.yml"
    commit(world_copy, "sound")
    spoil(world_copy)
    assert undo not in run("check", "--root", str(world_copy), "--fix").output
    spoil(world_copy)
    commit(world_copy, "spoilt")
    assert undo in run("check", "--root", str(world_copy), "--fix").output


@pytest.mark.parametrize("others", [["--dry-run"], ["--fix", "--format", "json"], ["--fix", "--missing"]])
def test_mending_goes_with_no_other_option(others: list[str]):
    assert run("check", "--root", str(WORLD), *others).exit_code == 2
