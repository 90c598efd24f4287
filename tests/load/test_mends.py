"""What an editor probably meant to write."""

import pytest

from c2site.errors import Fragment, fragment
from c2site.load import mends
from c2site.model.base import ID_PATTERN, Clock, Country, Currency, LanguageTag


def pattern_of(annotation: object) -> str:
    """Return the pattern a type of the model must match."""
    (about,) = annotation.__metadata__
    return next(one.pattern for one in about.metadata if hasattr(one, "pattern"))


LANGUAGE, CLOCK = pattern_of(LanguageTag), pattern_of(Clock)


def test_the_patterns_told_apart_are_those_of_the_model() -> None:
    assert (pattern_of(Country), pattern_of(Currency)) == (mends.COUNTRY, mends.CURRENCY)


@pytest.mark.parametrize(
    ("found", "meant"),
    [
        ("EN", "en"),
        ("es_mx", "es-MX"),
        ("SR_LATN", "sr-Latn"),
        ("sr-latn-rs", "sr-Latn-RS"),
        ("es-419", "es-419"),
        ("English", None),
        ("e", None),
        ("", None),
        ("en GB", None),
        ("en-x-private", None),
    ],
)
def test_language(found: str, meant: str | None) -> None:
    assert mends.language(found) == meant


@pytest.mark.parametrize(("found", "meant"), [("1.200", "1200"), ("about 12", "12"), ("150 %", "150"), ("many", "12")])
def test_whole_number(found: str, meant: str) -> None:
    assert mends.whole_number(found) == meant


@pytest.mark.parametrize(
    ("found", "meant"),
    [("2,5", "2.5"), ("2.100,50 €", "2100.50"), ("2,100.50", "2100.50"), ("about 3", "3"), ("some", "12.5")],
)
def test_decimal(found: str, meant: str) -> None:
    assert mends.decimal(found) == meant


@pytest.mark.parametrize(
    ("found", "meant"),
    [
        ("31.12.2026", "2026-12-31"),
        ("1/5/2026", "2026-05-01"),
        ("20261231", "2026-12-31"),
        ("2026/12/31", "2026-12-31"),
        ("12/31/2026", "2026-05-31"),
        ("31.13.2026", "2026-05-31"),
        ("2026", "2026-05-31"),
        ("soon", "2026-05-31"),
    ],
)
def test_day(found: str, meant: str) -> None:
    assert mends.day(found) == meant


@pytest.mark.parametrize(
    ("found", "meant"), [("9.30", "09:30"), ("9h", "09:00"), ("16h45", "16:45"), ("noon", "09:30"), ("25:00", "09:30")]
)
def test_clock(found: str, meant: str) -> None:
    assert mends.clock(found) == meant


@pytest.mark.parametrize(
    ("found", "meant"),
    [
        ("acme.example", "https://acme.example"),
        ("http//acme.example", "https://acme.example"),
        ("ftp://acme.example/x", "https://acme.example/x"),
        ("https://10.0.0.1", ""),
        ("javascript:alert(1)", ""),
        ("our website", ""),
    ],
)
def test_web_address(found: str, meant: str) -> None:
    assert mends.web_address(found) == meant


@pytest.mark.parametrize(
    ("pattern", "found", "code", "nearest"),
    [
        (LANGUAGE, "es_MX", "unknown-language", "es-MX"),
        (mends.COUNTRY, "de", "unknown-country", "DE"),
        (mends.COUNTRY, "Germany", "unknown-country", None),
        (mends.CURRENCY, "eur", "unknown-currency", "EUR"),
        (mends.CURRENCY, "€", "unknown-currency", "EUR"),
        (mends.CURRENCY, "Euros", "unknown-currency", None),
        (ID_PATTERN, "Blue River", "wrong-pattern", fragment("write", mended="blue-river")),
        (ID_PATTERN, "Вода", "wrong-pattern", ""),
        (CLOCK, "9.30", "wrong-pattern", fragment("write", mended="09:30")),
        ("^something else$", "x", "wrong-pattern", ""),
    ],
)
def test_what_does_not_match_a_pattern_of_the_model(pattern: str, found: str, code: str, nearest: Fragment | str | None) -> None:
    told, values = mends.by_pattern(found, pattern)
    assert (told, values["found"], values["nearest"]) == (code, found, nearest)
