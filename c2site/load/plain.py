"""The YAML most files are written in, read in one pass: a value a line, nothing that could mean two things.

`c2site.load.document` is the judge of every file. This room only spares it the files whose meaning is plain from their
lines, at a fraction of the time; whatever else a file holds, and whatever is wrong with it, is left to the judge.
"""

import re
from typing import Any

from c2site.load.document import ABSENT, DEEPEST, MOST_BYTES, MOST_NODES, parsed
from c2site.load.faults import INVISIBLE

Values = dict[str, Any]
# Indent, dash, name, value, and the column of a folded text.
Line = tuple[str, str, str, str, str]
# The maps and lists that are open at a line, each with its column, outermost first.
Opened = list[tuple[int, Any]]

# Characters that YAML reads in a way of its own, or refuses.
ODD = re.compile(f"[\t\ufffe\uffff]|{INVISIBLE.pattern}")
SHALLOW = DEEPEST // 2
SIGNS = frozenset("\"'[>")
ITEM = r'"[^"\\\n]*+"\ *+|\w[\w\ ./+-]*+'
ITEMS = re.compile(ITEM, re.VERBOSE)
LINE = re.compile(
    rf"""
    ^(\ *+)
    (-\ ++)?+
    (?:("?+[A-Za-z0-9_][A-Za-z0-9_-]{{0,99}}+"?+):(?:\ ++|$))?+
    (
        "[^"\\\n]*+"
        | '[^'\n]*+(?:''[^'\n]*+)*+'
        | \[\ *+(?:(?:{ITEM})(?:,\ *+(?:{ITEM}))*+)?+\]
        # A folded text: lines that begin in one column, before a line that begins further left.
        | >-\n(?P<column>\ ++)(?=[^\n])[^\n]*+(?<!\ )(?:\n(?P=column)(?=[^\ \n])[^\n]*+(?<!\ ))*+
          (?=\n(?!(?P=column))\ *+[^\ \n]|\n?\Z)
        # A plain text: a colon belongs to it before a letter, a hash behind one.
        | (?:-(?=\d)|[^\s?:,\[\]{{}}#&*!|>'"%@`-])[^\n:#]*+(?:(?::(?=[^\ \n])|(?<!\ )\#)[^\n:#]*+)*+
    )?+
    \ *+(?:(?<![^\ \n])\#[^\n]*+)?+$
    """,
    re.MULTILINE | re.VERBOSE,
)


def values_in(path: str, raw: bytes) -> Values:
    """Return the values of the file at `path`, as text, in lists and maps. Raise DataError with everything wrong with its YAML."""
    return plain_values(raw) or parsed(path, raw).values


def plain_values(raw: bytes) -> Values | None:
    """Return what `c2site.load.document` reads in a file, or None where it must read the file itself."""
    text = _text(raw)
    if text is None or ODD.search(text) or 3 * text.count("\n") + text.count(",") > MOST_NODES:
        return None
    lines = LINE.findall(text)
    # Each match is one whole line, or a folded text of several.
    folded = sum(line[3].count("\n") for line in lines if line[4])
    return _values(lines) if len(lines) + folded == text.count("\n") + 1 else None


def _text(raw: bytes) -> str | None:
    try:
        return raw.decode("utf-8-sig") if len(raw) <= MOST_BYTES else None
    except UnicodeDecodeError:
        return None


def _values(lines: list[Line]) -> Values | None:
    """Return what the lines say, fields without a value left out; None where one does not belong to the lines above."""
    root: Values = {}
    opened: Opened = [(0, root)]
    empty: list[tuple[Values, str]] = []
    waiting = False
    for indent, dash, name, value, folded in lines:
        if not (name or value or dash):
            continue
        column = len(indent)
        if waiting:
            _begin(opened, *empty[-1], column, dash)
        at, holder = opened[-1]
        if dash or at != column or type(holder) is list:
            holder = _holder(opened, column, dash, name)
        if holder is None or len(opened) > SHALLOW or (folded and len(folded) <= opened[-1][0]):
            return None
        if '"' in name:
            if name.count('"') == 1:
                return None
            name = name.strip('"')
        if value[:1] in SIGNS:
            read = _read(value)
        else:
            read = value.rstrip(" ")
            if read in ABSENT:
                read = None
        if name and name not in holder:
            holder[name] = read
            if read is None:
                empty.append((holder, name))
        elif dash and value and not name:
            holder.append("" if read is None else read)
        else:
            return None
        waiting = not value
    return _without_empty(root, empty)


def _begin(opened: Opened, holder: Values, name: str, column: int, dash: str) -> None:
    """Open what the field `name` holds, where the line is the first of it; a list may begin in the field's own column."""
    before = opened[-1][0]
    if column > before or (dash and column == before):
        holder[name] = [] if dash else {}
        opened.append((column, holder[name]))


def _holder(opened: Opened, column: int, dash: str, name: str) -> Any:
    """Return the map or list to which a line belongs, everything deeper closed; None where there is none."""
    while opened[-1][0] > column:
        opened.pop()
    if not dash and type(opened[-1][1]) is list:
        opened.pop()
    at, holder = opened[-1]
    if at != column or (type(holder) is list) != bool(dash):
        return None
    if dash and name:
        holder.append({})
        opened.append((column + len(dash), holder[-1]))
    return opened[-1][1]


def _read(value: str) -> str | list[str]:
    sign = value[0]
    if sign == '"':
        return value[1:-1]
    if sign == "'":
        return value[1:-1].replace("''", "'")
    if sign == "[":
        return [_item(one.rstrip(" ")) for one in ITEMS.findall(value)]
    return " ".join(line.lstrip(" ") for line in value.split("\n")[1:])


def _item(written: str) -> str:
    if written[0] == '"':
        return written[1:-1]
    return "" if written in ABSENT else written


def _without_empty(root: Values, empty: list[tuple[Values, str]]) -> Values | None:
    for holder, name in empty:
        if holder[name] is None:
            del holder[name]
    return root or None
