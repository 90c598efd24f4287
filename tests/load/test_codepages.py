"""Letters of files that do not say how they are coded."""

import pytest

from c2site.errors import DataError
from c2site.load.codepages import decoded

TEXTS = {
    "windows-1251": ["Име на фирмата;Държава\nЧиста вода;България\n", "Назив;Држава\nЧиста вода;Србија\n"],
    "windows-1252": ["Nombre;País;Nº\nAgua Limpia;España;2\n", "Nom;Année\nSociété générale, très établie;2001\n", "Perché;Città\nÈ vero;à\n"],
    "windows-1250": ["Naziv preduzeća;Država\nČista voda;Srbija\n"],
    "windows-1253": ["Επωνυμία;Χώρα\nΚαθαρό Νερό;Ελλάδα\n"],
    "windows-1256": ["اسم الشركة;البلد\nالماء النقي;الجزائر\n", "الاسم;Société\nالماء;Eau pure\n"],
}


@pytest.mark.parametrize(("coding", "text"), [(coding, text) for coding, texts in TEXTS.items() for text in texts])
def test_code_pages_of_windows_are_told_from_each_other(coding: str, text: str):
    assert decoded("a.csv", text.encode(coding)) == (text, coding)


@pytest.mark.parametrize("coding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", [texts[0] for texts in TEXTS.values()])
def test_unicode_is_read_with_and_without_its_mark(coding: str, text: str):
    assert decoded("a.csv", text.encode(coding))[0] == text


def test_what_is_no_text_is_refused():
    with pytest.raises(DataError) as caught:
        decoded("a.csv", b"\x00\x01\x02\x03\xff" * 50)
    assert [one.code for one in caught.value.problems] == ["import-format"]
