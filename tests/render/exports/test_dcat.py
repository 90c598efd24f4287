"""The catalogues as a DCAT-AP data catalogue, read by a reader of RDF. What must be there is what DCAT-AP 3 makes mandatory."""

import pytest
from rdflib import Graph, Literal, Namespace, URIRef
from rdflib.namespace import DCTERMS, FOAF, RDF

from c2site.catalogue.downloads import Download
from c2site.render.exports import dcat
from tests.render.exports.portals import HOSTILE, SITE, small_portal, world_portal

pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph")
DCAT = Namespace("http://www.w3.org/ns/dcat#")
XSD = Namespace("http://www.w3.org/2001/XMLSchema#")
SPDX = Namespace("http://spdx.org/rdf/terms#")
AUTHORITY = Namespace("http://publications.europa.eu/resource/authority/")
MANDATORY = {
    DCAT.Catalog: (DCTERMS.title, DCTERMS.description, DCTERMS.publisher),
    DCAT.Dataset: (DCTERMS.title, DCTERMS.description),
    DCAT.Distribution: (DCAT.accessURL,),
    FOAF.Agent: (FOAF.name,),
    SPDX.Checksum: (SPDX.algorithm, SPDX.checksumValue),
}
# At most one of each.
SINGLE = (DCTERMS.publisher, DCTERMS.license, DCTERMS.modified, DCTERMS["format"], DCAT.mediaType, DCAT.byteSize, DCAT.version, FOAF.homepage)
CLASSES = {
    DCTERMS.language: DCTERMS.LinguisticSystem, DCTERMS.spatial: DCTERMS.Location, DCTERMS.license: DCTERMS.LicenseDocument,
    DCTERMS.conformsTo: DCTERMS.Standard, DCAT.mediaType: DCTERMS.MediaType, DCTERMS.publisher: FOAF.Agent, DCTERMS.temporal: DCTERMS.PeriodOfTime,
}  # fmt: skip


def files(edition: str = "br-2027", tag: str = "pt") -> dict[str, list[Download]]:
    return {edition: [Download(f"catalogues/x.{end}", tag, end, 12, "ab" * 32) for end in ("csv", "ubl.xml")]}


@pytest.fixture(scope="module")
def graph() -> Graph:
    return Graph().parse(data=dcat(world_portal(), files()), format="json-ld")


def test_what_dcat_ap_makes_mandatory_is_there(graph: Graph):
    for kind, names in MANDATORY.items():
        things = list(graph.subjects(RDF.type, kind))
        assert things
        assert [(thing, name) for thing in things for name in names if not graph.value(thing, name, any=True)] == []


def test_nothing_is_said_twice_that_may_be_said_once(graph: Graph):
    assert [(thing, name) for thing in set(graph.subjects()) for name in SINGLE if len(list(graph.objects(thing, name))) > 1] == []


def test_what_is_pointed_to_is_of_the_class_that_dcat_ap_asks_for(graph: Graph):
    for name, kind in CLASSES.items():
        assert list(graph.objects(None, name))
        assert [one for one in graph.objects(None, name) if (one, RDF.type, kind) not in graph] == []


def test_file_is_told_by_address_size_checksum_and_language(graph: Graph):
    file = URIRef(f"{SITE}catalogues/x.csv#file")
    assert graph.value(file, DCAT.downloadURL) == URIRef(f"{SITE}catalogues/x.csv")
    assert graph.value(file, DCAT.byteSize) == Literal("12", datatype=XSD.nonNegativeInteger)
    assert graph.value(graph.value(file, SPDX.checksum), SPDX.checksumValue).datatype == XSD.hexBinary
    assert graph.value(file, DCTERMS.language) == AUTHORITY["language/POR"]
    assert graph.value(file, DCTERMS["format"]) == AUTHORITY["file-type/CSV"]


def test_edition_is_a_data_set_of_its_market(graph: Graph):
    assert list(graph.subjects(RDF.type, DCAT.Dataset)) == [URIRef(f"{SITE}id/br-2027/#data")]
    assert graph.value(URIRef(f"{SITE}id/br-2027/#data"), DCTERMS.spatial) == AUTHORITY["country/BRA"]


def test_edition_without_files_and_file_without_edition_are_left_out():
    assert not list(Graph().parse(data=dcat(world_portal(), {"br-2027": []}), format="json-ld").subjects(RDF.type, DCAT.Dataset))


def test_invented_partnership_says_so_of_every_data_set(graph: Graph):
    notices = {Literal(text, lang) for lang, text in world_portal().profiles.partnership.notice.items()}
    for kind in (DCAT.Catalog, DCAT.Dataset):
        assert all(notices & set(graph.objects(one, DCTERMS.description)) for one in graph.subjects(RDF.type, kind))


def test_same_files_give_the_same_bytes():
    assert dcat(world_portal(), files()) == dcat(world_portal(), files())


@pytest.mark.parametrize("value", HOSTILE)
def test_hostile_values_are_read_back_as_written(value: str):
    found = Graph().parse(data=dcat(small_portal(edition={"title": {"en": value}}), files("br-2026", "en")), format="json-ld")
    assert Literal(value.strip(), "en") in set(found.objects(URIRef(f"{SITE}id/br-2026/#data"), DCTERMS.title))
