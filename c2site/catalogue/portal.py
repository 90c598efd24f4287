"""Everything one build of a partnership's portal knows: what may be seen, by whom, where and on which day."""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import date
from functools import cached_property
from typing import Any

from c2site.catalogue.addresses import page_path, permanent_path
from c2site.catalogue.asked import ALL, NUMBER, Asked, Question, Shelf
from c2site.catalogue.chains import Standing, standing
from c2site.catalogue.changes import Changes, changes, earlier_printing
from c2site.catalogue.cooperation import Pair, pairs
from c2site.catalogue.editions import Catalogue, catalogue
from c2site.catalogue.facets import Facets, facets
from c2site.catalogue.fitting import Fitting, fitting
from c2site.catalogue.indicators import Figure, figures
from c2site.catalogue.matches import Matches, matches
from c2site.catalogue.prospects import Wanted, wanted
from c2site.catalogue.relations import Relations, relations
from c2site.catalogue.together import Package, packages
from c2site.language import Reader, Readers
from c2site.model import Edition, Profiles

# What is computed from all records at once and asked by id, the cheapest first.
COMPUTED = ("relations", "matches", "fitting")


@dataclass(frozen=True)
class Portal:
    """`profiles` hold published records only; `site_url` ends with a slash; `repo_url` is empty while unknown.

    `today` is the day the build counts as now, never the clock's. `digests` are the SHA-256 of the files that hold the
    records (folder, id), in hexadecimal digits; `trimmed` are the records that differ from their files, because what they
    point to is not public.
    """

    profiles: Profiles
    readers: Readers
    site_url: str
    today: date
    repo_url: str = ""
    files: dict[tuple[str, str], str] = field(default_factory=dict, compare=False)
    digests: Mapping[tuple[str, str], str] = field(default_factory=dict, compare=False)
    trimmed: frozenset[tuple[str, str]] = field(default=frozenset(), compare=False)
    asked: Asked = field(default_factory=Asked, compare=False, repr=False)

    def __post_init__(self) -> None:
        maps = {one: Shelf(one, self.asked, getattr(self.profiles, one)) for one in (*Profiles.folders(), "bibliography")}
        object.__setattr__(self, "profiles", replace(self.profiles, **maps))

    @cached_property
    def relations(self) -> Relations:
        """Who belongs to whom."""
        with self.asked.noting():
            found = relations(self.profiles)
        return Relations(**{one.name: Shelf(one.name, self.asked, getattr(found, one.name)) for one in fields(found)})

    @cached_property
    def matches(self) -> Matches:
        """Which offerings fit which needs; a page that asks for one record's matches is made again when these have changed."""
        with self.asked.noting():
            found = matches(self.profiles, self.today)
        return Matches(**{one.name: Shelf(one.name, self.asked, getattr(found, one.name)) for one in fields(found)})

    @cached_property
    def fitting(self) -> Fitting:
        """How offerings stand to what their markets ask for; a page that asks for one market or offering is made again when that has changed."""
        with self.asked.noting():
            found = fitting(self.profiles, self.relations, self.today)
        return Fitting(**{one.name: Shelf(one.name, self.asked, getattr(found, one.name)) for one in fields(found)})

    @cached_property
    def pairs(self) -> Callable[[], tuple[Pair, ...]]:
        """Every two clusters, with what they have in common and where they have met."""
        return self.asked.kept(lambda: pairs(self.profiles, self.relations, self.today))

    @cached_property
    def wanted(self) -> Callable[[], Wanted]:
        """Whom the partnership looks for."""
        return self.asked.kept(lambda: wanted(self.profiles, self.relations))

    @cached_property
    def figures(self) -> Callable[[], tuple[Figure, ...]]:
        """The indicators with what is counted today."""
        return self.asked.kept(lambda: figures(self.profiles, self.profiles.partnership.written_languages, self.today))

    @cached_property
    def packages(self) -> Callable[[], Mapping[str, tuple[Package, ...]]]:
        """What companies of several clusters could offer together, by value chain."""
        return self.asked.kept(lambda: packages(self.profiles, self.relations))

    @cached_property
    def facets(self) -> Facets:
        """By what offerings and companies are narrowed down; whoever shows it notes what was shown."""
        with self.asked.noting():
            return facets(self.profiles, self.relations)

    def catalogue(self, edition: Edition) -> Catalogue:
        """Return the edition's catalogue: of a published edition made once, of any other selection made now."""
        if self.profiles.editions.get(edition.id) is edition:
            return self._published(edition.id)
        return self._selected(edition)

    @cached_property
    def _published(self) -> Callable[[str], Catalogue]:
        return self.asked.kept(lambda key: self._selected(self.profiles.editions[key]))

    def _selected(self, edition: Edition) -> Catalogue:
        return catalogue(edition, self.profiles, self.relations, self.edition_reader(edition, edition.languages[0]))

    def changes(self, catalogue: Catalogue) -> Changes | None:
        """Return what is new, changed and withdrawn since the printing before; None where none is recorded."""
        since = earlier_printing(catalogue.edition, self.profiles.printings, self.profiles.renamed)
        return changes(catalogue, since, self.profiles.smes, self.profiles.withdrawn, self.profiles.renamed) if since else None

    @cached_property
    def standing(self) -> Callable[..., Standing]:
        """Who stands where in a value chain: `standing(chain id)`, or `standing(chain id, market id)`."""
        return self.asked.kept(lambda key, market=None: standing(self.profiles.value_chains[key], self.profiles, self.relations, market))

    def answer(self, question: Question) -> str:
        """Return a digest of the answer that records, and what is computed from them, give to a question now."""
        name, key = question
        shelf = getattr(self.profiles, name, None)
        if shelf is not None:
            return self._told(name, shelf, key, self._record_digest)
        computed = next(found for one in COMPUTED if hasattr(found := getattr(self, one), name))
        return self._told(name, getattr(computed, name), key, lambda _, ids: repr(ids))

    @staticmethod
    def _told(name: str, shelf: Shelf, key: str, digest: Any) -> str:
        everything = shelf.all_quietly()
        if key == NUMBER:
            return str(len(everything))
        if key == ALL:
            return hashlib.sha256("\n".join(f"{one} {digest((name, one), found)}" for one, found in everything).encode()).hexdigest()
        found = shelf.quietly(key)
        return "" if found is None else digest((name, key), found)

    def _record_digest(self, key: tuple[str, str], record: Any) -> str:
        """Return the digest of a record's file; of the record itself where it differs from its file."""
        kept = self._digests.get(key)
        if kept is None:
            own = self.digests.get(key, "") if key not in self.trimmed else ""
            kept = self._digests[key] = own or hashlib.sha256(repr(record).encode()).hexdigest()
        return kept

    @cached_property
    def _digests(self) -> dict[tuple[str, str], str]:
        return {}

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

    def permanent(self, key: str) -> str:
        """Return a record's permanent address, which belongs to no language."""
        return self.site_url + permanent_path(key)
