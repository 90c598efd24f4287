"""Commands that build: build, serve."""

import os
import sys
from pathlib import Path

import click

from c2site.build.admin import has_decap
from c2site.build.executors import CLUSTER
from c2site.build.host import build_site, serve_site
from c2site.cli import options
from c2site.errors import Messages, reports


@click.command(short_help="Build the portal and all catalogues.")
@options.root
@options.out("site", "Folder of the finished site.")
@click.option("--strict", is_flag=True, help="Refuse when anything in the data is wrong.")
@click.option("--production", is_flag=True, help="Refuse a reserved domain, invented data and drafts.")
@click.option("--drafts", is_flag=True, help="Show drafts too (for a preview).")
@click.option("--pseudo", is_flag=True, help="Add a pseudo-language, long and in brackets, to find words that nobody can translate and layouts that are too tight.")
@click.option("--without-catalogues", is_flag=True, help="Leave the PDFs and data files out.")
@click.option("--admin", is_flag=True, help="Add the editors' page at admin/ (`make admin` fetches what it needs).")
@click.option("--executor", default="", metavar="ADDRESS", help="Let a cluster that shares this file system make the pages: dask://host:8786.")
@click.option("--host", type=click.Choice(["mkdocs", "properdocs"]), default="mkdocs", show_default=True, help="Which site builder runs.")
@options.language
def build(
    root: Path, out: Path, strict: bool, production: bool, drafts: bool, pseudo: bool, without_catalogues: bool, admin: bool, executor: str, host: str,
    messages: Messages,
) -> None:
    """Build the portal in all languages and every catalogue, verify it, and put it in place at once.

    What does not validate is left out, said at the end, and makes the exit code 1.

    \b
    Example:
      SITE_URL=https://portal.example.org/ c2site build --out site
    """
    flags = {"STRICT": strict, "PRODUCTION": production, "DRAFTS": drafts, "PSEUDO": pseudo, "NO_CATALOGUES": without_catalogues, "ADMIN": admin}
    if executor and not executor.startswith(CLUSTER):
        raise click.UsageError(f"--executor takes an address such as {CLUSTER}host:8786, not {executor!r}")
    if admin and not has_decap():
        raise click.UsageError("the editors' page needs Decap CMS, which is not here; `make admin` fetches it and builds")
    environment = {f"C2SITE_{name}": "1" for name, on in flags.items() if on} | {"C2SITE_LANGUAGE": messages.tag} | ({"C2SITE_EXECUTOR": executor} if executor else {})
    built = build_site(root, out, environment, host)
    count = built.count
    click.echo(
        f"Built {count['pages']:,} pages in {count['languages']} languages and {count['catalogues']} catalogues "
        f"({count['files']:,} files) into {out} in {built.seconds:.1f} s."
    )
    for one in built.left_out:
        told = f"{one['path']}:{one['line']}:{one['column']}: {one['field']}: {one['message']}"
        click.echo(reports.line(messages.word("left-out", problem=told), messages), err=True)
    if built.left_out:
        click.echo(reports.line(messages.word("records-left-out", len(built.left_out)), messages), err=True)
        sys.exit(1)


@click.command(short_help="Show the site here, and each change as it is saved.")
@options.root
@click.option("--address", default="127.0.0.1:8000", show_default=True, help="Where to listen.")
@click.option("--catalogues", is_flag=True, help="Set the PDFs too (slower).")
def serve(root: Path, address: str, catalogues: bool) -> None:
    """Serve a preview that follows every saved file.

    \b
    Example:
      c2site serve --address 127.0.0.1:8080
    """
    environment = {"C2SITE_DRAFTS": "1", "C2SITE_NO_SEARCH": "1", "C2SITE_NO_CARDS": "1", **({} if catalogues else {"C2SITE_NO_CATALOGUES": "1"})}
    sys.exit(serve_site(root, address, {**os.environ, **environment}))
