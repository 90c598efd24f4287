"""Texts under the wrong language, and values in quotation marks."""

import pytest

from c2site.check.spots import Meaning, Spot
from c2site.check.wording import in_quotes, tongue
from c2site.model import Sector

ENGLISH = "Reads the meters of the city from the street, and tells which of them are broken."
SPANISH = "Lee los contadores de la ciudad desde la calle y dice cuáles están rotos."
SERBIAN = "Очитава водомере са улице и јавља који су покварени, као и када је то било."
BULGARIAN = "Отчита водомерите от улицата и казва кои са счупени, както и във кой дом, като ги показва."


def spot(texts: object, field: str = "description") -> Spot:
    return Spot((field,), Meaning.TEXT, texts, Sector.model_construct(id="x"))


@pytest.mark.parametrize(
    ("tag", "text", "found"),
    [
        ("es", ENGLISH, "en"), ("fr", ENGLISH, "en"), ("it", SPANISH, "es"), ("en", SPANISH, "es"), ("es-MX", ENGLISH, "en"), ("sr", BULGARIAN, "bg"),
        ("sr-Latn", ENGLISH, "en"),
    ],
)  # fmt: skip
def test_a_text_under_another_language_is_told(tag: str, text: str, found: str) -> None:
    (one,) = tongue(spot({tag: text}), None)
    assert (one.path, one.code, one.found["found"]) == (("description", tag), "wrong-language", found)


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("en", ENGLISH), ("es", SPANISH), ("sr", SERBIAN), ("bg", BULGARIAN), ("es", "Smart Water for the City"), ("el", ENGLISH), ("fi", ENGLISH),
        ("es", "The Water Company of the City: contadores de la ciudad"), ("fr", "ISO 9001, ISO 14001, EN 1434, MID, OIML R49, IP68"),
    ],
)  # fmt: skip
def test_a_text_in_its_own_language_or_with_foreign_names_is_left_alone(tag: str, text: str) -> None:
    assert list(tongue(spot({tag: text}), None)) == []


def test_names_keep_their_language() -> None:
    assert list(tongue(spot({"es": ENGLISH}, "name"), None)) == []


@pytest.mark.parametrize(("value", "expected"), [("“Acme”", "Acme"), ("Acme", None), ("The “Acme” works", None)])
def test_a_value_in_quotation_marks_is_told(value: str, expected: str | None) -> None:
    assert next((one.found["nearest"] for one in in_quotes(Spot(("name",), Meaning.LINE, value, None), None)), None) == expected
