"""Codes of standards: countries, currencies, time zones, goods and services, registration numbers."""

import re
import zoneinfo
from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from c2site.check.findings import Finding, finding
from c2site.check.spots import Spot
from c2site.check.surroundings import Surroundings
from c2site.errors import fragment, nearest
from c2site.language.tags import known_countries, known_currencies
from c2site.model import Offering, Sector, Sme
from c2site.model.offering import Classification
from c2site.model.organisation import Ids

# What the European institutions write, and ISO 3166-1 does not.
USUAL_MISTAKES = {"UK": "GB", "EL": "GR"}


class Form(NamedTuple):
    """How the codes of one list are written; `kind` is what an editor is told it is, by its id."""

    pattern: re.Pattern[str]
    kind: str


NACE = Form(re.compile(r"[A-V]?\d{2}(\.\d{1,2})?"), "nace")
ISIC = Form(re.compile(r"[A-V]?\d{2,4}"), "isic")
GTIN = Form(re.compile(r"\d{8}|\d{12,14}"), "gtin")
FORMS: Mapping[type, Mapping[str, Form]] = {
    Classification: {
        "hs": Form(re.compile(r"\d{6}"), "hs"),
        "cn": Form(re.compile(r"\d{8}"), "cn"),
        "cpv": Form(re.compile(r"\d{8}(-\d)?"), "cpv"),
        "unspsc": Form(re.compile(r"\d{8}"), "unspsc"),
        "nace": NACE,
        "naics": Form(re.compile(r"\d{2,6}|31-33|44-45|48-49"), "naics"),
        "ciiu": ISIC,
        "etim": Form(re.compile(r"EC\d{6}"), "etim"),
    },
    Offering: {"gtin": GTIN},
    Sector: {"nace": NACE},
    Sme: {"activities": NACE},
    Ids: {
        "lei": Form(re.compile(r"[A-Z0-9]{18}\d{2}"), "lei"),
        "duns": Form(re.compile(r"\d{9}"), "duns"),
        "pic": Form(re.compile(r"\d{9}"), "pic"),
    },
}


def country(spot: Spot, around: Surroundings) -> Iterator[Finding]:
    """Yield a finding where a value is not a country."""
    if spot.value not in _countries():
        yield finding(spot.path, "unknown-country", found=spot.value, nearest=USUAL_MISTAKES.get(spot.value))


def currency(spot: Spot, around: Surroundings) -> Iterator[Finding]:
    """Yield a finding where a value is not a currency."""
    if spot.value not in known_currencies():
        yield finding(spot.path, "unknown-currency", found=spot.value, nearest=None)


def time_zone(spot: Spot, around: Surroundings) -> Iterator[Finding]:
    """Yield a finding where a value is not a time zone."""
    if spot.value not in _time_zones():
        by_city = {name.rsplit("/", 1)[-1].casefold(): name for name in sorted(_time_zones())}
        city = spot.value.rsplit("/", 1)[-1].replace(" ", "_").casefold()
        near = by_city.get(city) or nearest(spot.value, _time_zones())
        yield finding(spot.path, "unknown-timezone", found=spot.value, nearest=near)


@cache
def _countries() -> frozenset[str]:
    return frozenset(known_countries())


@cache
def _time_zones() -> frozenset[str]:
    return frozenset(zoneinfo.available_timezones())


def forms(spot: Spot, around: Surroundings) -> Iterator[Finding]:
    """Yield the codes of a part that do not have the form of their list."""
    for name, form in FORMS.get(type(spot.value), {}).items():
        if name in spot.value.model_fields_set:
            yield from _wrong_form((*spot.path, name), getattr(spot.value, name), form)


def _wrong_form(path: tuple, value: object, form: Form) -> Iterator[Finding]:
    if isinstance(value, tuple):
        for number, one in enumerate(value):
            yield from _wrong_form((*path, number), one, form)
    elif isinstance(value, str) and not form.pattern.fullmatch(value):
        squeezed = re.sub(r"[\s.-]", "", value).upper()
        near = squeezed if form.pattern.fullmatch(squeezed) else None
        yield finding(path, "wrong-code", found=value, kind=fragment(form.kind), nearest=near)
    elif form is GTIN and value and value[-1] != check_digit(value[:-1]):
        yield finding(path, "wrong-check-digit", found=value, nearest=check_digit(value[:-1]))


def check_digit(digits: str) -> str:
    """Return the last digit of a GTIN whose other digits are given (GS1 General Specifications, 7.9)."""
    total = sum(int(digit) * (3 if place % 2 == 0 else 1) for place, digit in enumerate(reversed(digits)))
    return str(-total % 10)


def goals(spot: Spot, around: Surroundings) -> Iterator[Finding]:
    """Yield the numbers that are not one of the 17 sustainable development goals."""
    for number, one in enumerate(spot.value.sdgs if isinstance(spot.value, Offering) else ()):
        if not 1 <= one <= 17:
            yield finding((*spot.path, "sdgs", number), "wrong-range", found=one, allowed=fragment("from-to", first=1, last=17))
