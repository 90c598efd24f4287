"""Tables somebody else designed: where their header stands, and what is too much."""

from io import BytesIO
from typing import Any

import openpyxl
import pytest

from c2site.errors import DataError
from c2site.load import questionnaire
from c2site.load.questionnaire import Table, read_table


def xlsx(**sheets: list[list[Any]]) -> bytes:
    book, out = openpyxl.Workbook(), BytesIO()
    book.remove(book.active)
    for title, rows in sheets.items():
        page = book.create_sheet(title)
        for row in rows:
            page.append(row)
    book.save(out)
    return out.getvalue()


def read(text: str, **known: Any) -> Table:
    return read_table("answers.csv", text.encode(), **known)


def refused(raw: bytes) -> list[str]:
    with pytest.raises(DataError) as caught:
        read_table("answers.csv", raw)
    return [one.code for one in caught.value.problems]


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_the_sign_between_cells_is_found(separator: str):
    [page] = read(separator.join(["Name", "Country"]) + "\n" + separator.join(["Tide", '"a, b; c"']) + "\n").pages
    assert [cell.text for cell in page.header] == ["Name", "Country"]
    assert [cell.text for cell in page.rows[0]] == ["Tide", "a, b; c"]


def test_lines_above_the_header_are_passed_over():
    [page] = read("Survey 2027,,\nPlease answer,,\n\nName,Country,City\nTide,PT,Porto\nGauge,FI,Turku\n").pages
    assert [cell.text for cell in page.header] == ["Name", "Country", "City"]
    assert [(row[0].row, row[0].text) for row in page.rows] == [(5, "Tide"), (6, "Gauge")]


def test_a_header_that_is_known_is_found_below_longer_lines():
    text = "Who,are,you,please\nName,Country,,\nTide,PT,,\n"
    assert [cell.text for cell in read(text, known=[{"name", "country"}]).pages[0].header] == ["Name", "Country"]


def test_sheets_without_a_header_are_no_pages_and_typed_cells_are_known():
    raw = xlsx(Cover=[["Welcome"]], Answers=[["Name", "Staff"], ["Tide", 12]])
    [page] = read_table("answers.xlsx", raw).pages
    assert page.title == "Answers"
    assert [(cell.text, cell.typed) for cell in page.rows[0]] == [("Tide", False), ("12", True)]


def test_old_workbooks_and_what_is_no_table_are_refused():
    assert refused(b"\xd0\xcf\x11\xe0" + bytes(100)) == ["import-format"]
    assert refused(b'a,b\n"' + b"x" * 200_000) == ["import-format"]


def test_more_rows_or_columns_than_a_partnership_can_have_are_refused(monkeypatch: pytest.MonkeyPatch):
    assert refused(b"a," * 600 + b"b\n") == ["import-too-large"]
    monkeypatch.setattr(questionnaire, "MOST_ROWS", 10)
    assert refused(b"a,b\n" * 60) == ["import-too-large"]
    monkeypatch.setattr(questionnaire, "MOST_BYTES", 10)
    assert refused(b"a,b\n" * 10) == ["file-too-large"]
