"""The catalogue as UBL: valid by the schemas of OASIS, the edition's entries and no others, nothing claimed that nobody states."""

import zipfile
from collections.abc import Iterator
from functools import cache

import pytest
from lxml import etree

from c2site.render.exports import ubl_file
from tests.conftest import REPOSITORY
from tests.render.exports.portals import HOSTILE, small_portal, world_portal

PACKAGES = sorted((REPOSITORY / "build/audit-tools/ubl").glob("*.whl"))
SCHEMAS = "odoo/addons/base_ubl/data/xsd-2.1/"
# A reader that expands nothing and fetches nothing.
PARSER = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
UNWRITABLE = ("a\x00b", "a\x1b[31mb", "a\ufffeb", "a\x0bb")
FULL = {
    "trade": {"moq": 2, "lead_time_days": 30, "warranty_months": 24, "price": {"from": "49.50", "currency": "EUR", "per": "meter"}},
    "certificates": [{"type": "CE"}],
    "specifications": [{"name": {"en": "Range"}, "value": "15", "unit": "km"}],
}


def read(file: bytes) -> etree._Element:
    return etree.fromstring(file, PARSER)


def small(tag: str = "en", **changes: dict) -> etree._Element:
    portal = small_portal(**changes)
    return read(ubl_file(portal, portal.catalogue(portal.profiles.editions["br-2026"]), tag))


def world_files() -> Iterator[tuple[str, bytes]]:
    portal = world_portal()
    for edition in portal.profiles.editions.values():
        for tag in edition.languages:
            yield edition.id, ubl_file(portal, portal.catalogue(edition), tag)


def texts(tree: etree._Element, path: str) -> list[str]:
    return [one.text for one in tree.findall("./" + "/".join(f"{{*}}{name}" for name in path.split("/")))]


class _Packed(etree.Resolver):
    """Finds schemas inside the package."""

    def __init__(self, package: zipfile.ZipFile) -> None:
        self.package = package

    def resolve(self, url: str, _: str, context: object) -> object:
        return self.resolve_string(self.package.read(f"{SCHEMAS}common/{url.rsplit('/', 1)[-1]}"), context, base_url=url)


@cache
def schema() -> etree.XMLSchema:
    with zipfile.ZipFile(PACKAGES[0]) as package:
        parser = etree.XMLParser(no_network=True)
        parser.resolvers.add(_Packed(package))
        name = f"{SCHEMAS}maindoc/UBL-Catalogue-2.1.xsd"
        return etree.XMLSchema(etree.fromstring(package.read(name), parser, base_url=f"packed:/{name}"))


@pytest.mark.skipif(not PACKAGES, reason="the schemas are not here: make checkers")
def test_documents_are_valid_by_the_schemas_of_oasis():
    rich = [ubl_file(portal, portal.catalogue(portal.profiles.editions["br-2026"]), "ar") for portal in (small_portal(), small_portal(offering=FULL))]
    for file in (*(file for _, file in world_files()), *rich):
        assert schema().validate(read(file)), schema().error_log


def test_lines_are_the_editions_entries():
    portal = world_portal()
    for edition, file in world_files():
        entries = portal.catalogue(portal.profiles.editions[edition]).entries
        tree = read(file)
        assert texts(tree, "CatalogueLine/ID") == [str(one.number) for one in entries]
        assert texts(tree, "CatalogueLine/Item/SellersItemIdentification/ID") == [one.offering.id for one in entries]
        assert texts(tree, "LineCountNumeric") == [str(len(entries))]


def test_edition_without_entries_has_no_document():
    portal = small_portal(offering={"markets": {}})
    assert ubl_file(portal, portal.catalogue(portal.profiles.editions["br-2026"]), "en") == b""


def test_without_a_named_receiver_nothing_is_said_to_be_a_peppol_document():
    for _, file in world_files():
        tree = read(file)
        assert not texts(tree, "CustomizationID") and not texts(tree, "ProfileID")
        assert b"peppol" not in file.lower()
        assert not tree.findall(".//{*}EndpointID")


def test_no_element_is_empty():
    for _, file in world_files():
        assert not [one for one in read(file).iter() if not len(one) and not (one.text or "").strip()]


def test_words_say_which_language_they_really_are_in():
    tree = small("ar")
    name, summary = tree.find(".//{*}Item/{*}Name"), tree.find(".//{*}Item/{*}Description")
    assert (name.text, name.get("languageID")) == ("Gauge", "en")
    assert (summary.text, summary.get("languageID")) == ("يقرأ المد.", "ar")


def test_codes_name_their_lists():
    found = small(offering={"codes": {"hs": ["902610"], "cpv": ["34923000-9"]}}).findall(".//{*}ItemClassificationCode")
    assert [(one.get("listID"), one.get("listVersionID"), one.text) for one in found] == [("HS", "2022", "902610"), ("CPV", "2008", "34923000-9")]


def test_terms_stand_only_where_they_are_stated():
    bare, full = small(offering={"markets": {"br": {"status": "pilot"}}}), small(offering=FULL)
    names = ("PriceAmount", "LeadTimeMeasure", "MinimumOrderQuantity", "WarrantyInformation", "ApplicableTerritoryAddress", "OrderableIndicator")
    assert [name for name in names if bare.findall(f".//{{*}}{name}")] == []
    assert [full.findtext(f".//{{*}}{name}") for name in names[:4]] == ["49.50", "30", "2", "24 months"]
    assert full.findtext(".//{*}PriceType") == "Lowest price per meter"


def test_invented_partnership_says_so():
    notice = world_portal().profiles.partnership.notice
    for _, file in world_files():
        first = read(file).find("{*}Note")
        assert first.text == notice[first.get("languageID")]


@pytest.mark.parametrize("value", HOSTILE)
def test_hostile_values_are_read_back_as_written(value: str):
    tree = small(sme={"name": value}, offering={"summary": {"en": value}})
    assert texts(tree, "CatalogueLine/Item/Description") == [value.strip()]
    assert texts(tree, "CatalogueLine/SellerSupplierParty/Party/PartyName/Name") == [value.strip()]


@pytest.mark.parametrize("value", UNWRITABLE)
def test_what_no_xml_can_hold_is_left_out(value: str):
    text = small(sme={"name": value}).findtext(".//{*}SellerSupplierParty//{*}PartyName/{*}Name")
    assert text.startswith("a") and text.endswith("b")


def test_same_catalogue_gives_the_same_bytes():
    assert list(world_files()) == list(world_files())
