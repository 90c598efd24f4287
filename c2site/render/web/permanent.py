"""What stands at a record's permanent address: a small page that leads to it in every language, or says that it is gone."""

from collections.abc import Iterator

from c2site.catalogue import Portal, permanent_path
from c2site.render.web.environment import Studio
from c2site.render.web.page import Subject
from c2site.render.web.pages import ENTITIES, pages_about

# From id/name/ to the root of the site.
BASE = "../../"


def permanent_page(studio: Studio, subject: Subject) -> str:
    """Return the page at a record's permanent address; nothing on it needs a script, one only saves a step."""
    return studio.render(studio.portal.readers.default, "id.html", pages=pages_about(studio.portal, subject), base=BASE)


def gone_addresses(portal: Portal) -> Iterator[tuple[str, str]]:
    """Yield (path, records' folder) of the permanent address of every withdrawn record that had a page."""
    for folder, key in sorted(portal.profiles.withdrawn):
        if folder in ENTITIES:
            yield permanent_path(key), folder


def gone_address(studio: Studio, folder: str) -> str:
    """Return what stands there: in every language that it is gone, and the way to the list; it names nothing."""
    return studio.render(studio.portal.readers.default, "id-gone.html", folder=folder, list=ENTITIES[folder][0], base=BASE)
