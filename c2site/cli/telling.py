"""What is wrong, told at the terminal: problems in its language, and what was asked for wrongly."""

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import click

from c2site.build.speaking import spoken
from c2site.errors import Problem, reports


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
