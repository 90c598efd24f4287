"""What is told at the terminal: problems in its language, what was asked for wrongly, what a change changes."""

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import click

from c2site.build.rewriting import Rewriting
from c2site.build.speaking import spoken
from c2site.errors import Problem, reports

PAINTS = {"+": "green", "-": "red", "@": "cyan"}


def tell(found: Sequence[Problem], heading: str = "", err: bool = False) -> None:
    """Write the problems below a heading; nothing where there are none."""
    if found:
        stream = sys.stderr if err else sys.stdout
        click.echo((f"\n{heading}\n" if heading else "") + reports.text(found, stream.isatty(), spoken()), err=err)


@contextmanager
def told_as_usage(kinds: type[Exception] | tuple[type[Exception], ...] = ValueError) -> Iterator[None]:
    """Tell errors of these kinds as wrong usage of the command."""
    try:
        yield
    except kinds as error:
        raise click.UsageError(str(error.args[0])) from None


def show(change: Rewriting) -> None:
    """Write a change's diff, in colours where somebody reads it."""
    for line in change.diff():
        click.echo(click.style(line, fg=PAINTS.get(line[:1]), bold=line.startswith(("---", "+++"))), color=sys.stdout.isatty())
