"""Mappings the partnership remembers."""

from pathlib import Path

import pytest

from c2site.errors import DataError
from c2site.load.files import record_files
from c2site.load.mapping import mapping_in, mappings, remembered

SOUND = "kind: sme\nlanguage: es\ndecimal: comma\ndates: day-first\ncolumns:\n  - header: Nombre\n    field: name\n  - {header: Nota}\n"


def test_a_table_is_known_again_by_its_headers_in_any_order(tmp_path: Path):
    folder = tmp_path / "data" / "mappings"
    folder.mkdir(parents=True)
    (folder / "answers.yml").write_text(SOUND, encoding="utf-8")
    known = mappings(tmp_path)
    assert remembered(known, [" nota", "NOMBRE\n"]) == "data/mappings/answers.yml"
    assert remembered(known, ["Nota"]) == remembered(known, ["Nota", "Nombre", "País"]) == ""


def test_mistakes_in_a_mapping_are_told_all_at_once_with_their_lines():
    with pytest.raises(DataError) as caught:
        mapping_in("answers.yml", SOUND.replace("comma", "dot").replace("{header: Nota}", "{heading: Nota}").encode())
    assert [(one.code, one.line) for one in caught.value.problems] == [("wrong-choice", 3), ("missing-field", 8), ("unknown-field", 8)]


def test_a_kind_nobody_can_have_rows_of_is_told():
    for kind, hint in (("sne", "Did you mean `sme`?"), ("partnership", "")):
        with pytest.raises(DataError) as caught:
            mapping_in("answers.yml", SOUND.replace("sme", kind).encode())
        assert [(one.code, one.line, one.hint) for one in caught.value.problems] == [("wrong-choice", 1, hint)]


def test_files_among_the_mappings_are_passed_over(tmp_path: Path):
    (tmp_path / "data" / "mappings").mkdir(parents=True)
    (tmp_path / "data" / "partnership.yml").write_text("", encoding="utf-8")
    (tmp_path / "data" / "mappings" / "answers.yml").write_text(SOUND, encoding="utf-8")
    files, problems = record_files(tmp_path)
    assert ([one.path for one in files], problems) == (["data/partnership.yml"], [])
