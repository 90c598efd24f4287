"""The command that brings spreadsheets in: what it says, what it asks, what it leaves behind."""

import csv
import shutil
from io import StringIO
from pathlib import Path

import click
import openpyxl
import pytest
from click.testing import CliRunner, Result

from c2site.build.prepare import Prepared
from c2site.cli import main
from c2site.render.exports import workbook
from tests.build.trees import tree
from tests.conftest import WORLD

BULGARIAN = [
    ["Анкета 2027 – моля, попълнете"],
    ["Име на фирмата", "Държава", "Град", "Сектори", "Уебсайт", "Резюме", "Резюме (английски)", "Брой служители", "Лице за контакт", "Телефон", "Езици"],
    ["Чиста вода", "България", "Варна", "вода, енергия", "https://clean.example", "Мери водата.", "Measures water.", 12, "Ана Петрова", "+359 88 000 0000", "български, английски"],
    ["Тихо пристанище", "Българя", "Варна", "вода", None, "Пази тишината.", None, "дванадесет", None, None, None],
]  # fmt: skip
SPANISH = [
    ["Nombre de la empresa", "País", "Sectores", "Resumen", "Facturación", "Fecha de la última revisión"],
    ["Agua Señora", "España", "Agua, Energía", "Mide el agua.", "1.200.000,50", "31.12.2026"],
]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    shutil.copytree(WORLD, tmp_path / "world", ignore=shutil.ignore_patterns(".cache"))
    for kind, names in {"water": {"bg": "вода", "es": "Agua"}, "energy": {"bg": "енергия", "es": "Energía"}}.items():
        file = tmp_path / "world" / "data" / "sectors" / f"{kind}.yml"
        lines = "".join(f"  {tag}: {name}\n" for tag, name in names.items())
        file.write_text(file.read_text(encoding="utf-8").replace("\nname:\n", f"\nname:\n{lines}", 1), encoding="utf-8")
    return tmp_path / "world"


def run(root: Path, file: Path, *options: str, typed: str = "") -> Result:
    return CliRunner().invoke(main, ["import", str(file), "--root", str(root), *options], prog_name="c2site", input=typed)


def xlsx(folder: Path, rows: list[list]) -> Path:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    book.save(folder / "answers.xlsx")
    return folder / "answers.xlsx"


def semicolons(folder: Path, rows: list[list], coding: str) -> Path:
    out = StringIO()
    csv.writer(out, delimiter=";").writerows(rows)
    (folder / "respuestas.csv").write_bytes(out.getvalue().encode(coding))
    return folder / "respuestas.csv"


def data(root: Path) -> dict:
    return tree(root / "data")


def test_a_questionnaire_is_read_after_somebody_looked_at_its_mapping(root: Path, tmp_path: Path):
    file = xlsx(tmp_path, BULGARIAN)
    first = run(root, file, "--cluster", "gal-bahir")
    assert first.exit_code == 0, first.output
    assert "9 of 11 columns have a field. Nothing was imported." in first.output
    kept = (root / "data/mappings/answers.yml").read_text(encoding="utf-8")
    assert kept in first.output
    assert "language: bg\ncluster: gal-bahir\n" in kept
    assert "  - header: Телефон  # persons' data: never taken\n" in kept
    assert "  - header: Резюме (английски)\n    field: summary\n    language: en\n" in kept
    before = data(root)
    dry = run(root, file, "--dry-run")
    assert (dry.exit_code, data(root)) == (1, before)
    assert "added     data/smes/gal-bahir/chista-voda.yml  (Sheet!A3)" in dry.output
    assert "error     Sheet!B4  country: `Българя` is no country that is known here\n          → Did you mean България (BG)?" in dry.output
    assert "error     Sheet!H4  employees.value: `дванадесет` is not a whole number" in dry.output
    assert "Records: 1 added, 0 changed, 0 unchanged, 1 refused. Refused: 2 places." in dry.output
    assert not {"Петрова", "+359"} & set((dry.output + first.output + kept).split())


def test_writing_asks_first_and_says_how_to_undo(root: Path, tmp_path: Path):
    file = xlsx(tmp_path, BULGARIAN)
    run(root, file, "--cluster", "gal-bahir")
    before = data(root)
    assert run(root, file, typed="n\n").exit_code == 1
    assert data(root) == before
    done = run(root, file, "--yes")
    assert "To undo, until you commit: `rm -- data/smes/gal-bahir/chista-voda.yml`" in done.output
    text = (root / "data/smes/gal-bahir/chista-voda.yml").read_text(encoding="utf-8")
    assert text == (
        "status: draft\nsource_language: bg\nname: Чиста вода\ncluster: gal-bahir\ncountry: BG\ncity: Варна\nwebsite: https://clean.example\n"
        "employees:\n  value: 12\nsectors: [water, energy]\nsummary:\n  bg: Мери водата.\n  en: Measures water.\nlanguages: [bg, en]\n"
        "translations:\n  en: unreviewed\n"
    )


