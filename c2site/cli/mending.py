"""What `c2site check --fix` does and says: the changes, what is mended, what needs a person, how to undo."""

import shlex
import sys
from pathlib import Path

import click

from c2site.build.editing import checked
from c2site.build.mending import Mending, apply, diff, mending
from c2site.build.revision import gives_back
from c2site.build.settings import settings_from
from c2site.errors import Messages, Problem, reports

PAINTS = {"+": "green", "-": "red", "@": "cyan"}


def mend(root: Path, messages: Messages, dry_run: bool) -> tuple[Problem, ...]:
    """Mend what is certain, or only show it; return the problems that are left."""
    settings = settings_from(root)
    found = mending(settings)
    left = tuple(sorted({*found.left, *(one for one in checked(settings) if one not in found.told)}))
    for line in diff(found):
        click.echo(click.style(line, fg=PAINTS.get(line[:1]), bold=line.startswith(("---", "+++"))), color=sys.stdout.isatty())
    can_undo = bool(found.mended) and not dry_run and gives_back(settings.root, _before(found))
    if found.mended and not dry_run:
        apply(settings.root, found)
    click.echo(messages.word("mendable" if dry_run else "mended", len(found.mended)))
    if can_undo:
        click.echo(messages.word("undo", command=reports.isolated(_undo(found), messages)))
    if left:
        click.echo(f"\n{messages.word('for-a-person', len(left))}")
    click.echo(reports.text(left, sys.stdout.isatty(), messages))
    return left


def _undo(found: Mending) -> str:
    new = "".join(f" && rm {shlex.quote(path)}" for path in found.renamed.values())
    return f"git restore -- {shlex.join(_before(found))}{new}"


def _before(found: Mending) -> list[str]:
    """Return the paths that mended files had before."""
    return sorted({*found.renamed, *found.after} - {*found.renamed.values()})
