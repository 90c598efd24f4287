"""Editions as files: PDFs set in child processes, tables and data beside them."""

import io
import json
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor, as_completed
from functools import partial
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from pikepdf import Pdf

from c2site import __version__
from c2site.build.cache import Cache, key_of
from c2site.build.output import Output
from c2site.build.pictures import printed_pictures
from c2site.build.prepare import Prepared, brand_texts, brand_tokens
from c2site.build.progress import Progress
from c2site.build.typesetter import Budget, Limits, Spent, set_book, stage_type
from c2site.catalogue import Portal, edition_path
from c2site.catalogue.downloads import MEDIA_TYPES
from c2site.errors import DataError, Problem, fragment, problem
from c2site.model import Edition
from c2site.render import printed
from c2site.render.exports import (
    calendar_file,
    cards_file,
    csv_file,
    een_file,
    events_of,
    graph_file,
    json_file,
    ubl_file,
    workbook,
)

# Children at a time; a thread waits for each.
WORKERS = 2
# What books set at one time should need together, and what a book needs for each letter of its content.
MEMORY = 1536 * 1024**2
MEMORY_A_LETTER = 220
DATA_FORMATS: dict[str, Callable[..., bytes]] = {
    "xlsx": workbook,
    "csv": csv_file,
    "json": json_file,
    "jsonld": graph_file,
    "ubl.xml": ubl_file,
    "een.json": een_file,
    "vcf": cards_file,
    "ics": calendar_file,
}
# Formats that some catalogues have nothing for, and what says so.
WHERE_ANY: dict[str, Callable[..., object]] = {"ics": events_of, "ubl.xml": lambda portal, catalogue: catalogue.entries}
# The formats that a book carries inside.
ATTACHED = ("csv", "json")


Chosen = list[tuple[Edition, str]]


def chosen_editions(prepared: Prepared, markets: tuple[str, ...] = (), languages: tuple[str, ...] = ()) -> Chosen:
    """Return (edition, language tag) of every catalogue, or only those of some markets and languages."""
    editions = prepared.portal.profiles.editions.values()
    return [
        (edition, tag)
        for edition in editions
        for tag in edition.languages
        if (not markets or edition.market in markets or edition.id in markets) and (not languages or tag in languages)
    ]


def data_files(portal: Portal, edition: Edition, tag: str, formats: tuple[str, ...] = ()) -> Iterator[tuple[str, Callable[[], bytes]]]:
    """Yield an edition's files of data in one language: path and what makes it."""
    catalogue = portal.catalogue(edition)
    for ending in formats or DATA_FORMATS:
        if ending not in WHERE_ANY or WHERE_ANY[ending](portal, catalogue):
            yield edition_path(portal.profiles.partnership, edition, tag, ending), partial(DATA_FORMATS[ending], portal, catalogue, tag)


def write_data(prepared: Prepared, out: Output, editions: Chosen, formats: tuple[str, ...] = ()) -> list[str]:
    """Write editions as data and return the paths."""
    files = [one for edition, tag in editions for one in data_files(prepared.portal, edition, tag, formats)]
    for path, make in files:
        out.write(path, make())
    return [path for path, _ in files]


def write_pdfs(prepared: Prepared, out: Output, progress: Progress, editions: Chosen, press: bool = False) -> list[str]:
    """Set editions as PDF, for screens or for the press, and return the paths; tell of each as it is done."""
    paths = []
    for (edition, tag), made in set_books(prepared, progress, editions, contents(prepared, press)):
        paths.append(edition_path(prepared.portal.profiles.partnership, edition, tag, "press.pdf" if press else "pdf"))
        out.write(paths[-1], made.pdf)
        progress.tell(f"{edition.id} {tag}: {made}")
    return sorted(paths)


def set_books(prepared: Prepared, progress: Progress, editions: Chosen, text_of: Callable[[Edition, str], str]) -> "Iterator[tuple[tuple[Edition, str], Made]]":
    """Yield each edition in each language as it is made, in the order in which they come; `text_of` gives a book's content."""
    yield from progress.over("catalogues", _Books(prepared, editions, text_of))


def contents(prepared: Prepared, press: bool = False) -> Callable[[Edition, str], str]:
    """Return what gives the content of an edition's book in a language; it raises DataError where the typeface lacks a character."""
    return partial(book, prepared.portal, brand=print_brand(prepared), press=press)


def book(portal: Portal, edition: Edition, tag: str, brand: dict, press: bool = False) -> str:
    """Return a printed edition's content as JSON, ready to be set; raise DataError where the typeface lacks a character."""
    make = printed.line_card if printed.is_line_card(edition) else printed.document
    data = make(portal, portal.catalogue(edition), tag, brand)
    if lacking := list(_lacking(printed.missing_glyphs(data))):
        raise DataError([_refused(portal, edition, tag, one) for one in lacking])
    if press:
        data["book"]["press"] = printed.press_order(edition, brand["tokens"])
    else:
        data["attached"] = [_attached(portal, edition, tag, ending) for ending in ATTACHED]
    return json.dumps(data, ensure_ascii=False, sort_keys=True)