def test_a_csv_of_an_old_spreadsheet_is_read_with_its_letters_signs_and_days(root: Path, tmp_path: Path):
    file = semicolons(tmp_path, SPANISH, "windows-1252")
    run(root, file, "--cluster", "mare-clara")
    kept = root / "data/mappings/respuestas.yml"
    kept.write_text(kept.read_text(encoding="utf-8").replace("\ncolumns:", "\nconstants:\n  turnover.currency: EUR\ncolumns:"), encoding="utf-8")
    done = run(root, file, "--yes")
    assert done.exit_code == 0, done.output
    assert "read as windows-1252" in done.output
    text = (root / "data/smes/mare-clara/agua-senora.yml").read_text(encoding="utf-8")
    for line in ("name: Agua Señora", "  value: 1200000.50", "sectors: [water, energy]", "reviewed_on: 2026-12-31"):
        assert f"\n{line}\n" in text


def test_an_export_that_nobody_changed_differs_in_nothing(root: Path, tmp_path: Path, world: Prepared):
    file = tmp_path / "export.xlsx"
    file.write_bytes(workbook(world.portal, world.portal.catalogue(world.portal.profiles.editions["br-2027"]), "pt"))
    before = data(WORLD)
    done = run(WORLD, file, "--yes")
    assert (done.exit_code, done.output) == (0, "export.xlsx, an export of c2site\n\nNothing differs: 23 records are as they are here.\n")
    assert data(WORLD) == before


def test_a_proposal_is_not_written_in_a_dry_run_and_never_over_another(root: Path, tmp_path: Path):
    file = semicolons(tmp_path, SPANISH, "utf-8")
    before = data(root)
    assert "not written: --dry-run" in run(root, file, "--dry-run").output
    assert data(root) == before
    run(root, file)
    file.write_text("Nombre;Ciudad\nTide;Porto\n", encoding="utf-8")
    run(root, file)
    assert sorted(one.name for one in (root / "data/mappings").iterdir()) == ["respuestas-2.yml", "respuestas.yml"]


@pytest.mark.parametrize("failing", [1, 2])
def test_where_one_file_cannot_be_written_none_is(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failing: int):
    (tmp_path / "map.yml").write_text("kind: sme\nlanguage: en\ndecimal: point\ndates: day-first\ncolumns: [{header: Id, field: id}, {header: City, field: city}]\n")
    file = tmp_path / "cities.csv"
    file.write_text("Id,City\nonda-mansa,Porto\noneil,Braga\n")
    before, done = data(root), []

    def replace(self: Path, target: Path) -> None:
        done.extend([target] if target.suffix == ".yml" else [])
        if len(done) == failing:
            raise OSError("disk full")
        target.write_bytes(self.read_bytes())
        self.unlink()

    monkeypatch.setattr(Path, "replace", replace)
    result = run(root, file, "--map", str(tmp_path / "map.yml"), "--yes")
    assert isinstance(result.exception, OSError)
    assert data(root) == before


def test_a_file_that_changed_meanwhile_is_not_overwritten(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / "map.yml").write_text("kind: sme\nlanguage: en\ndecimal: point\ndates: day-first\ncolumns: [{header: Id, field: id}, {header: City, field: city}]\n")
    file = tmp_path / "cities.csv"
    file.write_text("Id,City\nonda-mansa,Porto\n")

    found = {}

    def asked(*_: object, **__: object) -> bool:
        (root / "data/smes/mare-clara/onda-mansa.yml").write_text("status: draft\n", encoding="utf-8")
        found.update(data(root))
        return True

    monkeypatch.setattr(click, "confirm", asked)
    result = run(root, file, "--map", str(tmp_path / "map.yml"))
    assert (result.exit_code, data(root)) == (1, found)
    assert "the file has changed since it was read" in result.output


def test_what_is_no_table_is_told_without_a_traceback(root: Path, tmp_path: Path):
    file = tmp_path / "picture.xlsx"
    file.write_bytes(b"PK\x03\x04nothing")
    result = run(root, file)
    assert (result.exit_code, type(result.exception)) == (1, SystemExit)
    assert "picture.xlsx: error: this cannot be read as an XLSX workbook" in result.output
