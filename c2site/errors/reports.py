"""Problems as a person, a program or a code host reads them."""

import json
from collections import Counter
from collections.abc import Iterable, Sequence

from c2site.errors.problem import Problem

COLOURS = {"error": "\x1b[31m", "warning": "\x1b[33m", "note": "\x1b[36m"}
BOLD, FAINT, PLAIN = "\x1b[1m", "\x1b[2m", "\x1b[0m"
LEVELS = {"error": "error", "warning": "warning", "note": "notice"}


def text(problems: Sequence[Problem], colour: bool = False) -> str:
    """Return a line a problem, `path:line:column: severity: field: message`, its hint below; the last line counts."""
    return "\n".join([*(line for one in problems for line in _lines(one, colour)), summary(problems)])


def _lines(one: Problem, colour: bool) -> Iterable[str]:
    spot, severity = _painted(_spot(one), BOLD, colour), _painted(one.severity, COLOURS[one.severity], colour)
    yield f"{spot}: {severity}: {_said(one)}"
    if one.hint:
        yield _painted(f"    → {one.hint}", FAINT, colour)


def _said(one: Problem) -> str:
    return f"{one.field}: {one.message}" if one.field else one.message


def _spot(one: Problem) -> str:
    return f"{one.path}:{one.line}:{one.column}" if one.line else one.path


def _painted(words: str, paint: str, colour: bool) -> str:
    return f"{paint}{words}{PLAIN}" if colour else words


def summary(problems: Sequence[Problem]) -> str:
    """Return how many problems of each severity there are, in how many files, in one line."""
    if not problems:
        return "No problems."
    counts = Counter(one.severity for one in problems)
    parts = [_counted(counts[severity], severity) for severity in COLOURS if counts[severity]]
    listed = " and ".join(filter(None, [", ".join(parts[:-1]), parts[-1]]))
    return f"{listed} in {_counted(len({one.path for one in problems}), 'file')}"


def _counted(number: int, name: str) -> str:
    return f"{number:,} {name}" + ("" if number == 1 else "s")


def as_json(problems: Sequence[Problem]) -> str:
    """Return a JSON list of {path, line, column, field, code, severity, message, hint}."""
    return json.dumps([one.as_dict() for one in problems], ensure_ascii=False, indent=2)


def github(problems: Sequence[Problem]) -> str:
    """Return one workflow command a problem, which GitHub shows at the line it is about."""
    return "\n".join(_command(one) for one in problems)


def _command(one: Problem) -> str:
    place = {"line": one.line, "col": one.column} if one.line else {}
    values = {"file": one.path, **place, "title": one.code}
    properties = ",".join(f"{name}={_property(str(value))}" for name, value in values.items())
    words = f"{_said(one)}\n{one.hint}" if one.hint else _said(one)
    return f"::{LEVELS[one.severity]} {properties}::{_data(words)}"


def _data(words: str) -> str:
    return words.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A").replace("::", ": :")


def _property(words: str) -> str:
    return _data(words).replace(":", "%3A").replace(",", "%2C")
