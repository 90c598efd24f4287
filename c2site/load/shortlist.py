"""A shortlist from a file: the table or the link that the portal's shortlist gives, or an id or a permanent address a line."""

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from c2site.errors import DataError, fragment, problem
from c2site.load.files import content_of

SHARED = "ids="
# Spreadsheets save a table with the separator of their country.
SEPARATORS = (",", ";", "\t")


class Listed(NamedTuple):
    """An id as it stands in the file, and its line."""

    id: str
    line: int


def shortlist(path: Path) -> list[Listed]:
    """Return the ids of a shortlist in their order, each once; raise DataError where the file cannot be read."""
    text = content_of(path.parent, path.name).decode("utf-8-sig", errors="replace")
    first: dict[str, Listed] = {}
    try:
        for one in _ids(text):
            first.setdefault(one.id, one)
    except csv.Error:
        raise DataError([problem("shortlist-broken", str(path), found=fragment("endless-cell", limit=csv.field_size_limit()))]) from None
    return list(first.values())


def _ids(text: str) -> Iterator[Listed]:
    separator = _separator(text)
    if separator:
        rows = csv.reader(text.splitlines(keepends=True), delimiter=separator)
        next(rows, None)
        yield from (Listed(row[0].strip(), rows.line_num) for row in rows if row and row[0].strip())
        return
    for number, line in enumerate(text.splitlines(), 1):
        yield from (Listed(one, number) for one in _of_line(line.strip()))


def _separator(text: str) -> str:
    """Return what separates the cells of a table, nothing where the text is none: its heads are many, and hold no address."""
    head = next(iter(text.splitlines()), "")
    if SHARED in head:
        return ""
    likely = max(SEPARATORS, key=head.count)
    return likely if head.count(likely) > 2 else ""


def _of_line(line: str) -> list[str]:
    """Return the ids a line names: those of a shared link, or the one that ends an address, or the line itself."""
    if SHARED in line:
        shared = unquote(line.split(SHARED, 1)[1].split("&", 1)[0])
        return [one.strip() for one in shared.split(",") if one.strip()]
    if not line or line.startswith("#"):
        return []
    if "/" not in line:
        return [line]
    folders = [one for one in urlsplit(line).path.split("/") if one and one != "index.html"]
    return folders[-1:]
