"""Possible partners with their state, for the partners alone: as a page, and as a table."""

from collections.abc import Iterator

from c2site.catalogue.prospects import Candidate, candidates
from c2site.render.exports.csv import csv_bytes
from c2site.render.reports.sheet import Sheet
from c2site.render.web.names import stage_words

COLUMNS = ("organisation", "country", "kind", "state", "gaps", "countries", "ties", "website")


def prospects_page(sheet: Sheet) -> str:
    """Return the prospects that are still open, those first that would bring most, as a page."""
    return sheet.filled("prospects.html", rows=list(rows(sheet)))


def prospects_table(sheet: Sheet) -> bytes:
    """Return the same as CSV."""
    headers = tuple(sheet.reader.phrase(f"report.column.{name}") for name in COLUMNS)
    return csv_bytes([headers, *(tuple(row[name] for name in COLUMNS) for row in rows(sheet))])


def rows(sheet: Sheet) -> Iterator[dict[str, str]]:
    """Yield each candidate in the reader's words."""
    for one in candidates(sheet.portal.profiles, sheet.portal.relations):
        yield _row(sheet, one)


def _row(sheet: Sheet, one: Candidate) -> dict[str, str]:
    reader, prospect = sheet.reader, one.prospect
    return {
        "organisation": prospect.organisation,
        "country": reader.country(prospect.country) if prospect.country else "",
        "kind": reader.phrase(f"report.prospect.{prospect.kind}"),
        "state": reader.phrase(f"report.state.{prospect.state}"),
        "gaps": reader.listed(stage_words(sheet.portal, reader, key).text for key in one.gaps),
        "countries": reader.listed(map(reader.country, one.countries)),
        "ties": reader.listed(_tie(sheet, key) for key in one.ties),
        "website": prospect.website or "",
    }


def _tie(sheet: Sheet, key: str) -> str:
    """Return the cluster's short name, or what was signed."""
    profiles = sheet.portal.profiles
    if key in profiles.clusters:
        return profiles.clusters[key].short_name
    paper = profiles.agreements[key]
    return sheet.reader.text(paper.title).text or paper.kind
