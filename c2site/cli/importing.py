"""The command that brings a spreadsheet in: import."""

import sys
from pathlib import Path

import click

from c2site.build.importing import Asked, Brought, Suggested, brought, keep
from c2site.build.prepare import prepared
from c2site.build.settings import settings_from
from c2site.build.speaking import spoken
from c2site.cli import options
from c2site.cli.planned import lines
from c2site.cli.telling import code_of
from c2site.cli.undoing import told
from c2site.load.mapping import ROW_KINDS, mapping_in

LOOK = """
This is how the table would be read; {filled} of {columns} columns have a field. Nothing was imported.
Look at {path}, mend what is wrong, then run the command again: it is known by its headers."""
NEXT = """
Next: look at the changes (`git diff`), say what is wrong (`c2site check`), and propose them (commit, pull request).
New records are drafts: `status: published` shows them.
{undo}"""


@click.command("import", short_help="Bring a spreadsheet in: a questionnaire, or an export that was changed.")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@options.root
@click.option("--map", "map_file", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="How the columns are read. Default: the mapping in data/mappings/ with the same headers.")
@click.option("--kind", type=click.Choice(ROW_KINDS), help="What each row is. Default: the mapping's, else sme.")
@click.option("--cluster", default="", help="Id of the cluster that new records belong to.")
@click.option("--language", default="", metavar="TAG", help="The language people answered in. Default: the mapping's.")
@click.option("--sheet", default="", help="The sheet to read, where the file has several.")
@click.option("--dry-run", is_flag=True, help="Say what would change, and change nothing.")
@click.option("--yes", is_flag=True, help="Do not ask.")
def import_(file: Path, root: Path, map_file: Path | None, kind: str | None, dry_run: bool, yes: bool, **said: str) -> None:
    """Say what FILE (XLSX or CSV) would add and change, cell by cell what is refused and why, then write it.

    An XLSX file of `c2site export` brings back what somebody changed in it. Any other table needs a mapping of its columns: the first
    time, one is proposed and kept in data/mappings/ for you to look at. New records are drafts. Either everything is written, or nothing.

    Leaves with 0, or with 1 where something was refused.

    \b
    Examples:
      c2site import catalogue.xlsx --dry-run
      c2site import answers.csv --cluster aclima
      c2site import answers.xlsx --map data/mappings/answers.yml --yes
    """
    ready = prepared(settings_from(root))
    mapping = mapping_in(str(map_file), map_file.read_bytes()) if map_file else None
    found = brought(ready, file.name, file.read_bytes(), Asked(mapping, str(map_file or ""), kind or "", **said))
    if isinstance(found, Suggested):
        _suggest(ready.settings.root, found, dry_run)
        return
    _tell(found)
    change = found.plan.rewriting(ready.settings.root)
    if change.files and not dry_run and (yes or click.confirm("Write this?", abort=True)):
        change.write()
        click.echo(NEXT.format(undo=told(change)))
    sys.exit(code_of(found.plan.refused))


def _suggest(root: Path, found: Suggested, dry_run: bool) -> None:
    click.echo(found.proposal.text, nl=False)
    if not dry_run:
        keep(root, found)
    where = f"{found.path} (not written: --dry-run)" if dry_run else found.path
    click.echo(LOOK.format(filled=found.proposal.filled, columns=found.proposal.columns, path=where))


def _tell(found: Brought) -> None:
    click.echo(f"{found.plan.source}, read by {found.path}" if found.path else f"{found.plan.source}, an export of c2site")
    if found.encoding.startswith("windows"):
        click.echo(f"The file does not say how its letters are coded; read as {found.encoding}. Where letters look wrong, save it as CSV UTF-8.")
    click.echo("\n".join(lines(found.plan, sys.stdout.isatty(), spoken())))
