"""The command that begins a record: new."""

import shlex
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import click

from c2site.build.beginning import Wish, clusters_of, companies_of, languages_of, new_page, new_profile, one_of
from c2site.cli import options
from c2site.cli.telling import told_as_usage
from c2site.model import KINDS

NEXT = """\
Wrote {path}, a draft that no visitor sees.

Next:
  1. Fill it in. Lines that begin with ## explain; taking away a # uses an optional field.
  2. c2site check     says what is missing or wrong, on which line.
  3. c2site serve     shows the draft as a page, and each change as you save it.
  4. Suggest it: write `status: published`, save, and propose the change (a pull request).

To undo: rm {path}"""
FOUNDED = """
Beside it, where they were missing: mkdocs.yml, .gitignore, and in content/ the pages that every portal leads to, with titles and no text yet.
What a partnership needs next: c2site new sector, c2site new cluster, c2site new market, c2site new edition; then companies and offerings."""
PAGE_NEXT = """\
Wrote {path}, a page with a title and no text. Write below its heading block; `c2site serve` shows it.

To undo: rm {path}"""
PAGE = "page"


@click.command(short_help="Write a profile to fill in.")
@click.argument("kind", default="")
@click.argument("name", default="")
@options.root
@click.option("--cluster", default="", help="Id of the cluster (companies and offerings).")
@click.option("--language", default="", help="Language you write in, such as es; the partnership's first when left out.")
@click.option("--sme", default="", help="Id of the company that offers it (offerings).")
@click.option("--id", "identifier", default="", help="Id of the record; made from the name when left out.")
def new(kind: str, name: str, root: Path, cluster: str, language: str, sme: str, identifier: str) -> None:
    """Write a commented profile of any KIND of record, in the right folder, as a draft; or, with KIND `page`, a page to write.

    A new partnership gets the host's settings and the pages that every portal leads to as well.
    In a terminal, what is left out is asked for.

    \b
    Examples:
      c2site new
      c2site new sme --cluster aclima "Agua Clara"
      c2site new offering --sme eko-rec --language es "Láminas de PET"
      c2site new event "Smart City Expo 2027"
      c2site new partnership --language bg "Сини градове"
      c2site new page imprint
    """
    wish = Wish(kind, name, cluster, language, sme, identifier)
    try:
        wish = _complete(_asked(root, wish) if _at_terminal() else wish)
        path = new_page(root, wish) if wish.kind == PAGE else new_profile(root, wish)
    except (FileExistsError, ValueError) as error:
        raise click.UsageError(str(error)) from None
    click.echo((PAGE_NEXT if wish.kind == PAGE else NEXT).format(path=shlex.quote(str(path))))
    if wish.kind == "partnership":
        click.echo(FOUNDED)


def _at_terminal() -> bool:
    return sys.stdin.isatty()


def _by_cluster(kind: str) -> bool:
    return kind != PAGE and KINDS[kind].by_cluster


def _complete(wish: Wish) -> Wish:
    """Return the wish where it has what no record can be begun without."""
    one_of("kind of record", wish.kind, (*KINDS, PAGE))
    if not wish.name:
        raise ValueError(f"a new {wish.kind} needs a name, such as: c2site new {wish.kind} \"Name\"")
    if _by_cluster(wish.kind) and not (wish.cluster or wish.sme):
        raise ValueError(f"a new {wish.kind} needs --cluster, such as --cluster aclima")
    return wish


def _asked(root: Path, wish: Wish) -> Wish:
    """Return the wish with what the editor answers to each question that is still open."""
    kind = one_of("kind of record", wish.kind, (*KINDS, PAGE)) if wish.kind else _choice("Kind of record", (*KINDS, PAGE), "sme")
    wish = replace(wish, kind=kind)
    wish = replace(wish, name=wish.name or click.prompt("Name", type=str).strip())
    if _by_cluster(wish.kind) and not (wish.cluster or wish.sme):
        wish = replace(wish, cluster=_choice("Cluster", clusters_of(root)))
    if wish.kind == "offering" and not wish.sme and (companies := companies_of(root, wish.cluster)):
        wish = replace(wish, sme=_choice("Company that offers it", companies))
    languages = languages_of(root)
    if not wish.language and len(languages) > 1:
        wish = replace(wish, language=_choice("Language you write in", languages, languages[0]))
    return wish


def _choice(question: str, allowed: Sequence[str], default: str | None = None) -> str:
    """Ask until the answer is allowed; what is allowed is listed first."""

    def checked(answer: str) -> str:
        with told_as_usage():
            return one_of(question.lower(), answer.strip(), allowed)

    click.echo(f"{question}: {', '.join(allowed)}")
    return click.prompt(">", default=default, value_proc=checked, prompt_suffix=" ")
