"""What is told at the terminal: problems in its language, what was asked for wrongly, what a change changes."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

import click

from c2site.build.rewriting import Rewriting
from c2site.build.speaking import spoken
from c2site.errors import Problem, reports

PROBLEMS = 1
PAINTS = {"+": "green", "-": "red", "@": "cyan"}


def tell(found: Sequence[Problem], heading: str = "", err: bool = False) -> None:
    """Write the problems below a heading; nothing where there are none."""
    if found:
        stream = sys.stderr if err else sys.stdout
        click.echo((f"\n{heading}\n" if heading else "") + reports.text(found, stream.isatty(), spoken()), err=err)


def code_of(found: Iterable[Problem]) -> int:
    """Return the exit code: whether anything is wrong that must be mended."""
    return PROBLEMS if any(one.severity == "error" for one in found) else 0


@contextmanager
def told_as_usage(kinds: type[Exception] | tuple[type[Exception], ...] = ValueError) -> Iterator[None]:
    """Tell errors of these kinds as wrong usage of the command; what only a bug raises keeps its traceback."""
    try:
        yield
    except (KeyError, IndexError, UnicodeError):
        raise
    except kinds as error:
        raise click.UsageError(str(error)) from None


def show(change: Rewriting) -> None:
    """Write a change's diff, in colours where somebody reads it."""
    for line in change.diff():
        click.echo(click.style(line, fg=PAINTS.get(line[:1]), bold=line.startswith(("---", "+++"))), color=sys.stdout.isatty())
