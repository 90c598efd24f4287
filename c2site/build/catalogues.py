"""Editions as files: PDFs set in child processes, tables and data beside them."""

import json
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor, as_completed
from pathlib import Path
from tempfile import TemporaryDirectory

from c2site import __version__
from c2site.build.cache import Cache, key_of
from c2site.build.output import Output
from c2site.build.prepare import Prepared, brand_texts, brand_tokens
from c2site.build.progress import Progress
from c2site.build.typesetter import Limits, Spent, set_book, stage_type
from c2site.catalogue import Portal, edition_path
from c2site.errors import DataError, Problem, problem
from c2site.model import Edition
from c2site.render import printed
from c2site.render.exports import csv_file, json_file, workbook

# Children at a time; a thread waits for each.
WORKERS = 2
DATA_FORMATS: dict[str, Callable[..., bytes]] = {"csv": csv_file, "json": json_file, "xlsx": workbook}


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


def write_catalogues(prepared: Prepared, out: Output, progress: Progress) -> None:
    """Write each edition in each of its languages: data at once, PDFs in parallel, unchanged ones from the cache."""
    editions = chosen_editions(prepared)
    write_data(prepared, out, editions)
    write_pdfs(prepared, out, progress, editions)


def write_data(prepared: Prepared, out: Output, editions: Chosen, formats: tuple[str, ...] = ()) -> list[str]:
    """Write editions as data and return the paths."""
    portal = prepared.portal
    paths = []
    for edition, tag in editions:
        for ending in formats or DATA_FORMATS:
            paths.append(edition_path(portal.profiles.partnership, edition, tag, ending))
            out.write(paths[-1], DATA_FORMATS[ending](portal, portal.catalogue(edition), tag))
    return paths


def write_pdfs(prepared: Prepared, out: Output, progress: Progress, editions: Chosen) -> list[str]:
    """Set editions as PDF and return the paths."""
    paths = []
    for (edition, tag), pdf in progress.over("catalogues", _Books(prepared, editions)):
        paths.append(edition_path(prepared.portal.profiles.partnership, edition, tag, "pdf"))
        out.write(paths[-1], pdf)
    return sorted(paths)


def book(portal: Portal, edition: Edition, tag: str, brand: dict) -> str:
    """Return a printed edition's content as JSON, ready to be set; raise DataError where the typeface lacks a character."""
    data = printed.document(portal, portal.catalogue(edition), tag, brand)
    lacking = [_lacking(portal, edition, tag, one) for one in printed.missing_glyphs(data)]
    if lacking:
        raise DataError(lacking)
    return json.dumps(data, ensure_ascii=False, sort_keys=True)


def _lacking(portal: Portal, edition: Edition, tag: str, glyph: printed.MissingGlyph) -> Problem:
    path = portal.files.get(glyph.record, "") if glyph.record else ""
    code = f"U+{ord(glyph.character):04X}"
    return problem("missing-glyph", path, field=glyph.place, found=glyph.character, code_point=code, edition=f"{edition.id} ({tag})")


def print_brand(prepared: Prepared) -> dict:
    """Return the brand as the printed room takes it."""
    folder = prepared.settings.brand
    svgs = brand_texts(folder)
    tokens = brand_tokens(folder)
    return {"tokens": tokens, "logo": svgs["logo"], "emblem": svgs.get("emblem-eu", ""), "svgs": svgs}


class _Books:
    """The editions' PDFs in the order in which they come: kept ones first, then each as it is set."""

    def __init__(self, prepared: Prepared, editions: list[tuple[Edition, str]]) -> None:
        self.prepared = prepared
        self.editions = editions
        self.cache = Cache(prepared.settings.cache)

    def __len__(self) -> int:
        return len(self.editions)

    def __iter__(self) -> Iterator[tuple[tuple[Edition, str], bytes]]:
        theme = self.prepared.settings.theme
        brand = print_brand(self.prepared)
        templates = b"".join(path.read_bytes() for path in sorted((theme / "print").glob("*")))
        wanted = {}
        for edition, tag in self.editions:
            text = book(self.prepared.portal, edition, tag, brand)
            key = key_of("book 2", __version__, templates, text)
            kept = self.cache.get(key)
            if kept is None:
                wanted[edition.id, tag] = (edition, key, text)
            else:
                yield (edition, tag), kept
        yield from self._set(wanted, theme)

    def _set(self, wanted: dict, theme: Path) -> Iterator[tuple[tuple[Edition, str], bytes]]:
        if not wanted:
            return
        with TemporaryDirectory(prefix="c2site-books-") as folder, ThreadPoolExecutor(WORKERS) as pool:
            stage_type(theme, Path(folder))
            jobs = {pool.submit(set_book, text, Path(folder)): (edition, tag, key) for (_, tag), (edition, key, text) in wanted.items()}
            try:
                for job in as_completed(jobs):
                    edition, tag, key = jobs[job]
                    yield (edition, tag), self.cache.put(key, self._done(job, edition, tag))
            finally:
                pool.shutdown(cancel_futures=True)

    def _done(self, job: Future[bytes], edition: Edition, tag: str) -> bytes:
        """Return the book that was set; raise DataError where it costs more than a book may."""
        try:
            return job.result()
        except Spent as spent:
            path = self.prepared.portal.files.get(("editions", edition.id), "")
            raise DataError([problem("book-limits", path, edition=f"{edition.id} ({tag})", found=spent, allowed=Limits())]) from None
