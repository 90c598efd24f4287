"""A catalogue: an edition's records selected, ordered and numbered once, for every medium and language alike."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from c2site.catalogue.relations import Relations, clusters_of
from c2site.language import Reader
from c2site.model import Cluster, Edition, Market, Offering, Profiles, Sme
from c2site.model.base import Identifier

UNSTATED = "unstated"
NOT_IN_CHAIN = 1_000


class Selection(Edition):
    """A catalogue that nobody has published. `offerings` are named singly; `card` asks for the line card of its one company."""

    offerings: tuple[Identifier, ...] = ()
    card: bool = False


@dataclass(frozen=True)
class Entry:
    """One numbered line of the catalogue: `status` is how the offering stands in the market, or `unstated`."""

    number: int
    offering: Offering
    status: str


@dataclass(frozen=True)
class Sheet:
    """A company with its entries."""

    sme: Sme
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class Chapter:
    """A cluster with the sheets of its companies, and its members of whom only the name is documented."""

    cluster: Cluster
    sheets: tuple[Sheet, ...]
    others: tuple[Sme, ...]


@dataclass(frozen=True)
class Catalogue:
    """What a buyer receives. Numbers are the same in every language; only `reader`'s words differ."""

    edition: Edition
    market: Market | None
    chapters: tuple[Chapter, ...]

    @property
    def id(self) -> str:
        """The edition's id."""
        return self.edition.id

    @cached_property
    def sheets(self) -> tuple[Sheet, ...]:
        """All sheets in order."""
        return tuple(sheet for chapter in self.chapters for sheet in chapter.sheets)

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """All entries in the order of their numbers."""
        return tuple(entry for sheet in self.sheets for entry in sheet.entries)

    @property
    def empty(self) -> bool:
        """Whether there is nothing to show."""
        return not self.entries

    @cached_property
    def named_only(self) -> tuple[Sme, ...]:
        """Members of the clusters in this catalogue that have no part in any entry."""
        makers = {maker for entry in self.entries for maker in entry.offering.makers}
        return tuple(sme for chapter in self.chapters for sme in chapter.others if sme.id not in makers)

    def by_company(self, reader: Reader) -> list[tuple[Sme, tuple[int, ...]]]:
        """Return companies with the numbers of their entries, sorted for the reader; packages count for every maker."""
        numbers: dict[str, list[int]] = defaultdict(list)
        for entry in self.entries:
            for maker in entry.offering.makers:
                numbers[maker].append(entry.number)
        known = {sheet.sme.id: sheet.sme for sheet in self.sheets}
        known |= {sme.id: sme for chapter in self.chapters for sme in chapter.others if sme.id in numbers}
        rows = [(known[key], tuple(found)) for key, found in numbers.items() if key in known]
        return sorted(rows, key=lambda row: reader.sort_key(row[0].name))

    def by_sector(self) -> dict[str, tuple[Entry, ...]]:
        """Return entries by sector id."""
        found: dict[str, list[Entry]] = defaultdict(list)
        for entry in self.entries:
            for sector in entry.offering.sectors:
                found[sector].append(entry)
        return {sector: tuple(entries) for sector, entries in found.items()}


def catalogue(edition: Edition, profiles: Profiles, relations: Relations, reader: Reader) -> Catalogue:
    """Return the edition's catalogue. `reader` is the edition's first reader and settles the order of names."""
    chosen = {one.id: one for one in profiles.offerings.values() if _chosen(one, edition, profiles)}
    position = {stage: place for stage, (_, place) in relations.stages.items()}
    order = _Order(edition, reader, position)
    market = profiles.markets.get(edition.market or "")
    numbers = iter(range(1, len(chosen) + 1))
    chapters = tuple(_chapter(profiles.clusters[key], chosen, profiles, relations, order, numbers) for key in _clusters(edition, profiles))
    return Catalogue(edition, market, tuple(one for one in chapters if one.sheets or one.others or _stands_alone(edition, one.cluster)))


