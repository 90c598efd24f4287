"""A catalogue set from hostile records: every letter is printed, nothing runs, and links lead to the web or into the book."""

import json
import re
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from c2site.build.catalogues import book, print_brand
from c2site.build.typesetter import set_book, stage_type
from tests.conftest import REPOSITORY
from tests.hostile.test_pages import strings
from tests.hostile.worlds import AttackedWorld

MARKED = re.compile(r"Q\d+[ZT]")
ACTS = {"/JavaScript", "/JS", "/Launch", "/SubmitForm", "/ImportData", "/GoToR", "/GoToE", "/EmbeddedFile", "/EmbeddedFiles", "/RichMedia", "/AA", "/OpenAction", "/AcroForm"}


def printed(world: AttackedWorld, edition: str, stage: Path) -> tuple[str, PdfReader]:
    """Return the content of a book as data, and the book."""
    prepared = world.prepared
    content = book(prepared.portal, prepared.portal.profiles.editions[edition], "en", print_brand(prepared))
    stage_type(REPOSITORY / "theme", stage)
    return content, PdfReader(BytesIO(set_book(content, stage)))


@pytest.fixture(scope="module")
def made(attacked: dict[str, AttackedWorld], tmp_path_factory: pytest.TempPathFactory) -> tuple[str, PdfReader]:
    return printed(attacked["markup"], "br-2027", tmp_path_factory.mktemp("stage"))


def squeezed(text: str) -> str:
    """Return text without what lines break at and without marks of direction."""
    return re.sub(r"[\s\u00ad\u200b\u2010\u2011\u2066-\u2069-]", "", text)




def unprinted(content: str, pdf: PdfReader) -> tuple[set[str], list[str]]:
    """Return the texts of a book, and those of which not even the beginning is printed."""
    found = squeezed("".join(page.extract_text() for page in pdf.pages))
    texts = {squeezed(text) for text in strings(json.loads(content)) if MARKED.search(text) and not text.startswith(("http", "<svg"))}
    # A text that goes on in another column or on the next page is interrupted there.
    interrupted = [text for text in texts if text not in found]
    assert len(interrupted) < len(texts) / 5
    return texts, [text for text in interrupted if text[:20] not in found]


def test_every_text_is_printed_as_it_was_written(made: tuple[str, PdfReader]):
    texts, lacking = unprinted(*made)
    assert len(texts) > 100
    assert lacking == []


def test_an_entry_of_very_long_facts_is_printed_to_its_end(attacked: dict[str, AttackedWorld], tmp_path: Path):
    assert unprinted(*printed(attacked["markup"], "quay-day-2027", tmp_path))[1] == []


def test_links_lead_to_the_web_or_into_the_book(made: tuple[str, PdfReader]):
    _, pdf = made
    notes = [note.get_object() for page in pdf.pages for note in page.get("/Annots") or ()]
    addresses = [note["/A"]["/URI"] for note in notes if "/A" in note]
    assert {note["/Subtype"] for note in notes} == {"/Link"}
    assert len(addresses) > 20
    assert all(address.startswith("https://") for address in addresses)


def test_nothing_in_the_book_runs_or_is_attached(made: tuple[str, PdfReader]):
    _, pdf = made
    found = {note["/A"].get_object()["/S"] for page in pdf.pages for note in (one.get_object() for one in page.get("/Annots") or ()) if "/A" in note}
    assert found <= {"/URI", "/GoTo"}
    assert not ACTS & set(pdf.trailer["/Root"])
    assert pdf.attachments == {}
