"""Serbian in Latin letters: brands, codes, links and markup stay as they are."""

import pytest

from c2site.language.scripts import latin_from_cyrillic, rewritten_markup


@pytest.mark.parametrize(
    ("cyrillic", "latin"),
    [
        ("Љубав, Њушка, Џеп", "Ljubav, Njuška, Džep"),
        ("ЊЕГОШ", "NJEGOŠ"),
        ("ЏЕП и ЉУБАВ", "DŽEP i LJUBAV"),
        ("Град C2Future, ISO 9001", "Grad C2Future, ISO 9001"),
        ("види https://пример.срб/љубав за више", "vidi https://пример.срб/љубав za više"),
        ("пиши на info@пример.срб", "piši na info@пример.срб"),
        ("Nothing to do", "Nothing to do"),
        ("Ђурђевдан, Ћирилица, Жабљак", "Đurđevdan, Ćirilica, Žabljak"),
    ],
)
def test_cyrillic_becomes_latin(cyrillic: str, latin: str):
    assert latin_from_cyrillic(cyrillic) == latin


def test_markup_keeps_tags_attributes_and_code():
    html = '<a href="/мапа/" title="град">Град</a> <code>вода</code>'
    assert rewritten_markup("sr-Latn", html) == '<a href="/мапа/" title="град">Grad</a> <code>вода</code>'
