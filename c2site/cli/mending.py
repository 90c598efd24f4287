"""What `c2site check --fix` does and says: the changes, what is mended, what needs a person, how to undo."""

import sys
from pathlib import Path

import click

from c2site.build.editing import checked
from c2site.build.mending import mending
from c2site.build.settings import settings_from
from c2site.cli.telling import show
from c2site.cli.undoing import can_undo, undo
from c2site.errors import Messages, Problem, reports


def mend(root: Path, messages: Messages, dry_run: bool) -> tuple[Problem, ...]:
    """Mend what is certain, or only show it; return the problems that are left."""
    settings = settings_from(root)
    found = mending(settings)
    left = tuple(sorted({*found.left, *(one for one in checked(settings) if one not in found.told)}))
    show(found.rewriting)
    if found.mended and not dry_run:
        found.rewriting.write()
    click.echo(reports.line(messages.word("mendable" if dry_run else "mended", len(found.mended)), messages))
    if found.mended and not dry_run and can_undo(found.rewriting):
        click.echo(reports.line(messages.word("undo", command=undo(found.rewriting)), messages))
    if left:
        click.echo(f"\n{reports.line(messages.word('for-a-person', len(left)), messages)}")
    click.echo(reports.text(left, sys.stdout.isatty(), messages))
    return left
