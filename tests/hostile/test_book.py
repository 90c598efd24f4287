"""A catalogue set from hostile records: every letter is printed, nothing runs, and links lead to the web or into the book."""

import json
import re
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from c2site.build.catalogues import book, print_brand
from c2site.build.selecting import chosen
from c2site.build.typesetter import set_book, stage_type
from c2site.catalogue import Wanted, selections
from c2site.errors import DataError
from tests.conftest import REPOSITORY
from tests.hostile.test_pages import strings
from tests.hostile.worlds import AttackedWorld
from tests.render.printed.structure import elements

MARKED = re.compile(r"Q\d+[ZT]")
ACTS = {"/JavaScript", "/JS", "/Launch", "/SubmitForm", "/ImportData", "/GoToR", "/GoToE", "/RichMedia", "/AA", "/OpenAction", "/AcroForm"}


def printed(world: AttackedWorld, edition: str, stage: Path) -> tuple[str, PdfReader]:
    """Return the content of a book as data, and the book."""
    prepared = world.prepared
    content = book(prepared.portal, prepared.portal.profiles.editions[edition], "en", print_brand(prepared))
    stage_type(REPOSITORY / "theme", stage)
    return content, PdfReader(BytesIO(set_book(content, stage)))


@pytest.fixture(scope="module")
def made(attacked: dict[str, AttackedWorld], tmp_path_factory: pytest.TempPathFactory) -> tuple[str, PdfReader]:
    return printed(attacked["markup"], "br-2027", tmp_path_factory.mktemp("stage"))


def alternatives(pdf: PdfReader) -> set[str]:
    """Return what pictures are said to show, for readers who hear the book."""
    return {squeezed(str(one["/Alt"])) for one in elements(pdf) if "/Alt" in one}


def squeezed(text: str) -> str:
    """Return text without what lines break at and without marks of direction."""
    return re.sub(r"[\s\u00ad\u200b\u2010\u2011\u2066-\u2069-]", "", text)


def unprinted(content: str, pdf: PdfReader) -> tuple[set[str], list[str]]:
    """Return the texts of a book, and those of which not even the beginning is printed, nor told of a picture."""
    found = squeezed("".join(page.extract_text() for page in pdf.pages))
    printed = {**json.loads(content), "attached": []}
    texts = {squeezed(text) for text in strings(printed) if MARKED.search(text) and not text.startswith(("http", "<svg"))}
    # A text that goes on in another column or on the next page is interrupted there.
    interrupted = [text for text in texts - alternatives(pdf) if text not in found]
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


def test_nothing_in_the_book_runs_and_only_its_own_data_is_attached(made: tuple[str, PdfReader]):
    content, pdf = made
    found = {note["/A"].get_object()["/S"] for page in pdf.pages for note in (one.get_object() for one in page.get("/Annots") or ()) if "/A" in note}
    assert found <= {"/URI", "/GoTo"}
    assert not ACTS & set(pdf.trailer["/Root"])
    assert {name: [text.decode()] for name, (text,) in pdf.attachments.items()} == {one["name"]: [one["content"]] for one in json.loads(content)["attached"]}


def test_a_line_card_of_hostile_records_prints_their_names_and_leads_nowhere_else(attacked: dict[str, AttackedWorld], tmp_path: Path):
    prepared = attacked["markup"].prepared
    stage_type(REPOSITORY / "theme", tmp_path)
    for card in selections(prepared.portal, Wanted(smes=tuple(prepared.portal.profiles.smes)[:3], languages=("ar",))):
        content = book(prepared.portal, card, "ar", print_brand(prepared))
        pdf = PdfReader(BytesIO(set_book(content, tmp_path)))
        name = squeezed(prepared.portal.profiles.smes[card.smes[0]].name)
        assert name[:20] in squeezed("".join(page.extract_text() for page in pdf.pages))
        notes = [note.get_object() for page in pdf.pages for note in page.get("/Annots") or ()]
        assert {note["/A"]["/S"] for note in notes if "/A" in note} <= {"/URI"}
        assert not ACTS & set(pdf.trailer["/Root"])
        assert len(pdf.pages) <= 2


def test_a_shortlist_of_attacks_makes_no_catalogue(attacked: dict[str, AttackedWorld], tmp_path: Path):
    (tmp_path / "list").write_text("\n".join(("../../etc/passwd", "<script>", "=1+1", "\u202e\x1b[31m", "::error::x", "#panic()", "a" * 9_000)), encoding="utf-8")
    with pytest.raises(DataError) as raised:
        chosen(attacked["markup"].prepared, Wanted(), (tmp_path / "list",))
    told = "".join(one.message for one in raised.value.problems)
    assert "\x1b" not in told
    assert "\u202e" not in told
