"""The coordinator's page: what is fresh, what is missing, what expires, what nobody followed up, cluster by cluster."""

from c2site.catalogue.cooperation import pairs
from c2site.catalogue.indicators import figures
from c2site.catalogue.overview import overviews
from c2site.catalogue.prospects import gaps_of
from c2site.render.reports.prospects import rows
from c2site.render.reports.sheet import Sheet


def dashboard(sheet: Sheet) -> str:
    """Return the state of the partnership as one page that can be printed."""
    portal = sheet.portal
    profiles, relations = portal.profiles, portal.relations
    languages = [one.tag for one in profiles.partnership.languages if not one.derived_from]
    gaps = gaps_of(profiles, relations)
    return sheet.filled(
        "dashboard.html",
        figures=figures(profiles, languages, portal.today),
        overviews=overviews(profiles, relations, languages, portal.today),
        languages=languages,
        gaps=[stage for chain in profiles.value_chains.values() for stage in chain.stages if stage.id in gaps],
        pairs=[pair for pair in pairs(profiles, relations) if not pair.have_met],
        prospects=list(rows(sheet)),
    )
