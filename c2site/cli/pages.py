"""The command that writes pages for another host: pages."""

from pathlib import Path

import click

from c2site.build.prepare import prepared
from c2site.build.progress import Progress
from c2site.build.settings import settings_from
from c2site.build.site import write_bodies
from c2site.cli import options


@click.command(short_help="Write the pages' parts for another host.")
@click.argument("out", type=click.Path(path_type=Path))
@options.root
def pages(out: Path, root: Path) -> None:
    """Write every generated page's title, head, header, body and footer as JSON into OUT, without MkDocs.

    \b
    Example:
      c2site pages build/pages
    """
    count = write_bodies(prepared(settings_from(root)), out, Progress())
    click.echo(f"Wrote the parts of {count:,} pages into {out}.")
