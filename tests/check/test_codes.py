"""Codes have the form of their lists."""

from collections.abc import Callable

import pytest

from c2site.check.codes import check_digit

Told = Callable[..., list[tuple[str, str]]]
METER, BOREAL = "data/offerings/blue-river/meter.yml", "data/smes/blue-river/boreal.yml"

GOOD = {
    "hs": ["902820"],
    "cn": ["90282000"],
    "cpv": ["38421100", "38421100-3"],
    "unspsc": ["41112501"],
    "nace": ["62", "62.1", "62.10", "J62.10"],
    "naics": ["33", "3345", "334514", "31-33"],
    "ciiu": ["C26", "2651", "26"],
    "etim": ["EC001601"],
}
BAD = {
    "hs": ["9028", "9028.20", "90282000", "HS9028"],
    "cn": ["9028200", "9028 20 00"],
    "cpv": ["3842110", "38421100-33"],
    "unspsc": ["411125"],
    "nace": ["6", "62.100", "Z62", "software"],
    "naics": ["3", "3345144"],
    "ciiu": ["2", "26511"],
    "etim": ["001601", "EC1601"],
}


@pytest.mark.parametrize(("name", "code"), [(name, code) for name, codes in GOOD.items() for code in codes])
def test_a_code_of_the_right_form_is_accepted(told: Told, name: str, code: str) -> None:
    assert told(change={METER: {"kind: product": f'kind: product\ncodes:\n  {name}: ["{code}"]'}}) == []


@pytest.mark.parametrize(("name", "code"), [(name, code) for name, codes in BAD.items() for code in codes])
def test_a_code_of_another_form_is_told(told: Told, name: str, code: str) -> None:
    change = {METER: {"kind: product": f'kind: product\ncodes:\n  {name}: ["{code}"]'}}
    assert told(change=change) == [(f"codes.{name}.0", "wrong-code")]


def test_codes_are_checked_in_markets_sectors_companies_and_stages(told: Told) -> None:
    change = {
        METER: {"    status: selling": '    status: selling\n    codes:\n      hs: ["1"]'},
        "data/sectors/ict.yml": {"tone: ict": 'tone: ict\nnace: ["x"]'},
        BOREAL: {"country: AT": 'country: AT\nactivities: ["x"]\nids:\n  lei: "1"\n  duns: "1"\n  pic: "1"'},
        "data/value_chains/city-water.yml": {"      en: Decide": '      en: Decide\n    codes:\n      hs: ["1"]'},
    }
    assert {field for field, code in told(change=change) if code == "wrong-code"} == {
        "markets.mx.codes.hs.0", "nace.0", "activities.0", "ids.lei", "ids.duns", "ids.pic", "stages.1.codes.hs.0",
    }  # fmt: skip


@pytest.mark.parametrize("gtin", ["96385074", "036000291452", "4006381333931", "00012345600012"])
def test_the_check_digit_of_a_gtin_is_reckoned(gtin: str) -> None:
    assert check_digit(gtin[:-1]) == gtin[-1]


@pytest.mark.parametrize(
    ("gtin", "expected"),
    [
        ("4006381333931", []),
        ("4006381333930", ["wrong-check-digit"]),
        ("400638133393", ["wrong-check-digit"]),
        ("40063", ["wrong-code"]),
        ("4006381 333931", ["wrong-code"]),
    ],
)
def test_a_gtin(told: Told, gtin: str, expected: list[str]) -> None:
    assert [code for _, code in told(change={METER: {"kind: product": f'kind: product\ngtin: "{gtin}"'}})] == expected


@pytest.mark.parametrize(
    ("code", "expected"),
    [("AT", []), ("XK", []), ("UK", ["unknown-country"]), ("EU", ["unknown-country"]), ("ZZ", ["unknown-country"])],
)
def test_a_country(told: Told, code: str, expected: list[str]) -> None:
    assert [one for _, one in told(change={"data/prospects/agua.yml": {"country: MX": f"country: {code}"}})] == expected


@pytest.mark.parametrize(
    ("zone", "expected"),
    [
        ("Europe/Belgrade", []),
        ("UTC", []),
        ("Mexico City", ["unknown-timezone"]),
        ("CEST", ["unknown-timezone"]),
        ("../UTC", ["unknown-timezone"]),
    ],
)
def test_a_time_zone(told: Told, zone: str, expected: list[str]) -> None:
    assert [one for _, one in told(change={"data/events/expo.yml": {"America/Mexico_City": zone}})] == expected
