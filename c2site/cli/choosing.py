"""The options that say which catalogues: of `print` and of `export`, the same."""

from collections.abc import Callable
from functools import reduce
from pathlib import Path

import click

from c2site.build.prepare import Prepared
from c2site.build.selecting import Choice, chosen
from c2site.catalogue import Wanted
from c2site.cli.telling import told_as_usage

Command = Callable[..., None]
OPTIONS = (
    click.option("--market", "markets", multiple=True, metavar="ID", help="Only for this market (repeat for more); also the id of a published edition."),
    click.option("--language", "languages", multiple=True, metavar="TAG", help="Only in this language (repeat for more). Default: those of the market's catalogue or of the event, else the portal's first."),
    click.option("--sector", "sectors", multiple=True, metavar="ID", help="Only offerings of this sector (repeat for more)."),
    click.option("--cluster", "clusters", multiple=True, metavar="ID", help="Only companies of this cluster (repeat for more)."),
    click.option("--event", "events", multiple=True, metavar="ID", help="Only the companies that go to this event (repeat for a catalogue each)."),
    click.option("--sme", "smes", multiple=True, metavar="ID", help="One company: its line card, on one sheet of paper (repeat for a card each)."),
    click.option("--shortlist", "shortlists", multiple=True, type=click.Path(exists=True, dir_okay=False, path_type=Path), help="A personal catalogue: what the portal's shortlist saves, its link in a file, or an id a line."),
    click.option("--title", default="", help="Title, in place of the one that says what was chosen."),
    click.option("--paper", type=click.Choice(["a4", "letter"]), help="Paper, in place of the market's."),
)  # fmt: skip


def choosing(command: Command) -> Command:
    """Give a command the options, which it hands on to `choice`."""
    return reduce(lambda made, option: option(made), reversed(OPTIONS), command)


def choice(prepared: Prepared, shortlists: tuple[Path, ...], **asked: object) -> Choice:
    """Return the catalogues that the options ask for."""
    wanted = Wanted(**asked)  # type: ignore[arg-type]
    if wanted.smes and shortlists:
        raise click.UsageError("--sme makes line cards and --shortlist one catalogue; ask for one of them at a time")
    with told_as_usage():
        return chosen(prepared, wanted, shortlists)