def _stands_alone(edition: Edition, cluster: Cluster) -> bool:
    """Return whether a cluster of which no company is named has a chapter: not where the edition is a narrower selection."""
    return not (edition.smes or edition.event) and (not edition.sectors or bool(set(edition.sectors) & set(cluster.sectors)))


@dataclass(frozen=True)
class _Order:
    edition: Edition
    reader: Reader
    position: Mapping[str, int]

    def of_offering(self, one: Offering) -> tuple:
        name = self.reader.sort_key(self.reader.text(one.name).text)
        return (self._place(one), name, one.id) if self.edition.order == "chain" else (name, one.id)

    def of_sme(self, one: Sme, offerings: list[Offering]) -> tuple:
        name = self.reader.sort_key(one.name)
        first = min((self._place(offering) for offering in offerings), default=NOT_IN_CHAIN)
        return (first, name, one.id) if self.edition.order == "chain" else (name, one.id)

    def _place(self, one: Offering) -> int:
        return min((self.position[stage] for stage in one.chain_stages if stage in self.position), default=NOT_IN_CHAIN)

    def status(self, one: Offering) -> str:
        stand = one.markets.get(self.edition.market or "")
        return stand.status if stand else UNSTATED


def _chosen(one: Offering, edition: Edition, profiles: Profiles) -> bool:
    if edition.market:
        stand = one.markets.get(edition.market)
        if stand is None and edition.unstated == "leave-out":
            return False
        if stand is not None and stand.status == "not-offered":
            return False
    if edition.sectors and not set(edition.sectors) & set(one.sectors):
        return False
    if edition.clusters and not set(edition.clusters) & set(clusters_of(one, profiles.smes)):
        return False
    if _names(edition) and not _names(edition) & {one.id, *one.makers}:
        return False
    return not edition.event or bool(set(_guests(edition, profiles)) & set(one.makers))


def _names(edition: Edition) -> set[str]:
    """Return the companies and offerings that the edition names one by one."""
    return {*edition.smes, *(edition.offerings if isinstance(edition, Selection) else ())}


def _guests(edition: Edition, profiles: Profiles) -> tuple[str, ...]:
    event = profiles.events.get(edition.event or "")
    return event.smes if event else ()


def _clusters(edition: Edition, profiles: Profiles) -> list[str]:
    """Return the clusters in the partners' order, others after them."""
    keys = dict.fromkeys((*profiles.partnership.clusters, *profiles.clusters))
    return [key for key in keys if key in profiles.clusters and (not edition.clusters or key in edition.clusters)]


def _chapter(
    cluster: Cluster, chosen: Mapping[str, Offering], profiles: Profiles, relations: Relations, order: _Order, numbers: Iterator[int]
) -> Chapter:
    by_sme: dict[str, list[Offering]] = {}
    for key in relations.smes_of_cluster.get(cluster.id, ()):
        led = [chosen[one] for one in relations.offerings_of_sme.get(key, ()) if one in chosen and chosen[one].makers[0] == key]
        by_sme[key] = sorted(led, key=order.of_offering)
    smes = sorted((profiles.smes[key] for key in by_sme), key=lambda one: order.of_sme(one, by_sme[one.id]))
    sheets = tuple(
        Sheet(one, tuple(Entry(next(numbers), offering, order.status(offering)) for offering in by_sme[one.id])) for one in smes if by_sme[one.id]
    )
    others = tuple(one for one in smes if not by_sme[one.id] and _member_of(order.edition, one, profiles))
    return Chapter(cluster, sheets, others)


def _member_of(edition: Edition, one: Sme, profiles: Profiles) -> bool:
    """Return whether a company without an entry is named: only where the edition is not a narrower selection."""
    if _names(edition) and one.id not in edition.smes:
        return False
    if edition.event and one.id not in _guests(edition, profiles):
        return False
    return not edition.sectors or bool(set(edition.sectors) & set(one.sectors))
