"""A new record: what is missing is asked for in a terminal, and told elsewhere with the nearest of what there is."""

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from c2site.check.pages import NEEDED
from c2site.cli import beginning, main
from c2site.load.document import parsed
from tests.conftest import WORLD


@pytest.fixture
def root(tmp_path: Path) -> Path:
    shutil.copytree(WORLD, tmp_path / "world")
    return tmp_path / "world"


def new(root: Path, *arguments: str, answers: str = "") -> Result:
    return CliRunner().invoke(main, ["new", *arguments, "--root", str(root)], input=answers, prog_name="c2site")


def written(root: Path, path: str) -> dict:
    return parsed(path, (root / path).read_bytes()).values


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(beginning, "_at_terminal", lambda: True)


def test_flags_fill_the_fields(root: Path) -> None:
    result = new(root, "offering", "Lâmpadas", "--sme", "oneil", "--language", "pt")
    assert result.exit_code == 0, result.output
    values = written(root, "data/offerings/mare-clara/lampadas.yml")
    assert (values["sme"], values["source_language"], values["name"]) == ("oneil", "pt", {"pt": "Lâmpadas"})


def test_the_end_says_which_file_the_next_steps_and_how_to_undo(root: Path) -> None:
    told = new(root, "sme", "Nova Doca", "--cluster", "mare-clara").output
    path = root / "data/smes/mare-clara/nova-doca.yml"
    for part in (f"Wrote {path}", "c2site check", "c2site serve", "pull request", f"To undo: rm {path}"):
        assert part in told


@pytest.mark.usefixtures("terminal")
def test_everything_is_asked_for_in_a_terminal(root: Path) -> None:
    result = new(root, answers="offering\nLamps\nmare-clara\noneil\npt\n")
    assert result.exit_code == 0, result.output
    for listed in ("Kind of record: partnership, sector,", "Cluster: ", "Company that offers it: ", "Language you write in: en, pt,"):
        assert listed in result.output
    assert written(root, "data/offerings/mare-clara/lamps.yml")["sme"] == "oneil"


@pytest.mark.usefixtures("terminal")
def test_only_what_is_missing_is_asked_for(root: Path) -> None:
    result = new(root, "sme", "Lamps", answers="mare-clara\n\n")
    assert result.exit_code == 0, result.output
    assert "Kind of record" not in result.output
    assert written(root, "data/smes/mare-clara/lamps.yml")["source_language"] == "en"


@pytest.mark.usefixtures("terminal")
def test_a_wrong_answer_is_asked_again_with_the_nearest_id(root: Path) -> None:
    result = new(root, "sme", "Lamps", "--language", "en", answers="mareclara\nmare-clara\n")
    assert result.exit_code == 0
    assert "did you mean 'mare-clara'?" in result.output


@pytest.mark.usefixtures("terminal")
def test_a_derived_language_is_not_offered(root: Path) -> None:
    assert "sr-Latn" not in new(root, "event", "Fair", answers="en\n").output


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "no kind of record is said"),
        (("smee", "X"), "did you mean 'sme'?"),
        (("sme",), "needs a name"),
        (("sme", "X"), "needs --cluster"),
        (("sme", "X", "--cluster", "mareclara"), "did you mean 'mare-clara'?"),
        (("offering", "X", "--sme", "oniel"), "did you mean 'oneil'?"),
        (("offering", "X", "--sme", "amwaj", "--cluster", "mare-clara"), "there is no company of mare-clara 'amwaj'"),
        (("event", "X", "--language", "xx"), "there is no language 'xx'; there are: en, pt"),
    ],
)
def test_without_a_terminal_what_is_missing_or_unknown_is_told(root: Path, arguments: tuple[str, ...], said: str) -> None:
    before = sorted((root / "data").rglob("*"))
    result = new(root, *arguments)
    assert result.exit_code == 2
    assert said in " ".join(result.output.split())
    assert sorted((root / "data").rglob("*")) == before


def test_a_partnership_begins_in_english(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    assert new(tmp_path, "partnership", "Harbours").exit_code == 0
    assert written(tmp_path, "data/partnership.yml")["source_language"] == "en"


def test_partnership_from_nothing_gets_what_a_portal_needs_in_the_language_of_whoever_begins_it(tmp_path: Path) -> None:
    told = new(tmp_path, "partnership", "Сини градове", "--language", "bg")
    assert told.exit_code == 0, told.output
    assert "c2site new sector, c2site new cluster, c2site new market, c2site new edition" in told.output
    assert written(tmp_path, "data/partnership.yml")["languages"] == [{"tag": "bg"}]
    assert "custom_dir" not in (tmp_path / "mkdocs.yml").read_text(encoding="utf-8")
    assert {path.stem for path in (tmp_path / "content" / "bg").iterdir()} == set(NEEDED)
    assert "title: Правна информация\n" in (tmp_path / "content/bg/imprint.md").read_text(encoding="utf-8")
    assert "title: Сини градове\n" in (tmp_path / "content/bg/index.md").read_text(encoding="utf-8")


def test_foundation_leaves_what_is_there_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text("site_name: Ours\n", encoding="utf-8")
    new(tmp_path, "partnership", "Blue Cities")
    assert (tmp_path / "mkdocs.yml").read_text(encoding="utf-8") == "site_name: Ours\n"


def test_page_is_begun_with_the_title_that_menus_give_it(root: Path) -> None:
    (root / "content/en/imprint.md").unlink()
    assert "a page with a title and no text" in new(root, "page", "imprint").output
    assert "title: Imprint\n" in (root / "content/en/imprint.md").read_text(encoding="utf-8")
    again = new(root, "page", "imprint")
    assert (again.exit_code, "is there already" in again.output) == (2, True)


def test_a_cyrillic_name_gives_its_id_in_latin_letters(root: Path) -> None:
    result = new(root, "sme", "Плава вода", "--cluster", "mare-clara", "--language", "sr")
    assert result.exit_code == 0, result.output
    assert (root / "data/smes/mare-clara/plava-voda.yml").exists()


@pytest.mark.parametrize(("name", "identifier"), [("خزانات", ""), ("Doca", "Doca_Um"), ("Doca", "../../x"), ("Doca", "/tmp/x")])
def test_an_id_that_cannot_be_one_is_wrong_usage(root: Path, name: str, identifier: str) -> None:
    before = set(root.parent.rglob("*"))
    result = new(root, "sme", name, "--cluster", "mare-clara", *(["--id", identifier] if identifier else []))
    assert result.exit_code == 2 and "id" in result.output
    assert set(root.parent.rglob("*")) == before
