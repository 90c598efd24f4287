"""The command for those who have no git: forms."""

from pathlib import Path

import click

from c2site.build.forms import write_forms
from c2site.build.prepare import prepared
from c2site.build.settings import settings_from
from c2site.cli import options
from c2site.cli.telling import told_as_usage
from c2site.model import KINDS


@click.command(short_help="Write forms to fill in without git.")
@options.root
@options.out("build/forms", "Folder of the forms.")
@click.option("--kind", "kinds", multiple=True, type=click.Choice(sorted(KINDS)), help="A kind of record; may be given several times. Default: sme, offering, need, event.")
@click.option("--language", "languages", multiple=True, help="A language of the portal; may be given several times. Default: all.")
def forms(root: Path, out: Path, kinds: tuple[str, ...], languages: tuple[str, ...]) -> None:
    """Write one HTML file for each kind of record and language: a form that opens from a disk or a mail and needs no server.

    Whoever fills it in saves a YAML file and sends it to the cluster, which puts it into data/ and runs `c2site check`.

    \b
    Examples:
      c2site forms
      c2site forms --kind sme --language bg
      c2site forms --kind need --kind event --out build/for-cities
    """
    with told_as_usage():
        paths = write_forms(prepared(settings_from(root)), out, kinds, languages)
    size = sum(path.stat().st_size for path in paths)
    click.echo("\n".join(map(str, paths)))
    click.echo(f"Forms written: {len(paths)}, {size / len(paths) / 1000:.0f} kB each on average. Each works by itself: send it by mail or on a USB stick.")
