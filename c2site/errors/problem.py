"""One thing that is wrong in the data, and the exception that carries many of them."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace

from c2site.errors.messages import ENGLISH, Figure, Fragment, Listing, Messages, Spoken, Tongue, said
from c2site.errors.sentences import SENTENCES
from c2site.errors.shown import LONGEST, shown

LONGEST_PATH = 1_000
LONGEST_MEND = 240
MOST_LISTED = 12


@dataclass(frozen=True, order=True)
class Problem:
    """What an editor has to mend, with its place.

    `path` is relative to the partnership's root, `line` and `column` count from 1 (0 where the whole file is meant),
    `field` is the dotted path of the value, `severity` is `error`, `warning` or `note`. `message` says what is wrong
    and what is allowed, `hint` what to write instead; both are English until `said` in another language with the `values`, among which is
    the `field` where it is words.
    """

    path: str
    line: int
    column: int
    field: str
    code: str
    severity: str
    message: str
    hint: str = ""
    values: Mapping[str, str | Spoken] = field(default_factory=dict, compare=False, repr=False)

    def as_dict(self) -> dict[str, str | int]:
        """Return the problem as the JSON report and other programs read it."""
        return {one.name: getattr(self, one.name) for one in fields(self) if one.compare}

    def said(self, messages: Messages) -> "Problem":
        """Return the problem in the language of `messages`, in English where that lacks its sentence."""
        spoken = messages if self.code in messages.sentences else ENGLISH
        sentence = spoken.sentences[self.code]
        values = {name: said(value, spoken) for name, value in self.values.items()}
        return replace(self, field=values.get("field", self.field), message=sentence.message.format(**values), hint=sentence.hint_with(values))


@dataclass(frozen=True)
class Part:
    """The message or the hint of a problem, said within another."""

    whole: Problem
    name: str

    def said(self, messages: Messages) -> str:
        """Return the part in the language of `messages`."""
        return getattr(self.whole.said(messages), self.name)


class DataError(Exception):
    """Data that cannot be used; carries every problem found, never only the first."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__(f"{len(problems)} problem(s)")
        self.problems = tuple(sorted(problems))


def problem(code: str, path: str, place: tuple[int, int] = (0, 0), field: str | Fragment = "", **found: object) -> Problem:
    """Return the problem `code` with its sentence filled in from `found`; every value is made safe to print."""
    return Problem(
        path=shown(path, LONGEST_PATH),
        line=place[0],
        column=place[1],
        field=shown(field, LONGEST_PATH) if isinstance(field, str) else "",
        code=code,
        severity=SENTENCES[code].severity,
        message="",
        values={name: _safe(value, LONGEST_MEND if name == "nearest" else LONGEST) for name, value in found.items()} | _words(field),
    ).said(ENGLISH)


def _words(field: str | Fragment) -> dict[str, Fragment]:
    return {} if isinstance(field, str) else {"field": field}


def fragment(key: str, **values: object) -> Fragment:
    """Return the words `key` as a value of a sentence."""
    return Fragment(key, {name: shown(value, LONGEST_MEND) for name, value in values.items()})


def either(values: Collection[str]) -> Listing:
    """Return values of which one is meant: `a or b`."""
    return Listing(tuple(map(shown, values)), len(values), "or")


def _safe(value: object, longest: int) -> str | Spoken:
    if isinstance(value, (Fragment, Figure, Listing, Part, Tongue)):
        return value
    if isinstance(value, (list, tuple, set, frozenset)):
        items = sorted(value) if isinstance(value, (set, frozenset)) else value
        return Listing(tuple(_safe(item, LONGEST) for item in items[:MOST_LISTED]), len(items))
    return "" if value is None else shown(value, longest)
