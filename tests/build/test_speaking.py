"""Problems are told in the language asked for, else in that of the terminal, else in English."""

import pytest

from c2site.build.speaking import spoken


@pytest.mark.parametrize(
    ("environment", "tag"),
    [
        ({}, "en"),
        ({"LANG": "es_MX.UTF-8"}, "es"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({"LANG": "fi_FI.UTF-8"}, "en"),
        ({"LANG": "en_GB.UTF-8", "LC_ALL": "es_ES.UTF-8"}, "es"),
        ({"LANG": "es_ES.UTF-8", "LC_MESSAGES": "en_US.UTF-8"}, "en"),
        ({"LANG": "es_ES.UTF-8", "C2SITE_LANGUAGE": "en"}, "en"),
        ({"LANG": "es_ES.UTF-8", "C2SITE_LANGUAGE": "fi"}, "en"),
        ({"LC_ALL": "", "LANG": "es"}, "es"),
    ],
)
def test_the_terminal_says_its_language(environment: dict[str, str], tag: str) -> None:
    assert spoken(environment=environment).tag == tag


def test_a_language_asked_for_counts_more_than_the_terminal() -> None:
    assert spoken("en", {"LANG": "es_ES.UTF-8"}).tag == "en"


def test_a_language_nobody_has_translated_into_is_refused_by_name() -> None:
    with pytest.raises(ValueError, match="not told in 'fi'; they are in: en, "):
        spoken("fi")
