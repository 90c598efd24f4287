"""A portal's files besides the host's pages: pages of records, door, 404, catalogues, data, maps for robots."""

import json
from collections.abc import Callable, Iterable
from pathlib import Path

from c2site.build.assets import write_assets
from c2site.build.catalogues import write_catalogues
from c2site.build.output import Output
from c2site.build.pictures import write_pictures
from c2site.build.prepare import Prepared, brand_texts, brand_tokens
from c2site.build.progress import Progress
from c2site.build.robots import headers, robots, sitemap
from c2site.render import tokens
from c2site.render.web import Page, Parts, Studio, composed, document, record_pages
from c2site.render.web.doors import door, not_found

Shell = Callable[[Parts], str]


class Site:
    """One build of a portal into one folder. `host_pages` are pages the host writes itself, for the map of the site.

    `unshown` are the problems of pictures that only showed themselves when they were decoded.
    """

    def __init__(self, prepared: Prepared, folder: Path, progress: Progress) -> None:
        self.prepared = prepared
        self.out = Output(folder)
        self.progress = progress
        self.host_pages: list[Page] = []
        settings = prepared.settings
        brand = brand_tokens(settings.brand)
        self.assets = write_assets(prepared, self.out)
        pictures, self.unshown = write_pictures(prepared, self.out)
        self.studio = Studio(
            portal=prepared.portal,
            templates=settings.theme / "templates",
            brand=brand_texts(settings.brand),
            assets=self.assets,
            pictures=pictures,
            theme_colour=tokens.colour(brand, "color", "paper"),
            hues=tokens.hues(brand),
        )

    def pages(self) -> list[Page]:
        """Return every page made from records, in all languages."""
        portal = self.prepared.portal
        return [page for reader in portal.readers for page in record_pages(portal, reader)]

    def write_pages(self, shell: Shell = document, skip: bool = False) -> None:
        """Write the pages of all records, each joined with the host's shell; `skip` where the host has written them."""
        pages = [] if skip else self.pages()
        for page in self.progress.over("pages", pages):
            self.out.write_page(page.path, shell(composed(self.studio, page)))
        self.out.write("index.html", door(self.studio))
        self.out.write("404.html", not_found(self.studio))

    def write_catalogues(self) -> None:
        """Write every edition in its languages as PDF and data."""
        write_catalogues(self.prepared, self.out, self.progress)

    def write_maps(self) -> None:
        """Write what robots and servers read: site map, robots.txt, headers."""
        portal = self.prepared.portal
        self.out.write("sitemap.xml", sitemap(portal, [*self.host_pages, *self.pages()]))
        self.out.write("robots.txt", robots(portal))
        self.out.write("_headers", headers())


def write_bodies(prepared: Prepared, folder: Path, progress: Progress) -> int:
    """Write every page's parts as JSON for another host, and return how many there are."""
    site = Site(prepared, folder, progress)
    pages = site.pages()
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
        "catalogues": sum(path.endswith(".pdf") for path in out.written),
        "languages": len({page.reader.tag for page in pages}),
    }
