"""What pages say to machines: schema.org descriptions of records, as JSON-LD."""

from c2site.render.jsonld.events import event_ld
from c2site.render.jsonld.node import Node, script
from c2site.render.jsonld.offers import catalogue_ld, offering_ld
from c2site.render.jsonld.organisations import cluster_ld, partnership_ld, sme_ld
from c2site.render.jsonld.pages import breadcrumb_ld, page_ld

__all__ = [
    "Node", "breadcrumb_ld", "catalogue_ld", "cluster_ld", "event_ld", "offering_ld", "page_ld", "partnership_ld",
    "script", "sme_ld",
]  # fmt: skip
