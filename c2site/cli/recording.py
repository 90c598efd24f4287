"""The command that records what an edition holds when it is printed: record."""

from pathlib import Path

import click

from c2site.build.prepare import prepared
from c2site.build.recording import record_printing
from c2site.build.settings import settings_from
from c2site.cli import options
from c2site.cli.telling import told_as_usage
from c2site.errors import nearest


@click.command(short_help="Write down what an edition holds, for the next one to compare.")
@click.argument("edition")
@options.root
@click.option("--again", is_flag=True, help="Replace what was recorded of the same version.")
def record(edition: str, root: Path, again: bool) -> None:
    """Record the entries of EDITION, as they are today, in data/printed/: numbers, names and a digest of what is public.

    Do this when the edition goes to the printer, and commit the file. The next version, and an edition that `follows:` this one,
    then list what is new, changed and withdrawn.

    \b
    Example:
      c2site record mx-2026
    """
    ready = prepared(settings_from(root))
    editions = ready.portal.profiles.editions
    if edition not in editions:
        near = nearest(edition, editions.keys())
        raise click.UsageError(f"there is no edition {edition!r}" + (f"; did you mean {near!r}?" if near else ""))
    with told_as_usage():
        click.echo(f"Wrote {record_printing(ready, editions[edition], again)}. Commit it with the data.")
