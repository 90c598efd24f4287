"""The kinds of record, where each lies, and which fields point from one to another."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from c2site.model.base import Record
from c2site.model.business import BusinessModel
from c2site.model.market import Edition, Market
from c2site.model.offering import Need, Offering
from c2site.model.organisation import Cluster, Sme
from c2site.model.partnership import Agreement, Event, Indicator, Partnership, Prospect, Sector, ValueChain


@dataclass(frozen=True)
class Kind:
    """`folder` lies in data/; `by_cluster` kinds lie one folder deeper, under their cluster's id.

    `references` maps a field path (dots for parts, every list and map entered) to the kinds it may point to;
    a path that ends in `*` points with the keys of a map.
    """

    name: str
    record: type[Record]
    folder: str
    by_cluster: bool = False
    references: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


KINDS: Mapping[str, Kind] = MappingProxyType(
    {
        kind.name: kind
        for kind in (
            Kind("partnership", Partnership, ".", references={
                "clusters": ("cluster",), "work_packages.lead": ("cluster",), "door_markets": ("market",),
            }),
            Kind("sector", Sector, "sectors"),
            Kind("cluster", Cluster, "clusters", references={
                "sectors": ("sector",), "cooperation_sought.sectors": ("sector",),
            }),
            Kind("sme", Sme, "smes", by_cluster=True, references={"cluster": ("cluster",), "sectors": ("sector",)}),
            Kind("offering", Offering, "offerings", by_cluster=True, references={
                "sme": ("sme",), "smes": ("sme",), "sectors": ("sector",), "markets.*": ("market",),
                "chain_stages": ("stage",), "needs_components": ("offering", "need"), "works_with": ("offering",),
            }),
            Kind("need", Need, "needs", references={
                "owner": ("sme", "cluster", "market"), "sectors": ("sector",), "markets": ("market",), "chain_stages": ("stage",),
            }),
            Kind("market", Market, "markets", references={
                "requirements.applies_to.sectors": ("sector",), "procurement.applies_to.sectors": ("sector",),
                "trade_terms.applies_to.sectors": ("sector",), "priorities.applies_to.sectors": ("sector",),
            }),
            Kind("edition", Edition, "editions", references={
                "market": ("market",), "sectors": ("sector",), "clusters": ("cluster",), "event": ("event",), "smes": ("sme",),
                "follows": ("edition",),
            }),
            Kind("event", Event, "events", references={
                "organiser": ("cluster", "sme", "partnership"), "co_organisers": ("cluster", "sme", "partnership"),
                "markets": ("market",), "smes": ("sme",), "after.agreements": ("agreement",),
            }),
            Kind("value_chain", ValueChain, "value_chains", references={"stages.sectors": ("sector",)}),
            Kind("prospect", Prospect, "prospects", references={"sectors": ("sector",), "chain_stages": ("stage",)}),
            Kind("agreement", Agreement, "agreements", references={"market": ("market",), "event": ("event",)}),
            Kind("indicator", Indicator, "indicators"),
            Kind("business_model", BusinessModel, "business_models", references={"sector": ("sector",), "market": ("market",)}),
        )
    }
)
