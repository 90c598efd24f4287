"""Everything a partnership has written down, by kind and id."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from typing import Self

from c2site.model.audit import Audit
from c2site.model.base import Record
from c2site.model.business import BusinessModel
from c2site.model.completeness import Completeness
from c2site.model.market import Edition, Market
from c2site.model.matching import Matching
from c2site.model.offering import Need, Offering
from c2site.model.organisation import Cluster, Sme
from c2site.model.partnership import Agreement, Event, Indicator, Partnership, Prospect, Sector, ValueChain
from c2site.model.printing import Printing
from c2site.model.source import Source


@dataclass(frozen=True)
class Profiles:
    """All records of one partnership. The maps are named for their kinds' folders and sorted by id.

    `withdrawn` names, as (folder, id), records the public once saw and shall see no more; `renamed` maps former ids of others, as
    (folder, id), to those they have now. `audit` is what the
    last audit of the portal found, None where there was none. `matching` says how much each reason of a match counts, `completeness` how much each thing that buyers ask a profile.
    `printings` are the recorded printings of editions.
    """

    partnership: Partnership
    sectors: Mapping[str, Sector] = field(default_factory=dict)
    clusters: Mapping[str, Cluster] = field(default_factory=dict)
    smes: Mapping[str, Sme] = field(default_factory=dict)
    offerings: Mapping[str, Offering] = field(default_factory=dict)
    needs: Mapping[str, Need] = field(default_factory=dict)
    markets: Mapping[str, Market] = field(default_factory=dict)
    editions: Mapping[str, Edition] = field(default_factory=dict)
    events: Mapping[str, Event] = field(default_factory=dict)
    value_chains: Mapping[str, ValueChain] = field(default_factory=dict)
    prospects: Mapping[str, Prospect] = field(default_factory=dict)
    agreements: Mapping[str, Agreement] = field(default_factory=dict)
    indicators: Mapping[str, Indicator] = field(default_factory=dict)
    business_models: Mapping[str, BusinessModel] = field(default_factory=dict)
    bibliography: Mapping[str, Source] = field(default_factory=dict)
    withdrawn: frozenset[tuple[str, str]] = frozenset()
    renamed: Mapping[tuple[str, str], str] = field(default_factory=dict)
    audit: Audit | None = None
    matching: Matching = field(default_factory=Matching)
    completeness: Completeness = field(default_factory=Completeness)
    printings: tuple[Printing, ...] = ()

    @classmethod
    def folders(cls) -> tuple[str, ...]:
        """Return the names of the record maps."""
        return tuple(one.name for one in fields(cls) if one.name not in ("partnership", "bibliography", "withdrawn", "renamed", "audit", "matching", "completeness", "printings"))

    def former_ids(self, folder: str) -> frozenset[str]:
        """Return the ids that records of a folder had once and have no longer."""
        return frozenset(key for place, key in self.renamed if place == folder)

    def records(self) -> Iterator[tuple[str, Record]]:
        """Yield (folder, record) for every record but the partnership."""
        for folder in self.folders():
            for record in getattr(self, folder).values():
                yield folder, record

    def without(self, left_out: set[tuple[str, str]]) -> Self:
        """Return the profiles without the records named as (folder, id)."""
        kept = {
            folder: {key: one for key, one in getattr(self, folder).items() if (folder, key) not in left_out}
            for folder in {folder for folder, _ in left_out}
        }
        return replace(self, **kept) if kept else self
