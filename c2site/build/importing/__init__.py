"""Bringing a spreadsheet in: what it would add and change."""

from dataclasses import dataclass
from pathlib import Path, PurePath

from c2site.build.importing.columns import Laid
from c2site.build.importing.plan import ADDED, CHANGED, REFUSED, UNCHANGED, Entry, Plan
from c2site.build.importing.proposing import Proposal, proposed
from c2site.build.importing.records import Records
from c2site.build.importing.returned import returned
from c2site.build.importing.rows import answered
from c2site.build.importing.vocabulary import Vocabulary
from c2site.build.prepare import Prepared
from c2site.errors import DataError, nearest, problem
from c2site.language.tags import is_known_tag
from c2site.load.files import MAPPINGS, refuse_link, slug
from c2site.load.mapping import mappings, remembered
from c2site.load.questionnaire import ZIP, Page, Table, read_table
from c2site.load.workbook import read_workbook
from c2site.model import Mapping

__all__ = ["ADDED", "CHANGED", "REFUSED", "UNCHANGED", "Asked", "Brought", "Entry", "Plan", "Proposal", "Suggested", "brought", "keep"]


@dataclass(frozen=True)
class Asked:
    """What a person says of a table: its mapping, if any, with the path of that file, and what the mapping need not know."""

    mapping: Mapping | None = None
    path: str = ""
    kind: str = ""
    cluster: str = ""
    language: str = ""
    sheet: str = ""


@dataclass(frozen=True)
class Suggested:
    """A mapping to look at, and the path of the file that would keep it."""

    path: str
    proposal: Proposal


@dataclass(frozen=True)
class Brought:
    """A plan, by which mapping it was made (empty for a workbook of ours), and the coding of a file that does not say it."""

    plan: Plan
    path: str = ""
    encoding: str = ""


def brought(ready: Prepared, source: str, raw: bytes, wish: Asked) -> Brought | Suggested:
    """Return what a spreadsheet would add and change, or a mapping to look at first. Raise DataError where it cannot be read."""
    if wish.language and not is_known_tag(wish.language):
        raise DataError([problem("import-language", source, found=wish.language)])
    records = Records(ready.loaded, ready.portal)
    if wish.mapping is None and raw.startswith(ZIP):
        book = read_workbook(source, raw)
        if book.records:
            return Brought(returned(records, source, book))
    known = {wish.path: wish.mapping} if wish.mapping else mappings(ready.settings.root)
    table = read_table(source, raw, [one.headers for one in known.values()])
    page = _page(table, wish.sheet or (wish.mapping.sheet if wish.mapping else "") or "", known)
    path = wish.path or remembered(known, [cell.text for cell in page.header])
    words = Vocabulary(ready.portal.readers, ready.loaded.profiles)
    if not path:
        kept = _free(ready, slug(PurePath(source).stem))
        return Suggested(kept, proposed(page, source, wish.kind or "sme", words, wish.cluster, wish.language))
    said = {name: value for name in ("kind", "cluster", "language") if (value := getattr(wish, name))}
    laid = Laid(known[path].model_copy(update=said), path, page, words)
    return Brought(answered(records, table, laid), path, table.encoding)


def _page(table: Table, sheet: str, known: dict[str, Mapping]) -> Page:
    """Return the page that is asked for, else the one that is known, else the largest."""
    titles = [one.title for one in table.pages]
    if not titles:
        raise DataError([problem("import-no-header", table.path)])
    if sheet and sheet not in titles and titles != [""]:
        raise DataError([problem("import-sheet", table.path, found=sheet, allowed=titles, nearest=nearest(sheet, titles))])
    named = [one for one in table.pages if one.title == sheet] if sheet else []
    seen = [one for one in table.pages if remembered(known, [cell.text for cell in one.header])]
    return next(iter((*named, *seen)), max(table.pages, key=lambda one: len(one.rows) * len(one.header)))


def _free(ready: Prepared, name: str) -> str:
    """Return the path of a mapping that does not exist yet."""
    names = (name, *(f"{name}-{number}" for number in range(2, 1_000)))
    return next(path for one in names if not (ready.settings.root / (path := f"{MAPPINGS}/{one}.yml")).exists())


def keep(root: Path, found: Suggested) -> None:
    """Write a proposed mapping where it is found again."""
    target = root / found.path
    refuse_link(target.parent, MAPPINGS)
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(found.proposal.text, encoding="utf-8")
