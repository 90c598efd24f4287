"""The catalogue as JSON."""

import json
from collections.abc import Iterator
from typing import Any

import pytest

from c2site.load.partnership import load_partnership
from c2site.render.exports import json_file, table
from tests.render.exports.portals import HOSTILE, WORLD, small_portal, world_portal


def written(tag: str = "en", **changes: dict) -> dict[str, Any]:
    portal = small_portal(**changes)
    return json.loads(json_file(portal, portal.catalogue(portal.profiles.editions["br-2026"]), tag))


def world_files() -> Iterator[tuple[str, str, bytes]]:
    portal = world_portal()
    for edition in portal.profiles.editions.values():
        for tag in edition.languages:
            yield edition.id, tag, json_file(portal, portal.catalogue(edition), tag)


def test_golden_file_of_a_small_catalogue():
    assert written("ar") == {
        "edition": "br-2026",
        "version": "1",
        "language": "ar",
        "generated": "2026-11-22",
        "licence": {"id": "CC-BY-4.0", "url": "https://creativecommons.org/licenses/by/4.0/"},
        "partnership": {
            "id": "quay",
            "address": "https://quay.example/",
            "acronym": "QUAY",
            "name": {"text": "أرصفة اللامكان", "lang": "ar"},
            "invented": False,
        },
        "title": {"text": "For Brazil", "lang": "en"},
        "market": {
            "id": "br",
            "country": "BR",
            "name": {"text": "البرازيل", "lang": "ar"},
            "project_status": "planned",
            "currency": "BRL",
            "units": "si",
        },
        "entries": [
            {
                "number": 1,
                "id": "gauge",
                "address": "https://quay.example/ar/offerings/gauge/",
                "name": {"text": "Gauge", "lang": "en"},
                "kind": "product",
                "summary": {"text": "يقرأ المد.", "lang": "ar"},
                "codes": {"hs": ["902610"]},
                "sources": ["reef-report"],
                "sectors": [{"id": "water", "name": {"text": "المياه", "lang": "ar"}}],
                "status": "selling",
                "market": {"status": "selling"},
                "company": {
                    "id": "tide",
                    "name": "=Tide & <Sons>",
                    "address": "https://quay.example/ar/companies/tide/",
                    "cluster": {
                        "id": "reef",
                        "short_name": "Reef",
                        "name": {"text": "The Reef", "lang": "en"},
                        "address": "https://quay.example/ar/clusters/reef/",
                    },
                    "country": "PT",
                    "website": "https://tide.example/",
                },
            }
        ],
        "sources": [
            {
                "key": "reef-report",
                "text": "\u2068Reef Office\u2069، \u2068Reefs & rules\u2069، 2025."
                " \u2068https://example.org/invented/reef?a=1&b=2\u2069 (اطُّلع عليه بتاريخ 1 سبتمبر 2026).",
                "url": "https://example.org/invented/reef?a=1&b=2",
            }
        ],
    }


def test_file_is_readable_text_that_ends_with_a_line():
    for _, _, file in world_files():
        text = file.decode("utf-8")
        assert text.endswith("}\n")
        assert "\\u" not in text


def test_same_catalogue_gives_the_same_bytes():
    assert list(world_files()) == list(world_files())


def test_json_and_csv_hold_the_same_edition_and_the_same_entries():
    portal = world_portal()
    for edition, tag, file in world_files():
        data = json.loads(file)
        rows = table(portal, portal.catalogue(portal.profiles.editions[edition]), tag).rows
        assert [(data["edition"], one["number"], one["id"]) for one in data["entries"]] == [row[:3] for row in rows]


def test_every_source_that_is_cited_is_listed_once():
    for _, _, file in world_files():
        data = json.loads(file)
        listed = [one["key"] for one in data["sources"]]
        assert listed == list(dict.fromkeys(listed))
        assert set(listed) == set(_cited(data))


def _cited(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for name, item in value.items():
            keys = name in ("sources", "project_sources") and all(isinstance(one, str) for one in item)
            yield from item if keys else _cited(item)
    elif isinstance(value, list):
        for item in value:
            yield from _cited(item)


def test_absent_values_are_left_out():
    def empty(value: Any) -> bool:
        items = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
        return value in (None, "", [], {}) or any(empty(item) for item in items)

    assert not any(empty(json.loads(file)) for _, _, file in world_files())


def test_catalogue_without_entries_says_so():
    data = written(offering={"markets": {}})
    assert data["entries"] == []
    assert [one["id"] for one in data["further_companies"]] == ["tide"]


def test_words_for_editors_stay_inside():
    records = [record for _, record in load_partnership(WORLD).profiles.records()]
    notes = [record.notes for record in records if record.notes]
    files = "".join(file.decode("utf-8") for _, _, file in world_files())
    assert notes
    assert not any(note in files for note in notes)
    assert "iso-9001-onda-mansa.pdf" not in files


@pytest.mark.parametrize("value", HOSTILE)
def test_hostile_values_are_read_back_as_written(value: str):
    data = written(sme={"name": value}, offering={"summary": {"en": value}})
    assert data["entries"][0]["summary"] == {"text": value.strip(), "lang": "en"}
    assert data["entries"][0]["company"]["name"] == value.strip()


def test_source_with_a_script_for_an_address_has_none():
    assert "url" not in written(source={"url": "javascript:alert(1)"})["sources"][0]


def test_decimal_and_date_values_are_plain():
    trade = {"price": {"from": "9800.50", "currency": "EUR"}, "moq": 2, "samples": False}
    entry = written(offering={"trade": trade, "valid_from": "2026-01-01"})["entries"][0]
    assert entry["trade"] == {"price": {"from": 9800.5, "currency": "EUR"}, "moq": 2, "samples": False}
