"""Reports for the partners: single files that stand outside the site and hold what it never shows."""

from c2site.render.reports.completeness import completeness_page, completeness_table
from c2site.render.reports.dashboard import dashboard
from c2site.render.reports.prospects import prospects_page, prospects_table
from c2site.render.reports.readiness import readiness_page, readiness_table

__all__ = ["completeness_page", "completeness_table", "dashboard", "prospects_page", "prospects_table", "readiness_page", "readiness_table"]
