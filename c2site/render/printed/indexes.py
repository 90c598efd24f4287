"""The indexes: by company, product, sector, country, code and certificate, each as the reader's language sorts."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from c2site.catalogue import Entry
from c2site.catalogue.codes import Code, hierarchy
from c2site.model import Offering, Sme
from c2site.render.printed.desk import Desk
from c2site.render.printed.strings import String

# Lines of all indexes that surely fit on one page, in three columns.
SHORT = 80
# From so many lines on, an index has the letters of the alphabet as headings.
LETTERED = 30

Row = dict[str, Any]


def indexes(desk: Desk) -> dict[str, Any] | None:
    """Return the indexes that hold something, or None where there is nothing to find."""
    if desk.catalogue.empty:
        return None
    parts = [
        _part(desk, "companies", _lettered(desk, _companies(desk))),
        _part(desk, "products", _lettered(desk, [_entry(desk, one) for one in desk.catalogue.entries])),
        _part(desk, "sectors", _sectors(desk)),
        _part(desk, "countries", _countries(desk)),
        _part(desk, "codes", _codes(desk)),
        _part(desk, "certificates", _certificates(desk)),
    ]
    kept = [part for part in parts if part["groups"]]
    lines = sum(len(group["rows"]) + 2 for part in kept for group in part["groups"])
    return {"heading": desk.phrase("index.heading"), "lead": desk.phrase("index.lead"), "short": lines <= SHORT, "parts": kept}


def _part(desk: Desk, name: str, groups: list[Row]) -> Row:
    return {"id": name, "heading": desk.phrase(f"index.{name}"), "groups": groups}


def _row(name: String, numbers: Iterable[int]) -> Row:
    return {"name": name, "numbers": list(numbers)}


def _entry(desk: Desk, entry: Entry) -> Row:
    return _row(desk.text(entry.offering.name), [entry.number])


def _companies(desk: Desk) -> list[Row]:
    return [_row(desk.name(sme.name), numbers) for sme, numbers in desk.catalogue.by_company(desk.reader)]


def _sorted(desk: Desk, rows: Iterable[Row]) -> list[Row]:
    """Return lines as the reader's language sorts their names."""
    return sorted(rows, key=lambda row: (desk.reader.sort_key(_bare(row["name"])), row["numbers"]))


def _bare(name: String) -> str:
    return name["t"].strip("\u2068\u2069")


def _lettered(desk: Desk, rows: list[Row]) -> list[Row]:
    """Return lines in order; where there are many, under the letters of the reader's alphabet."""
    found: dict[str, list[Row]] = defaultdict(list)
    for row in _sorted(desk, rows):
        found[desk.reader.initial(_bare(row["name"])) if len(rows) >= LETTERED else ""].append(row)
    return [{"letter": desk.name(letter) if letter else None, "rows": lines} for letter, lines in found.items()]


def _sectors(desk: Desk) -> list[Row]:
    found, known = desk.catalogue.by_sector(), desk.portal.profiles.sectors
    order = sorted((key for key in found if key in known), key=lambda key: (known[key].order, key))
    return [{**desk.sectors([key])[0], "rows": _sorted(desk, [_entry(desk, one) for one in found[key]])} for key in order]


def _countries(desk: Desk) -> list[Row]:
    """Return companies under the countries of their seats."""
    found: dict[str, list[Row]] = defaultdict(list)
    for sme, numbers in desk.catalogue.by_company(desk.reader):
        found[desk.reader.country(sme.country)].append(_row(desk.name(sme.name), numbers))
    return [{"name": desk.name(name), "rows": found[name]} for name in sorted(found, key=desk.reader.sort_key)]


def _codes(desk: Desk) -> list[Row]:
    """Return the codes the entries show, in each system's own order."""
    stated: dict[str, Code] = {}
    numbers: dict[str, list[int]] = defaultdict(list)
    for entry in desk.catalogue.entries:
        for code in dict.fromkeys(_shown_codes(desk, entry.offering)):
            stated.setdefault(code.key, code)
            numbers[code.key].append(entry.number)
    return [
        {"name": desk.phrase(f"label.{system}"), "rows": [_row(desk.name(stated[one.key].stated), dict.fromkeys(numbers[one.key])) for _, codes in divisions for one in codes]}
        for system, divisions in hierarchy(stated)
    ]


def _shown_codes(desk: Desk, one: Offering) -> Iterator[Code]:
    stand = one.markets.get(desk.market.id) if desk.market else None
    for part in (one.codes, stand and stand.codes):
        if part:
            yield from (Code(system, code) for system in type(part).model_fields for code in getattr(part, system))


def _certificates(desk: Desk) -> list[Row]:
    """Return, under each certificate, the companies and the entries that have it."""
    found: dict[str, list[Row]] = defaultdict(list)
    for sme, numbers in desk.catalogue.by_company(desk.reader):
        for kind in _papers(sme):
            found[kind].append(_row(desk.name(sme.name), numbers))
    for entry in desk.catalogue.entries:
        for kind in dict.fromkeys((*_papers(entry.offering), *_papers_there(desk, entry.offering))):
            found[kind].append(_entry(desk, entry))
    named = [{"name": desk.code("certificate", kind), "rows": _sorted(desk, rows)} for kind, rows in found.items()]
    return sorted(named, key=lambda group: desk.reader.sort_key(_bare(group["name"])))


def _papers(record: Sme | Offering) -> list[str]:
    return list(dict.fromkeys(one.type for one in record.certificates))


def _papers_there(desk: Desk, one: Offering) -> tuple[str, ...]:
    stand = one.markets.get(desk.market.id) if desk.market else None
    return stand.certificates if stand else ()
