"""Records from a workbook, as published and as editors have changed it."""

from datetime import date
from decimal import Decimal
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

from c2site.errors import DataError, Problem
from c2site.language import Reader
from c2site.load import workbook_cells
from c2site.load.workbook import Workbook, read_workbook
from c2site.load.workbook_cells import Sheets
from c2site.load.workbook_columns import LONGEST_CELL, Column, column_named, joined, parted, pieces
from c2site.render.exports.workbook_writing import Book

SMES = ["sme:id", "sme:name", "sme:cluster", "sme:country=country", "sme:sectors[]", "sme:status=status", "sme:source_language"]
TIDE = ["tide", "Tide", "reef", "Portugal", "water", "published", "en"]
CODES = ["codes:code=country", "codes:word=country"]
COUNTRIES = [["PT", "Portugal"], ["BR", "Brazil"]]
STATEMENTS = ["statements[]:#kind", "statements[]:#id", "statements[]:#position", "statements[]:text@en", "statements[]:sources[]"]
XML_TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\ufffe\uffff"), min_size=1)
AWKWARD = st.sampled_from(["NO", "012", "1e5", "=1+1", "_x000D_", "x005F_", "_x005F_x0041_", "a\r\nb", " a ", "\u202bשלום\u202c", "👩🏽‍🔬", "TRUE", "2024-01-01", "'a", "\t"])


def written(**sheets: list[list[Any]]) -> bytes:
    """Return a workbook: names of columns, headers nobody reads, rows."""
    out = BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        day = book.add_format({"num_format": "yyyy-mm-dd"})
        for name, (names, *rows) in sheets.items():
            page = book.add_worksheet(name)
            for number, row in enumerate([names, ["?"] * len(names), *rows]):
                for at, value in enumerate(row):
                    if value is not None:
                        page.write(number, at, value, *([day] if isinstance(value, date) else []))
    return out.getvalue()


def read(**sheets: list[list[Any]]) -> Workbook:
    return read_workbook("book.xlsx", written(**{"codes": [CODES, *COUNTRIES], **sheets}))


def problems(**sheets: list[list[Any]]) -> tuple[Problem, ...]:
    with pytest.raises(DataError) as caught:
        read(**sheets).typed()
    return caught.value.problems


def told(**sheets: list[list[Any]]) -> list[tuple]:
    return [(one.code, one.path, one.line, one.column, one.field) for one in problems(**sheets)]


def refused(raw: bytes) -> list[str]:
    with pytest.raises(DataError) as caught:
        read_workbook("book.xlsx", raw)
    return [one.code for one in caught.value.problems]


def repacked(raw: bytes, **changes: bytes) -> bytes:
    out = BytesIO()
    with ZipFile(BytesIO(raw)) as old, ZipFile(out, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, changes.pop(name, old.read(name)))
        for name, part in changes.items():
            new.writestr(name, part)
    return out.getvalue()


def test_rows_become_records():
    found = read(a=[SMES, TIDE], b=[STATEMENTS, ["sme", "tide", 1, "It floats.", "one; two"]]).typed()["sme", "tide"]
    assert (found.name, found.country, found.sectors) == ("Tide", "PT", ("water",))
    assert (found.statements[0].text, found.statements[0].sources) == ({"en": "It floats."}, ("one", "two"))


def test_columns_may_be_moved_and_rows_sorted():
    rows = [["sme", "tide", 2, "Second.", "a"], ["sme", "tide", None, "Last.", "a"], ["sme", "tide", 1, "First.", "a"]]
    found = read(b=[STATEMENTS, *rows], a=[SMES[::-1], TIDE[::-1]]).typed()["sme", "tide"]
    assert [one.text["en"] for one in found.statements] == ["First.", "Second.", "Last."]


def test_columns_and_sheets_without_names_are_the_editors_own():
    assert list(read(a=[[*SMES, "my own"], [*TIDE, "seen"]], notes=[["Anything"], ["=1"]]).typed()) == [("sme", "tide")]


