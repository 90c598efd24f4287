"""The catalogue as a workbook."""

from io import BytesIO
from typing import get_args

import openpyxl
import pytest

from c2site.build.prepare import Prepared
from c2site.catalogue import Portal
from c2site.load.partnership import load_partnership
from c2site.load.workbook import read_workbook
from c2site.load.workbook_columns import column_named
from c2site.model import KINDS, Part
from c2site.render.exports import workbook
from c2site.render.exports.workbook_records import Field, open_fields
from c2site.render.exports.workbook_words import CodeLists, title
from c2site.render.naming import field_word
from tests.conftest import WORLD
from tests.render.exports.portals import HOSTILE, small_portal
from tests.render.exports.workbooks import editions, parts, public_records, runs

HELD = ("edition", "market", "cluster", "sme", "offering", "value_chain", "sector")


@pytest.fixture(scope="module")
def files(portal: Portal) -> dict[tuple[str, str], bytes]:
    return {(catalogue.id, tag): workbook(portal, catalogue, tag) for catalogue, tag in editions(portal)}


def opened(file: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(BytesIO(file))


def small(**changes: dict) -> tuple[Portal, bytes]:
    portal = small_portal(**changes)
    return portal, workbook(portal, portal.catalogue(portal.profiles.editions["br-2026"]), "en")


def test_every_edition_in_every_language_reads_back_as_the_same_records(portal: Portal, files: dict):
    for catalogue, tag in editions(portal):
        assert read_workbook("book.xlsx", files[catalogue.id, tag], permitted=True).typed() == public_records(portal, catalogue)


def test_same_catalogue_gives_the_same_bytes(portal: Portal, files: dict):
    catalogue, tag = next(editions(portal))
    assert workbook(portal, catalogue, tag) == files[catalogue.id, tag]


def test_nothing_for_editors_and_nothing_unpublished_leaves(portal: Portal, files: dict):
    loaded = load_partnership(WORLD).profiles
    records = [one for _, one in loaded.records()]
    notes = [one.notes for one in records if one.notes]
    unseen = [one.id for folder, one in loaded.records() if one.id not in getattr(portal.profiles, folder)]
    secrets = [*notes, *unseen, "iso-9001-onda-mansa.pdf", "mare-clara.svg", "permission"]
    assert len(notes) > 0 < len(unseen)
    for file in files.values():
        said = repr([(one.id, one.values) for one in read_workbook("book.xlsx", file).records.values()])
        assert [one for one in secrets if repr(one) in said] == []
        assert not any(note in "".join(parts(file).values()) for note in notes)


def test_sectors_nobody_may_see_are_taken_out_of_facts_and_choices_out_of_editions():
    fact = {"topic": "trade", "text": {"en": "A fact."}, "sources": ["reef-report"]}
    facts = [
        {**fact, "id": "both", "applies_to": {"sectors": ["water", "secret"]}},
        {**fact, "id": "hidden", "applies_to": {"sectors": ["secret"]}},
        {**fact, "id": "all"},
    ]
    _, file = small(market={"requirements": facts}, edition={"smes": ["tide", "secret"]})
    assert "secret" not in "".join(parts(file).values())
    read = read_workbook("book.xlsx", file).records
    assert [one["id"] for one in read["market", "br"].values["requirements"]] == ["both", "all"]
    assert read["market", "br"].values["requirements"][0]["applies_to"] == {"sectors": ["water"]}
    assert "smes" not in read["edition", "br-2026"].values


@pytest.mark.parametrize("value", HOSTILE)
def test_hostile_names_are_read_back_as_written_and_nothing_runs(value: str):
    portal, file = small(sme={"name": value}, offering={"summary": {"en": value}, "standards": [value, "a"]})
    assert runs(file) == []
    records = read_workbook("book.xlsx", file).records
    assert records["sme", "tide"].values["name"] == value.strip()
    assert records["offering", "gauge"].values["summary"] == {"en": value.strip()}
    assert records["offering", "gauge"].values["standards"] == [value.strip(), "a"]


def test_text_that_looks_like_a_formula_stays_text_when_somebody_edits_it():
    long = "=3+3" * 200
    _, file = small(sme={"name": "=1+1"}, offering={"summary": {"en": "=2+2"}, "description": {"en": long}})
    cells = [cell for sheet in opened(file).worksheets for row in sheet.iter_rows() for cell in row if cell.value in ("=1+1", "=2+2", long)]
    assert len({cell.value for cell in cells}) == 3
    assert all(cell.data_type == "s" and (cell.number_format == "@" or cell.quotePrefix) for cell in cells)


def test_sheets_hide_the_names_of_columns_keep_the_headers_and_filter(files: dict):
    book = opened(files["br-2027", "en"])
    for sheet in book.worksheets[1:]:
        assert sheet.row_dimensions[1].hidden
        assert sheet.freeze_panes
        assert sheet.auto_filter.ref
    named = [sheet for sheet in book.worksheets if column_named(str(sheet["A1"].value))]
    assert {"Companies", "Offerings", "Certificates", "Statements", "Code lists"} <= {sheet.title for sheet in named}
    assert all(cell.value and column_named(cell.value) for sheet in named for cell in sheet[1])


@pytest.mark.parametrize(("tag", "right_to_left"), [("en", False), ("ar", True), ("he", True)])
def test_sheets_are_read_in_the_readers_direction(files: dict, tag: str, right_to_left: bool):
    assert {bool(sheet.sheet_view.rightToLeft) for sheet in opened(files["quay-day-2027", tag]).worksheets} == {right_to_left}


def test_cells_with_codes_offer_the_words_of_their_list(files: dict):
    book = opened(files["br-2027", "en"])
    offered = {}
    for rule in book["Offerings"].data_validations.dataValidation:
        column = next(iter(rule.sqref.ranges)).min_col
        name, _, cells = rule.formula1.rpartition("!")
        offered[book["Offerings"].cell(2, column).value] = [row[0].value for row in book[name.strip("'")][cells.replace("$", "")]]
    assert offered["Kind"] == ["Product", "Service", "Technology", "Package"]
    assert "field-tested" in offered["Stage"]
    assert "Brazil" in offered["Made in"]
    assert offered["Company"] == [row[0].value for row in book["Companies"]["A3:A20"] if row[0].value]


def test_links_lead_to_the_web_and_to_records(files: dict):
    book = opened(files["br-2027", "en"])
    links = [cell.hyperlink for sheet in book.worksheets for row in sheet.iter_rows() for cell in row if cell.hyperlink]
    outside = {one.target.split(":")[0] for one in links if one.target}
    assert outside == {"https", "mailto"}
    pages = {sheet.title for sheet in book.worksheets}
    assert {one.location.rpartition("!")[0].strip("'") for one in links if one.location} <= pages


def test_other_languages_are_folded_away_where_the_reader_needs_none():
    sheet = opened(small()[1])["Offerings"]
    folded = {cell.value: sheet.column_dimensions[cell.column_letter].hidden for cell in sheet[1]}
    wanted = {"summary@en": False, "summary@ar": True, "summary@sr": True, "codes.hs[]": False, "source_language=language": True}
    assert {name: folded[f"offering:{name}"] for name in wanted} == wanted


def test_every_public_field_has_a_word_in_every_language(world: Prepared):
    names = {one.alias for kind in HELD for one in _fields(KINDS[kind].record)}
    assert len(names) > 120
    for reader in world.portal.readers:
        lacking = [name for name in names if field_word(reader, name) == name]
        assert lacking == []


def _fields(model: type) -> list[Field]:
    fields = open_fields(model)
    return [*fields, *(one for field in fields for part in _parts(model.model_fields[field.name].annotation) for one in _fields(part))]


def _parts(annotation: object) -> list[type]:
    if isinstance(annotation, type) and issubclass(annotation, Part):
        return [annotation]
    return [part for one in get_args(annotation) for part in _parts(one)]


def test_codes_that_share_a_word_stand_for_themselves(portal: Portal, monkeypatch: pytest.MonkeyPatch):
    lists = CodeLists(portal.readers.default)
    codes = ["draft", "withdrawn", "published", "published ", "sme"]
    words = {"draft": "Same", "withdrawn": "Same", "published": "draft"}
    monkeypatch.setattr(CodeLists, "_said", lambda _, __, code: words.get(code, ""))
    lists.know("any", codes)
    assert lists.lists["any"] == {"draft": "Same", "withdrawn": "withdrawn", "published": "published", "published ": "published ", "sme": "sme"}


def test_names_of_sheets_are_what_spreadsheets_allow():
    taken: set[str] = set()
    names = [title(words, taken) for words in ("'[a]: b/c?*\\", "A B C", "a b c", "w" * 40, "w" * 40, "", "''", "Duties and agreements on trade abroad")]
    assert names == ["a b c", "A B C 2", "a b c 3", "w" * 31, f"{'w' * 27} 2", "1", "1 2", "Duties and agreements on trade"]


def test_world_without_entries_is_a_workbook_too():
    portal, file = small(offering={"markets": {}})
    records = read_workbook("book.xlsx", file, permitted=True).typed()
    assert records == public_records(portal, portal.catalogue(portal.profiles.editions["br-2026"]))
    assert ("sme", "tide") in records
