"""What an editor surely meant, and what may be two things."""

import pytest

from c2site.load import certain


@pytest.mark.parametrize(
    ("found", "expected"),
    [("“Boreal”", "Boreal"), ("„Boreal“", "Boreal"), ("«Boreal»", "Boreal"), ("‘O’Neil’", "O’Neil"), ("Boreal", None), ("“A” and “B”", None), ("“", None)],
)
def test_quotation_marks_round_the_whole_are_taken_off(found: str, expected: str | None) -> None:
    assert certain.unquoted(found) == expected


@pytest.mark.parametrize(("found", "expected"), [("1.200", "1200"), ("1 200 000", "1200000"), ("1\u00a0200", "1200"), ("12 people", None), ("1.20", None)])
def test_whole_numbers(found: str, expected: str | None) -> None:
    assert certain.whole_number(found) == expected


@pytest.mark.parametrize(
    ("found", "expected"),
    [("12,5", "12.5"), ("2.100,50", "2100.50"), ("2,100.50", "2100.50"), ("1 200,5", "1200.5"), ("1,200", None), ("12,5 €", None), ("n/a", None)],
)
def test_decimals(found: str, expected: str | None) -> None:
    assert certain.decimal(found) == expected


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        ("31.12.2026", "2026-12-31"), ("3.4.2026", "2026-04-03"), ("31/12/2026", "2026-12-31"), ("3/3/2026", "2026-03-03"), ("3/4/2026", None),
        ("2026/5/31", "2026-05-31"), ("20260531", "2026-05-31"), ("2026531", None), ("31.02.2026", None), ("May 2026", None),
    ],
)  # fmt: skip
def test_days(found: str, expected: str | None) -> None:
    assert certain.day(found) == expected


@pytest.mark.parametrize(
    ("found", "expected"), [("www.acme.example", "https://www.acme.example"), ("acme.example/x", "https://acme.example/x"), ("info@acme.example", None), ("http:/a.b", None)]
)
def test_web_addresses(found: str, expected: str | None) -> None:
    assert certain.web_address(found) == expected


@pytest.mark.parametrize(("found", "expected"), [("iw", "he"), ("spa", "es"), ("ES", "es"), ("sr_Latn", "sr-Latn"), ("gr", None), ("es", None), ("Spanish", None)])
def test_languages(found: str, expected: str | None) -> None:
    assert certain.language(found) == expected


@pytest.mark.parametrize(("found", "expected"), [("Website", "website"), ("web_site", "website"), ("summry", "summary"), ("smes", None), ("colour", None)])
def test_field_names(found: str, expected: str | None) -> None:
    assert certain.field_name(found, ["summary", "website", "sme", "same"]) == expected
