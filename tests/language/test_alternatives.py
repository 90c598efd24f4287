"""Other forms of words, by language."""

import pytest

from c2site.language.alternatives import ELISION, alternatives, ways


@pytest.mark.parametrize(
    ("tag", "text", "wanted"),
    [
        ("ar", "الشركة", "شركه"),
        ("ar", "والمياه", "مياه"),
        ("ar", "للمياه", "مياه"),
        ("ar", "كُتُب", "كتب"),
        ("fr", "l’énergie", "énergie"),
        ("fr", "d'œuvre", "oeuvre"),
        ("it", "(dell’acqua)", "acqua"),
        ("bg", "компания", "компан"),
        ("bg", "компаниите", "компан"),
        ("bg", "градовете", "град"),
        ("bg", "София", "sofia"),
        ("sr", "Београд", "beograd"),
        ("sr", "Ђорђе", "djordj"),
        ("sr", "добављачи", "dobavljac"),
        ("sr-Latn", "dobavljači", "dobavljac"),
        ("el", "Αθήνα", "athina"),
        ("en", "Ørsted", "orsted"),
        ("pt", "d'água", "água"),
    ],
)
def test_word_is_found_under_another_form(tag: str, text: str, wanted: str):
    assert wanted in alternatives(tag, text)


def test_forms_of_one_word_meet():
    assert set.intersection(*(set(alternatives("bg", one)) for one in ("компания", "компании", "компанията", "компаниите"))) == {"компан"}


def test_plain_words_have_no_other_form():
    assert alternatives("en", "A plain text, with Europe's name & 34 figures.") == []
    assert alternatives("es", "Señales para Medellín") == []


def test_short_words_are_left_whole():
    assert all(len(one) > 1 for one in alternatives("bg", "от на за и в с"))


def test_steps_are_written_so_that_scripts_can_take_them():
    for tag in ("ar", "bg", "sr", "sr-Latn", "el", "en"):
        for step in (step for way in (ELISION, *ways(tag)) for step in way):
            assert isinstance(step, dict) or ("(?<" not in step[0] and "(?P" not in step[0] and "\\" not in step[1])
