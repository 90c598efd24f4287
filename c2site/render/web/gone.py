"""What stands at the address of a record that was withdrawn: a page that names nothing."""

from collections.abc import Iterator

from c2site.catalogue import Portal, page_path
from c2site.render.web.doors import root_path
from c2site.render.web.environment import Studio
from c2site.render.web.page import Page, Subject
from c2site.render.web.pages import ENTITIES


def gone_pages(portal: Portal) -> Iterator[Page]:
    """Yield the page of every withdrawn record that had one, in every language, in the order of their paths."""
    for reader in portal.readers:
        for folder, key in sorted(portal.profiles.withdrawn):
            if folder in ENTITIES:
                yield Page(reader, Subject("gone", folder, key), reader.phrase("gone.title"), "")


def gone(studio: Studio, page: Page) -> str:
    """Return a whole page. Even the record's id, which often is its name, stands nowhere in it: other languages are reached
    through the list. A host may serve it with or without a slash at the end, so its links start from the site's root.
    """
    here = page_path(page.reader, page.folder).removeprefix(f"{page.reader.slug}/")
    return studio.render(page.reader, "gone.html", page=page, base=root_path(studio.portal.site_url), here=here, list=ENTITIES[page.folder][0])
