"""Options that several commands share."""

from pathlib import Path

import click

from c2site.build.speaking import spoken
from c2site.errors import Messages

# Where a command's context keeps the language in which problems are told.
MESSAGES = "c2site.messages"


def _messages(ctx: click.Context, param: click.Parameter, value: str) -> Messages:
    try:
        ctx.meta[MESSAGES] = spoken(value)
    except ValueError as error:
        raise click.BadParameter(str(error)) from None
    return ctx.meta[MESSAGES]


language = click.option(
    "--language",
    "messages",
    default="",
    metavar="TAG",
    callback=_messages,
    help="Language in which problems are told. Default: the terminal’s (C2SITE_LANGUAGE, LC_ALL, LANG), else English.",
)
root = click.option(
    "--root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=Path("."),
    help="Folder of the partnership (with data/ and content/). Default: here.",
)


def out(default: str, help: str) -> "click.Option":
    """Return the option that names the folder to write into."""
    return click.option("--out", type=click.Path(path_type=Path), default=Path(default), show_default=True, help=help)
