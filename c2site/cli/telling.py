"""Problems as they are told at the terminal, in its language."""

import sys
from collections.abc import Sequence

import click

from c2site.build.speaking import spoken
from c2site.errors import Problem, reports


def tell(found: Sequence[Problem], heading: str = "", err: bool = False) -> None:
    """Write the problems below a heading; nothing where there are none."""
    if found:
        stream = sys.stderr if err else sys.stdout
        click.echo((f"\n{heading}\n" if heading else "") + reports.text(found, stream.isatty(), spoken()), err=err)
