"""What tests of bringing spreadsheets in share: a copy of the invented partnership, tables, and what was refused."""

import shutil
from collections.abc import Callable, Iterable
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from c2site.build.importing import Asked, Brought, Plan, Suggested, brought
from c2site.build.prepare import Prepared, prepared
from c2site.build.settings import settings_from
from c2site.load.cells import address
from c2site.load.mapping import mapping_in
from tests.conftest import TODAY, WORLD

HEADING = "kind: sme\nlanguage: en\ncluster: mare-clara\ndecimal: point\ndates: day-first\n"


def copied(tmp_path: Path) -> Prepared:
    shutil.copytree(WORLD, tmp_path / "world", ignore=shutil.ignore_patterns(".cache"))
    return prepared(replace(settings_from(tmp_path / "world", {}), today=TODAY))


def mapped(*columns: str, heading: str = HEADING, more: str = "") -> Asked:
    """Return a mapping: each column is `Header: field` with what else is said of it behind commas."""
    lines = [f"  - {{header: {header}, field: {rest}}}" for header, _, rest in (one.partition(": ") for one in columns)]
    return Asked(mapping_in("map.yml", "\n".join([heading.strip(), *([more] if more else []), "columns:", *lines, ""]).encode()), "map.yml")


def rows(ready: Prepared, wish: Asked, *table: Iterable[Any]) -> Plan:
    """Return what a workbook with these rows would do."""
    book, out = openpyxl.Workbook(), BytesIO()
    book.active.title = "Sheet1"
    for row in table:
        book.active.append(list(row))
    book.save(out)
    found = brought(ready, "answers.xlsx", out.getvalue(), wish)
    assert isinstance(found, Brought)
    return found.plan


def suggested(ready: Prepared, source: str, raw: bytes, wish: Asked | None = None) -> Suggested:
    found = brought(ready, source, raw, wish or Asked())
    assert isinstance(found, Suggested)
    return found


def told(plan: Plan) -> list[tuple[str, str, str]]:
    """Return cell, field and code of everything refused."""
    return [(address(one.line, one.column), one.field, one.code) for one in plan.refused]


def changed(raw: bytes, change: Callable[[dict[str, Worksheet]], None]) -> bytes:
    """Return a workbook after somebody changed it; its sheets are known by the key of their columns, `sme` or `statements[]`."""
    book, out = openpyxl.load_workbook(BytesIO(raw)), BytesIO()
    change({str(page["A1"].value).partition(":")[0]: page for page in book.worksheets})
    book.save(out)
    return out.getvalue()


def cell(page: Worksheet, name: str, key: str) -> Any:
    """Return the cell of a column (`sme:city`) in the row of a record."""
    column = next(one.column for one in page[1] if one.value == name)
    ids = next(one.column for one in page[1] if str(one.value).endswith(":id") or str(one.value).endswith(":#id"))
    row = next(one.row for one in page[openpyxl.utils.get_column_letter(ids)] if one.value == key)
    return page.cell(row, column)


def added(page: Worksheet, values: dict[str, Any]) -> None:
    """Write a row below the others; columns are known by what stands between the colon and their signs."""
    columns = {str(one.value).partition(":")[2].partition("=")[0].partition("[")[0]: one.column for one in page[1]}
    row = page.max_row + 1
    for name, value in values.items():
        page.cell(row, columns[name]).value = value
