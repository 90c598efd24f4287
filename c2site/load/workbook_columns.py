"""How a workbook's hidden first row names its columns, and how one cell holds a list: written and read by the same rules.

A name is the sheet, a colon, the field's path, and signs for what a cell holds:

    offering:trade.price.from           one value of the offering in this row
    offering:summary@es                 its text in one language
    sme:export.countries[]=country      a list; `=` names the code list in whose words it is written
    trade.incoterms[]:rule              one item of a list a row: its owner's #kind and #id, its #position in the list
    markets{}:status                    the same for a map, whose key is the #position
    offering:sources[]+1                more of the value to the left, which is too long for one cell
"""

import re
from typing import NamedTuple

# What Excel takes in one cell, in UTF-16 units.
LONGEST_CELL = 32_767
KIND, ID, POSITION = ("#kind",), ("#id",), ("#position",)
LIST, MAP = "[]", "{}"
CODES, CODE, WORD = "codes", ("code",), ("word",)
NAME = re.compile(
    r"(?P<sheet>[a-z_.\[\]{}]{1,120}):(?P<path>[#a-z0-9_.]{0,200})(?P<many>\[\])?(?:@(?P<tag>[A-Za-z0-9-]{1,20}))?"
    r"(?:=(?P<words>[A-Za-z_.]{1,80}))?(?:\+(?P<part>\d{1,4}))?"
)
BETWEEN = "; "
UNQUOTED = re.compile(r"((?:[^;\\]|\\.|\\$)*)(?:;|$)", re.DOTALL)


class Column(NamedTuple):
    """A column's identity: it stays when headers are translated, columns moved, hidden or sorted."""

    sheet: str
    path: tuple[str, ...] = ()
    many: bool = False
    tag: str = ""
    words: str = ""
    part: int = 0

    def __str__(self) -> str:
        signs = (LIST if self.many else "") + (f"@{self.tag}" if self.tag else "") + (f"={self.words}" if self.words else "")
        return f"{self.sheet}:{'.'.join(self.path)}{signs}" + (f"+{self.part}" if self.part else "")


def column_named(name: str) -> Column | None:
    """Return the column a name stands for; None where it is no such name."""
    found = NAME.fullmatch(name)
    if not found:
        return None
    path = tuple(filter(None, found["path"].split(".")))
    return Column(found["sheet"], path, bool(found["many"]), found["tag"] or "", found["words"] or "", int(found["part"] or 0))


def joined(items: list[str]) -> str:
    """Return a list as one cell: `first; second`, with a backslash before what would part an item."""
    return BETWEEN.join(item.replace("\\", "\\\\").replace(";", "\\;") for item in items)


def parted(cell: str) -> list[str]:
    """Return the list in a cell; blanks around its items are not theirs, and empty items are none."""
    if ";" not in cell and "\\" not in cell:
        return [cell.strip()] if cell.strip() else []
    items = (re.sub(r"\\(.)", r"\1", found[1].strip(), flags=re.DOTALL) for found in UNQUOTED.finditer(cell))
    return [item for item in items if item]


def pieces(text: str) -> list[str]:
    """Return a text in pieces that fit into cells."""
    if len(text) * 2 <= LONGEST_CELL:
        return [text]
    found, start, room = [], 0, LONGEST_CELL
    for at, letter in enumerate(text):
        room -= 1 + (letter > "\uffff")
        if room < 0:
            found.append(text[start:at])
            start, room = at, LONGEST_CELL - 1 - (letter > "\uffff")
    return [*found, text[start:]]
