"""The command that takes a record back: forget."""

import shlex
from pathlib import Path

import click

from c2site.build.editing import checked
from c2site.build.forget import Forgetting, forget, forgetting
from c2site.build.settings import settings_from
from c2site.cli import options
from c2site.cli.telling import tell, told_as_usage
from c2site.cli.undoing import told

# What no command can reach. {paths} are the removed files, {addresses} the pages' former places.
STILL = """
Still holding it, and what to do:
- The site that is online: build and publish it again (`c2site build`). Then delete the host's former deployments, and the artifacts and
  caches of the CI. The former addresses answer with 410 where the host can (docs/hosting.md):
{addresses}
- Git's history, in every clone and fork: `git filter-repo --invert-paths {paths}` rewrites it; everybody clones anew, and the
  code host is asked to drop its cached pull requests. Passages taken out of other files need `--replace-text`.
- Search engines and archives: they follow the 410 in weeks. Sooner by Google Search Console (Removals), Bing Webmaster Tools (Block URLs),
  and a letter to info@archive.org; the addresses above are what they ask for.
- Printed catalogues, and PDFs, tables and data files that people have downloaded: nobody can call them back. Tell those who hand them out.
- What you made by hand here: folders of `c2site print`, `export`, `pages` and other sites; data/private; backups.
"""


@click.command("forget", short_help="Take a record back, and all that earlier builds kept of it.")
@click.argument("identifier", metavar="ID")
@options.root
@click.option("--site", "sites", type=click.Path(path_type=Path), multiple=True, help="A finished site whose remains go too (default: site in the root).")
@click.option("--yes", is_flag=True, help="Do not ask.")
@click.option("--dry-run", is_flag=True, help="Say what would change, and change nothing.")
def forget_(identifier: str, root: Path, sites: tuple[Path, ...], yes: bool, dry_run: bool) -> None:
    """Remove the record ID with everything that rests on it, and never give its id to another.

    List items that lead to it are taken out. Where a person must decide, nothing is changed: every place to mend is told, and the
    exit code is 1. Results kept from earlier builds are removed. Said at the end: what only others can forget, how to undo, and
    what `c2site check` finds now.

    \b
    Examples:
      c2site forget acme --dry-run
      c2site forget acme --yes
    """
    settings = settings_from(root)
    with told_as_usage(LookupError):
        planned = forgetting(settings, identifier)
    _tell(planned)
    if dry_run:
        return
    if not yes:
        click.confirm("Do this?", abort=True)
    forget(planned, sites or (root / "site",))
    click.echo(STILL.format(addresses=_addresses(planned), paths=" ".join(f"--path {shlex.quote(path)}" for path in planned.rewriting.removed)))
    click.echo(told(planned.rewriting))
    click.echo("Files that were never committed cannot be brought back.")
    tell(checked(settings), "To mend now, here as `c2site check` says it:")


def _tell(planned: Forgetting) -> None:
    for path, raw in planned.rewriting.files.items():
        click.echo(f"{'Removes' if raw is None else 'Changes'} {shlex.quote(path)}")
    click.echo("Empties the cache and removes what is left of former sites.")
    tell(planned.mentions, "Its name still stands here; only a person can tell whether it may:")


def _addresses(planned: Forgetting) -> str:
    return "\n".join(f"    <language>/{path}" for path in planned.addresses) or "    (it had no page of its own)"
