"""Commands that make single catalogues: print, export."""

import sys
from pathlib import Path

import click

from c2site.build.catalogues import DATA_FORMATS, write_data, write_pdfs
from c2site.build.output import Output
from c2site.build.preflight import preflight
from c2site.build.prepare import prepared
from c2site.build.progress import Progress
from c2site.build.settings import settings_from
from c2site.build.speaking import spoken
from c2site.cli import options
from c2site.cli.choosing import choice, choosing
from c2site.cli.commands import PROBLEMS
from c2site.cli.telling import code_of
from c2site.errors import Problem, reports


@click.command("print", short_help="Set catalogues as PDF.")
@options.root
@options.out("build", "Folder of the PDFs; they stand in its folder catalogues/.")
@choosing
@click.option("--press", is_flag=True, help="For a print shop: four inks, bleed, crop marks, PDF/X-4.")
@click.option("--preflight", "looked_at", is_flag=True, help="Write nothing; say what a print shop would find, and leave with 1 when something must be mended.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True, help="How to say what --preflight finds.")
def print_(root: Path, out: Path, press: bool, looked_at: bool, form: str, **asked: object) -> None:
    """Set the printed catalogues: all that are published, or any choice of markets, sectors, clusters, events, companies.

    What is asked for together must all be true of an offering. One company gives a line card: one sheet to hand out.

    \b
    Examples:
      c2site print --market mx --language es --out build/print
      c2site print --sector mobility --market mx --language es
      c2site print --cluster aclima --paper letter
      c2site print --event expo-2027 --title "Whom you meet at the expo"
      c2site print --sme acme --language fr
      c2site print --shortlist shortlist.csv
      c2site print --market mx --press
      c2site print --market mx --press --preflight
    """
    if form != "text" and not looked_at:
        raise click.UsageError("--format says how to say what --preflight finds; ask for both")
    ready = prepared(settings_from(root))
    found = choice(ready, **asked)
    if looked_at:
        _reported([*found.left_out, *preflight(ready, Progress(), found.editions, press)], form)
    _told(write_pdfs(ready, Output(out), Progress(), found.editions, press), out, found.left_out)


@click.command(short_help="Write catalogues as data.")
@options.root
@options.out("build", "Folder of the files; they stand in its folder catalogues/.")
@choosing
@click.option("--format", "formats", type=click.Choice(sorted(DATA_FORMATS)), multiple=True, help="Only this format.")
def export(root: Path, out: Path, formats: tuple[str, ...], **asked: object) -> None:
    """Write the catalogues as data in every format: all that are published, or any choice that `c2site print` would set.

    \b
    Examples:
      c2site export --market co --format csv
      c2site export --shortlist shortlist.csv --format json
    """
    ready = prepared(settings_from(root))
    found = choice(ready, **asked)
    _told(write_data(ready, Output(out), found.editions, formats), out, found.left_out)


def _reported(found: list[Problem], form: str) -> None:
    """Say what preflight found, and leave."""
    click.echo(reports.as_json(found, spoken()) if form == "json" else reports.text(found, sys.stdout.isatty(), spoken()))
    sys.exit(code_of(found))


def _told(paths: list[str], out: Path, left_out: list[Problem]) -> None:
    for path in paths:
        click.echo(f"{out / path}")
    if left_out:
        click.echo(reports.text(left_out, sys.stderr.isatty(), spoken()), err=True)
        sys.exit(PROBLEMS)
