"""How every offering stands to what its markets ask for, for the partners alone: as a page, and as a table."""

from collections.abc import Iterator

from c2site.catalogue.fitting import judged_offerings
from c2site.catalogue.readiness import Judgement
from c2site.catalogue.titles import market_name
from c2site.model import Market, Offering
from c2site.render.citations import citation
from c2site.render.exports.csv import csv_bytes
from c2site.render.reports.sheet import Sheet

COLUMNS = ("label.market", "label.offering", "label.makers", "readiness_for.requirement", "readiness_for.papers", "readiness_for.state", "readiness_for.paper", "label.sources")
Row = tuple[str, ...]


def readiness_page(sheet: Sheet) -> str:
    """Return the offerings of each market with every requirement that applies to them, as a page."""
    return sheet.filled("readiness.html", columns=COLUMNS, offerings=list(_offerings(sheet)))


def readiness_table(sheet: Sheet) -> bytes:
    """Return the same as CSV."""
    return csv_bytes([tuple(map(sheet.reader.phrase, COLUMNS)), *(row for rows in _offerings(sheet) for row in rows)])


def _offerings(sheet: Sheet) -> Iterator[list[Row]]:
    """Yield the rows of each offering in each market that asks something of it."""
    portal = sheet.portal
    for market, offering, found in judged_offerings(portal.profiles, portal.relations, portal.today):
        if found:
            yield [_row(sheet, market, offering, one) for one in found]


def _row(sheet: Sheet, market: Market, offering: Offering, one: Judgement) -> Row:
    reader, profiles, rule = sheet.reader, sheet.portal.profiles, one.requirement
    return (
        market_name(market, reader).text,
        reader.text(offering.name).text,
        reader.listed(profiles.smes[key].name for key in offering.makers if key in profiles.smes),
        rule.acronym or rule.name or reader.text(rule.text).text,
        reader.listed(rule.evidence),
        reader.phrase(f"readiness_for.{one.state}"),
        one.paper.type if one.paper else "",
        " ".join(citation(profiles.bibliography[key], reader).text for key in rule.sources if key in profiles.bibliography),
    )