def test_lists_of_lists_find_their_item():
    names = ["work_packages[]:#kind", "work_packages[]:#id", "work_packages[]:#position", "work_packages[]:id"]
    aims = ["work_packages[].aims[]:#kind", "work_packages[].aims[]:#id", "work_packages[].aims[]:#position", "work_packages[].aims[]:@en"]
    sheets = {"a": [["partnership:id"], ["quay"]], "b": [names, ["partnership", "quay", 2, "wp2"], ["partnership", "quay", 1, "wp1"]]}
    found = read(**sheets, c=[aims, ["partnership", "quay", "2.1", "Know the rules"]])
    assert found.problems == ()
    assert found.records["partnership", "quay"].values["work_packages"] == [{"id": "wp1"}, {"id": "wp2", "aims": [{"en": "Know the rules"}]}]


def test_numbers_days_and_truths_are_read_as_editors_write_them():
    values = [12, 49.5, 1e15, 0.1, True, date(2027, 3, 1), "012", "NO"]
    [(_, rows)] = Sheets("book.xlsx", written(a=[["x"], values]))
    assert [cell.text for cell in list(rows)[2]] == ["12", "49.5", "1000000000000000", "0.1", "true", "2027-03-01", "012", "NO"]


def test_every_mistake_is_told_at_once_with_its_cell():
    rows = [TIDE, ["gauge", None, "reef", "Brasil", "water", "publish", "en"], [None, "Nobody"], TIDE]
    owners = [["sme", "tied", 1, "Who?", "a"], ["sme", "tide", 1, None, "a"], [None, None, 1, "Whose?", "a"]]
    assert told(a=[SMES, *rows], b=[STATEMENTS, *owners]) == [
        ("missing-field", "book.xlsx#a", 4, 1, "name"),
        ("wrong-choice", "book.xlsx#a", 4, 4, "country"),
        ("wrong-choice", "book.xlsx#a", 4, 6, "status"),
        ("workbook-no-id", "book.xlsx#a", 5, 2, ""),
        ("duplicate-part", "book.xlsx#a", 6, 1, ""),
        ("unknown-reference", "book.xlsx#b", 3, 2, ""),
        ("missing-field", "book.xlsx#b", 4, 1, "statements.0.text"),
        ("workbook-no-owner", "book.xlsx#b", 5, 3, ""),
    ]


def test_a_word_that_is_not_in_its_list_is_told_with_the_nearest_one():
    [found] = problems(a=[SMES, [*TIDE[:3], "Brasil", *TIDE[4:]]])
    assert "Brazil" in found.hint


def test_codes_are_understood_where_words_are_expected():
    assert read(a=[SMES, [*TIDE[:3], "BR", *TIDE[4:]]]).typed()["sme", "tide"].country == "BR"


def test_unknown_fields_and_kinds_are_told():
    assert [one[0] for one in told(a=[[*SMES, "sme:nickname"], [*TIDE, "x"]])] == ["unknown-field"]
    found = read(a=[["smes:id"], ["tide"]]).problems[0]
    assert (found.code, found.hint) == ("workbook-sheet", "Did you mean `sme`?")


def test_formulas_and_invisible_characters_are_told():
    found = read(a=[SMES, [TIDE[0], "=1+1", *TIDE[2:]], ["gauge", "a\u202eb", *TIDE[2:]]]).problems
    assert [(one.code, one.line, one.column) for one in found] == [("workbook-formula", 3, 2), ("text-control", 4, 2)]


def test_references_need_a_permission_unless_it_is_known():
    sheets = {"a": [SMES, TIDE], "b": [["references[]:#kind", "references[]:#id", "references[]:client"], ["sme", "tide", "City"]]}
    assert [one[0::4] for one in told(**sheets)] == [("missing-field", "references.0.permission")]
    assert read_workbook("book.xlsx", written(**sheets), permitted=True).records["sme", "tide"].values["references"][0]["permission"] == "true"


def test_files_that_are_no_workbooks_are_refused():
    assert refused(b"") == refused(b"id,name") == refused(repacked(written(a=[["x"]]), **{"xl/workbook.xml": b"<"})) == ["workbook-unreadable"]


