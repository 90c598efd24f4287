"""The coordinator's page: what is fresh, what is missing, what expires, what nobody followed up, cluster by cluster."""

from c2site.catalogue.overview import overviews
from c2site.render.reports.prospects import rows
from c2site.render.reports.sheet import Sheet
from c2site.render.web.lookups import comma
from c2site.render.web.needing import needing

# How many offerings of each need are worth a call first.
FIRST = 3


def dashboard(sheet: Sheet) -> str:
    """Return the state of the partnership as one page that can be printed."""
    portal = sheet.portal
    profiles, relations = portal.profiles, portal.relations
    languages = profiles.partnership.written_languages
    gaps = portal.wanted().gaps
    needs = needing(portal, sheet.reader, comma(sheet.reader))
    return sheet.filled(
        "dashboard.html",
        figures=portal.figures(),
        overviews=overviews(profiles, relations, languages, portal.today),
        languages=languages,
        gaps=[stage for chain in profiles.value_chains.values() for stage in chain.stages if stage.id in gaps],
        follow_up=[(need, needs["matches_of_need"](need.id)[:FIRST]) for need in needs["open_needs"]()],
        reasons=needs["reasons"],
        pairs=[pair for pair in portal.pairs() if not pair.have_met],
        prospects=list(rows(sheet)),
    )
