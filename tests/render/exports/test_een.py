"""Offerings and needs as partnering profiles of the Enterprise Europe Network."""

import json
from collections.abc import Iterator
from typing import Any

import pytest

from c2site.render.exports import een_file, een_needs
from tests.render.exports.portals import HOSTILE, small_portal, world_portal


def small(tag: str = "en", **changes: dict) -> dict[str, Any]:
    portal = small_portal(**changes)
    return json.loads(een_file(portal, portal.catalogue(portal.profiles.editions["br-2026"]), tag))


def world_files() -> Iterator[tuple[str, bytes]]:
    portal = world_portal()
    for edition in portal.profiles.editions.values():
        for tag in edition.languages:
            yield edition.id, een_file(portal, portal.catalogue(edition), tag)


def needs() -> dict[str, dict[str, Any]]:
    portal = world_portal()
    return {one["reference"]: one for one in json.loads(een_needs(portal, portal.readers.default))["profiles"]}


def test_profiles_are_the_editions_entries():
    portal = world_portal()
    for edition, file in world_files():
        entries = portal.catalogue(portal.profiles.editions[edition]).entries
        assert [(one["number"], one["reference"]) for one in json.loads(file)["profiles"]] == [(one.number, one.offering.id) for one in entries]


def test_golden_profile_of_a_small_offering():
    assert small("ar")["profiles"] == [
        {
            "type": "business-offer",
            "reference": "gauge",
            "number": 1,
            "address": "https://quay.example/id/gauge/",
            "title": {"text": "Gauge", "lang": "en"},
            "summary": {"text": "يقرأ المد.", "lang": "ar"},
            "partnership_considered": {"status": "selling"},
            "countries": ["BR"],
            "keywords": [{"text": "المياه", "lang": "ar"}],
            "codes": {"hs": ["902610"]},
            "clients": [
                {"id": "tide", "name": "=Tide & <Sons>", "address": "https://quay.example/id/tide/", "country": "PT", "website": "https://tide.example/"}
            ],
        }
    ]


def test_technology_is_a_technology_offer():
    assert small(offering={"kind": "technology"})["profiles"][0]["type"] == "technology-offer"


def test_owner_of_an_anonymous_need_is_nowhere_in_the_files():
    portal = world_portal()
    hidden = portal.profiles.smes["cafe-angstrom"]
    for reader in portal.readers:
        text = een_needs(portal, reader).decode()
        assert hidden.id not in text and hidden.name not in text
    assert "clients" not in needs()["need-quiet-pumps"]
    assert [one["id"] for one in needs()["need-sockets"]["clients"]] == ["onda-mansa"]


def test_need_says_whom_it_seeks_and_until_when():
    found = needs()["need-sockets"]
    assert found["type"] == "business-request"
    assert found["partner_sought"]["countries"] == ["BR", "PT"]
    assert found["dissemination"] == {"from": "2026-03-01", "until": "2030-12-31", "deadline": "2027-12-31"}


def test_invented_partnership_says_so():
    for _, file in world_files():
        assert json.loads(file)["partnership"]["notice"]["text"]


def test_same_catalogue_gives_the_same_bytes():
    assert list(world_files()) == list(world_files())


@pytest.mark.parametrize("value", HOSTILE)
def test_hostile_values_are_read_back_as_written(value: str):
    profile = small(sme={"name": value}, offering={"summary": {"en": value}})["profiles"][0]
    assert profile["summary"]["text"] == value.strip()
    assert profile["clients"][0]["name"] == value.strip()
