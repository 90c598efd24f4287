"""What stands where a record stood under a former id: small pages that lead to where it is now, and which folders have moved."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from c2site.catalogue import Portal, edition_path, page_path, permanent_path
from c2site.catalogue.downloads import Download
from c2site.model import Edition
from c2site.render.web.environment import Studio
from c2site.render.web.page import Page, Subject
from c2site.render.web.pages import ENTITIES, pages_about


def former_ids(portal: Portal) -> Mapping[tuple[str, str], list[str]]:
    """Return the ids that a record (folder, id) with pages had before, in order."""
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for (folder, key), now in sorted(portal.profiles.renamed.items()):
        if folder in ENTITIES:
            found[folder, now].append(key)
    return found


def moved_pages(portal: Portal, subjects: Iterable[Subject]) -> Iterator[tuple[str, Page]]:
    """Yield, for every page about a record, each path it had under a former id."""
    former = former_ids(portal)
    for subject in subjects:
        for key in former.get((subject.folder, subject.key), ()):
            yield from ((subject._replace(key=key).path(page.reader), page) for page in pages_about(portal, subject))


def moved(studio: Studio, path: str, page: Page) -> str:
    """Return the whole page that stands at `path` and leads to `page`, in the same language; it needs no script."""
    return studio.render(page.reader, "moved.html", page=page, base="../" * path.count("/"))


def moved_folders(portal: Portal) -> list[tuple[str, str]]:
    """Return, for hosts, which folders of the site have moved where: in every language, and the permanent addresses."""
    found = []
    for (folder, now), keys in former_ids(portal).items():
        for key in keys:
            found += [(page_path(reader, folder, key), page_path(reader, folder, now)) for reader in portal.readers]
            found.append((permanent_path(key), permanent_path(now)))
    return found


def moved_files(portal: Portal, downloads: Mapping[str, tuple[Download, ...]]) -> list[tuple[str, str]]:
    """Return, for hosts, which files of catalogues have other names since their edition or its market was renamed, each with its new one."""
    partnership, editions = portal.profiles.partnership, portal.profiles.editions
    found = [(edition_path(partnership, former, one.tag, one.ending), one.path) for key, files in downloads.items() for former in _formerly(portal, editions[key]) for one in files]
    return sorted((old, new) for old, new in found if old != new)


def _formerly(portal: Portal, edition: Edition) -> list[Edition]:
    """Return the edition with every id that it and its market had."""
    former = former_ids(portal)
    ids, markets = [edition.id, *former.get(("editions", edition.id), ())], [edition.market, *former.get(("markets", edition.market or ""), ())]
    return [edition.model_copy(update={"id": key, "market": market}) for key in ids for market in markets]
