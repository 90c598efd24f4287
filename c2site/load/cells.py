"""The cells of a table as plain text, and how their places are told."""

from typing import NamedTuple

from openpyxl.utils import get_column_letter


class Cell(NamedTuple):
    """A value as text, and where it stands: `row` and `column` count from 1. `typed` says that the file holds no text there."""

    sheet: str
    row: int
    column: int
    text: str
    typed: bool = False


def spot(path: str, sheet: str) -> str:
    """Return how a sheet is named in what an editor is told; a table without sheets is its file."""
    return f"{path}#{sheet}" if sheet else path


def address(row: int, column: int, sheet: str = "") -> str:
    """Return a cell's place as spreadsheets write it: `Sheet1!C7`."""
    return f"{sheet}!{get_column_letter(column)}{row}" if sheet else f"{get_column_letter(column)}{row}"
