"""How complete the profiles are for the buyers of each market, and what to write next, for editors alone: as a page, and as a table."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from c2site.catalogue.completeness import Key, Score, average, by_cluster
from c2site.catalogue.steps import Step, next_steps
from c2site.catalogue.titles import market_name
from c2site.render.exports.csv import csv_bytes
from c2site.render.reports.sheet import Sheet
from c2site.render.web.names import name_of

KINDS = {"clusters": "export.column.cluster", "smes": "export.column.company", "offerings": "export.column.name"}
COLUMNS = ("export.column.cluster", "export.column.kind", "export.column.id", "completeness.profile", "label.market", "label.language", "completeness.score", "completeness.lacking")
# How many steps a row of the page names.
FIRST = 4


@dataclass(frozen=True)
class Group:
    """A cluster's profiles: their score over all markets, and in each market by name."""

    cluster: str
    points: int
    markets: Sequence[tuple[str, int]]
    rows: Sequence[Mapping[str, Any]]


def completeness_page(sheet: Sheet) -> str:
    """Return the profiles of each cluster with their scores and what to write next, as a page."""
    groups = [_group(sheet, key, scores) for key, scores in _by_cluster(sheet).items()]
    return sheet.filled("completeness.html", groups=groups, markets=[_market(sheet, key) for key in sheet.portal.profiles.markets])


def completeness_table(sheet: Sheet) -> bytes:
    """Return every score as CSV, a row each, with all that is missing, what brings most first."""
    rows = (row for key, scores in _by_cluster(sheet).items() for row in _rows(sheet, key, scores))
    return csv_bytes([tuple(map(sheet.reader.phrase, COLUMNS)), *rows])


def _by_cluster(sheet: Sheet) -> dict[str, dict[Key, tuple[Score, ...]]]:
    """Return the scores of the cluster that is asked for, or of each."""
    return {key: scores for key, scores in by_cluster(sheet.portal).items() if sheet.cluster in ("", key)}


def _group(sheet: Sheet, cluster: str, scores: Mapping[Key, tuple[Score, ...]]) -> Group:
    everything = tuple(one for several in scores.values() for one in several)
    markets = [(_market(sheet, key), average(tuple(one for one in everything if one.market == key))) for key in sheet.portal.profiles.markets]
    return Group(sheet.portal.profiles.clusters[cluster].short_name, average(everything), markets, [_row(sheet, key, found) for key, found in scores.items()])


def _row(sheet: Sheet, key: Key, scores: tuple[Score, ...]) -> dict[str, Any]:
    record = getattr(sheet.portal.profiles, key[0])[key[1]]
    return {
        "name": name_of(record, sheet.reader),
        "kind": sheet.reader.phrase(KINDS[key[0]]),
        "draft": record.status == "draft",
        "markets": [[(one.language, one.points) for one in scores if one.market == market] for market in sheet.portal.profiles.markets],
        "steps": [_step(one, key) for one in next_steps(scores)[:FIRST]],
    }


def _step(one: Step, key: Key) -> dict[str, Any]:
    where = "" if one.where == key else f"{one.where[1]}: "
    return {"where": where, "field": one.field, "sought": ", ".join(one.sought), "gain": one.gain}


def _rows(sheet: Sheet, cluster: str, scores: Mapping[Key, tuple[Score, ...]]) -> Iterator[tuple[str, ...]]:
    for (folder, key), several in scores.items():
        record = getattr(sheet.portal.profiles, folder)[key]
        for one in several:
            lacking = "; ".join(_told(step, (folder, key)) for step in next_steps([one]))
            kind, name = sheet.reader.phrase(KINDS[folder]), name_of(record, sheet.reader)
            yield cluster, kind, key, name, _market(sheet, one.market), one.language, str(one.points), lacking


def _told(one: Step, key: Key) -> str:
    step = _step(one, key)
    return step["where"] + step["field"] + (f" ({step['sought']})" if step["sought"] else "")


def _market(sheet: Sheet, key: str) -> str:
    return market_name(sheet.portal.profiles.markets[key], sheet.reader).text
