"""One thing that is wrong in the data, and the exception that carries many of them."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass

from c2site.errors.sentences import SENTENCES
from c2site.errors.shown import LONGEST, shown

LONGEST_PATH = 1_000
LONGEST_MEND = 240


@dataclass(frozen=True, order=True)
class Problem:
    """What an editor has to mend, with its place.

    `path` is relative to the partnership's root, `line` and `column` count from 1 (0 where the whole file is meant),
    `field` is the dotted path of the value, `severity` is `error`, `warning` or `note`. `message` says what is wrong
    and what is allowed, `hint` what to write instead.
    """

    path: str
    line: int
    column: int
    field: str
    code: str
    severity: str
    message: str
    hint: str = ""

    def as_dict(self) -> dict[str, str | int]:
        """Return the problem as the JSON report and other programs read it."""
        return asdict(self)


class DataError(Exception):
    """Data that cannot be used; carries every problem found, never only the first."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__(f"{len(problems)} problem(s)")
        self.problems = tuple(sorted(problems))


def problem(code: str, path: str, place: tuple[int, int] = (0, 0), field: str = "", **found: object) -> Problem:
    """Return the problem `code` with its sentence filled in from `found`; every value is made safe to print."""
    sentence = SENTENCES[code]
    values = {name: _listed(value, LONGEST_MEND if name == "nearest" else LONGEST) for name, value in found.items()}
    return Problem(
        path=shown(path, LONGEST_PATH),
        line=place[0],
        column=place[1],
        field=shown(field, LONGEST_PATH),
        code=code,
        severity=sentence.severity,
        message=sentence.message.format(**values),
        hint=sentence.hint_with(values),
    )


def _listed(value: object, longest: int) -> str:
    if isinstance(value, str) or not isinstance(value, (list, tuple, set, frozenset)):
        return "" if value is None else shown(value, longest)
    words = [shown(item) for item in (sorted(value) if isinstance(value, (set, frozenset)) else value)]
    return ", ".join(words[:12]) + (f" … ({len(words)} in all)" if len(words) > 12 else "")
