"""Mending the text of a file that cannot be read as YAML: each way in which a line may have been meant, and the only one that fits."""

import json
import re
from collections import defaultdict
from collections.abc import Iterator

from c2site.errors import DataError, Problem
from c2site.load.document import parsed
from c2site.load.faults import DEEPEST, INVISIBLE
from c2site.load.files import record_file
from c2site.load.partnership import record_of

# Signs that break a line where they come from; all others that nobody sees leave nothing behind.
BREAKS = re.compile("[\x0b\x0c\x85\u2028\u2029]")
LEADING = re.compile(r"^[ \t\u00a0\u2003\u2009\u202f\u3000]+", re.MULTILINE)
BLOCK_TEXT = re.compile(r"[|>][+-]?[0-9]?[ \t]*$", re.MULTILINE)
FIELD = re.compile(r"(?P<head>[ ]*(?:- )?(?:[\w-]+:[ ]+)?)(?P<value>\S.*)")
QUOTED = re.compile(r"[\"'“”„«»‘’‚](?P<inner>.*)[\"'“”„«»‘’]")
# What shows that a file's lines do not stand where they belong.
FIELDS = ("unknown-field", "wrong-shape")
MISPLACED = ("yaml-", "text-control", "file-", *FIELDS)


def repaired(path: str, text: str, code: str, line: int) -> str | None:
    """Return the text with the problem `code` of a line mended, where there is one way to do so."""
    if code == "text-control":
        return INVISIBLE.sub("", BREAKS.sub(" ", text))
    if code in ("yaml-tab", "yaml-blank"):
        return with_spaces(text)
    if code not in ("yaml-syntax", "yaml-tag"):
        return None
    return _only_one(path, text, line)


def with_spaces(text: str) -> str | None:
    """Return the text with its lines moved in by spaces, two for each tab; None where tabs may belong to a text."""
    if BLOCK_TEXT.search(text):
        return None
    return LEADING.sub(lambda found: "".join("  " if sign == "\t" else " " for sign in found[0]), text)


def moved_in(text: str, line: int) -> str | None:
    """Return the text with a line moved below the field above it: as far as what stands there already, else by one level."""
    lines = text.split("\n")
    above = lines[line - 2] if line > 1 else ""
    indent, own = len(above) - len(above.lstrip()), len(lines[line - 1]) - len(lines[line - 1].lstrip())
    if indent == own and above.rstrip().endswith(":"):
        indent += 2
    return "\n".join([*lines[: line - 1], " " * indent + lines[line - 1].lstrip(), *lines[line:]]) if indent > own else None


def _only_one(path: str, text: str, line: int) -> str | None:
    """Return the rewriting that leaves the fewest fields out of place and carries a reader further, where all such say the same."""
    judged: dict[int, dict[str, str]] = defaultdict(dict)
    for one in dict.fromkeys(_rewritings(text, line)):
        wrong = _misplaced(path, one)
        unread = [each.line for each in wrong if each.code not in FIELDS]
        if not unread or min(unread) > line:
            judged[len(wrong)][one if unread else json.dumps(parsed(path, one.encode()).values)] = one
    best = list(judged[min(judged)].values()) if judged else []
    return best[0] if len(best) == 1 else None


def _misplaced(path: str, text: str) -> list[Problem]:
    """Return what shows that lines do not stand where they belong."""
    try:
        record_of(record_file(path), text.encode())
    except DataError as error:
        return [one for one in error.problems if one.code.startswith(MISPLACED)]
    return []


def _rewritings(text: str, line: int) -> Iterator[str]:
    """Yield the text with the line, or the one above it, written in each way in which it may have been meant."""
    lines = text.split("\n")
    for at in (line - 1, line - 2):
        if 0 <= at < len(lines):
            yield from ("\n".join([*lines[:at], one, *lines[at + 1 :]]) for one in _meant(lines, at))


def _meant(lines: list[str], at: int) -> Iterator[str]:
    """Yield a line with its value in quotes, with a space behind its colon, and moved to where a line above it begins."""
    whole, end = lines[at].rstrip("\r"), "\r" * lines[at].endswith("\r")
    if not (found := FIELD.fullmatch(whole.rstrip(" "))):
        return
    value = found["value"]
    quoted = QUOTED.fullmatch(value)
    inner = quoted["inner"].replace("''", "'") if quoted else value.lstrip("\"'") if value[0] in "\"'" else value
    yield found["head"] + json.dumps(inner, ensure_ascii=False) + end
    if re.match(r"[a-z_]+:\S", value):
        yield found["head"] + value.replace(":", ": ", 1) + end
    for indent in _levels(lines[:at]):
        yield " " * indent + lines[at].lstrip()


def _levels(above: list[str]) -> set[int]:
    """Return the columns of what is open behind these lines."""
    levels: list[int] = []
    for line in reversed(above):
        indent = len(line) - len(line.lstrip())
        if line.strip() and len(levels) < DEEPEST and (not levels or indent < levels[-1]):
            levels.append(indent)
    return set(levels)
