"""Sort orders a reader expects."""

import pytest

from c2site.language.sorting import foreign_script, initial, sort_key


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("es", ["nandú", "nutria", "ñu", "oso"]),
        ("fr", ["cote", "coté", "côte", "zèbre"]),
        ("sr-Latn", ["cvet", "čaj", "ćup", "dan", "džep", "đak", "lopta", "ljubav"]),
        ("sr", ["авион", "ђак", "жаба", "љубав", "њушка", "шума"]),
        ("bg", ["автобус", "ябълка", "Apple"]),
        ("el", ["Άλφα", "Βήτα", "Ωμέγα", "Alpha"]),
        ("ar", ["أثينا", "باب", "Alpha"]),
        ("ar", ["الباب", "بيت", "التاج", "شركة"]),
        ("en", ["1st", "Ábc", "abd", "Ωμέγα"]),
    ],
)
def test_names_stand_in_the_readers_order(tag: str, expected: list[str]):
    backwards = expected[::-1]
    assert sorted(backwards, key=lambda name: sort_key(tag, name)) == expected


@pytest.mark.parametrize(
    ("tag", "name", "letter"),
    [("en", "Ábaco", "A"), ("es", "Ñandú", "Ñ"), ("sr-Latn", "Ljubav", "Lj"), ("el", "Άλφα", "Α"), ("en", "3D", "#"), ("ar", "باب", "ب"), ("en", "…", "#"),
     ("ar", "الشركة", "ش"), ("ar", "أثينا", "ا"), ("bg", "Йод", "Й"), ("sr", "Љубав", "Љ"), ("sr", "Њушка", "Њ"), ("fr", "Élan", "E"), ("es-MX", "Ñandú", "Ñ")],
)
def test_index_files_a_name_under_its_letter(tag: str, name: str, letter: str):
    assert initial(tag, name) == letter


@pytest.mark.parametrize(("tag", "name", "script"), [("bg", "Aclima", "Latn"), ("bg", "Аклима", ""), ("ar", "3D", ""), ("en", "«Ωμέγα»", "Grek"), ("sr", "…", "")])
def test_a_name_in_another_script_is_known(tag: str, name: str, script: str):
    assert foreign_script(tag, name) == script
