"""Commands for the life of a record: merge, rename, review, withdraw."""

import shlex
from datetime import date, datetime
from pathlib import Path

import click

from c2site.build.merge import merging
from c2site.build.rename import renaming
from c2site.build.review import reviewing
from c2site.build.rewriting import Rewriting
from c2site.build.settings import Settings, settings_from
from c2site.build.trial import new_problems
from c2site.build.withdraw import withdrawing
from c2site.cli import options
from c2site.cli.telling import show, tell, told_as_usage
from c2site.cli.undoing import told
from c2site.errors import DataError

dry_run = click.option("--dry-run", is_flag=True, help="Show the difference, and change nothing.")


@click.command("rename", short_help="Give a record another id; its old addresses lead to the new ones.")
@click.argument("old")
@click.argument("new")
@options.root
@dry_run
def rename_(old: str, new: str, root: Path, dry_run: bool) -> None:
    """Give the record OLD the id NEW: its file, its cluster's folders, every reference, link and formula that names it.

    The old id is kept in data/withdrawn.yml: no other record ever gets it, and its addresses in every language, the printed QR codes
    too, lead to the new ones. Written is everything or nothing, and nothing where `c2site check` would find a new problem.

    \b
    Example:
      c2site rename acme acme-water --dry-run
    """
    settings = settings_from(root)
    with told_as_usage((LookupError, ValueError)):
        planned = renaming(settings, old, new)
    _do(settings, planned.rewriting, dry_run, f"{old} is {new} now")
    tell(planned.left, f"The id {old} still stands here; read these places:")


@click.command("withdraw", short_help="Show a record no more, and keep its file.")
@click.argument("identifier", metavar="ID")
@options.root
@dry_run
def withdraw_(identifier: str, root: Path, dry_run: bool) -> None:
    """Set the record ID, and those that cannot stand without it, to `status: withdrawn`, and take out the list items that lead there.

    The files stay, with their comments. At the pages' addresses stands, in every language, that they were withdrawn; no reason is given.
    `c2site forget` removes a record wholly.

    \b
    Example:
      c2site withdraw acme --dry-run
    """
    settings = settings_from(root)
    with told_as_usage((LookupError, ValueError)):
        planned = withdrawing(settings, identifier)
    _do(settings, planned.rewriting, dry_run, f"{identifier} is withdrawn")
    tell(planned.left, "These links lead to a page that says so:")


@click.command("merge", short_help="Make one company of two.")
@click.argument("keep")
@click.argument("other")
@options.root
@dry_run
def merge_(keep: str, other: str, root: Path, dry_run: bool) -> None:
    """Let the company KEEP take over the offerings and references of OTHER, and every field that it lacks, with its sources.

    Nothing of KEEP is overwritten: where both say something, both values are told for a person to judge. OTHER is no record any more,
    and its addresses lead to KEEP.

    \b
    Example:
      c2site merge acme acme-meters --dry-run
    """
    settings = settings_from(root)
    with told_as_usage((LookupError, ValueError)):
        planned = merging(settings, keep, other)
    _do(settings, planned.rewriting, dry_run, f"{other} is part of {keep} now")
    tell(planned.left, f"{keep} and {other} differ here; a person must judge:")


@click.command("review", short_help="Say that records were looked at and are still right.")
@click.argument("identifiers", metavar="ID...", nargs=-1, required=True)
@options.root
@click.option("--on", "day", type=click.DateTime(["%Y-%m-%d"]), default=lambda: date.today().isoformat(), show_default="today", help="The day of the review.")
@dry_run
def review_(identifiers: tuple[str, ...], root: Path, day: datetime, dry_run: bool) -> None:
    """Set `reviewed_on` of each record ID: somebody has read the whole record and found it right.

    \b
    Example:
      c2site review acme street-meter
    """
    if day.date() > date.today():
        raise click.UsageError(f"nobody can have looked at anything on {day.date()} yet")
    settings = settings_from(root)
    with told_as_usage((LookupError, ValueError)):
        planned = reviewing(settings, identifiers, day.date())
    _do(settings, planned, dry_run, "Reviewed")


def _do(settings: Settings, planned: Rewriting, dry_run: bool, done: str) -> None:
    """Show the change, and write it unless it is only tried; say how to undo it."""
    found = new_problems(settings, planned)
    if any(one.severity == "error" for one in found):
        click.echo("Nothing was changed, for this would be wrong afterwards:", err=True)
        raise DataError(found)
    tell(found, "Wrong afterwards, and to be mended then:")
    if dry_run:
        show(planned)
    for path in sorted(planned.files.keys() - planned.moved.values()):
        click.echo(f"{_what(planned, path)} {shlex.quote(path)}")
    if dry_run:
        click.echo("Nothing was changed.")
        return
    planned.write()
    click.echo(f"\n{done}. {told(planned)}")


def _what(planned: Rewriting, path: str) -> str:
    if path in planned.moved:
        return f"Moves {shlex.quote(planned.moved[path])} to"
    return "Removes" if path in planned.removed else "Begins" if path in planned.begun else "Changes"
