"""A portal's files besides the host's pages: pages of records, door, 404, catalogues, data, maps for robots."""

import json
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, as_completed
from functools import cached_property
from pathlib import Path

from c2site.build.assets import write_assets
from c2site.build.beside import beside
from c2site.build.brandfiles import write_brand
from c2site.build.cache import Cache
from c2site.build.cards import write_cards
from c2site.build.catalogues import write_catalogues
from c2site.build.executors import executor
from c2site.build.memory import Memory
from c2site.build.output import Output
from c2site.build.pictures import write_pictures
from c2site.build.prepare import Prepared
from c2site.build.progress import Progress
from c2site.build.robots import gone_map, headers, redirects, robots
from c2site.build.shell import BARE, Shell
from c2site.build.tasks import MapTask, Task, data_tasks, page_tasks
from c2site.build.workshop import Batch, Bench, Workshop, made, open_bench, studio_of
from c2site.build.world import world_of
from c2site.render.web import Page, Studio, Subject, composed, pages_about, sitemap, subjects
from c2site.render.web.data import data_files
from c2site.render.web.doors import door, not_found
from c2site.render.web.gone import gone, gone_pages
from c2site.render.web.llms import llms
from c2site.render.web.permanent import gone_address, gone_addresses

# How many tasks travel together, and how many are made here without calling anybody.
BATCH, FEW = 32, 64


class Site:
    """One build of a portal into one output. `host_pages` are pages the host writes itself, for the map of the site.

    `unshown` are the problems of pictures that only showed themselves when they were decoded.
    """

    def __init__(self, prepared: Prepared, out: Output, progress: Progress) -> None:
        self.prepared = prepared
        self.out = out
        self.progress = progress
        self.host_pages: list[Page] = []
        self.assets = write_assets(prepared, self.out)
        self.pictures, self.unshown = write_pictures(prepared, self.out)

    @cached_property
    def studio(self) -> Studio:
        """What makes the pages' HTML."""
        return studio_of(self.prepared.settings, self.prepared.portal, self.assets, self.pictures)

    @cached_property
    def subjects(self) -> list[Subject]:
        """What the pages made from records are about."""
        with self.prepared.portal.asked.noting():
            return list(subjects(self.prepared.portal))

    def pages(self) -> Iterator[Page]:
        """Yield every page made from records, in all languages."""
        for subject in self.subjects:
            yield from pages_about(self.prepared.portal, subject)

    def write_pages(self, shell: Shell = BARE, skip: bool = False) -> None:
        """Write the pages of all records, each joined with the host's shell, and the lists' data; `skip` where the host has written the pages.

        Files that would come out as they were published last are left as they are.
        """
        maps, portal = sitemap.parts(self.subjects), self.prepared.portal
        pages = [] if skip else [task for one in self.subjects for task in page_tasks(portal, one)]
        if skip:
            self._write_beside()
        self._make([*pages, *data_tasks(portal, data_files(portal)), *(MapTask(path, tuple(members)) for path, members in maps.items())], shell)
        self.out.write("sitemap/pages.xml", sitemap.written(self.prepared.portal, _together(self.host_pages)))
        self.out.write("sitemap.xml", sitemap.index(self.prepared.portal, ["sitemap/pages.xml", *maps]))
        self.out.write("index.html", door(self.studio))
        self.out.write("404.html", not_found(self.studio))
        for page in gone_pages(self.prepared.portal):
            self.out.write_page(page.path, gone(self.studio, page))
        for path, folder in gone_addresses(self.prepared.portal):
            self.out.write_page(path, gone_address(self.studio, folder))

    def _write_beside(self) -> None:
        portal = self.prepared.portal
        for subject in self.subjects:
            for path, make in beside(portal, subject, portal.readers.portal).items():
                self.out.write(path, make(self.studio))

    def _make(self, tasks: Sequence[Task], shell: Shell) -> None:
        settings, portal = self.prepared.settings, self.prepared.portal
        workshop = Workshop(settings, self.out.folder, shell, self.assets, self.pictures, world_of(self.prepared, shell, self.assets))
        bench = open_bench(Bench(workshop, portal, self.out))
        bench.studio = self.studio
        memory = Memory(Cache(settings.cache), self.out.folder)
        known = memory.unchanged(workshop.world, bench.answer)
        asked = {task.name: known[task.name] for task in tasks if task.name in known and bench.kept(task, known[task.name])}
        stale = [task for task in tasks if task.name not in asked]
        for batch in self._batches(workshop, stale):
            self.out.adopt(batch.files)
            asked.update(batch.asked)
        if stale or known.keys() != asked.keys():
            memory.keep(workshop.world, asked, bench.answer)

    def _batches(self, workshop: Workshop, tasks: Sequence[Task]) -> Iterator[Batch]:
        packs = [tasks[start : start + BATCH] for start in range(0, len(tasks), BATCH)]
        with executor(self.prepared.settings.executor, len(packs) if len(tasks) > FEW else 1) as pool:
            jobs = [pool.submit(made, workshop, pack) for pack in packs]
            yield from (job.result() for job in self.progress.over("pages", _Finished(jobs)))

    def write_catalogues(self) -> None:
        """Write every edition in its languages as PDF and data."""
        write_catalogues(self.prepared, self.out, self.progress)

    def write_cards(self) -> None:
        """Write the picture that stands for each page elsewhere."""
        with self.prepared.portal.asked.noting():
            write_cards(self.prepared, self.out, self.pages(), self.progress)

    def write_brand(self) -> None:
        """Write the brand's files for partners."""
        write_brand(self.prepared, self.out)

    def write_maps(self) -> None:
        """Write what robots and servers read: robots.txt, llms.txt, headers, which addresses are gone."""
        portal = self.prepared.portal
        self.out.write("robots.txt", robots(portal))
        self.out.write("_headers", headers())
        self.out.write("llms.txt", llms(portal))
        gone_paths = [*(page.path for page in gone_pages(portal)), *(path for path, _ in gone_addresses(portal))]
        self.out.write("_redirects", redirects(gone_paths))
        self.out.write("_gone.map", gone_map(gone_paths))


