"""The catalogue as CSV."""

import csv
import io
import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from c2site.render.exports import csv_file, table
from c2site.render.exports.csv import csv_bytes, disarmed, rearmed
from tests.render.exports.portals import HOSTILE, small_portal, world_portal

TEXT = st.text(st.sampled_from("=+-@＝'; \t\r\n\",a0")) | st.text(st.characters(exclude_categories=["Cs"]))


def cells(file: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(file.decode("utf-8-sig"), newline="")))


def written(tag: str = "en", **changes: dict) -> bytes:
    portal = small_portal(**changes)
    return csv_file(portal, portal.catalogue(portal.profiles.editions["br-2026"]), tag)


def test_golden_row_of_a_small_catalogue():
    headers, row, end = written("ar").decode("utf-8-sig").split("\r\n")
    assert headers.startswith('"Edition","Entry","Id","Offering","Kind","Company","Cluster"')
    assert row == (
        '"br-2026",1,"gauge","Gauge","Thing","\'=Tide & <Sons>","Reef","البرتغال","","المياه","sold there",'
        '"يقرأ المد.","ar","","","902610","","","","","","","","","https://tide.example/","https://quay.example/id/gauge/",'
        '"https://example.org/invented/reef?a=1&b=2"'
    )
    assert end == ""


def test_file_starts_with_a_byte_order_mark_and_ends_every_line_with_crlf():
    file = written()
    assert file.startswith(b"\xef\xbb\xbf")
    assert file.endswith(b"\r\n")
    assert not re.search(rb"(?<!\r)\n", file)


def test_csv_module_reads_back_the_table():
    portal = world_portal()
    for edition in portal.profiles.editions.values():
        for tag in edition.languages:
            catalogue = portal.catalogue(edition)
            found = table(portal, catalogue, tag)
            read = [[rearmed(cell) for cell in row] for row in cells(csv_file(portal, catalogue, tag))]
            assert read == [[str(cell) for cell in row] for row in (found.headers, *found.rows)]


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_names_are_read_back_as_written_and_start_no_formula(name: str):
    row = cells(written(sme={"name": name}))[1]
    assert rearmed(row[5]) == " ".join(name.split())
    assert not re.match(r"\s*[=+\-@＝＋－＠]", row[5])


def test_disarmed_names_keep_their_letters():
    assert disarmed("=Equal Ltd") == "'=Equal Ltd"
    assert [disarmed(one) for one in ("O'Neil", "R&D <5 GmbH", "3-phase", "a; b", "'quoted'")] == [
        "O'Neil", "R&D <5 GmbH", "3-phase", "a; b", "'quoted'",
    ]  # fmt: skip


@given(TEXT)
def test_disarming_can_be_undone(text: str):
    assert rearmed(disarmed(text)) == text


@example("a;=1")
@example("a; '=1")
@given(TEXT)
def test_no_cell_starts_a_formula_even_where_semicolons_part_cells(text: str):
    assert not any(re.match(r"\s*[=+\-@＝＋－＠]|[\t\r\n]", cell) for cell in disarmed(text).split(";"))


@given(st.lists(st.tuples(TEXT, TEXT, st.integers()), min_size=1))
def test_any_cells_survive_the_round_trip(rows: list[tuple[str, str, int]]):
    read = cells(csv_bytes(rows))
    assert [(rearmed(one), rearmed(other), int(number)) for one, other, number in read] == rows
