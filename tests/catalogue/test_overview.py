"""What each cluster has still to do, counted by hand."""

from datetime import date

import pytest

from c2site.catalogue import Portal
from c2site.catalogue.overview import Overview, overviews
from c2site.catalogue.relations import relations
from c2site.model import Cluster, Event, Offering, Profiles, Sme

TODAY = date(2027, 6, 30)
ON_EVERY = {"status": "published", "source_language": "en"}


def cluster(key: str) -> Cluster:
    return Cluster(id=key, name={"en": key, "pt": key}, short_name=key, country="PT", sectors=["ict"], summary={"en": "In English."}, **ON_EVERY)


def sme(key: str, of: str, reviewed: str | None, *papers: dict) -> Sme:
    return Sme(id=key, name=key, cluster=of, country="PT", sectors=["ict"], reviewed_on=reviewed, certificates=papers, **ON_EVERY)


@pytest.fixture(scope="module")
def found(portal: Portal) -> tuple[Overview, ...]:
    partnership = portal.profiles.partnership.model_copy(update={"id": "all", "clusters": ("a", "b")})
    papers = [{"type": "ISO 9001", "valid_until": "2027-06-29"}, {"type": "CE", "valid_until": "2027-09-28"}, {"type": "UL", "valid_until": "2027-09-29"}]
    smes = [sme("a1", "a", "2026-06-30", *papers), sme("a2", "a", "2026-06-29"), sme("b1", "b", None)]
    fields = {"name": {"en": "It", "pt": "Ele"}, "kind": "package", "summary": {"en": "It"}, "sectors": ["ict"], **ON_EVERY}
    offerings = [Offering(id="both", smes=["b1", "a1"], markets={"br": {"status": "planned"}}, **fields)]
    day = {"kind": "fair", "organiser": "a", "title": {"en": "Fair", "pt": "Feira"}, **ON_EVERY}
    events = [
        Event(id="told", start="2027-01-01", after={"participants": 3}, **day),
        Event(id="untold", start="2027-06-28", end="2027-06-29", **day),
        Event(id="today", start="2027-06-29", end="2027-06-30", **day),
        Event(id="joint", start="2027-01-01", **{**day, "organiser": "all"}),
    ]
    folders = {"clusters": [cluster("a"), cluster("b")], "smes": smes, "offerings": offerings, "events": events}
    profiles = Profiles(partnership=partnership, **{folder: {one.id: one for one in records} for folder, records in folders.items()})
    return overviews(profiles, relations(profiles), ("en", "pt"), TODAY)


def test_each_record_belongs_to_one_cluster_or_to_all(found: tuple[Overview, ...]):
    assert [(one.cluster.id if one.cluster else None, one.companies, one.offerings, one.records) for one in found] == [
        ("a", 2, 0, 6),
        ("b", 1, 1, 3),
        (None, 0, 0, 1),
    ]


def test_a_record_is_fresh_for_a_year(found: tuple[Overview, ...]):
    assert (found[0].fresh, found[0].unreviewed) == (1, 4)
    assert (found[1].fresh, found[1].unreviewed) == (0, 3)


def test_texts_that_lack_a_language_are_counted(found: tuple[Overview, ...]):
    assert found[1].missing == {"en": 0, "pt": 2}


def test_papers_are_told_ninety_days_before_they_expire(found: tuple[Overview, ...]):
    assert [(one.paper.type, one.expired) for one in found[0].expiries] == [("ISO 9001", True), ("CE", False)]


def test_what_nobody_followed_up_is_told(found: tuple[Overview, ...]):
    assert [(what, one.id) for what, _, one in found[0].waiting] == [("outcome", "untold")]
    assert [(what, one.id) for what, _, one in found[1].waiting] == [("planned", "both")]
    assert [(what, one.id) for what, _, one in found[2].waiting] == [("outcome", "joint")]
