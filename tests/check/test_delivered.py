"""What is wrong with a translation that came back is told by its kind."""

import pytest

from c2site.check.delivered import faults
from c2site.check.translated import Unit

SOURCE = "Reads **1,200** meters a day [@smith-2024]; see [the list](c2:smes) or info@example.org."
GOOD = "Lee **1.200** contadores al día [@smith-2024]; véase [la lista](c2:smes) o info@example.org."


def codes(text: str, tag: str = "es", source: str = SOURCE, **others: str) -> list[str]:
    return [one.code for one in faults(Unit(("summary",), {"en": source, **others}, source, "", 300), tag, text)]


def test_a_good_translation_has_no_faults():
    assert codes(GOOD) == []


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("[@smith-2024]", "", "po-lost"),
        ("[@smith-2024]", "[@smith2024]", "po-lost"),
        ("(c2:smes)", "(c2:pymes)", "po-lost"),
        ("**1.200**", "1.200", "po-lost"),
        ("info@example.org", "información@ejemplo.org", "po-lost"),
        ("Lee", "<b>Lee</b>", "po-added"),
        ("Lee", "[Lee](javascript:alert(1))", "po-added"),
        ("Lee", "Lee\n\n", "po-paragraphs"),
        ("Lee", "Le\u202ee", "text-control"),
        ("Lee", "L" * 300, "too-long"),
        ("1.200", "1.300", "po-numbers"),
    ],
)
def test_each_fault_is_told(old: str, new: str, code: str):
    assert code in codes(GOOD.replace(old, new, 1))


def test_figures_are_the_same_whatever_digits_and_separators_they_have():
    assert codes("٥٧٢٤ وظيفة في 2021، 14 منها", "ar", "5,724 jobs in 2021, 14 of them") == []


def test_a_date_at_the_beginning_is_no_list():
    assert codes("24. марта 2021.", "sr", "On 24 March 2021.") == []


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("Les données de l’entreprise sont dans le catalogue de chaque marché.", "es"),
        ("Данните на компанията са в каталога.", "es"),
        ("The data of the company are in the catalogue.", "ar"),
        ("Los datos están aquí.", "fr"),
    ],
)
def test_a_text_in_another_language_is_told(text: str, tag: str):
    assert "po-swapped" in codes(text, tag, "The data are here.", es="Los datos están aquí.")


def test_the_source_text_itself_is_worth_a_warning_but_a_name_is_none():
    assert codes("The data of the company", "es", "The data of the company") == ["po-same"]
    assert codes("The data of the company", "bg", "The data of the company") == ["po-swapped"]
    assert codes("Eko-REC Aclima", "bg", "Eko-REC Aclima") == []
    assert codes("Aclima Global", "es", "Aclima Global") == []
