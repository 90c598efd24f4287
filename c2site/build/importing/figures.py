"""Figures and days as people write them in tables: with the table's own sign before decimals and its own order of dates."""

import re
from contextlib import suppress
from datetime import date, timedelta

from c2site.errors import DataError, problem
from c2site.load import mends
from c2site.load.cells import Cell
from c2site.model import Mapping

GROUPED = {"point": re.compile(r"[+-]?\d{1,3}(?:[, '’\u00a0\u202f]\d{3})+(?:\.\d+)?"), "comma": re.compile(r"[+-]?\d{1,3}(?:[. '’\u00a0\u202f]\d{3})+(?:,\d+)?")}
SIMPLE = {"point": re.compile(r"[+-]?\d+(?:\.\d+)?"), "comma": re.compile(r"[+-]?\d+(?:,\d+)?")}
DATE = re.compile(r"(\d{1,4})[./\- ]+(\d{1,2})[./\- ]+(\d{1,4})\.?")
ORDERS = {"day-first": (2, 1, 0), "month-first": (2, 0, 1), "year-first": (0, 1, 2)}
# The day before Excel's first one, by its own count, which has a 29 February 1900; and the days that are surely meant as such.
BEFORE_EXCEL, SERIALS = date(1899, 12, 30), range(18_000, 75_000)


def whole(cell: Cell, mapping: Mapping) -> str:
    """Return a whole number; a per cent sign behind it is passed over."""
    text = cell.text.removesuffix("%").strip()
    found = text if cell.typed else _figure(text, mapping)
    if found is None or not re.fullmatch(r"[+-]?\d+", found):
        _refuse_other_sign(text, cell, mapping)
        raise DataError([problem("wrong-number", "", found=cell.text, nearest=mends.whole_number(cell.text))])
    return str(int(found))


def decimal(cell: Cell, mapping: Mapping) -> str:
    """Return a figure with a decimal point."""
    found = cell.text if cell.typed else _figure(cell.text, mapping)
    if found is None:
        raise DataError([problem("wrong-decimal", "", found=cell.text, nearest=mends.decimal(cell.text))])
    return found


def _figure(text: str, mapping: Mapping) -> str | None:
    if GROUPED[mapping.decimal].fullmatch(text) or SIMPLE[mapping.decimal].fullmatch(text):
        sign = "," if mapping.decimal == "comma" else "."
        return re.sub(r"[^\d+\-" + sign + "]", "", text).replace(sign, ".").lstrip("+")
    return None


def _refuse_other_sign(text: str, cell: Cell, mapping: Mapping) -> None:
    """Say that a figure may be written with the other sign before decimals."""
    found = re.fullmatch(r"(\d{1,3})[.,](\d{3})", text)
    if found and not cell.typed:
        raise DataError([problem("import-ambiguous", "", found=cell.text, allowed=[f"{found[1]}.{found[2]}", found[1] + found[2]])])


def day(cell: Cell, mapping: Mapping) -> str:
    """Return a day in ISO 8601; a spreadsheet's number of a day is one, too."""
    if cell.typed and cell.text.isdecimal() and int(cell.text) in SERIALS:
        return (BEFORE_EXCEL + timedelta(int(cell.text))).isoformat()
    with suppress(ValueError):
        return date.fromisoformat(cell.text[:10] if re.fullmatch(r"\d{4}-\d\d-\d\d[ T]00:00:00", cell.text) else cell.text).isoformat()
    found = DATE.fullmatch(cell.text)
    if found:
        year, month, own = (found[at + 1] for at in ORDERS[mapping.dates])
        with suppress(ValueError):
            if len(year) == 4:
                return date(int(year), int(month), int(own)).isoformat()
    raise DataError([problem("wrong-date", "", found=cell.text, nearest=mends.day(cell.text))])


def moment(cell: Cell, mapping: Mapping) -> str:
    """Return a year as it is, or a day."""
    return cell.text if re.fullmatch(r"[12]\d{3}", cell.text) else day(cell, mapping)
