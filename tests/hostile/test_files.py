"""Files besides pages, made of hostile records: tables, data, maps, headers."""

import csv
import io
import json
import re
from collections.abc import Callable
from xml.etree import ElementTree

import pytest
from lxml import etree

from c2site.build.robots import headers, robots
from c2site.render.exports import csv_file, een_file, graph_file, json_file, ubl_file
from c2site.render.exports.csv import rearmed
from c2site.render.web import sitemap, subjects
from tests.hostile.test_pages import MARK, squeezed, strings
from tests.hostile.worlds import AttackedWorld

hostile = pytest.mark.parametrize("sort", ["markup", "formula"])
# A reader that expands nothing and fetches nothing.
SAFE = etree.XMLParser(resolve_entities=False, no_network=True)
# A spreadsheet runs what begins so; some skip blanks, and some count full-width signs.
RUNS = re.compile(r"\s*[=+\-@＝＋－＠]|[\t\r\n]")


def tables(world: AttackedWorld) -> list[bytes]:
    portal = world.prepared.portal
    return [csv_file(portal, portal.catalogue(one), tag) for one in portal.profiles.editions.values() for tag in one.languages]


@hostile
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_no_cell_is_a_formula_whatever_separates_cells(attacked: dict[str, AttackedWorld], sort: str, separator: str):
    for file in tables(attacked[sort]):
        for row in csv.reader(io.StringIO(file.decode("utf-8-sig"), newline=""), delimiter=separator):
            assert not [cell for cell in row if RUNS.match(cell)], row


@hostile
def test_cells_give_back_what_was_written(attacked: dict[str, AttackedWorld], sort: str):
    world, seen = attacked[sort], set()
    for file in tables(world):
        for row in csv.reader(io.StringIO(file.decode("utf-8-sig"), newline="")):
            for cell in map(rearmed, row):
                for name in MARK.findall(cell):
                    seen.add(name)
                    assert squeezed(world.texts[name]) in cell, world.places[name]
    assert len(seen) > 40


@hostile
def test_data_files_give_back_what_was_written(attacked: dict[str, AttackedWorld], sort: str):
    world, seen = attacked[sort], set()
    portal = world.prepared.portal
    for edition in portal.profiles.editions.values():
        for tag in edition.languages:
            for text in strings(json.loads(json_file(portal, portal.catalogue(edition), tag))):
                for name in MARK.findall(text):
                    seen.add(name)
                    assert world.texts[name].strip() in text, world.places[name]
    assert len(seen) > 150


@hostile
@pytest.mark.parametrize("file", [een_file, graph_file, ubl_file])
def test_files_for_exchange_give_back_what_was_written(attacked: dict[str, AttackedWorld], sort: str, file: Callable[..., bytes]):
    world, seen = attacked[sort], set()
    portal = world.prepared.portal
    for edition in portal.profiles.editions.values():
        for tag in edition.languages:
            made = file(portal, portal.catalogue(edition), tag)
            texts = [*etree.fromstring(made, SAFE).itertext()] if file is ubl_file else strings(json.loads(made))
            for text in texts:
                for name in MARK.findall(text):
                    seen.add(name)
                    assert world.texts[name].strip() in text, world.places[name]
    assert len(seen) > 60


@hostile
def test_maps_and_headers_hold_the_portals_own_addresses_only(attacked: dict[str, AttackedWorld], sort: str):
    plain, portal = attacked["plain"].prepared.portal, attacked[sort].prepared.portal
    tree = ElementTree.fromstring(sitemap.part(portal, subjects(portal)))
    addresses = [one.text for one in tree.iter() if one.tag.endswith("loc")] + [one.get("href") for one in tree.iter() if one.get("href")]
    assert len(addresses) > 100
    assert all(address.startswith(portal.site_url) for address in addresses)
    assert robots(portal).splitlines() == [*robots(plain).splitlines()[:2], f"Sitemap: {portal.site_url}sitemap.xml"]
    assert not MARK.search(headers())
