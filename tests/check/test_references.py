"""References lead to one record that may be shown."""

from collections.abc import Callable

import pytest

from c2site.check.references import pointed
from c2site.model import KINDS
from c2site.model.examples import example

Told = Callable[..., list[tuple[str, str]]]
METER, EVENT = "data/offerings/blue-river/meter.yml", "data/events/expo.yml"


@pytest.mark.parametrize("kind", KINDS)
def test_every_reference_of_a_kind_leads_somewhere(kind: str) -> None:
    record = KINDS[kind].record.model_validate({**example(KINDS[kind].record), "id": "x"})
    for field in KINDS[kind].references:
        assert list(pointed(record, field.split("."))), field


def test_the_keys_of_a_map_point_too() -> None:
    record = KINDS["offering"].record.model_validate({**example(KINDS["offering"].record), "id": "x"})
    assert list(pointed(record, ["markets", "*"])) == [(("markets", "mx"), "mx")]


@pytest.mark.parametrize(
    ("path", "passage", "field"),
    [
        ("data/partnership.yml", {"clusters: [blue-river]": "clusters: [blue-river, nobody]"}, "clusters.1"),
        ("data/partnership.yml", {"lead: blue-river": "lead: nobody"}, "work_packages.0.lead"),
        ("data/partnership.yml", {"door_markets: [mx]": "door_markets: [us]"}, "door_markets.0"),
        ("data/clusters/blue-river.yml", {"sectors: [water]": "sectors: [air]"}, "sectors.0"),
        (METER, {"chain_stages:": "works_with: [meter, pump]\nchain_stages:"}, "works_with.1"),
        (METER, {"chain_stages:": "needs_components: [modem, pump]\nchain_stages:"}, "needs_components.1"),
        ("data/needs/modem.yml", {"owner: acme": "owner: nobody"}, "owner"),
        ("data/editions/mx-2026.yml", {"market: mx": "market: mx\nevent: fair"}, "event"),
        (EVENT, {"organiser: bluecities": "organiser: greencities"}, "organiser"),
        (EVENT, {"smes: [acme]": "smes: [acme]\nafter:\n  agreements: [none]"}, "after.agreements.0"),
        ("data/agreements/mou.yml", {"event: expo": "event: fair"}, "event"),
        ("data/value_chains/city-water.yml", {"      en: Decide": "      en: Decide\n    sectors: [air]"}, "stages.1.sectors.0"),
    ],
)  # fmt: skip
def test_a_dangling_reference_is_told_wherever_it_stands(
    told: Told, path: str, passage: dict[str, str], field: str
) -> None:
    assert (field, "unknown-reference") in told(change={path: passage})


def test_a_record_that_does_not_validate_is_not_said_to_be_missing(told: Told) -> None:
    found = told(change={"data/smes/blue-river/acme.yml": {"country: AT\n": ""}})
    assert found == [("owner", "left-out-dependency"), ("sme", "left-out-dependency"), ("country", "missing-field")]


def test_a_withdrawn_record_may_name_withdrawn_ones(told: Told) -> None:
    withdrawn = {"status: published": "status: withdrawn"}
    change = {
        "data/smes/blue-river/acme.yml": withdrawn,
        METER: withdrawn,
        "data/needs/modem.yml": withdrawn,
        EVENT: {"smes: [acme]\n": ""},
    }
    assert told(change=change) == []


def test_a_draft_may_rest_on_a_draft(told: Told) -> None:
    draft = {"status: published": "status: draft"}
    change = {
        "data/smes/blue-river/acme.yml": draft,
        METER: draft,
        "data/needs/modem.yml": draft,
        EVENT: {"smes: [acme]\n": ""},
    }
    assert told(change=change) == []


def test_a_published_offering_must_not_rest_on_a_draft_company(told: Told) -> None:
    change = {
        "data/smes/blue-river/acme.yml": {"status: published": "status: draft"},
        "data/needs/modem.yml": {"owner: acme": "owner: boreal"},
    }
    assert told(change=change) == [("smes.0", "draft-mention"), ("sme", "draft-dependency")]


def test_a_package_may_name_one_draft_beside_a_published_company(told: Told) -> None:
    change = {
        "data/smes/blue-river/boreal.yml": {"status: published": "status: draft"},
        METER: {"sme: acme": "sme: acme\nsmes: [boreal]"},
    }
    assert told(change=change) == [("smes.0", "draft-mention")]


def test_an_id_that_a_need_could_mean_twice_is_ambiguous(told: Told) -> None:
    cluster = (
        "status: published\nsource_language: en\nname:\n  en: Acme\nshort_name: Acme\ncountry: AT\nsectors: [water]\n"
    )
    found = told(files={"data/clusters/acme.yml": cluster})
    assert ("owner", "ambiguous-reference") in found
    assert ("", "duplicate-id") in found
    assert ("sme", "ambiguous-reference") not in found, "an offering can mean the company only"
