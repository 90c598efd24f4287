"""The catalogue as a graph of schema.org descriptions, read by a reader of RDF that fetches nothing."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from rdflib import Graph, Namespace, URIRef
from rdflib.namespace import RDF

from c2site.render.exports import graph_file
from c2site.render.web import subjects
from c2site.render.web.pages import pages_about
from tests.render.exports.portals import HOSTILE, SITE, small_portal, world_portal

pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph")
SCHEMA = Namespace("https://schema.org/")


def graph(file: bytes) -> Graph:
    """Return the statements of a file; the vocabulary stands for schema.org's context, which lies on the web."""
    return Graph().parse(data=json.dumps(json.loads(file) | {"@context": {"@vocab": str(SCHEMA)}}), format="json-ld")


def small(tag: str = "en", **changes: dict) -> dict[str, Any]:
    portal = small_portal(**changes)
    return json.loads(graph_file(portal, portal.catalogue(portal.profiles.editions["br-2026"]), tag))


def world_files() -> Iterator[tuple[str, bytes]]:
    portal = world_portal()
    for edition in portal.profiles.editions.values():
        for tag in edition.languages:
            yield edition.id, graph_file(portal, portal.catalogue(edition), tag)


def test_graph_holds_exactly_the_editions_entries_and_who_makes_them():
    portal = world_portal()
    for edition, file in world_files():
        found, entries = graph(file), portal.catalogue(portal.profiles.editions[edition]).entries
        goods = {one for kind in ("Product", "Service") for one in found.subjects(RDF.type, SCHEMA[kind])}
        makers = {f"{SITE}id/{key}/#this" for entry in entries for key in entry.offering.makers}
        assert goods == {URIRef(f"{SITE}id/{entry.offering.id}/#this") for entry in entries}
        assert {str(one) for one in found.objects(None, SCHEMA.offeredBy)} == makers
        assert sorted(int(one) for one in found.objects(None, SCHEMA.position)) == [entry.number for entry in entries]


def test_whatever_is_pointed_to_is_described():
    for _, file in world_files():
        found = graph(file)
        pointed = {one for name in ("itemOffered", "offeredBy", "about", "publisher", "memberOf", "isRelatedTo") for one in found.objects(None, SCHEMA[name])}
        assert [one for one in pointed if not list(found.objects(one, RDF.type))] == []


def test_pages_in_the_graph_are_pages_of_the_site():
    portal = world_portal()
    pages = {SITE + page.path for subject in subjects(portal) for page in pages_about(portal, subject)}
    pages |= {portal.address(reader) for reader in portal.readers}
    for _, file in world_files():
        found = graph(file)
        assert {str(one) for one in found.objects(None, SCHEMA.mainEntityOfPage)} <= pages


def test_market_is_served_where_the_offering_is_sold_and_nowhere_else():
    def area(status: str) -> Any:
        book = small(offering={"markets": {"br": {"status": status}}})["@graph"][1]
        return book["itemListElement"][0]["item"].get("areaServed")

    assert area("selling") == {"@type": "Country", "name": "Brazil"}
    assert area("planned") is None


def test_file_says_its_licence_its_language_and_that_it_is_invented():
    for _, file in world_files():
        first = json.loads(file)["@graph"][0]
        assert first["license"].startswith("https://creativecommons.org/")
        assert first["disambiguatingDescription"]
        assert first["inLanguage"]


def test_same_catalogue_gives_the_same_bytes():
    assert list(world_files()) == list(world_files())


@pytest.mark.parametrize("value", HOSTILE)
def test_hostile_values_are_read_back_as_written(value: str):
    told = small(sme={"name": value}, offering={"summary": {"en": value}})["@graph"]
    assert [one["name"] for one in told if one.get("@id") == f"{SITE}id/tide/#this"] == [value.strip()]
    assert [one["description"] for one in told if one.get("@id") == f"{SITE}id/gauge/#this"] == [value.strip()]
