"""Books of the invented partnership, each set once."""

import json
from collections.abc import Callable, Mapping
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from pikepdf import Pdf
from pypdf import PdfReader

from c2site.catalogue import Catalogue, Portal
from c2site.render import printed

REPOSITORY = Path(__file__).resolve().parents[3]
THEME = REPOSITORY / "theme"
WORLD_BRAND = REPOSITORY / "tests" / "world" / "theme" / "brand"

PressBook = Callable[[str, str], Pdf]


class Book(NamedTuple):
    """A set book: its data, its bytes, and the text of its pages from the first."""

    catalogue: Catalogue
    data: dict[str, Any]
    pdf: bytes
    reader: PdfReader
    pages: list[str]


@pytest.fixture(scope="session")
def brand() -> Mapping[str, Any]:
    return {
        "tokens": json.loads((WORLD_BRAND / "tokens.json").read_text(encoding="utf-8")),
        "logo": (WORLD_BRAND / "logo.svg").read_text(encoding="utf-8"),
        "emblem": (THEME / "brand" / "emblem-eu.svg").read_text(encoding="utf-8"),
    }


@pytest.fixture(scope="session")
def type_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("fonts")
    for name, content in printed.fonts().items():
        (folder / name).write_bytes(content)
    return folder


@pytest.fixture(scope="session")
def set_book(brand: Mapping[str, Any], type_folder: Path) -> Callable[[Portal, str, str], Book]:
    def made(portal: Portal, edition: str, tag: str) -> Book:
        catalogue = portal.catalogue(portal.profiles.editions[edition])
        data = printed.document(portal, catalogue, tag, brand)
        pdf = printed.typeset(data, THEME, type_folder)
        reader = PdfReader(BytesIO(pdf))
        return Book(catalogue, data, pdf, reader, [page.extract_text() for page in reader.pages])

    return made


@pytest.fixture(scope="session")
def book(portal: Portal, set_book: Callable[[Portal, str, str], Book]) -> Callable[[str, str], Book]:
    return cache(lambda edition, tag: set_book(portal, edition, tag))


@pytest.fixture(scope="session")
def press_data(book: Callable[[str, str], Book], portal: Portal, brand: Mapping[str, Any]) -> dict[str, Any]:
    return for_press(book("jp-2027", "en").data, portal, "jp-2027", brand)


def for_press(data: dict[str, Any], portal: Portal, edition: str, brand: Mapping[str, Any]) -> dict[str, Any]:
    """Return a book's data with what it must know of the press."""
    return {**data, "book": {**data["book"], "press": printed.press_order(portal.profiles.editions[edition], brand["tokens"])}}


@pytest.fixture(scope="session")
def press_book(book: Callable[[str, str], Book], portal: Portal, brand: Mapping[str, Any], type_folder: Path) -> PressBook:
    def made(edition: str, tag: str) -> Pdf:
        return Pdf.open(BytesIO(printed.typeset(for_press(book(edition, tag).data, portal, edition, brand), THEME, type_folder)))

    return cache(made)
