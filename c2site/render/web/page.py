"""One page of the portal: what it is about, where it stands and in which languages it is really written."""

from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from c2site.catalogue import Portal, page_path
from c2site.language import Reader
from c2site.model import Record
from c2site.render.web.lists import RECORDS


class Subject(NamedTuple):
    """What the pages of all languages are about alike; `template` names the body's template.

    `folder` and `key` say where the page stands. `listing` names a list that has pages of its own below it
    (`offerings_of_cluster`), `below` is where another page of a list or record stands under it (`by/kind/service`, `mission`),
    `number` counts the pages of a long list from 1.
    """

    template: str
    folder: str = ""
    key: str = ""
    listing: str = ""
    number: int = 1
    below: str = ""

    def path(self, reader: Reader) -> str:
        """Return the path of the reader's page on the site, `es/companies/name/`."""
        below = page_path(reader, RECORDS[self.listing]).partition("/")[2] if self.listing else ""
        below += f"{self.below}/" if self.below else ""
        return page_path(reader, self.folder, self.key) + below + (f"page/{self.number}/" if self.number > 1 else "")


@dataclass(frozen=True)
class Page:
    """`written_in` are the tags of the readers whose own language the page is in; only those are told to search engines
    as translations of each other.
    """

    reader: Reader
    subject: Subject
    title: str
    description: str
    record: Record | None = None
    written_in: tuple[str, ...] = ()
    unreviewed: bool = False

    @property
    def template(self) -> str:
        """The name of the body's template."""
        return self.subject.template

    @property
    def folder(self) -> str:
        """The folder of the record, or a content page's name."""
        return self.subject.folder

    @property
    def key(self) -> str:
        """The record's id; empty where the page is about none."""
        return self.subject.key

    @property
    def about(self) -> Record | None:
        """The record, on its own page only."""
        return None if self.subject.listing or self.subject.below or self.number > 1 else self.record

    @property
    def number(self) -> int:
        """Which page of a long list this is, from 1."""
        return self.subject.number

    def turned(self, step: int) -> str:
        """Return the path of another page of the same list."""
        return self.subject._replace(number=self.number + step).path(self.reader)

    @cached_property
    def path(self) -> str:
        """The page's path on the site, `es/companies/name/`."""
        return self.subject.path(self.reader)

    @cached_property
    def base(self) -> str:
        """How a link from this page reaches the root of the site."""
        return "../" * self.path.count("/")

    @property
    def translated(self) -> bool:
        """Whether the page is written in its reader's language."""
        return self.reader.tag in self.written_in

    def path_for(self, reader: Reader) -> str:
        """Return the path of the same page in another language."""
        return self.subject.path(reader)

    def card(self, portal: Portal) -> str:
        """Return the path of the picture that stands for the page elsewhere: its record's in a language it is written in, else the home page's."""
        if self.record is None:
            return f"{page_path(self.reader)}card.png"
        reader = self.reader if self.translated else portal.readers.of(self.written_in[0])
        return f"{self.subject._replace(listing='', below='', number=1).path(reader)}card.png"

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
