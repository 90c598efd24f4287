"""A catalogue as CSV: RFC 4180, UTF-8 with a byte order mark for Excel, and no cell that a spreadsheet would run."""

import csv
import io
import re

from c2site.catalogue import Catalogue, Portal
from c2site.render.exports.table import Cell, table

# A cell starts at its beginning; where Excel counts with decimal commas it also starts after each semicolon.
# A formula starts with one of these signs (full-width ones count), also behind blanks; the apostrophe says "text".
START = r"(?:^|(?<=;))"
FORMULA = r"(?='*(?:\s*[=+\-@＝＋－＠]|[\t\r\n]))"
DANGER = re.compile(START + FORMULA)
DISARMED = re.compile(START + "'" + FORMULA)
BYTE_ORDER_MARK = "\ufeff"


def csv_file(portal: Portal, catalogue: Catalogue, tag: str) -> bytes:
    """Return the catalogue's entries in one language, headers first."""
    found = table(portal, catalogue, tag)
    return csv_bytes([found.headers, *found.rows])


def csv_bytes(rows: list[tuple[Cell, ...]]) -> bytes:
    """Return rows as a CSV file; text is quoted and disarmed, figures stand bare."""
    out = io.StringIO(newline="")
    out.write(BYTE_ORDER_MARK)
    writer = csv.writer(out, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\r\n")
    writer.writerows([disarmed(cell) if isinstance(cell, str) else cell for cell in row] for row in rows)
    return out.getvalue().encode("utf-8")


def disarmed(text: str) -> str:
    """Return text no spreadsheet takes for a formula; `rearmed` gives back exactly what went in."""
    return DANGER.sub("'", text)


def rearmed(text: str) -> str:
    """Return what `disarmed` was given."""
    return DISARMED.sub("", text)
