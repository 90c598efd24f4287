"""The command that keeps record files in one style: fmt."""

import sys
from pathlib import Path

import click

from c2site.build.formatting import Formatted, formatted, rewritten
from c2site.cli import options
from c2site.cli.telling import show, tell, told_as_usage
from c2site.cli.undoing import told


@click.command(short_help="Write record files in one style; comments and values stay.")
@click.argument("files", nargs=-1, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@options.root
@click.option("--check", "only_check", is_flag=True, help="Write nothing; leave with 1 when a file is not in the style.")
@click.option("--diff", "with_diff", is_flag=True, help="Show what changes, line by line.")
def fmt(files: tuple[Path, ...], root: Path, only_check: bool, with_diff: bool) -> None:
    """Write FILES, or all records, in the house's style.

    Two spaces a level, short lists in brackets, quotes only where they are needed, long texts folded at 120 characters. No comment, no
    value and no order is changed: the result is read again and compared. A file that is broken is told, and stays as it is.

    \b
    Examples:
      c2site fmt
      c2site fmt --check --diff
      c2site fmt data/clusters/*.yml
    """
    with told_as_usage():
        found = list(formatted(root, files))
    change = rewritten(root, found)
    if with_diff:
        show(change)
    elif change.files:
        click.echo("\n".join(change.files))
    if not only_check:
        change.write()
    problems = [problem for one in found for problem in one.problems]
    tell(problems, err=True)
    click.echo(_summary(found, only_check))
    if change.files and not only_check:
        click.echo(told(change))
    sys.exit(1 if problems or (only_check and change.files) else 0)


def _summary(found: list[Formatted], only_check: bool) -> str:
    broken, changed = sum(bool(one.problems) for one in found), sum(one.changed for one in found)
    verb = "to be written" if only_check else "written"
    left = f", {broken} broken and left as they are" if broken else ""
    return f"{changed} {verb} in the house's style, {len(found) - changed - broken} in it already{left}."
