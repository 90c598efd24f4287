"""Records from a workbook: what an edition's XLSX file holds, and what editors have changed in it, as they would stand in YAML.

Cells say what is there and nothing else: what a file does not hold (notes, permissions, pictures) is for the caller to add.
"""

from dataclasses import dataclass

from c2site.errors import DataError, Problem
from c2site.load.workbook_cells import Sheets
from c2site.load.workbook_columns import Column
from c2site.load.workbook_found import Found, Key
from c2site.load.workbook_rows import Reading
from c2site.load.workbook_tables import tables_in, words_in
from c2site.model import KINDS, Record


@dataclass(frozen=True)
class Workbook:
    """Records by kind and id, in the file's order, the columns that hold them, and what is wrong with its sheets, rows and words."""

    records: dict[Key, Found]
    columns: frozenset[Column]
    problems: tuple[Problem, ...]

    def typed(self) -> dict[Key, Record]:
        """Return the records as the model has them; raise DataError with everything that is wrong in the file."""
        problems, records = list(self.problems), {}
        for key, found in self.records.items():
            try:
                records[key] = found.record()
            except DataError as error:
                problems.extend(error.problems)
        if problems:
            raise DataError(problems)
        return records


def read_workbook(path: str, raw: bytes, permitted: bool = False) -> Workbook:
    """Return the records in an XLSX file; `path` is only told. Raise DataError for a file that is no workbook, or no safe one.

    `permitted` says that the clients in its references are known to agree, as they are in a file nobody has changed since it was
    published; otherwise each reference lacks its permission, for somebody to ask.
    """
    sheets = Sheets(path, raw)
    tables = [table for title, rows in sheets for table in tables_in(title, rows)]
    reading = Reading(sheets, words_in(tables), {"references[]": {"permission": "true"}} if permitted else {})
    known = [one for one in tables if reading.knows(one)]
    for table in sorted(known, key=lambda one: (one.key not in KINDS, one.depth)):
        reading.table(table)
    columns = frozenset(column for table in known for column in table.columns.values())
    return Workbook(reading.records, columns, tuple(sorted([*sheets.problems, *reading.problems])))
