"""What pages say to machines."""

import json
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from c2site.catalogue import Portal
from c2site.model.partnership import AgendaItem
from c2site.render.jsonld import (
    breadcrumb_ld,
    catalogue_ld,
    cluster_ld,
    event_ld,
    offering_ld,
    page_ld,
    partnership_ld,
    script,
    sme_ld,
)
from tests.render.exports.portals import HOSTILE, SITE, small_portal, world_portal

ANY_TEXT = st.text(st.sampled_from('<>/!-scriptSCRIPT&\u2028\u2029"\\]') | st.characters(exclude_categories=["Cs"]))
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | ANY_TEXT,
    lambda inner: st.lists(inner) | st.dictionaries(ANY_TEXT, inner),
    max_leaves=20,
)


def small_ld(kind: str, tag: str = "en", **changes: dict) -> dict[str, Any]:
    portal = small_portal(**changes)
    make, records = {
        "sme": (sme_ld, portal.profiles.smes),
        "cluster": (cluster_ld, portal.profiles.clusters),
        "offering": (offering_ld, portal.profiles.offerings),
    }[kind]
    return make(portal, portal.readers.of(tag), next(iter(records.values())))


def world_pages(portal: Portal) -> Iterator[dict[str, Any]]:
    for reader in portal.readers:
        yield from page_ld(portal, reader, "", None, "")
        for folder, record in portal.profiles.records():
            yield from page_ld(portal, reader, folder, record, record.id)


def nodes(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
    for item in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from nodes(item)


# Kinds of record ------------------------------------------------------------------------------------------------------


def test_golden_offering_in_arabic():
    assert small_ld("offering", "ar") == {
        "@context": "https://schema.org",
        "@type": "Product",
        "@id": f"{SITE}id/gauge/#this",
        "name": {"@language": "en", "@value": "Gauge"},
        "url": f"{SITE}ar/offerings/gauge/",
        "description": "يقرأ المد.",
        "mainEntityOfPage": {"@type": "WebPage", "@id": f"{SITE}ar/offerings/gauge/", "inLanguage": "ar"},
        "category": ["المياه"],
        "manufacturer": [
            {
                "@type": "Organization",
                "@id": f"{SITE}id/tide/#this",
                "name": "=Tide & <Sons>",
                "url": "https://tide.example/",
            }
        ],
        "offers": {"@type": "Offer", "areaServed": [{"@type": "Country", "name": "البرازيل"}]},
    }


def test_golden_company_in_serbian_latin():
    assert small_ld("sme", "sr-Latn") == {
        "@context": "https://schema.org",
        "@type": "Organization",
        "@id": f"{SITE}id/tide/#this",
        "name": "=Tide & <Sons>",
        "url": "https://tide.example/",
        "mainEntityOfPage": {"@type": "WebPage", "@id": f"{SITE}sr-latn/companies/tide/", "inLanguage": "sr-Latn"},
        "address": {"@type": "PostalAddress", "addressCountry": "PT"},
        "memberOf": {
            "@type": "Organization",
            "@id": f"{SITE}id/reef/#this",
            "name": {"@language": "en", "@value": "The Reef"},
        },
        "makesOffer": [
            {
                "@type": "Offer",
                "itemOffered": {
                    "@type": "Product",
                    "@id": f"{SITE}id/gauge/#this",
                    "name": "Merač",
                    "url": f"{SITE}sr-latn/offerings/gauge/",
                },
            }
        ],
    }


def test_golden_breadcrumb():
    portal = small_portal()
    assert breadcrumb_ld(portal, [("QUAY", "el/"), ("Μετρητής", "el/offerings/gauge/")]) == {
        "@context": "https://schema.org",
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": 1, "name": "QUAY", "item": f"{SITE}el/"},
            {"@type": "ListItem", "position": 2, "name": "Μετρητής", "item": f"{SITE}el/offerings/gauge/"},
        ],
    }


def test_service_is_provided_and_goods_are_made():
    service = small_ld("offering", offering={"kind": "service", "model": "M"})
    goods = small_ld("offering", offering={"kind": "package", "model": "M"})
    assert (service["@type"], "provider" in service, "model" in service) == ("Service", True, False)
    assert (goods["@type"], "manufacturer" in goods, goods["model"]) == ("Product", True, "M")