def _attached(portal: Portal, edition: Edition, tag: str, ending: str) -> dict[str, str]:
    """Return the edition's published data as a file within the book."""
    return {
        "name": edition_path(portal.profiles.partnership, edition, tag, ending).rsplit("/", 1)[-1],
        "content": DATA_FORMATS[ending](portal, portal.catalogue(edition), tag).decode("utf-8"),
        "mime": MEDIA_TYPES[ending],
        "description": portal.edition_reader(edition, tag).words(f"press.{ending}").text,
    }


def _lacking(glyphs: Iterable[printed.MissingGlyph]) -> Iterator[printed.MissingGlyph]:
    """Yield the missing characters in the records that hold them; an index repeats what they say and names no record."""
    found = list(glyphs)
    told = {one.character for one in found if one.record}
    return (one for one in found if one.record or one.character not in told)


def _refused(portal: Portal, edition: Edition, tag: str, glyph: printed.MissingGlyph) -> Problem:
    path = portal.files.get(glyph.record, "") if glyph.record else ""
    code = f"U+{ord(glyph.character):04X}"
    return problem("missing-glyph", path, field=glyph.place, found=glyph.character, code_point=code, edition=f"{edition.id} ({tag})")


def print_brand(prepared: Prepared) -> dict:
    """Return the brand as the printed room takes it, with the pictures that companies show."""
    folder = prepared.settings.brand
    svgs = brand_texts(folder)
    tokens = brand_tokens(folder)
    return {"tokens": tokens, "logo": svgs["logo"], "emblem": svgs.get("emblem-eu", ""), "svgs": svgs, "pictures": printed_pictures(prepared)}


def _making(theme: Path) -> str:
    """Return the digest of all that turns a book's content into a PDF: templates, profile, programs, libraries."""
    programs = Path(printed.__file__).parent
    files = (*sorted((theme / "print").iterdir()), *(programs / f"{name}.py" for name in ("typesetting", "press", "inks", "shades")))
    return key_of(*(version(name) for name in ("typst", "pikepdf", "pillow", "pymupdf-fonts")), *(path.read_bytes() for path in files))


class Made(NamedTuple):
    """A book, and how long it took to set; no time where it was kept from before."""

    pdf: bytes
    seconds: float | None = None

    def __str__(self) -> str:
        with Pdf.open(io.BytesIO(self.pdf)) as opened:
            pages = len(opened.pages)
        return f"{pages} pages, " + ("kept" if self.seconds is None else f"set in {self.seconds:.1f} s")


class _Books:
    """The editions' PDFs in the order in which they come: kept ones first, then each as it is set."""

    def __init__(self, prepared: Prepared, editions: Chosen, text_of: Callable[[Edition, str], str]) -> None:
        self.prepared = prepared
        self.editions = editions
        self.text_of = text_of
        self.cache = Cache(prepared.settings.cache)
        self.memory = Budget(MEMORY)

    def __len__(self) -> int:
        return len(self.editions)

    def __iter__(self) -> Iterator[tuple[tuple[Edition, str], Made]]:
        theme = self.prepared.settings.theme
        making, jobs = _making(theme), {}
        with TemporaryDirectory(prefix="c2site-books-") as folder, ThreadPoolExecutor(WORKERS) as pool:
            try:
                for edition, tag in self.editions:
                    text = self.text_of(edition, tag)
                    key = key_of("book 3", __version__, making, text)
                    kept = self.cache.get(key)
                    if kept is not None:
                        yield (edition, tag), Made(kept)
                        continue
                    if not jobs:
                        stage_type(theme, Path(folder))
                    jobs[pool.submit(self._set, text, Path(folder))] = (edition, tag, key)
                yield from self._finished(jobs)
            finally:
                pool.shutdown(cancel_futures=True)

    def _set(self, text: str, stage: Path) -> Made:
        with self.memory.spent(len(text) * MEMORY_A_LETTER):
            begun = time.perf_counter()
            return Made(set_book(text, stage), time.perf_counter() - begun)

    def _finished(self, jobs: Mapping[Future[Made], tuple[Edition, str, str]]) -> Iterator[tuple[tuple[Edition, str], Made]]:
        for job in as_completed(jobs):
            edition, tag, key = jobs[job]
            made = self._done(job, edition, tag)
            self.cache.put(key, made.pdf)
            yield (edition, tag), made

    def _done(self, job: Future[Made], edition: Edition, tag: str) -> Made:
        """Return the book that was set; raise DataError where it costs more than a book may."""
        try:
            return job.result()
        except Spent as spent:
            path = self.prepared.portal.files.get(("editions", edition.id), "")
            raise DataError([problem("book-limits", path, edition=f"{edition.id} ({tag})", found=fragment(str(spent)), allowed=Limits().told())]) from None
