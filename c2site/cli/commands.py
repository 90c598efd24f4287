"""The command `c2site` and what its commands share."""

import sys
from importlib import import_module

import click

from c2site import __version__
from c2site.build.publish import BUSY, Busy
from c2site.build.speaking import spoken
from c2site.cli.options import MESSAGES
from c2site.errors import DataError, nearest
from c2site.errors.reports import text

PROBLEMS, USAGE = 1, 2
# The module of each command; it is imported when it is asked for, so that nobody waits for another command's programs.
MODULES = {
    "build": "building", "check": "editing", "codeowners": "editing", "export": "catalogues", "fmt": "formatting", "forget": "forgetting",
    "forms": "forms", "import": "importing", "merge": "lifecycle", "new": "beginning", "next": "reporting", "pack": "packing", "pages": "pages",
    "print": "catalogues", "record": "recording", "rename": "lifecycle", "report": "reporting", "review": "lifecycle", "schema": "editing",
    "serve": "building", "translate": "translating", "withdraw": "lifecycle",
}  # fmt: skip


class Door(click.Group):
    """Finds the commands, and turns what went wrong into sentences and exit codes; a bug keeps its traceback."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the commands' names."""
        return sorted(MODULES)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command, None where there is none of that name."""
        if cmd_name not in MODULES:
            return None
        module = import_module(f"c2site.cli.{MODULES[cmd_name]}")
        return next(one for one in vars(module).values() if isinstance(one, click.Command) and one.name == cmd_name)

    def resolve_command(self, ctx: click.Context, args: list[str]) -> tuple[str | None, click.Command | None, list[str]]:
        """Find what was asked for; where there is none of that name, say which is nearest."""
        if args and args[0] not in MODULES and (near := nearest(args[0], MODULES)):
            raise click.UsageError(f"there is no command {args[0]!r}; did you mean {near!r}?", ctx)
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> object:
        """Run, and leave with 0, 1 (problems in the data), 2 (wrong usage) or 75 (another build is running)."""
        try:
            return super().invoke(ctx)
        except DataError as error:
            click.echo(text(error.problems, sys.stderr.isatty(), ctx.meta.get(MESSAGES) or spoken()), err=True)
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
