"""The book as data, before it is set."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any

import pytest

from c2site.catalogue import Portal, page_path
from c2site.render import printed
from tests.render.printed.conftest import Book

Named = Callable[[str, str], Book]


def strings(data: object) -> Iterator[dict[str, Any]]:
    if isinstance(data, dict):
        if "t" in data:
            yield data
        for value in data.values():
            yield from strings(value)
    elif isinstance(data, list):
        for value in data:
            yield from strings(value)


def entries(data: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    for chapter in data["clusters"]["chapters"]:
        for sheet in chapter["sheets"]:
            yield from sheet["entries"]


def test_every_string_says_its_language_and_direction(book: Named):
    data = book("quay-day-2027", "ar").data
    found = [one for one in strings(data) if "strong" not in one]
    assert found
    assert all(one["lang"] and one["dir"] in ("ltr", "rtl") and isinstance(one["own"], bool) for one in found)


def test_text_missing_in_the_readers_language_names_the_language_it_is_in(book: Named):
    data = book("quay-day-2027", "ar").data
    foreign = [one for one in strings(data) if one.get("code")]
    assert {one["code"] for one in foreign} <= {"en", "pt", "he"}
    assert not any(one["own"] for one in foreign)


def test_entries_keep_the_numbers_of_the_edition(book: Named):
    made = book("br-2027", "pt")
    assert [entry["number"] for entry in entries(made.data)] == [entry.number for entry in made.catalogue.entries]


def test_entry_leads_to_its_page_in_the_readers_language(book: Named, portal: Portal):
    made = book("br-2027", "pt")
    reader = portal.page_reader("pt")
    for entry in entries(made.data):
        assert entry["target"] == portal.site_url + page_path(reader, "offerings", entry["id"])


def test_what_is_printed_of_an_entrys_address_belongs_to_no_language(book: Named, portal: Portal):
    for entry in entries(book("br-2027", "pt").data):
        assert portal.permanent(entry["id"]) in entry["qr_alt"]["t"]
        assert entry["address"]["s"]["t"].endswith(f"/id/{entry['id']}")


def test_status_nobody_states_is_said_so(book: Named):
    made = book("jp-2027", "en")
    stated = {entry["number"]: entry["status"]["stated"] for entry in entries(made.data)}
    assert stated == {entry.number: entry.status != "unstated" for entry in made.catalogue.entries}


def test_edition_without_a_market_speaks_of_no_status(book: Named):
    made = book("quay-day-2027", "en")
    assert all(entry["status"] is None for entry in entries(made.data))
    assert made.data["market"] is None


def test_event_stands_on_the_cover(book: Named, portal: Portal):
    event = portal.profiles.events["ev-quay-day"]
    facts = book("quay-day-2027", "en").data["cover"]["facts"]
    assert event.title["en"] in [value["s"]["t"] for row in facts for value in row["values"]]


def test_notes_are_numbered_in_the_order_of_reading(book: Named):
    data = book("br-2027", "pt").data
    seen: list[int] = []

    def read(part: object) -> None:
        if isinstance(part, dict):
            for key, value in part.items():
                seen.extend(value) if key == "notes" and isinstance(value, list) else read(value)
        elif isinstance(part, list):
            for value in part:
                read(value)

    read({key: data[key] for key in ("market", "clusters")})
    first = list(dict.fromkeys(seen))
    assert sorted(first) == list(range(1, len(first) + 1))
    assert first[0] == 1


@pytest.mark.parametrize("name", ["companies", "products", "countries", "certificates"])
@pytest.mark.parametrize("tag", ["en", "ar", "he"])
def test_index_is_in_the_order_of_the_readers_language(book: Named, portal: Portal, tag: str, name: str):
    made = book("quay-day-2027", tag)
    reader = portal.edition_reader(made.catalogue.edition, tag)
    groups = next(one["groups"] for one in made.data["indexes"]["parts"] if one["id"] == name)
    for lines in (groups, *(group["rows"] for group in groups)):
        names = [line["name"]["t"].strip("\u2068\u2069") for line in lines if "name" in line]
        assert names == sorted(names, key=reader.sort_key)


def test_unreviewed_translations_are_told_and_reviewed_ones_are_not(portal: Portal, brand: Mapping[str, Any]):
    def paragraphs(portal: Portal) -> int:
        catalogue = portal.catalogue(portal.profiles.editions["jp-2027"])
        return len(printed.document(portal, catalogue, "en", brand)["imprint"]["paragraphs"])

    profiles = portal.profiles
    english = {key: one.model_copy(update={"source_language": "en"}) for key, one in profiles.offerings.items()}
    french = {key: one.model_copy(update={"source_language": "fr"}) for key, one in profiles.offerings.items()}
    smes = {key: one.model_copy(update={"source_language": "en"}) for key, one in profiles.smes.items()}
    clusters = {key: one.model_copy(update={"source_language": "en"}) for key, one in profiles.clusters.items()}
    written = replace(profiles, offerings=english, smes=smes, clusters=clusters)
    translated = replace(written, offerings=french)
    counts = [paragraphs(replace(portal, profiles=each)) for each in (written, translated)]
    assert counts[1] == counts[0] + 1


def test_no_panel_has_an_empty_row(book: Named):
    found = [panel for entry in entries(book("jp-2027", "en").data) for column in entry["panels"] for panel in (*column, *entry["codes"])]
    assert found
    assert all(panel["rows"] and all(row["values"] for row in panel["rows"]) for panel in found)


def test_a_character_the_type_lacks_is_found_with_its_place():
    data = {"cover": {"title": {"t": "A 漢 b\u2068c\u2069", "lang": "en"}}, "rows": [{"t": "fine"}, {"t": "☃"}]}
    assert list(printed.missing_glyphs(data)) == [(None, "cover.title", "漢"), (None, "rows.1", "☃")]


def test_a_character_the_type_lacks_names_the_record_it_stands_in():
    entry = {"id": "snow-gauge", "name": {"t": "Gauge ☃"}}
    sheet = {"id": "snow-ltd", "name": {"t": "雪 Ltd"}, "entries": [entry]}
    found = printed.missing_glyphs({"clusters": {"chapters": [{"id": "north", "sheets": [sheet]}]}})
    assert [(one.record, one.character) for one in found] == [
        (("smes", "snow-ltd"), "雪"),
        (("offerings", "snow-gauge"), "☃"),
    ]


@pytest.mark.parametrize(("edition", "tag"), [("br-2027", "pt"), ("jp-2027", "en"), ("quay-day-2027", "ar")])
def test_type_has_every_character_of_the_book(book: Named, edition: str, tag: str):
    assert list(printed.missing_glyphs(book(edition, tag).data)) == []


def test_fonts_are_four_faces_of_one_family():
    assert sorted(printed.fonts()) == [f"FiraGO-{face}.ttf" for face in ("Bold", "BoldItalic", "Italic", "Regular")]
