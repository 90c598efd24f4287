"""Who belongs to whom: the cross-references of the profiles, followed backwards once."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from c2site.catalogue.codes import filed_under
from c2site.model import Event, Offering, Profiles, Sme


@dataclass(frozen=True)
class Relations:
    """Ids by id, each list in the order of ids: companies of a cluster, offerings of a company, and so on.

    `stages` maps a stage's id to (value chain id, position from 0).
    """

    smes_of_cluster: Mapping[str, tuple[str, ...]]
    smes_in_sector: Mapping[str, tuple[str, ...]]
    clusters_in_sector: Mapping[str, tuple[str, ...]]
    offerings_of_sme: Mapping[str, tuple[str, ...]]
    offerings_of_cluster: Mapping[str, tuple[str, ...]]
    offerings_in_sector: Mapping[str, tuple[str, ...]]
    offerings_in_market: Mapping[str, tuple[str, ...]]
    offerings_at_stage: Mapping[str, tuple[str, ...]]
    offerings_with_code: Mapping[str, tuple[str, ...]]
    editions_of_market: Mapping[str, tuple[str, ...]]
    events_in_market: Mapping[str, tuple[str, ...]]
    events_of_organiser: Mapping[str, tuple[str, ...]]
    events_of_sme: Mapping[str, tuple[str, ...]]
    editions_of_event: Mapping[str, tuple[str, ...]]
    agreements_of_event: Mapping[str, tuple[str, ...]]
    agreements_in_market: Mapping[str, tuple[str, ...]]
    needs_of_owner: Mapping[str, tuple[str, ...]]
    stages: Mapping[str, tuple[str, int]]


def relations(profiles: Profiles) -> Relations:
    """Return the backward references of published profiles."""
    smes, offerings, events = profiles.smes, profiles.offerings, profiles.events
    return Relations(
        smes_of_cluster=_backwards(smes.values(), lambda one: (one.cluster,)),
        smes_in_sector=_backwards(smes.values(), lambda one: one.sectors),
        clusters_in_sector=_backwards(profiles.clusters.values(), lambda one: one.sectors),
        offerings_of_sme=_backwards(offerings.values(), lambda one: one.makers),
        offerings_of_cluster=_backwards(offerings.values(), lambda one: clusters_of(one, smes)),
        offerings_in_sector=_backwards(offerings.values(), lambda one: one.sectors),
        offerings_in_market=_backwards(offerings.values(), sold_in),
        offerings_at_stage=_backwards(offerings.values(), lambda one: one.chain_stages),
        offerings_with_code=_backwards(offerings.values(), filed_under),
        editions_of_market=_backwards(profiles.editions.values(), lambda one: (one.market,) if one.market else ()),
        events_in_market=_backwards(events.values(), lambda one: one.markets),
        events_of_organiser=_backwards(events.values(), organisers_of),
        events_of_sme=_backwards(events.values(), lambda one: one.smes),
        editions_of_event=_backwards(profiles.editions.values(), lambda one: (one.event,) if one.event else ()),
        agreements_of_event=_backwards(profiles.agreements.values(), lambda one: (one.event,) if one.event else ()),
        agreements_in_market=_backwards(profiles.agreements.values(), lambda one: (one.market,) if one.market else ()),
        needs_of_owner=_backwards((one for one in profiles.needs.values() if one.visibility == "public"), lambda one: (one.owner,)),
        stages={stage.id: (chain.id, place) for chain in profiles.value_chains.values() for place, stage in enumerate(chain.stages)},
    )


def _backwards(records: Iterable, targets) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, list[str]] = defaultdict(list)
    for record in records:
        for target in dict.fromkeys(targets(record)):
            found[target].append(record.id)
    return {target: tuple(ids) for target, ids in found.items()}


def clusters_of(offering: Offering, smes: Mapping[str, Sme]) -> tuple[str, ...]:
    """Return the ids of the clusters behind an offering, each once, the lead's first."""
    return tuple(dict.fromkeys(smes[maker].cluster for maker in offering.makers if maker in smes))


def sold_in(offering: Offering) -> tuple[str, ...]:
    """Return the ids of the markets for which somebody states how the offering stands there."""
    return tuple(market for market, stand in offering.markets.items() if stand.status != "not-offered")


def organisers_of(event: Event) -> tuple[str, ...]:
    """Return the ids of who organises an event, the main one first."""
    return (event.organiser, *event.co_organisers)
