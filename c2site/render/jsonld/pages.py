"""What a page says: of the record it is about, and of where it stands."""

from collections.abc import Iterable

from c2site.catalogue import Portal, page_path
from c2site.catalogue.addresses import PAGE_FOLDERS
from c2site.language import Reader
from c2site.model import Record
from c2site.render.jsonld.events import event_ld
from c2site.render.jsonld.needs import need_ld
from c2site.render.jsonld.node import Node, node
from c2site.render.jsonld.offers import catalogue_ld, offering_ld
from c2site.render.jsonld.organisations import cluster_ld, partnership_ld, sme_ld

ABOUT = {"clusters": cluster_ld, "smes": sme_ld, "offerings": offering_ld, "events": event_ld, "needs": need_ld}


def page_ld(
    portal: Portal, reader: Reader, folder: str, record: Record | None, title: str, path: str = "", most: int | None = None
) -> list[Node]:
    """Return what the page at `path` says, of `record` where it is about one; the home page is the partnership's.

    Of a catalogue it tells the first `most` entries, those that the page shows; its data files hold all.
    """
    if not folder:
        return [partnership_ld(portal, reader)]
    about = _about(portal, reader, folder, record, most) if record else None
    return [one for one in (about, breadcrumb_ld(portal, _crumbs(portal, reader, folder, record, (title, path)))) if one]


def breadcrumb_ld(portal: Portal, crumbs: Iterable[tuple[str, str]]) -> Node:
    """Return the way from the home page to a page: the name and the path on the site of each step."""
    steps = [
        {"@type": "ListItem", "position": number, "name": name, "item": portal.site_url + path}
        for number, (name, path) in enumerate(crumbs, 1)
    ]
    return node({"@type": "BreadcrumbList", "itemListElement": steps})


def _about(portal: Portal, reader: Reader, folder: str, record: Record, most: int | None) -> Node | None:
    if folder == "editions":
        with portal.asked.noting():
            book = portal.catalogue(record)
        return catalogue_ld(portal, reader, book, most)
    return ABOUT[folder](portal, reader, record) if folder in ABOUT else None


def _crumbs(portal: Portal, reader: Reader, folder: str, record: Record | None, here: tuple[str, str]) -> list[tuple[str, str]]:
    home = (portal.profiles.partnership.acronym, page_path(reader))
    if record is None:
        return [home, here]
    heading = f"{PAGE_FOLDERS.get(folder, folder)}.title"
    lists = [(reader.phrase(heading), page_path(reader, folder))] if reader.has_phrase(heading) else []
    return [home, *lists, here]
