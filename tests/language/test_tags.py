"""What CLDR knows of language tags."""

import pytest

from c2site.language.tags import (
    direction_of,
    is_known_tag,
    known_countries,
    known_currencies,
    languages_of,
    locale_of,
    same_language,
    script_of,
)


@pytest.mark.parametrize("tag", ["en", "es-CO", "sr-Latn", "ar-DZ", "fr-CA", "eu"])
def test_real_tags_are_known(tag: str):
    assert is_known_tag(tag)


@pytest.mark.parametrize("tag", ["xx", "en-XX1", "spanish", "es-CO-", "sr-Latin"])
def test_other_tags_are_not(tag: str):
    assert not is_known_tag(tag)


def test_unknown_tag_is_an_error_and_never_silently_left_to_right():
    with pytest.raises(ValueError, match="zz-Nope"):
        locale_of("zz-Nope")


def test_same_language_needs_the_same_script():
    assert same_language("es-CO", "es")
    assert same_language("sr-Cyrl", "sr")
    assert not same_language("sr-Latn", "sr")


def test_a_language_in_its_usual_script_comes_before_its_other_ones():
    assert languages_of("RS") == ("sr", "sr-Latn")
    assert languages_of("DZ") == ("ar", "fr")
    assert languages_of("TW")[0] == "zh-Hant"


def test_scripts_and_directions():
    assert (script_of("sr"), script_of("ar-DZ"), script_of("sr-Latn")) == ("Cyrl", "Arab", "Latn")
    assert direction_of("fa") == "rtl"


def test_code_lists_hold_countries_and_currencies_only():
    assert {"BG", "DZ", "MX"} <= set(known_countries())
    assert not {"EU", "ZZ", "001"} & set(known_countries())
    assert {"EUR", "COP", "DZD"} <= known_currencies()
