"""A portal's files besides the host's pages: pages of records, door, 404, catalogues, data, maps for robots."""

import json
from collections.abc import Iterable, Iterator
from functools import cached_property
from pathlib import Path

from c2site.build.admin import ADMIN, beside_admin, write_admin
from c2site.build.assets import write_assets
from c2site.build.beside import beside, beside_formerly
from c2site.build.brandfiles import write_brand
from c2site.build.cards import write_cards
from c2site.build.catalogues import chosen_editions, write_pdfs
from c2site.build.downloads import Downloads, downloads, write_api, write_sums
from c2site.build.making import BATCH, make
from c2site.build.output import Output
from c2site.build.pictures import write_pictures
from c2site.build.prepare import Prepared
from c2site.build.progress import Progress
from c2site.build.robots import gone_map, headers, moved_map, redirects, robots
from c2site.build.shell import BARE, Shell
from c2site.build.tasks import MapTask, data_tasks, export_tasks, page_tasks
from c2site.build.workshop import Bench, Workshop, studio_of
from c2site.build.world import words_of, world_of
from c2site.render.web import Page, Studio, Subject, composed, pages_about, sitemap, subjects
from c2site.render.web.data import data_files
from c2site.render.web.doors import door, not_found
from c2site.render.web.gone import gone, gone_pages
from c2site.render.web.llms import llms
from c2site.render.web.moved import former_ids, moved, moved_files, moved_folders, moved_pages
from c2site.render.web.permanent import gone_address, gone_addresses

# A catalogue of this many offerings takes so long that each travels alone.
MANY, SINGLY = 300, 1


class Site:
    """One build of a portal into one output. `host_pages` are pages the host writes itself, for the map of the site.

    `unshown` are the problems of pictures that only showed themselves when they were decoded.
    """

    def __init__(self, prepared: Prepared, out: Output, progress: Progress) -> None:
        self.prepared = prepared
        self.out = out
        self.progress = progress
        self.host_pages: list[Page] = []
        self.downloads: Downloads = {}
        self.assets = write_assets(prepared, self.out)
        self.pictures, self.unshown = write_pictures(prepared, self.out)

    @cached_property
    def studio(self) -> Studio:
        """What makes the pages' HTML."""
        return studio_of(self.prepared.settings, self.prepared.portal, self.assets, self.pictures, self.downloads)

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
        tasks = [*pages, *data_tasks(portal, data_files(portal)), *(MapTask(path, tuple(members)) for path, members in maps.items())]
        bench = self._bench(shell, world_of(self.prepared, shell, self.assets))
        bench.studio = self.studio
        make(bench, tasks, self.progress, "pages")
        self.out.write("sitemap/pages.xml", sitemap.written(self.prepared.portal, _together(self.host_pages)))
        if self.downloads:
            self.out.write("sitemap/books.xml", sitemap.books(portal, self.downloads.values()))
        listed = ["sitemap/pages.xml", *(["sitemap/books.xml"] if self.downloads else []), *maps]
        self.out.write("sitemap.xml", sitemap.index(portal, listed))
        self.out.write("index.html", door(self.studio))
        self.out.write("404.html", not_found(self.studio))
        for page in gone_pages(self.prepared.portal):
            self.out.write_page(page.path, gone(self.studio, page))
        for path, folder in gone_addresses(self.prepared.portal):
            self.out.write_page(path, gone_address(self.studio, folder))
        self._write_moved()

    def _write_moved(self) -> None:
        """Write, at the addresses that records had under former ids, what leads to where they are now."""
        portal = self.prepared.portal
        for path, page in moved_pages(portal, self.subjects):
            self.out.write_page(path, moved(self.studio, path, page))
        former = former_ids(portal)
        for subject in self.subjects:
            for key in former.get((subject.folder, subject.key), ()):
                for path, written in beside_formerly(portal, subject, key).items():
                    self.out.write(path, written(self.studio))

    def _write_beside(self) -> None:
        portal = self.prepared.portal
        for subject in self.subjects:
            for path, written in beside(portal, subject, portal.readers.portal).items():
                self.out.write(path, written(self.studio))

    def _bench(self, shell: Shell, world: str) -> Bench:
        workshop = Workshop(self.prepared.settings, self.out.folder, shell, self.assets, self.pictures, world, self.downloads)
        return Bench(workshop, self.prepared.portal, self.out)

    def write_catalogues(self) -> None:
        """Write every edition in its languages as PDF and data, and the records for programs; from now on pages tell of the files."""
        portal = self.prepared.portal
        with portal.asked.noting():
            batch = SINGLY if len(portal.profiles.offerings) > MANY else BATCH
            make(self._bench(BARE, words_of(self.prepared)), export_tasks(portal), self.progress, "data", batch)
            write_pdfs(self.prepared, self.out, self.progress, chosen_editions(self.prepared))
            self.downloads = downloads(portal, self.out)
            write_sums(portal, self.out, self.downloads)
            write_api(portal, self.out, self.downloads)

    def write_cards(self) -> None:
        """Write the picture that stands for each page elsewhere."""
        with self.prepared.portal.asked.noting():
            write_cards(self.prepared, self.out, self.pages(), self.progress)

    def write_brand(self) -> None:
        """Write the brand's files for partners."""
        write_brand(self.prepared, self.out)

    def write_admin(self) -> None:
        """Write the editors' page."""
        write_admin(self.prepared, self.out)

    def write_maps(self) -> None:
        """Write what robots and servers read: robots.txt, llms.txt, headers, which addresses are gone."""
        portal = self.prepared.portal
        self.out.write("robots.txt", robots(portal, [ADMIN] if self.prepared.settings.admin else []))
        self.out.write("_headers", headers(beside_admin(self.out.written) if self.prepared.settings.admin else ()))
        self.out.write("llms.txt", llms(portal))
        gone_paths = [*(page.path for page in gone_pages(portal)), *(path for path, _ in gone_addresses(portal))]
        folders, files = moved_folders(portal), moved_files(portal, self.downloads)
        self.out.write("_redirects", redirects(gone_paths, folders, files))
        self.out.write("_gone.map", gone_map(gone_paths))
        self.out.write("_moved.map", moved_map(folders, files))


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