def test_company_of_a_project_is_not_called_a_member():
    assert "memberOf" not in small_ld("sme", sme={"membership": {"kind": "project"}})
    assert "memberOf" in small_ld("sme", sme={"membership": {"kind": "stated"}})


def test_inferred_years_and_rough_counts_are_not_told_as_facts():
    rough = small_ld(
        "sme", sme={"founded": {"value": 1999, "inferred": True}, "employees": {"value": 40, "approximate": True}}
    )
    exact = small_ld("sme", sme={"founded": {"value": 1999}, "employees": {"value": 40}})
    assert not {"foundingDate", "numberOfEmployees"} & set(rough)
    assert exact["foundingDate"] == "1999"
    assert exact["numberOfEmployees"] == {"@type": "QuantitativeValue", "value": 40}


def test_offer_names_only_markets_where_it_is_sold_and_the_price_asked():
    planned = {"br": {"status": "planned"}}
    assert "offers" not in small_ld("offering", offering={"markets": planned})
    trade = {"price": {"from": "1E+3", "currency": "EUR", "per": "piece"}}
    assert small_ld("offering", offering={"markets": planned, "trade": trade})["offers"] == {
        "@type": "Offer",
        "priceSpecification": {
            "@type": "UnitPriceSpecification", "minPrice": "1000", "priceCurrency": "EUR", "unitText": "piece",
        },
    }  # fmt: skip


def test_full_company_has_its_papers_and_numbers():
    portal = world_portal()
    found = sme_ld(portal, portal.readers.default, portal.profiles.smes["onda-mansa"])
    assert found["vatID"] == "PT999999990"
    assert found["hasCertification"][0] == {
        "@type": "Certification",
        "name": "ISO 9001",
        "description": "design and assembly of cabinets",
        "certificationIdentification": "INV-9001-42",
        "issuedBy": {"@type": "Organization", "name": "Invented Certifiers"},
        "validFrom": "2025-01-15",
        "expires": "2028-01-14",
        "validIn": [{"@type": "Country", "name": "Portugal"}, {"@type": "Country", "name": "Brazil"}],
    }


def test_offering_leads_to_what_it_works_with():
    portal = world_portal()
    found = offering_ld(portal, portal.readers.default, portal.profiles.offerings["shore-power"])
    assert [one["@id"] for one in found["isRelatedTo"]] == [
        f"{SITE}id/quay-lighting/#this", f"{SITE}id/tide-float/#this",
    ]  # fmt: skip
    assert found["brand"] == {"@type": "Brand", "name": "OndaPlug"}


def test_catalogue_numbers_its_entries_as_every_other_medium():
    portal = world_portal()
    for edition in portal.profiles.editions.values():
        catalogue = portal.catalogue(edition)
        found = catalogue_ld(portal, portal.readers.default, catalogue)
        listed = [(one["position"], one["item"]["url"]) for one in found["itemListElement"]]
        assert found["identifier"] == edition.id
        assert found["numberOfItems"] == len(catalogue.entries)
        assert listed == [(one.number, f"{SITE}en/offerings/{one.offering.id}/") for one in catalogue.entries]


def test_catalogue_without_a_title_is_called_after_its_market():
    portal = small_portal(edition={"title": None})
    catalogue = portal.catalogue(portal.profiles.editions["br-2026"])
    assert catalogue_ld(portal, portal.readers.of("ar"), catalogue)["name"] == "البرازيل"


def test_event_without_a_public_day_is_not_told():
    portal = world_portal()
    undated = [one for one in portal.profiles.events.values() if not one.start]
    assert undated
    assert all(event_ld(portal, portal.readers.default, one) is None for one in undated)


def test_points_of_an_agenda_are_parts_of_their_event():
    portal = world_portal()
    event = portal.profiles.events["ev-quay-day"].model_copy(update={"agenda": (AgendaItem(time="10:00", title={"en": "Meetings"}),), "timezone": "Europe/Athens"})
    (point,) = event_ld(portal, portal.readers.of("en"), event)["subEvent"]
    assert (point["@type"], point["name"]) == ("Event", "Meetings")
    assert point["startDate"].startswith(f"{event.start}T10:00:00+")


