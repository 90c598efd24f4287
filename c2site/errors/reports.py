"""Problems as a person, a program or a code host reads them."""

import json
import re
from collections import Counter
from collections.abc import Iterable, Sequence

from c2site.errors.messages import ENGLISH, Messages
from c2site.errors.problem import Problem

COLOURS = {"error": "\x1b[31m", "warning": "\x1b[33m", "note": "\x1b[36m"}
BOLD, FAINT, PLAIN = "\x1b[1m", "\x1b[2m", "\x1b[0m"
RIGHT_TO_LEFT, ISOLATE, END_OF_ISOLATE = "\u2067", "\u2068", "\u2069"
# What is read from left to right within a line that is not: code, addresses, and all that begins and ends with a Latin letter or a figure.
FOREIGN = re.compile(r"`[^`]*`|https?://\S+|[-+.@#/]*[A-Za-z0-9](?:[ -_a-~–…]*[A-Za-z0-9_+#/])?")
LEVELS = {"error": "error", "warning": "warning", "note": "notice"}


def text(problems: Sequence[Problem], colour: bool = False, messages: Messages = ENGLISH) -> str:
    """Return a line a problem, `path:line:column: severity: field: message`, its hint below; the last line counts."""
    return "\n".join([*(line for one in problems for line in lines(one, colour, messages)), summary(problems, messages)])


def lines(one: Problem, colour: bool = False, messages: Messages = ENGLISH) -> Iterable[str]:
    """Yield a problem's line and its hint in the language of `messages`."""
    told = one.said(messages)
    place, severity = isolated(spot(one), messages), _painted(messages.word(one.severity), COLOURS[one.severity], colour)
    field = f"{isolated(told.field, messages)}: " if told.field else ""
    yield _whole(f"{_painted(place, BOLD, colour)}: {severity}: {field}{_laid(told.message, messages)}", messages)
    if told.hint:
        arrow = "←" if messages.direction == "rtl" else "→"
        yield _painted(_whole(f"    {arrow} {_laid(told.hint, messages)}", messages), FAINT, colour)


def isolated(words: str, messages: Messages) -> str:
    """Return what is read from left to right so that it stays in one piece within a line that is read from right to left."""
    return f"{ISOLATE}{words}{END_OF_ISOLATE}" if messages.direction == "rtl" else words


def line(words: str, messages: Messages) -> str:
    """Return a sentence as a line of its own that is read in its language's direction, whichever the terminal's is."""
    return _whole(_laid(words, messages), messages)


def _whole(words: str, messages: Messages) -> str:
    return f"{RIGHT_TO_LEFT}{words}{END_OF_ISOLATE}" if messages.direction == "rtl" else words


def _laid(words: str, messages: Messages) -> str:
    return FOREIGN.sub(lambda found: isolated(found[0], messages), words)


def _said(one: Problem) -> str:
    return f"{one.field}: {one.message}" if one.field else one.message


def spot(one: Problem) -> str:
    """Return where a problem is, as editors and terminals open it."""
    return f"{one.path}:{one.line}:{one.column}" if one.line else one.path


def _painted(words: str, paint: str, colour: bool) -> str:
    return f"{paint}{words}{PLAIN}" if colour else words


def summary(problems: Sequence[Problem], messages: Messages = ENGLISH) -> str:
    """Return how many problems of each severity there are, in how many files, in one line."""
    if not problems:
        return line(messages.word("no-problems"), messages)
    counts = Counter(one.severity for one in problems)
    counted = messages.listed([messages.word(f"{severity}s", counts[severity]) for severity in COLOURS if counts[severity]])
    return line(messages.word("summary", counts=counted, files=messages.word("in-files", len({one.path for one in problems}))), messages)


def as_json(problems: Sequence[Problem], messages: Messages = ENGLISH) -> str:
    """Return a JSON list of {path, line, column, field, code, severity, message, hint}, English for programs.

    In another language `said` holds that {language, message, hint} too.
    """
    return json.dumps([one.as_dict() | _in_other_words(one, messages) for one in problems], ensure_ascii=False, indent=2)


def _in_other_words(one: Problem, messages: Messages) -> dict[str, dict[str, str]]:
    told = one.said(messages)
    return {} if messages is ENGLISH else {"said": {"language": messages.tag, "message": told.message, "hint": told.hint}}


def github(problems: Sequence[Problem], messages: Messages = ENGLISH) -> str:
    """Return one workflow command a problem, which GitHub shows at the line it is about."""
    return "\n".join(_command(one.said(messages)) for one in problems)


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
