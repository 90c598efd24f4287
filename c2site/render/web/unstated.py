"""What no source states of a record, told in one line instead of many empty ones."""

from collections.abc import Mapping

from c2site.model import Cluster, Event, Offering, Record, Sme

# The facts a buyer looks for: the phrase that names each, and the field that holds it.
EXPECTED: Mapping[type[Record], Mapping[str, str]] = {
    Offering: {"readiness": "readiness", "codes": "codes", "certificates": "certificates", "delivery": "delivery"},
    Sme: {"founded": "founded", "employees": "employees", "turnover": "turnover", "certificates": "certificates", "languages": "languages", "website": "website"},
    Cluster: {"address": "address", "founded": "founded", "members": "members", "languages": "languages", "website": "website"},
    Event: {"place": "place", "languages": "languages"},
}


def unstated(one: Record) -> list[str]:
    """Return the names of the facts that are expected of such a record and missing, as phrases under `label` know them."""
    return [label for label, field in EXPECTED.get(type(one), {}).items() if not getattr(one, field)]
