"""Commands that tell what no visitor sees: report, next."""

from dataclasses import replace
from pathlib import Path

import click

from c2site.build.prepare import prepared
from c2site.build.report import steps_of, write_report
from c2site.build.reviewing import write_review
from c2site.build.settings import settings_from
from c2site.cli import options
from c2site.cli.telling import told_as_usage


@click.command(short_help="Write what the partners must know and no visitor sees.")
@click.argument("what", type=click.Choice(["state", "prospects", "readiness", "completeness", "pr"]), default="state")
@options.root
@options.out("build/report", "Folder of the report; never one that is published.")
@click.option("--language", default="", help="Language of the report, one of the portal’s; left out, its first.")
@click.option("--format", "form", type=click.Choice(["html", "csv"]), default="html", show_default=True, help="A page to read and print, or a table (prospects, readiness, completeness).")
@click.option("--cluster", default="", help="With completeness: id of the cluster whose profiles are told; left out, all.")
@click.option("--base", default="", metavar="REV", help="With pr: what to compare with, a branch, tag or commit of git.")
@click.option("--no-pictures", is_flag=True, help="With pr: take no pictures of pages.")
def report(what: str, root: Path, out: Path, language: str, form: str, cluster: str, base: str, no_pictures: bool) -> None:
    """Write a report as one file, to read, print and send to partners.

    STATE, the default: freshness, missing languages, expiring certificates, what nobody followed up, gaps of the value chain and indicators,
    cluster by cluster. PROSPECTS: possible partners with their state, first those that would bring most. READINESS: every
    offering in every market where it states a status, requirement by requirement: met, not met, or unknown. COMPLETENESS: what buyers of each
    market find in each profile, drafts too, and what to write next. PR: what the change here does, compared with where it left REV, as a comment in
    Markdown for the code host (pr.md) and as a page with pictures of at most six pages before and after (pr.html).

    \b
    Examples:
      c2site report
      c2site report --language bg
      c2site report prospects --format csv
      c2site report completeness --cluster aclima --language es
      c2site report pr --base main
    """
    if (what == "pr") != bool(base):
        raise click.UsageError("`c2site report pr` and --base belong together, such as `c2site report pr --base main`")
    if form == "csv" and what in ("state", "pr"):
        raise click.UsageError("--format csv goes with the reports prospects, readiness and completeness")
    if cluster and what != "completeness":
        raise click.UsageError("--cluster goes with `c2site report completeness`")
    settings = settings_from(root)
    with told_as_usage():
        if what == "pr":
            click.echo("Wrote " + " and ".join(map(str, write_review(settings, base, out, language, not no_pictures))) + ".")
            return
        path = write_report(prepared(replace(settings, drafts=settings.drafts or what == "completeness")), f"{what}.{form}", out, language, cluster)
    click.echo(f"Wrote {path}. It holds what is not public: send it to partners only.")


@click.command("next", short_help="Say what to write next in a profile.")
@click.argument("identifier", metavar="ID")
@options.root
def next_(identifier: str, root: Path) -> None:
    """Print what to write next in the cluster, company or offering ID: what brings most for the buyers of all markets first, with an example each.

    \b
    Example:
      c2site next acme
    """
    with told_as_usage(LookupError):
        click.echo(steps_of(prepared(replace(settings_from(root), drafts=True)), identifier))
