"""The commands of translators: translate status, record, keep, export, import."""

import csv
import sys
from collections.abc import Callable, Iterable
from functools import reduce
from pathlib import Path

import click

from c2site.build import po_export, po_import, translating
from c2site.build.prepare import prepared
from c2site.build.settings import settings_from
from c2site.build.translating import Chosen, Row
from c2site.check.translated import State
from c2site.cli import options
from c2site.cli.telling import code_of, tell, told_as_usage
from c2site.cli.undoing import told
from c2site.model import KINDS

Command = Callable[..., None]
CHOOSING = (
    click.option("--language", "languages", multiple=True, metavar="TAG", help="Only this language (repeat for more)."),
    click.option("--cluster", "clusters", multiple=True, metavar="ID", help="Only this cluster's records (repeat for more)."),
    click.option("--kind", "kinds", multiple=True, type=click.Choice([*KINDS, "page"]), metavar="KIND", help="Only this kind of record (repeat for more)."),
)
COLUMNS = ("language", "kind", "cluster", *(one.value for one in State), "words to translate", "words")


def choosing(command: Command) -> Command:
    """Give a command the options that say which translations."""
    return reduce(lambda made, option: option(made), reversed(CHOOSING), command)


@click.group(short_help="See, send out and bring back translations.")
def translate() -> None:
    """What is translated, from which source text, and what is to do; PO files for translators.

    \b
    Examples:
      c2site translate status --language bg
      c2site translate export --language bg --cluster dti --out bg.po
      c2site translate import bg.po --dry-run
    """


@translate.command("status", short_help="Say how translations stand.")
@options.root
@choosing
@click.option("--format", "form", type=click.Choice(["text", "csv"]), default="text", show_default=True, help="A table to read, or for a spreadsheet.")
def status_(root: Path, form: str, **chosen: tuple[str, ...]) -> None:
    """Count texts that are missing, outdated, unreviewed or current, by language, kind and cluster, and the words to translate.

    \b
    Examples:
      c2site translate status
      c2site translate status --language bg --format csv
    """
    with told_as_usage():
        rows = translating.status(root, Chosen(**chosen))
    if form == "csv":
        csv.writer(sys.stdout, lineterminator="\n").writerows([COLUMNS, *map(_cells, rows)])
    else:
        click.echo(_table([COLUMNS, *map(_cells, rows), _sum(rows)]))


def _cells(row: Row) -> tuple[str, ...]:
    to_do = row.words[State.MISSING] + row.words[State.OUTDATED]
    return (row.language, row.kind, row.cluster, *(str(row.texts[state]) for state in State), str(to_do), str(row.words.total()))


def _sum(rows: Iterable[Row]) -> tuple[str, ...]:
    figures = [tuple(map(int, _cells(row)[3:])) for row in rows]
    return ("all", "", "", *(str(sum(column)) for column in zip(*figures, strict=True))) if figures else ()


def _table(rows: Iterable[tuple[str, ...]]) -> str:
    rows = [row for row in rows if row]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return "\n".join("  ".join(cell.ljust(width) if at < 3 else cell.rjust(width) for at, (cell, width) in enumerate(zip(row, widths, strict=True))).rstrip() for row in rows)


@translate.command("record", short_help="Record which source texts today's translations were made from.")
@options.root
def record_(root: Path) -> None:
    """Record every translation that is not recorded yet, so that it is outdated once its source text changes.

    Do this once when you begin, and after translations were written by hand. Outdated translations stay outdated. Texts are not
    stored, only digests of eight digits, in `.translations/` beside the records.

    \b
    Example:
      c2site translate record
    """
    _tell(translating.record(root))


@translate.command("keep", short_help="Take a record's translations as they are: the change was none of meaning.")
@click.argument("identifier", metavar="ID")
@options.root
@click.option("--language", "languages", multiple=True, metavar="TAG", help="Only this language (repeat for more).")
@click.option("--field", default="", metavar="PATH", help="Only this text, such as `summary` or `statements.0.text`.")
def keep_(identifier: str, root: Path, languages: tuple[str, ...], field: str) -> None:
    """Say that the translations of the record ID fit its source text as it is now: a typo was mended, or you translated by hand.

    \b
    Examples:
      c2site translate keep eko-rec
      c2site translate keep eko-rec --language es --field summary
    """
    with told_as_usage((LookupError, ValueError)):
        _tell(translating.keep(root, identifier, Chosen(languages), field))


def _tell(changed: list[str]) -> None:
    for path in changed[:10]:
        click.echo(f"Wrote {path}")
    more = f"{len(changed) - 10} more files. " if len(changed) > 10 else ""
    click.echo(f"{more}Commit them with the data." if changed else "Nothing to write.")


@translate.command("export", short_help="Write a PO file for translators.")
@options.root
@click.option("--language", required=True, metavar="TAG", help="The language to translate into.")
@click.option("--cluster", "clusters", multiple=True, metavar="ID", help="Only this cluster's records (repeat for more).")
@click.option("--kind", "kinds", multiple=True, type=click.Choice([*KINDS]), metavar="KIND", help="Only this kind of record (repeat for more).")
@click.option("--state", "states", multiple=True, type=click.Choice([one.value for one in State]), help="Only texts that stand so (repeat for more). Default: all.")
@click.option("--monolingual", is_flag=True, help="Keys in place of source texts, and a file of source texts beside, as Weblate's monolingual PO wants it.")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), required=True, help="The file, such as bg.po.")
def export_(root: Path, language: str, clusters: tuple[str, ...], kinds: tuple[str, ...], states: tuple[str, ...], monolingual: bool, out: Path) -> None:
    """Write what is to be translated, with what a translator must know: what the text is for, how long it may be, terms, its page.

    Outdated translations are marked `fuzzy`.

    \b
    Examples:
      c2site translate export --language bg --cluster dti --out bg.po
      c2site translate export --language bg --state missing --state outdated --out bg.po
    """
    ready = prepared(settings_from(root))
    with told_as_usage():
        written = po_export.write_export(ready, Chosen((language,), clusters, kinds), frozenset(map(State, states or State)), monolingual, out)
    click.echo("\n".join(f"Wrote {path} ({count:,} texts)." for path, count in written))


@translate.command("import", short_help="Bring a translator's PO file back into the data.")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@options.root
@click.option("--language", default="", metavar="TAG", help="The file's language, where its top does not say it.")
@click.option("--sources", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="The file of source texts, for a monolingual PO file that does not lie beside it.")
@click.option("--dry-run", is_flag=True, help="Say what would change, and change nothing.")
def import_(file: Path, root: Path, language: str, sources: Path | None, dry_run: bool) -> None:
    """Write the translations of FILE into the records, which keep their comments and their order, and mark them as unreviewed.

    What lacks a citation, a link or a mark, is too long, is in another language or was made from another source text is refused,
    line by line; the rest goes in. Empty and `fuzzy` entries are left out. Leaves with 1 where anything was refused.

    \b
    Example:
      c2site translate import bg.po --dry-run
    """
    with told_as_usage():
        planned = po_import.importing(settings_from(root), file, language, sources)
    if not dry_run:
        planned.rewriting.write()
    click.echo(f"{planned.new:,} translations {'would go' if dry_run else 'went'} in, {planned.same:,} are there already, {planned.left:,} are empty or fuzzy.")
    if not dry_run:
        _tell(list(planned.rewriting.files))
    if planned.rewriting.files and not dry_run:
        click.echo(told(planned.rewriting))
    tell(planned.problems)
    sys.exit(code_of(planned.problems))