@pytest.mark.parametrize("name", ["xl/vbaProject.bin", "xl/externalLinks/externalLink1.xml", "xl/embeddings/oleObject1.bin", "xl/connections.xml"])
def test_parts_that_act_or_lead_out_are_refused(name: str):
    assert refused(repacked(written(a=[SMES, TIDE]), **{name: b"<x/>"})) == ["workbook-part"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_document_types_are_refused(encoding: str):
    part = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><x>&b;</x>'.encode(encoding)
    assert refused(repacked(written(a=[SMES, TIDE]), **{"xl/sharedStrings.xml": part})) == ["workbook-declares"]


def test_files_that_unpack_to_too_much_are_refused(monkeypatch: pytest.MonkeyPatch):
    raw = written(a=[SMES, TIDE])
    monkeypatch.setattr(workbook_cells, "MOST_UNPACKED", 1_000)
    assert refused(raw) == ["workbook-too-large"]
    monkeypatch.setattr(workbook_cells, "MOST_BYTES", 1_000)
    assert refused(raw) == ["file-too-large"]


def test_a_sheet_that_lies_about_its_size_is_read_as_far_as_it_goes():
    raw = written(a=[SMES, TIDE])
    with ZipFile(BytesIO(raw)) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml").replace(b'<dimension ref="A1:G3"/>', b'<dimension ref="A1:XFD1048576"/>')
    assert b"XFD1048576" in sheet
    sheets = Sheets("book.xlsx", repacked(raw, **{"xl/worksheets/sheet1.xml": sheet}))
    [(_, rows)] = sheets
    assert len(list(rows)) == 3
    assert {page.max_column for page in sheets._book.worksheets} == {None}


def test_rows_no_sheet_has_room_for_are_not_waited_for():
    raw = written(a=[SMES, TIDE])
    with ZipFile(BytesIO(raw)) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml").replace(b'<row r="3"', b'<row r="999999999"')
    [(_, rows)] = Sheets("book.xlsx", repacked(raw, **{"xl/worksheets/sheet1.xml": sheet}))
    assert sum(1 for _ in rows) == workbook_cells.MOST_ROWS


@settings(max_examples=40)
@given(st.lists(XML_TEXT | AWKWARD | st.integers(-(10**18), 10**18) | st.decimals(-(10**12), 10**12, places=4) | st.dates(), min_size=1, max_size=30))
def test_any_values_survive_the_round_trip(values: list[Any]):
    book = Book(Reader("en", ("en",)), date(2027, 3, 1), {})
    page = book.add("a")
    for row, value in enumerate(values):
        book.put(page, row, 0, value)
    [(_, rows)] = Sheets("book.xlsx", book.bytes())
    found = {cell.row - 1: cell.text for row in rows for cell in row}
    for row, value in enumerate(values):
        if isinstance(value, (int, Decimal)):
            assert Decimal(found[row]) == value
        else:
            assert found[row] == str(value)


def test_the_longest_text_of_a_cell_survives_and_longer_ones_are_parted():
    for text in ("x" * LONGEST_CELL, "x" * (LONGEST_CELL + 1), "👩" * 40_000, "ab" * 50_000):
        found = pieces(text)
        assert "".join(found) == text
        assert all(len(one.encode("utf-16-le")) <= 2 * LONGEST_CELL for one in found)
        assert len(found) <= 1 + len(text.encode("utf-16-le")) // (2 * LONGEST_CELL - 2)
    names = [*SMES, "sme:standards[]+1", "sme:standards[]"]
    assert read(a=[names, [*TIDE, "nd; third", "first; seco"]]).records["sme", "tide"].values["standards"] == ["first", "second", "third"]


@given(st.lists(st.text(min_size=1).map(str.strip).filter(bool)))
def test_lists_survive_their_cell(items: list[str]):
    assert parted(joined(items)) == items


@given(st.text())
def test_no_cell_is_too_odd_for_a_list(cell: str):
    assert all(item.strip() for item in parted(cell))


COLUMNS = st.builds(
    Column,
    st.sampled_from(["offering", "statements[]", "trade.incoterms[]", "markets{}", "work_packages[].aims[]"]),
    st.lists(st.sampled_from(["name", "codes", "hs", "from", "bleed_mm", "#id"]), max_size=3).map(tuple),
    st.booleans(),
    st.sampled_from(["", "en", "sr-Latn", "es-MX"]),
    st.sampled_from(["", "country", "Record.status"]),
    st.integers(0, 20),
)


@given(COLUMNS)
def test_names_of_columns_say_what_they_mean(column: Column):
    assert column_named(str(column)) == column


@given(st.text(max_size=40))
def test_words_of_people_are_no_names_of_columns(text: str):
    assert column_named(text) is None or ":" in text
