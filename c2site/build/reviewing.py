"""A proposed change told before it is merged: what it changes in words, pages, catalogues and problems, as a comment and as one page."""

import io
from collections import Counter
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from pikepdf import Pdf

from c2site.build.affected import Compared, compared, pictured
from c2site.build.catalogues import Chosen, contents, set_books
from c2site.build.output import Output
from c2site.build.preflight import preflight
from c2site.build.prepare import Prepared, prepared
from c2site.build.progress import Progress
from c2site.build.report import report_folder, sheet_of
from c2site.build.revision import base_of, changed_since, tree_at
from c2site.build.settings import Settings
from c2site.build.shots import INSTALL, can_be_taken, shots
from c2site.build.speaking import spoken
from c2site.catalogue.differences import Difference, differences
from c2site.catalogue.growth import Growth, growths
from c2site.errors import DataError, Problem
from c2site.load.files import record_file
from c2site.render.reports.comment import comment
from c2site.render.reports.proposal import Print, Proposal, Shot
from c2site.render.reports.review import review

COMMENT, PAGE = "pr.md", "pr.html"
# Books that are set to see whether everything still has room; those of other languages are told as not looked at.
MOST_BOOKS = 6
ROOM = ("preflight-overflow", "preflight-pages", "missing-glyph", "book-limits")


def write_review(settings: Settings, base: str, folder: Path, language: str = "", pictures: bool = True) -> tuple[Path, Path]:
    """Write a comment in Markdown and a page into `folder`, and return their paths.

    Raise ValueError where there is nothing to compare with, or the folder is published; DataError where the partnership cannot be read.
    """
    report_folder(folder, settings.root)
    commit = base_of(settings.root, base)
    after = prepared(replace(settings, production=False, strict=False))
    sheet = sheet_of(after, language)
    told = review(replace(proposal(after, commit, pictures), messages=spoken(environment={"C2SITE_LANGUAGE": sheet.reader.tag})), sheet.reader)
    out = Output(folder)
    out.write(COMMENT, comment(told, PAGE))
    out.write(PAGE, sheet.filled("review.html", review=told))
    return folder / COMMENT, folder / PAGE


def proposal(after: Prepared, commit: str, pictures: bool) -> Proposal:
    """Return all that is to be told of a change since a commit; raise ValueError where the partnership could not be read then."""
    root = after.settings.root
    with tree_at(root, commit) as then, TemporaryDirectory(prefix="c2site-review-") as folder:
        share_fonts(after.settings, then)
        try:
            before = prepared(replace(after.settings, root=then, today=after.portal.today))
        except DataError as error:
            raise ValueError(f"the partnership at {commit[:12]} cannot be read, so there is nothing to compare with: {min(error.problems).message}") from None
        return _compared(before, after, compared(before, after, Path(folder), Progress()), changed_since(root, commit), pictures)


def share_fonts(settings: Settings, root: Path) -> None:
    """Let the state before use the cut fonts that are there: no record went into them."""
    settings.font_cache.mkdir(parents=True, exist_ok=True)
    (root / ".cache").mkdir(parents=True)
    (root / ".cache" / "fonts").symlink_to(settings.font_cache)


def _compared(before: Prepared, after: Prepared, pages: Compared, paths: Sequence[str], pictures: bool) -> Proposal:
    found = differences(before.loaded, after.loaded)
    grown = growths(before.portal, after.portal, {one.key for one in found})
    return Proposal(
        before=before.portal,
        after=after.portal,
        differences=found,
        paths=_beside(paths, found),
        new_problems=_beyond(after.problems, before.problems),
        mended=_beyond(before.problems, after.problems),
        pages=tuple((one.page.folder, one.page.reader.tag) for one in pages.affected),
        count=pages.count,
        growths=grown,
        print=books_looked_at(after, grown, found) if after.settings.catalogues else Print(),
        shots=_shots(pages, found, after, pictures),
        lacking=INSTALL if pictures and not can_be_taken() else "",
    )


def _beside(paths: Iterable[str], found: Sequence[Difference]) -> tuple[tuple[str, bool], ...]:
    """Return the changed files of which no difference tells, each with whether it holds a record: then it says the same as before. Hidden files are nobody's reading."""
    told = {one.key for one in found} | {(one.key[0], one.before.id) for one in found if one.before}
    return tuple((path, bool(key)) for path in paths if (key := _key(path)) not in told and "/." not in f"/{path}")


def _key(path: str) -> tuple[str, str] | None:
    """Return the key of the record whose place a path is."""
    with suppress(DataError):
        return record_file(path).key if path.startswith("data/") else None
    return None


def _beyond(problems: Iterable[Problem], others: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return the problems that are not among others, wherever in its file one stands."""
    known = Counter(_sameness(one) for one in others)
    found = []
    for one in problems:
        if known[_sameness(one)]:
            known[_sameness(one)] -= 1
        else:
            found.append(one)
    return tuple(found)


def _sameness(one: Problem) -> tuple[str, ...]:
    return one.path, one.field, one.code, one.message


def _shots(pages: Compared, found: Sequence[Difference], after: Prepared, wanted: bool) -> tuple[Shot, ...]:
    if not (wanted and can_be_taken() and pages.affected):
        return ()
    return tuple(shots(pages, pictured(pages.affected, found, after.portal.readers.default)))


def books_looked_at(after: Prepared, grown: Sequence[Growth], found: Sequence[Difference]) -> Print:
    """Return what has no room in the books that hold what changed, and how many pages each has."""
    spoken = {tag for one in found for field in one.fields for tag in field.languages}
    books = [(one.edition, tag) for one in grown if one.edition.id in after.portal.profiles.editions for tag in one.edition.languages]
    chosen = sorted(books, key=lambda book: (book[0].languages.index(book[1]) > 0, book[1] not in spoken))[:MOST_BOOKS]
    lacking = tuple(one for one in preflight(after, Progress(), chosen) if one.code in ROOM)
    return Print(tuple((edition.id, tag) for edition, tag in chosen), len(books), lacking, {} if lacking else _lengths(after, chosen))


def _lengths(after: Prepared, chosen: Chosen) -> dict[tuple[str, str], int]:
    """Return how many pages each book has; all are kept from when they were looked at."""
    found = {}
    for (edition, tag), made in set_books(after, Progress(), chosen, contents(after)):
        with Pdf.open(io.BytesIO(made.pdf)) as opened:
            found[edition.id, tag] = len(opened.pages)
    return found
