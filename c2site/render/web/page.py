"""One page of the portal: what it is about, where it stands and in which languages it is really written."""

from dataclasses import dataclass

from c2site.catalogue import Portal, page_path
from c2site.language import Reader
from c2site.model import Record


@dataclass(frozen=True)
class Page:
    """`template` names the body's template; `folder` and `key` say where the page stands, in every language alike.

    `written_in` are the tags of the readers whose own language the page is in; only those are told to search engines
    as translations of each other. `cites` are the texts' sources, where known beforehand.
    """

    reader: Reader
    template: str
    title: str
    description: str
    folder: str = ""
    key: str = ""
    record: Record | None = None
    written_in: tuple[str, ...] = ()
    unreviewed: bool = False

    @property
    def path(self) -> str:
        """The page's path on the site, `es/companies/name/`."""
        return page_path(self.reader, self.folder, self.key)

    @property
    def base(self) -> str:
        """How a link from this page reaches the root of the site."""
        return "../" * self.path.count("/")

    @property
    def translated(self) -> bool:
        """Whether the page is written in its reader's language."""
        return self.reader.tag in self.written_in

    def path_for(self, reader: Reader) -> str:
        """Return the path of the same page in another language."""
        return page_path(reader, self.folder, self.key)

    def canonical(self, portal: Portal) -> str:
        """Return the address search engines should keep: the page's own, or that of the language it is written in."""
        if self.translated or not self.written_in:
            return portal.site_url + self.path
        return portal.site_url + self.path_for(portal.readers.of(self.written_in[0]))

    def alternates(self, portal: Portal) -> list[tuple[str, str]]:
        """Return (language tag, address) of every real translation, and of the default one."""
        if not self.translated:
            return []
        found = [(tag, portal.site_url + self.path_for(portal.readers.of(tag))) for tag in self.written_in]
        default = next((address for tag, address in found if tag == portal.readers.default.tag), found[0][1])
        return [*found, ("x-default", default)]