class _Finished:
    """Jobs in the order in which they end."""

    def __init__(self, jobs: Sequence[Future]) -> None:
        self.jobs = jobs

    def __len__(self) -> int:
        return len(self.jobs)

    def __iter__(self) -> Iterator[Future]:
        return iter(as_completed(self.jobs))


def _together(pages: Iterable[Page]) -> list[list[Page]]:
    """Return pages in groups, each the same page in several languages."""
    found: dict[Subject, list[Page]] = {}
    for page in sorted(pages, key=lambda one: one.path):
        found.setdefault(page.subject, []).append(page)
    return list(found.values())


def write_bodies(prepared: Prepared, folder: Path, progress: Progress) -> int:
    """Write every page's parts as JSON for another host, and return how many there are."""
    site = Site(prepared, Output(folder), progress)
    pages = list(site.pages())
    for page in progress.over("pages", pages):
        parts = composed(site.studio, page)
        described = {
            "path": page.path,
            "title": page.title,
            "description": page.description,
            "canonical": page.canonical(prepared.portal),
            "alternates": dict(page.alternates(prepared.portal)),
            "written_in": list(page.written_in),
            **parts._asdict(),
        }
        site.out.write(f"{page.path}page.json", json.dumps(described, ensure_ascii=False, indent=1) + "\n")
    return len(pages)


def summary(out: Output, pages: Iterable[Page]) -> dict[str, int]:
    """Return how much a build has written, for its closing words."""
    return {
        "pages": sum(path.endswith(".html") for path in out.written),
        "catalogues": sum(path.startswith("catalogues/") and path.endswith(".pdf") for path in out.written),
        "files": len(out.written),
        "languages": len({page.reader.tag for page in pages}),
    }
