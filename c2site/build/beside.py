"""Files that stand beside the pages about a subject: permanent address, contact card, calendar, feed."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from c2site.catalogue import Portal, page_path, permanent_path
from c2site.language import Reader
from c2site.render.exports import calendar, card, figures_file
from c2site.render.web import ENTITIES, Studio, Subject
from c2site.render.web.feeds import FOLDERS, feed, feed_path
from c2site.render.web.permanent import permanent_page

Files = Mapping[str, Callable[[Studio], str | bytes]]


def beside(portal: Portal, subject: Subject, readers: Sequence[Reader]) -> Files:
    """Return what makes each file, by its path. Those of a record are the same for all readers."""
    if subject.template == "indicator":
        return _table_of_figures(readers)
    if subject.listing or subject.below or subject.number > 1 or subject.folder not in ENTITIES:
        return {}
    if not subject.key:
        return _of_all(portal, readers) if subject.folder == "events" else {}
    return {**_of_record(portal, subject), **(_feeds(readers, subject.folder, subject.key) if subject.folder in FOLDERS else {})}


def beside_formerly(portal: Portal, subject: Subject, key: str) -> Files:
    """Return the files beside a record's pages as they stood under its former id `key`: subscribers and programs go on asking there."""
    return {_formerly(path, subject.key, key): make for path, make in beside(portal, subject, portal.readers.portal).items()}


def _formerly(path: str, key: str, former: str) -> str:
    folders = path.split("/")
    folders[-2] = former if folders[-2] == key else folders[-2]
    return "/".join(folders)


def _of_all(portal: Portal, readers: Sequence[Reader]) -> Files:
    """Return the partnership's news, and all its events as a calendar, in each language."""
    calendars = {page_path(reader, "events") + "calendar.ics": partial(_calendar, reader) for reader in readers}
    return {**_feeds(readers), **(calendars if portal.profiles.events else {})}


def _table_of_figures(readers: Sequence[Reader]) -> Files:
    return {page_path(reader, "indicators") + "indicators.csv": partial(_figures, reader) for reader in readers}


def _figures(reader: Reader, studio: Studio) -> bytes:
    return figures_file(studio.portal, reader)


def _calendar(reader: Reader, studio: Studio) -> bytes:
    portal = studio.portal
    events = sorted(portal.profiles.events.values(), key=lambda one: one.id)
    return calendar(portal, reader, events, portal.profiles.partnership.acronym)


def _feeds(readers: Sequence[Reader], folder: str = "", key: str = "") -> Files:
    return {feed_path(reader, folder, key): partial(_feed, reader, folder, key) for reader in readers}


def _feed(reader: Reader, folder: str, key: str, studio: Studio) -> str:
    return feed(studio.portal, reader, studio.news(folder, key), folder, key)


def _of_record(portal: Portal, subject: Subject) -> Files:
    place, record = permanent_path(subject.key), getattr(portal.profiles, subject.folder)[subject.key]
    files: dict[str, Callable[[Studio], str | bytes]] = {f"{place}index.html": lambda studio: permanent_page(studio, subject)}
    if subject.folder in ("smes", "clusters"):
        files[f"{place}card.vcf"] = lambda studio: card(studio.portal, record)
    if subject.folder == "events" and record.start:
        files[f"{place}event.ics"] = lambda studio: calendar(studio.portal, studio.portal.readers.default, [record])
    return files
