"""Commands for editors: check, codeowners, schema."""

import sys
from pathlib import Path
from typing import BinaryIO

import click

from c2site.build.editing import checked, code_owners, write_schemas
from c2site.build.mending import mendable
from c2site.build.settings import settings_from
from c2site.check.roles import ROLES, Change, changed_paths
from c2site.cli import options
from c2site.cli.mending import mend
from c2site.cli.telling import code_of, told_as_usage
from c2site.errors import Messages, reports


@click.command(short_help="Say all problems in the data; build nothing.")
@options.root
@click.option("--format", "form", type=click.Choice(["text", "json", "github"]), default="text", show_default=True, help="How to say them.")
@click.option("--missing", is_flag=True, help="Say also what is not known and not translated yet.")
@click.option("--changed-files", "changed", type=click.File("rb"), help="Say also what of a change another must review: a list of paths, or - for stdin.")
@click.option("--role", type=click.Choice(ROLES), help="Who proposes the change.")
@click.option("--cluster", default="", help="Id of the editor's cluster; without it, all changes must belong to one.")
@click.option("--fix", is_flag=True, help="Mend what is certain, and show the changes; say what is left.")
@click.option("--dry-run", is_flag=True, help="With --fix: show the changes, and write nothing.")
@options.language
def check(
    root: Path, form: str, missing: bool, changed: BinaryIO | None, role: str | None, cluster: str, fix: bool, dry_run: bool, messages: Messages
) -> None:
    """Read every record, page and phrase, and say every problem with its place and a mend.

    An editor's change may reach the own cluster's records and media; what else it reaches is told with who must review it.

    Leaves with 0 when nothing is wrong, 1 when there are errors, 2 when the command is used wrongly.

    \b
    Examples:
      c2site check
      c2site check --format github
      c2site check --missing
      c2site check --language bg
      c2site check --fix --dry-run
      git diff --name-only --no-renames -z main... | c2site check --changed-files - --role editor --cluster aclima
    """
    if bool(changed) != bool(role):
        raise click.UsageError("--changed-files and --role belong together")
    if cluster and not role:
        raise click.UsageError("--cluster goes with --changed-files and --role")
    if dry_run and not fix:
        raise click.UsageError("--dry-run goes with --fix")
    if fix and (form != "text" or missing or changed):
        raise click.UsageError("--fix goes with --dry-run and --language alone")
    if fix:
        sys.exit(code_of(mend(root, messages, dry_run)))
    change = Change(changed_paths(changed.read()), role, cluster) if changed and role else None
    with told_as_usage():
        found = checked(settings := settings_from(root), missing, change)
    if form == "json":
        click.echo(reports.as_json(found, messages))
    elif form == "github":
        click.echo(reports.github(found, messages))
    else:
        click.echo(reports.text(found, sys.stdout.isatty(), messages))
        if count := mendable(settings, found):
            click.echo(reports.line(messages.word("fix-offered", count), messages))
    sys.exit(code_of(found))


@click.command(short_help="Say who must review which folder, for the code host.")
@click.argument("organisation")
@options.root
def codeowners(organisation: str, root: Path) -> None:
    """Print a CODEOWNERS file: a cluster's team for its own records, the coordinators for everything.

    ORGANISATION is the name of the organisation or group at the code host; its teams are `coordinators` and one for each cluster's id.

    \b
    Example:
      c2site codeowners our-partnership > .github/CODEOWNERS
    """
    click.echo(code_owners(root, organisation), nl=False)


@click.command(short_help="Write the JSON Schemas of all records.")
@options.root
@click.option("--check", "only_check", is_flag=True, help="Write nothing; leave with 1 when a schema is not fresh.")
def schema(root: Path, only_check: bool) -> None:
    """Write one JSON Schema (2020-12) per kind of record into data/schema/, for editors such as VS Code.

    \b
    Example:
      c2site schema
    """
    stale = write_schemas(root, only_check)
    click.echo("\n".join(stale) if stale else "All schemas are fresh.")
    sys.exit(1 if stale and only_check else 0)
