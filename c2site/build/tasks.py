"""What is made together, each with a name of its own: pages about a subject, a part of the map, data of lists and catalogues."""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from c2site.build.beside import beside
from c2site.build.catalogues import data_files
from c2site.build.shell import Shell
from c2site.catalogue import Portal
from c2site.catalogue.addresses import needs_path
from c2site.language import Reader
from c2site.render.exports import een_needs
from c2site.render.exports.api import collection, collection_paths
from c2site.render.web import Studio, Subject, composed, pages_about, sitemap
from c2site.render.web.data import DataFile, data_text

Files = Iterator[tuple[str, str | bytes]]


class PagesTask(NamedTuple):
    """The pages about a subject for the readers `tags`, and the files beside them."""

    name: str
    subject: Subject
    tags: tuple[str, ...]

    def paths(self, portal: Portal) -> Iterator[str]:
        """Yield the paths of the files it makes."""
        readers = self._readers(portal)
        yield from (f"{self.subject.path(reader)}index.html" for reader in readers)
        yield from beside(portal, self.subject, readers)

    def _readers(self, portal: Portal) -> list[Reader]:
        return [portal.readers.of(tag) for tag in self.tags]

    def files(self, studio: Studio, shell: Shell) -> Files:
        """Yield (path, text) of the files."""
        readers = self._readers(studio.portal)
        for page in pages_about(studio.portal, self.subject, readers):
            yield f"{page.path}index.html", shell.filled(composed(studio, page))
        for path, make in beside(studio.portal, self.subject, readers).items():
            yield path, make(studio)


class MapTask(NamedTuple):
    """The part of the site's map at the path `name`, with its subjects."""

    name: str
    subjects: tuple[Subject, ...]

    def paths(self, _: Portal) -> Iterator[str]:
        """Yield the path of the file it makes."""
        yield self.name

    def files(self, studio: Studio, _: Shell) -> Files:
        """Yield (path, text) of the file."""
        yield self.name, sitemap.part(studio.portal, self.subjects)


class DataTask(NamedTuple):
    """A file of a list's data for the reader `tag`."""

    name: str
    file: DataFile
    tag: str

    def paths(self, portal: Portal) -> Iterator[str]:
        """Yield the path of the file it makes."""
        yield self.file.path(portal.readers.of(self.tag))

    def files(self, studio: Studio, _: Shell) -> Files:
        """Yield (path, text) of the file."""
        reader = studio.portal.readers.of(self.tag)
        yield self.file.path(reader), data_text(studio, reader, self.file)


class CatalogueTask(NamedTuple):
    """The data of an edition in the language `tag`, in every format."""

    name: str
    edition: str
    tag: str

    def paths(self, portal: Portal) -> Iterator[str]:
        """Yield the paths of the files it makes."""
        yield from (path for path, _ in self._made(portal))

    def files(self, studio: Studio, _: Shell) -> Files:
        """Yield (path, text) of the files."""
        yield from ((path, make()) for path, make in self._made(studio.portal))

    def _made(self, portal: Portal) -> Iterator[tuple[str, Callable[[], bytes]]]:
        return data_files(portal, portal.profiles.editions[self.edition], self.tag)


class CollectionTask(NamedTuple):
    """All records of a kind, at the path `name`, for other programs."""

    name: str

    def paths(self, _: Portal) -> Iterator[str]:
        """Yield the path of the file it makes."""
        yield self.name

    def files(self, studio: Studio, _: Shell) -> Files:
        """Yield (path, text) of the file."""
        yield self.name, collection(studio.portal, self.name)


class NeedsTask(NamedTuple):
    """All needs as partnering profiles for the reader `tag`."""

    name: str
    tag: str

    def paths(self, portal: Portal) -> Iterator[str]:
        """Yield the path of the file it makes, where there are needs."""
        if portal.profiles.needs:
            yield needs_path(portal.profiles.partnership, self.tag)

    def files(self, studio: Studio, _: Shell) -> Files:
        """Yield (path, text) of the file."""
        yield from ((path, een_needs(studio.portal, studio.portal.readers.of(self.tag))) for path in self.paths(studio.portal))


Task = PagesTask | MapTask | DataTask | CatalogueTask | CollectionTask | NeedsTask


def page_tasks(portal: Portal, subject: Subject) -> list[Task]:
    """Return the tasks that make the pages about a subject: a list's rows differ from reader to reader, so each page stands alone."""
    tags = [reader.tag for reader in portal.readers]
    name = "/".join(map(str, subject))
    if subject.key and not subject.listing:
        return [PagesTask(name, subject, tuple(tags))]
    return [PagesTask(f"{name}/{tag}", subject, (tag,)) for tag in tags]


def data_tasks(portal: Portal, files: Iterable[DataFile]) -> list[Task]:
    """Return the tasks that make files of data, one for each reader."""
    return [DataTask(file.path(reader), file, reader.tag) for file in files for reader in portal.readers]


def export_tasks(portal: Portal) -> list[Task]:
    """Return the tasks that make what other programs read: records of all kinds, and every edition in its languages."""
    editions = portal.profiles.editions.values()
    catalogues = [CatalogueTask(f"catalogues/{one.id}/{tag}", one.id, tag) for one in editions for tag in one.languages]
    needs = [NeedsTask(f"needs/{reader.tag}", reader.tag) for reader in portal.readers]
    return [*map(CollectionTask, collection_paths()), *catalogues, *needs]
