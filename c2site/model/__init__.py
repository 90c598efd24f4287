"""What the partnership is: frozen records that refuse fields they do not know."""

from c2site.model.audit import Audit
from c2site.model.base import Part, Record, Statement, Text
from c2site.model.business import BusinessModel
from c2site.model.completeness import Completeness
from c2site.model.kinds import KINDS, Kind
from c2site.model.mapping import MappedColumn, Mapping, plain_header
from c2site.model.market import Edition, Fact, Market
from c2site.model.matching import Matching
from c2site.model.offering import Need, Offering
from c2site.model.organisation import Certificate, Cluster, Sme
from c2site.model.partnership import Agreement, Event, Indicator, Partnership, Prospect, Sector, ValueChain
from c2site.model.printing import PrintedEntry, Printing
from c2site.model.profiles import Profiles
from c2site.model.source import Source
from c2site.model.withdrawn import Withdrawal, Withdrawn, latest_ids

__all__ = [
    "KINDS", "Agreement", "Audit", "BusinessModel", "Certificate", "Cluster", "Completeness", "Edition", "Event", "Fact", "Indicator", "Kind", "MappedColumn", "Mapping", "Market",
    "Matching", "Need",
    "Offering", "Part", "Partnership", "PrintedEntry", "Printing", "Profiles", "Prospect", "Record", "Sector", "Sme", "Source", "Statement", "Text",
    "ValueChain", "Withdrawal", "Withdrawn", "latest_ids", "plain_header",
]
