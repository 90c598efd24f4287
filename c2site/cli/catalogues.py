"""Commands that make single catalogues: print, export."""

from pathlib import Path

import click

from c2site.build.catalogues import DATA_FORMATS, chosen_editions, write_data, write_pdfs
from c2site.build.output import Output
from c2site.build.prepare import prepared
from c2site.build.progress import Progress
from c2site.build.settings import settings_from
from c2site.cli import options

market = click.option("--market", "markets", multiple=True, help="Only this market's catalogue (repeat for more).")
language = click.option("--language", "languages", multiple=True, help="Only this language (repeat for more).")


@click.command("print", short_help="Set catalogues as PDF.")
@options.root
@options.out("build/catalogues", "Folder of the PDFs.")
@market
@language
def print_(root: Path, out: Path, markets: tuple[str, ...], languages: tuple[str, ...]) -> None:
    """Set the printed catalogues, all of them or a choice.

    \b
    Example:
      c2site print --market mx --language es --out build/print
    """
    ready = prepared(settings_from(root))
    _told(write_pdfs(ready, Output(out), Progress(), chosen_editions(ready, markets, languages)), out)


@click.command(short_help="Write catalogues as data.")
@options.root
@options.out("build/catalogues", "Folder of the files.")
@market
@language
@click.option("--format", "formats", type=click.Choice(sorted(DATA_FORMATS)), multiple=True, help="Only this format.")
def export(root: Path, out: Path, markets: tuple[str, ...], languages: tuple[str, ...], formats: tuple[str, ...]) -> None:
    """Write the catalogues as CSV, JSON and XLSX, all of them or a choice.

    \b
    Example:
      c2site export --market co --format csv
    """
    ready = prepared(settings_from(root))
    _told(write_data(ready, Output(out), chosen_editions(ready, markets, languages), formats), out)


def _told(paths: list[str], out: Path) -> None:
    for path in paths:
        click.echo(f"{out / path}")
