"""Texts are written in the letters of their language, and words in one alphabet."""

import pytest

from c2site.check.scripts import alphabet, mixed_words
from c2site.check.spots import Meaning, Spot
from c2site.errors import fragment
from c2site.model import Sector


def spot(texts: dict[str, str] | str) -> Spot:
    sector = Sector.model_construct(id="x")
    return Spot(("description",), Meaning.TEXT, texts, sector)


@pytest.mark.parametrize(
    ("tag", "text", "letters"),
    [
        ("ar", "Water meters for cities", "latin"),
        ("bg", "Vodomeri za gradovete", "latin"),
        ("bg", "Μετρητές νερού για πόλεις", "greek"),
        ("el", "Метри за вода в града", "cyrillic"),
        ("sr", "Vodomeri za gradove", "latin"),
        ("sr-Latn", "Водомери за градове", "cyrillic"),
        ("en", "Водомери за градове", "cyrillic"),
        ("en", "عدادات المياه للمدن", "arabic"),
    ],
)
def test_text_in_other_letters_is_told(tag: str, text: str, letters: str) -> None:
    (one,) = alphabet(spot({tag: text}), None)
    assert (one.path, one.code, one.found["found"]) == (("description", tag), "wrong-script", fragment(letters))


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("ar", "عدادات المياه للمدن"),
        ("ar", "LoRaWAN 868 MHz"),
        ("ar", "شبكة LoRaWAN وNB-IoT وM-Bus للمدن الذكية"),
        ("ar", "C2Future"),
        ("bg", "Платформа SAP S/4HANA Cloud за общини"),
        ("bg", "Водомери"),
        ("el", "Μετρητές νερού"),
        ("sr", "Водомери за градове"),
        ("sr-Latn", "Vodomeri za gradove"),
        ("fr", "Compteurs d’eau pour les villes"),
        ("es", "Año"),
        ("en", "Ζαφειρόπουλος"),
        ("ja", "水道メーター"),
        ("xx", "Водомери за градове"),
        ("bg", "12 345,60 € / m³"),
    ],
)
def test_text_with_names_figures_or_few_letters_is_left_alone(tag: str, text: str) -> None:
    assert list(alphabet(spot({tag: text}), None)) == []


@pytest.mark.parametrize(
    ("tag", "text", "word", "mended"),
    [
        ("bg", "Умни водoмери за града", "водoмери", "водомери"),
        ("bg", "Cофия", "Cофия", "София"),
        ("sr", "Паметни градoви", "градoви", "градови"),
        ("el", "Έξυπνη Aθήνα", "Aθήνα", "Αθήνα"),
        ("en", "Аcme makes meters", "Аcme", "Acme"),
        ("es", "Emisiones de CО2", "CО2", "CO2"),
    ],
)
def test_a_word_of_two_alphabets_is_told_with_the_word_meant(tag: str, text: str, word: str, mended: str) -> None:
    (one,) = mixed_words(spot({tag: text}), None)
    assert (one.path, one.found["found"], one.found["nearest"]) == (("description", tag), word, mended)


def test_the_letters_are_listed_by_alphabet() -> None:
    (one,) = mixed_words(spot({"bg": "водoмери"}), None)
    assert one.found["letters"] == [fragment("letters-latin", letters="o"), fragment("letters-cyrillic", letters="в о д м е р и")]


def test_a_plain_line_is_checked_too() -> None:
    (one,) = mixed_words(spot("Аcme"), None)
    assert (one.path, one.found["nearest"]) == (("description",), "Acme")


@pytest.mark.parametrize(
    "text",
    [
        "IoT-платформа",
        "SMS-и",
        "PDFови",
        "4G мрежа",
        "10 kΩ",
        "5 μm",
        "Wi-Fiто",
        "Водомери и meters",
        "M-Bus и LoRa",
        "µg/m³",
        "Ωmega",
    ],
)
def test_a_word_that_joins_two_alphabets_on_purpose_is_left_alone(text: str) -> None:
    assert list(mixed_words(spot({"bg": text}), None)) == []
