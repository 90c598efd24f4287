"""Which records may be seen at all."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from c2site.model import Profiles, Record


def published(profiles: Profiles, today: date, left_out: Iterable[tuple[str, str]] = (), drafts: bool = False) -> Profiles:
    """Return what the public may see on `today`: published, valid, public, and resting only on records that are.

    `left_out` names records (folder, id) that have errors; `drafts` lets drafts through (for previews).
    """
    hidden = set(left_out)
    hidden |= {(folder, one.id) for folder, one in profiles.records() if not _visible(one, folder, today, drafts)}
    seen = profiles.without(hidden)
    while True:
        dependent = {(folder, one.id) for folder, one in seen.records() if not _stands(one, folder, seen)}
        if not dependent:
            return _trimmed(seen)
        seen = seen.without(dependent)


def _visible(record: Record, folder: str, today: date, drafts: bool) -> bool:
    shown = record.status == "published" or (drafts and record.status == "draft")
    current = not (record.valid_until and record.valid_until < today) and not (record.valid_from and record.valid_from > today)
    to_all = record.visibility == "public" or (folder == "needs" and record.visibility == "anonymous")
    return shown and current and to_all


def _stands(record: Record, folder: str, seen: Profiles) -> bool:
    """Return whether what the record cannot do without is there."""
    if folder == "smes":
        return record.cluster in seen.clusters
    if folder == "offerings":
        return any(maker in seen.smes for maker in record.makers)
    if folder == "editions":
        return not record.market or record.market in seen.markets
    return True


def _trimmed(seen: Profiles) -> Profiles:
    """Return the profiles with references to records nobody may see taken out."""
    smes, markets, sectors, others = set(seen.smes), set(seen.markets), set(seen.sectors), set(seen.offerings)
    partnership = seen.partnership.model_copy(
        update={
            "clusters": tuple(one for one in seen.partnership.clusters if one in seen.clusters),
            "door_markets": tuple(one for one in seen.partnership.door_markets if one in markets),
        }
    )
    offerings = {key: _trimmed_offering(one, smes, markets, sectors, others) for key, one in seen.offerings.items()}
    events = {
        key: one.model_copy(
            update={"smes": tuple(sme for sme in one.smes if sme in smes), "markets": tuple(m for m in one.markets if m in markets)}
        )
        for key, one in seen.events.items()
    }
    return replace(seen, partnership=partnership, offerings=offerings, events=events)


def _trimmed_offering(one: Record, smes: set[str], markets: set[str], sectors: set[str], offerings: set[str]) -> Record:
    makers_seen = all(maker in smes for maker in one.makers)
    markets_seen = all(market in markets for market in one.markets)
    others = (*one.works_with, *one.needs_components)
    if makers_seen and markets_seen and all(other in offerings for other in others) and all(s in sectors for s in one.sectors):
        return one
    return one.model_copy(
        update={
            "sme": one.sme if one.sme in smes else None,
            "smes": tuple(sme for sme in one.smes if sme in smes),
            "markets": {market: stand for market, stand in one.markets.items() if market in markets},
            "sectors": tuple(sector for sector in one.sectors if sector in sectors),
            "works_with": tuple(other for other in one.works_with if other in offerings),
            "needs_components": tuple(other for other in one.needs_components if other in offerings),
        }
    )
