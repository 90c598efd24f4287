"""Options that several commands share."""

from pathlib import Path

import click

root = click.option(
    "--root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=Path("."),
    help="Folder of the partnership (with data/ and content/). Default: here.",
)


def out(default: str, help: str) -> "click.Option":
    """Return the option that names the folder to write into."""
    return click.option("--out", type=click.Path(path_type=Path), default=Path(default), show_default=True, help=help)
