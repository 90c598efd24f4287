"""The command `c2site` and what its commands share."""

import sys

import click

from c2site import __version__
from c2site.build.publish import BUSY, Busy
from c2site.cli.building import build, pages, serve
from c2site.cli.catalogues import export, print_
from c2site.cli.editing import check, codeowners, new, schema
from c2site.cli.forgetting import forget_
from c2site.errors import DataError
from c2site.errors.reports import text

PROBLEMS, USAGE = 1, 2


class Door(click.Group):
    """Turns what went wrong into sentences and exit codes; a bug keeps its traceback."""

    def main(self, *args: object, **extra: object) -> object:  # type: ignore[override]
        """Run, and leave with 0, 1 (problems in the data), 2 (wrong usage) or 75 (another build is running)."""
        try:
            return super().main(*args, **extra)
        except DataError as error:
            click.echo(text(error.problems, colour=sys.stderr.isatty()), err=True)
            sys.exit(PROBLEMS)
        except Busy as error:
            click.echo(f"c2site: {error}; try again when it has ended.", err=True)
            sys.exit(BUSY)


@click.group(cls=Door, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="c2site")
def main() -> None:
    """A partnership's profiles in, a portal and market catalogues in every language out.

    \b
    Examples:
      c2site check                         say all problems in the data
      c2site build                         build the portal into site/
      c2site new sme --cluster aclima "Name of the company"
    """


for command in (build, check, codeowners, export, forget_, new, pages, print_, schema, serve):
    main.add_command(command)
