"""Which clusters have what in common, and who has never met: a small partnership, counted by hand."""

from datetime import date

import pytest

from c2site.catalogue import Portal, relations
from c2site.catalogue.cooperation import Pair, pairs
from c2site.model import Agreement, Cluster, Event, Offering, Profiles, Sme

TODAY = date(2027, 6, 30)
ON_EVERY = {"status": "published", "source_language": "en"}


def cluster(key: str, *sectors: str, languages: tuple[str, ...] = ()) -> Cluster:
    return Cluster(id=key, name={"en": f"The {key}"}, short_name=key.title(), country="PT", sectors=sectors, languages=languages, **ON_EVERY)


def sme(key: str, of: str, **fields) -> Sme:
    return Sme(id=key, name=key, cluster=of, country="PT", sectors=["ict"], **fields, **ON_EVERY)


def offering(key: str, by: str, *markets: str) -> Offering:
    status = {market: {"status": "selling"} for market in markets}
    return Offering(id=key, name={"en": key}, kind="product", sme=by, summary={"en": key}, sectors=["ict"], markets=status, **ON_EVERY)


def event(key: str, kind: str, organiser: str, *smes: str) -> Event:
    return Event(id=key, title={"en": key}, kind=kind, organiser=organiser, smes=smes, **ON_EVERY)


@pytest.fixture(scope="module")
def profiles(portal: Portal) -> Profiles:
    partnership = portal.profiles.partnership.model_copy(update={"id": "all", "clusters": ("a", "b", "c")})
    clusters = [cluster("a", "ict", languages=("pt",)), cluster("b", "ict", "water"), cluster("c", "water")]
    smes = [
        sme("a1", "a", certificates=[{"type": "ISO 9001"}], languages=["en"]),
        sme("b1", "b", certificates=[{"type": "ISO 9001"}], languages=["en", "pt"]),
        sme("c1", "c", languages=["en"]),
    ]
    offerings = [offering("oa", "a1", "br", "jp"), offering("ob", "b1", "jp"), offering("oc", "c1", "br")]
    events = [event("met", "b2b", "a", "b1"), event("start", "milestone", "all"), event("heard", "webinar", "a", "c1")]
    papers = [Agreement(id="signed", kind="memorandum", parties=["THE B", "C", "Somebody"], **ON_EVERY)]
    folders = {"clusters": clusters, "smes": smes, "offerings": offerings, "events": events, "agreements": papers}
    return Profiles(partnership=partnership, **{folder: {one.id: one for one in records} for folder, records in folders.items()})


def test_pairs_that_never_met_come_first_with_what_they_share(profiles: Profiles):
    found = pairs(profiles, relations(profiles), TODAY)
    assert found == (
        Pair("a", "c", ("ict",), ("br",), (), ("en",), (), (), ()),
        Pair("a", "b", ("ict",), ("jp",), ("ISO 9001",), ("en", "pt"), ("met",), (), ()),
        Pair("b", "c", ("ict", "water"), (), (), ("en",), (), (), ("signed",)),
    )
    assert [one.have_met for one in found] == [False, True, True]


def test_what_the_partnership_organises_brings_all_its_clusters_together(profiles: Profiles):
    meeting = event("kick-off", "meeting", "all")
    together = Profiles(**{**vars(profiles), "events": {meeting.id: meeting}})
    assert all(one.events == ("kick-off",) for one in pairs(together, relations(together), TODAY))


@pytest.mark.parametrize(("start", "held"), [("2027-06-30", True), ("2027-07-01", False), (None, True)])
def test_clusters_have_met_from_the_day_of_the_event_on(profiles: Profiles, start: str | None, held: bool):
    meeting = Event(id="day", title={"en": "Day"}, kind="b2b", organiser="all", start=start, **ON_EVERY)
    found = pairs(known := Profiles(**{**vars(profiles), "events": {"day": meeting}, "agreements": {}}), relations(known), TODAY)
    assert all((one.events, one.coming) == ((("day",), ()) if held else ((), ("day",))) for one in found)
