"""What indicators count, each case counted by hand."""

from dataclasses import replace
from datetime import date

import pytest

from c2site.catalogue import Portal
from c2site.catalogue.indicators import figures
from c2site.model import Event, Indicator, Profiles, Sme
from c2site.model.formula import formula

TODAY = date(2027, 6, 30)


def event(key: str, kind: str, meetings: int | None = None, smes: tuple[str, ...] = ()) -> Event:
    after = {"b2b_meetings": meetings} if meetings is not None else None
    return Event(id=key, status="published", source_language="en", title={"en": key}, kind=kind, organiser="one", smes=smes, after=after)


def sme(key: str, reviewed: str | None, name: dict[str, str] | None = None) -> Sme:
    fields = {"id": key, "status": "published", "source_language": "en", "name": key, "cluster": "one", "country": "PT", "sectors": ["ict"]}
    return Sme(**fields, reviewed_on=reviewed, summary=name)


@pytest.fixture(scope="module")
def profiles(portal: Portal) -> Profiles:
    events = [event("a", "mission", 4, ("x", "y")), event("b", "mission", None, ("y",)), event("c", "fair", 3)]
    smes = [sme("x", "2027-06-30", {"en": "x", "pt": "x"}), sme("y", "2026-06-30", {"en": "y"}), sme("z", "2026-06-29")]
    return Profiles(partnership=portal.profiles.partnership, events={one.id: one for one in events}, smes={one.id: one for one in smes})


@pytest.mark.parametrize(
    ("written", "actual"),
    [
        ("count(events)", 3),
        ("count(events where kind is mission)", 2),
        ("count(events where after.b2b_meetings is stated)", 2),
        ("sum(events.after.b2b_meetings)", 7),
        ("sum(events.after.b2b_meetings where kind is fair)", 3),
        ("sum(events.after.c2c_meetings)", None),
        ("distinct(events.smes)", 2),
        ("share(smes where reviewed_on within 365 days)", 66),
        ("share(needs where reviewed_on within 365 days)", None),
        ("translated(smes)", 75),
        ("count(agreements)", 0),
    ],
)
def test_a_figure_is_counted_as_a_person_counts_it(profiles: Profiles, written: str, actual: int | None):
    one = Indicator(id="it", status="published", source_language="en", name={"en": "It"}, unit="things", formula=written, target=3)
    (figure,) = figures(replace(profiles, indicators={"it": one}), ("en", "pt"), TODAY)
    assert figure.actual == actual
    assert figure.reached is (None if actual is None else actual >= 3)


@pytest.mark.parametrize("wrong", ["", "count", "count()", "sum(events)", "count(smes.name)", "share(smes)", "translated(smes where name is x)", "count(smes) + 1"])
def test_what_is_no_formula_is_none(wrong: str):
    assert formula(wrong) is None
