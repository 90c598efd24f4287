"""Everything one build of a partnership's portal knows: what may be seen, by whom, where and on which day."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from c2site.catalogue.addresses import page_path
from c2site.catalogue.editions import Catalogue, catalogue
from c2site.catalogue.relations import Relations, relations
from c2site.language import Reader, Readers
from c2site.model import Edition, Profiles


@dataclass(frozen=True)
class Portal:
    """`profiles` hold published records only; `site_url` ends with a slash; `repo_url` is empty while unknown.

    `today` is the day the build counts as now, never the clock's. `digests` are the SHA-256 of the files that hold the
    records (folder, id), in hexadecimal digits.
    """

    profiles: Profiles
    readers: Readers
    site_url: str
    today: date
    repo_url: str = ""
    files: dict[tuple[str, str], str] = field(default_factory=dict, compare=False)
    digests: Mapping[tuple[str, str], str] = field(default_factory=dict, compare=False)
    _catalogues: dict[str, Catalogue] = field(default_factory=dict, compare=False, repr=False)

    @cached_property
    def relations(self) -> Relations:
        """Who belongs to whom."""
        return relations(self.profiles)

    def catalogue(self, edition: Edition) -> Catalogue:
        """Return the edition's catalogue, made once."""
        if edition.id not in self._catalogues:
            first = self.edition_reader(edition, edition.languages[0])
            self._catalogues[edition.id] = catalogue(edition, self.profiles, self.relations, first)
        return self._catalogues[edition.id]

    def edition_reader(self, edition: Edition, tag: str) -> Reader:
        """Return who reads the edition in the language `tag`."""
        return self.readers.in_market(tag, self.profiles.markets.get(edition.market or ""))

    def page_reader(self, tag: str) -> Reader:
        """Return the portal reader whose pages an edition in `tag` links to: the same language, or the default one."""
        for reader in self.readers:
            if reader.tag == tag or reader.tag.split("-")[0] == tag.split("-")[0]:
                return reader
        return self.readers.default

    def address(self, reader: Reader, folder: str = "", key: str = "") -> str:
        """Return the permanent web address of a page."""
        return self.site_url + page_path(reader, folder, key)