def test_event_has_its_hours_its_place_and_who_invites():
    portal = world_portal()
    found = event_ld(portal, portal.readers.default, portal.profiles.events["ev-quay-day"])
    assert (found["startDate"], found["endDate"]) == ("2027-05-11T09:30:00+03:00", "2027-05-12T16:00:00+03:00")
    assert found["eventAttendanceMode"] == "https://schema.org/MixedEventAttendanceMode"
    assert [one["@type"] for one in found["location"]] == ["Place", "VirtualLocation"]
    assert [one["@id"] for one in found["organizer"]] == [
        f"{SITE}id/gal-bahir/#this", f"{SITE}id/mare-clara/#this", f"{SITE}#this",
    ]  # fmt: skip
    assert found["inLanguage"] == ["en", "he", "ar"]


def test_partnership_names_its_members_and_its_funding():
    portal = world_portal()
    found = partnership_ld(portal, portal.readers.default)
    assert found["@type"] == "Project"
    assert [one["name"] for one in found["member"]][0] == "Maré Clara, the invented harbour cluster"
    assert found["funding"]["amount"] == {"@type": "MonetaryAmount", "value": "123456", "currency": "EUR"}
    assert found["disambiguatingDescription"].startswith("This partnership is invented.")
    assert "funding" not in partnership_ld(small_portal(), small_portal().readers.default)


# Pages ----------------------------------------------------------------------------------------------------------------


def test_page_says_what_it_is_about_and_where_it_stands():
    portal = small_portal()
    reader, offering = portal.readers.default, portal.profiles.offerings["gauge"]
    assert [one["@type"] for one in page_ld(portal, reader, "offerings", offering, "Gauge")] == [
        "Product",
        "BreadcrumbList",
    ]
    assert [one["@type"] for one in page_ld(portal, reader, "offerings", None, "Offerings")] == ["BreadcrumbList"]
    assert [one["@type"] for one in page_ld(portal, reader, "", None, "Home")] == ["Project"]


def test_nothing_is_said_of_what_is_not_known():
    found = [one for page in world_pages(world_portal()) for one in nodes(page)]
    assert len(found) > 1000
    assert not any(value in (None, "", [], {}) for one in found for value in one.values())


def test_every_address_is_absolute():
    named = ("@id", "url", "item")
    for page in world_pages(world_portal()):
        addresses = [one[name] for one in nodes(page) for name in named if isinstance(one.get(name), str)]
        assert all(address.startswith(("https://", "http://")) for address in addresses)


def test_all_languages_call_the_same_thing_by_the_same_name():
    portal = world_portal()
    offering = portal.profiles.offerings["shore-power"]
    assert len({offering_ld(portal, reader, offering)["@id"] for reader in portal.readers}) == 1


def test_each_page_states_its_own_language():
    portal = world_portal()
    for reader in portal.readers:
        page = offering_ld(portal, reader, portal.profiles.offerings["shore-power"])["mainEntityOfPage"]
        assert page["inLanguage"] == reader.tag
        assert page["@id"].startswith(SITE + reader.slug)


# Script ---------------------------------------------------------------------------------------------------------------


class Elements(HTMLParser):
    """Collects what a browser would see around a script."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.data = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append(tag)

    def handle_data(self, data: str) -> None:
        self.data += data


def assert_inert(content: str, data: Any) -> None:
    page = Elements(f'<script type="application/ld+json">{content}</script><p>')
    assert page.found == ["script", "p"]
    assert page.data == content
    assert not set(content) & set("<>&\u2028\u2029")
    assert json.loads(content) == data


@given(VALUES)
def test_any_value_stays_inside_the_script_and_is_read_back(data: Any):
    assert_inert(script(data), data)


@pytest.mark.parametrize("value", HOSTILE)
def test_hostile_profiles_stay_inside_the_script(value: str):
    found = small_ld("sme", sme={"name": value, "city": value, "brand": value, "summary": {"en": value}})
    assert found["name"] == value.strip()
    assert_inert(script(found), found)


def test_every_page_of_the_world_is_inert():
    for page in world_pages(world_portal()):
        assert_inert(script(page), page)


def test_figures_json_does_not_know_are_refused():
    with pytest.raises(ValueError):
        script({"value": float("nan")})
