"""Whole books, read back from their PDFs."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from unicodedata import bidirectional, normalize

import pytest
from pypdf import PdfReader

from c2site.catalogue import Portal
from c2site.render import printed
from tests.render.printed.conftest import THEME, Book
from tests.render.printed.structure import elements

BOOKS = [("br-2027", "pt"), ("jp-2027", "en"), ("quay-day-2027", "ar"), ("quay-day-2027", "he")]
HOSTILE = [
    "#panic()",
    "C# <script>alert(1)</script>",
    "{{7*7}} $x$ *b* @ref <lbl>",
    "= Heading \\u{1}",
    "شركة المياه 12",
]
VOWELS = re.compile(r"[\u064b-\u065f\u0670]")
SetBook = Callable[[Portal, str, str], Book]
Named = Callable[[str, str], Book]


def plain(text: str) -> str:
    """Text without spaces and invisible signs, composed: how letters are joined and lines broken does not matter."""
    return re.sub(r"[\s\u200b-\u200f\u2060-\u2069\u00ad]", "", normalize("NFKC", text))


def holds(page: str, wanted: str) -> bool:
    """Whether a page shows `wanted`. pypdf gives right-to-left words in the order of the line, so each is looked for;
    those with vowel signs, and some beside them, it tears apart.
    """
    text = plain(page)
    if plain(wanted) in text or not any(bidirectional(char) in ("R", "AL") for char in page):
        return plain(wanted) in text
    words = [word for word in re.split(r"[^\w\u064b-\u065f]+", wanted) if not VOWELS.search(word)]
    return sum(plain(word) in text for word in words) >= 0.5 * len(words)


def annotations(reader: PdfReader) -> Iterator[tuple[int, dict]]:
    for number, page in enumerate(reader.pages, 1):
        for one in page.get("/Annots") or []:
            yield number, one.get_object()


@pytest.mark.parametrize(("edition", "tag"), BOOKS)
def test_every_entry_and_company_is_in_the_book(book: Named, edition: str, tag: str):
    made = book(edition, tag)
    text = "\n".join(made.pages)
    for sheet in made.catalogue.sheets:
        assert holds(text, sheet.sme.name)
    for chapter in made.data["clusters"]["chapters"]:
        for sheet in chapter["sheets"]:
            for entry in sheet["entries"]:
                assert holds(text, entry["name"]["t"])


@pytest.mark.parametrize(("edition", "tag"), BOOKS)
def test_every_bookmark_leads_to_the_page_that_shows_its_title(book: Named, edition: str, tag: str):
    made = book(edition, tag)
    found = list(_bookmarks(made.reader))
    assert len(found) >= len(made.catalogue.entries)
    for title, page in found:
        assert holds(made.pages[page - 1], title)


def _bookmarks(reader: PdfReader) -> Iterator[tuple[str, int]]:
    def walked(items: list) -> Iterator[tuple[str, int]]:
        for item in items:
            if isinstance(item, list):
                yield from walked(item)
            else:
                yield str(item.title), reader.get_destination_page_number(item) + 1

    yield from walked(reader.outline)


def test_page_numbers_of_the_contents_are_right(book: Named):
    made = book("jp-2027", "en")
    contents = next(text for text in made.pages if text.count("\n") > 8 and "\nContents\n" in f"\n{text}\n")
    lines = [match for line in contents.replace("\u2060", "").splitlines() if (match := re.fullmatch(r"(\D.*?)\s*(\d+)", line))]
    titles = {plain(title): int(page) for title, page in (match.groups() for match in lines)}
    wanted = [sheet["name"]["t"] for chapter in made.data["clusters"]["chapters"] for sheet in chapter["sheets"]]
    wanted += [made.data[part]["heading"]["t"] for part in ("guide", "market", "clusters", "indexes", "bibliography")]
    for title in wanted:
        if len(title) < 60 and title.isascii():
            assert plain(title) in plain(made.pages[titles[plain(title)] - 1]), title


def test_page_numbers_of_the_index_are_right(book: Named):
    made = book("br-2027", "pt")
    bookmarks = dict(_bookmarks(made.reader))
    index = plain(made.pages[bookmarks[made.data["indexes"]["heading"]["t"]] - 1])
    for sheet in made.catalogue.sheets:
        numbers = ",".join(str(one) for one in _numbers(made, sheet.sme.id))
        page = bookmarks[_entry_name(made, sheet.entries[0].number)]
        assert f"{plain(sheet.sme.name)}{numbers}{page}" in index


def _numbers(made: Book, sme: str) -> list[int]:
    return [entry.number for entry in made.catalogue.entries if sme in entry.offering.makers]


def _entry_name(made: Book, number: int) -> str:
    entries = [
        entry
        for chapter in made.data["clusters"]["chapters"]
        for sheet in chapter["sheets"]
        for entry in sheet["entries"]
    ]
    return next(entry["name"]["t"] for entry in entries if entry["number"] == number)


def test_running_head_gives_the_numbers_of_the_page(book: Named):
    made = book("br-2027", "pt")
    words = "|".join(re.escape(made.data["words"][key]["t"]) for key in ("entry", "entries"))
    heads = re.findall(rf"(?:{words}) (\d+)(?:–(\d+))?$", "\n".join(made.pages), re.MULTILINE)
    numbers = {number for first, last in heads for number in range(int(first), int(last or first) + 1)}
    assert numbers == {entry.number for entry in made.catalogue.entries}


def test_page_number_stands_in_the_outer_corner(book: Named):
    made = book("quay-day-2027", "en")
    width = float(made.reader.pages[0].mediabox.width)
    for number in (3, 4):
        assert (_place_of(made.reader, number, str(number)) > width / 2) == (number % 2 == 1)


def _place_of(reader: PdfReader, page: int, wanted: str) -> float:
    """Return the horizontal place of the lowest text `wanted` on a page."""
    found: list[tuple[float, float]] = []

    def visited(text: str, matrix: list, text_matrix: list, *_: object) -> None:
        if plain(text) == wanted:
            found.append((matrix[5] + text_matrix[5], matrix[4] + text_matrix[4]))

    reader.pages[page - 1].extract_text(visitor_text=visited)
    return min(found)[1]


@pytest.mark.parametrize(("edition", "tag"), BOOKS)
def test_only_embedded_firago_is_used(book: Named, edition: str, tag: str):
    names = set()
    for page in book(edition, tag).reader.pages:
        for font in page["/Resources"].get("/Font", {}).values():
            face = font.get_object()["/DescendantFonts"][0].get_object()
            descriptor = face["/FontDescriptor"]
            assert {"/FontFile2", "/FontFile3"} & set(descriptor)
            names.add(face["/BaseFont"].split("+")[-1])
    assert names
    assert all(name.startswith("FiraGO") for name in names)


@pytest.mark.parametrize(("edition", "tag"), BOOKS)
def test_links_are_http_or_lead_into_the_book(book: Named, edition: str, tag: str):
    made = book(edition, tag)
    targets = [one["/A"]["/URI"] for _, one in annotations(made.reader) if "/A" in one and "/URI" in one["/A"]]
    assert made.data["back"]["address"]["link"] in targets
    assert all(target.startswith(("https://", "http://")) for target in targets)


def test_notes_lead_to_their_source(book: Named):
    made = book("br-2027", "pt")
    inside = [one for _, one in annotations(made.reader) if "/Dest" in one or one.get("/A", {}).get("/S") == "/GoTo"]
    assert len(inside) > len(made.data["bibliography"]["rows"])


def test_bibliography_holds_the_cited_sources_once_in_order(book: Named):
    rows = book("br-2027", "pt").data["bibliography"]["rows"]
    assert [row["number"] for row in rows] == list(range(1, len(rows) + 1))
    assert len({"".join(part["t"] for part in row["parts"]) for row in rows}) == len(rows)


@pytest.mark.parametrize(("edition", "tag"), BOOKS)
def test_book_is_tagged_titled_and_says_its_language(book: Named, edition: str, tag: str):
    made = book(edition, tag)
    catalog = made.reader.trailer["/Root"]
    assert catalog["/MarkInfo"]["/Marked"]
    assert catalog["/Lang"].split("-")[0] == tag
    assert plain(made.reader.metadata.title) == plain(made.data["book"]["title"]["t"])
    metadata = catalog["/Metadata"].get_object().get_data().decode("utf-8")
    assert "pdfuaid:part" in metadata
    assert "pdfaid:part" in metadata


def test_headings_are_tagged_without_skipping_a_level(book: Named):
    kinds = [str(one["/S"]) for one in elements(book("br-2027", "pt").reader)]
    levels = [int(kind[2]) for kind in kinds if re.fullmatch("/H[1-6]", kind)]
    assert levels
    assert all(after - before <= 1 for before, after in zip([0, *levels], levels, strict=False))


@pytest.mark.parametrize(("edition", "tag"), BOOKS)
def test_text_read_back_has_no_signs_without_a_shape(book: Named, edition: str, tag: str):
    assert [number for number, text in enumerate(book(edition, tag).pages, 1) if re.search("[\u2060\u2066-\u2069]", text)] == []


def test_arabic_and_hebrew_can_be_read_back(book: Named):
    arabic, hebrew = book("quay-day-2027", "ar"), book("quay-day-2027", "he")
    assert holds(arabic.pages[0], "شركات يوم الرصيف")
    assert holds(hebrew.pages[0], "החברות ביום הרציף")
    assert arabic.reader.trailer["/Root"]["/ViewerPreferences"]["/Direction"] == "/R2L"


@pytest.mark.parametrize(("edition", "tag"), BOOKS)
def test_funding_stands_on_both_covers_and_in_the_imprint(book: Named, edition: str, tag: str):
    made = book(edition, tag)
    statement, disclaimer = (made.data["funding"][key]["t"] for key in ("statement", "disclaimer"))
    for page in (0, 1, -1):
        assert holds(made.pages[page], statement)
    for page in (1, -1):
        assert holds(made.pages[page], disclaimer)


@pytest.mark.parametrize(("edition", "tag"), BOOKS)
def test_every_page_of_an_invented_partnership_says_so(book: Named, edition: str, tag: str):
    made = book(edition, tag)
    notice = made.data["book"]["notice"]["t"]
    assert [number for number, text in enumerate(made.pages, 1) if text.strip() and not holds(text, notice)] == []


def test_same_data_give_the_same_bytes(book: Named, type_folder: Path):
    made = book("quay-day-2027", "ar")
    assert printed.typeset(made.data, THEME, type_folder) == made.pdf


def test_paper_follows_the_edition_then_the_market(book: Named):
    sizes = {edition: float(book(edition, tag).reader.pages[0].mediabox.width) for edition, tag in BOOKS[:2]}
    assert round(sizes["br-2027"]) == 595
    assert round(sizes["jp-2027"]) == 612


def test_hostile_names_are_printed_as_they_are(portal: Portal, set_book: SetBook):
    smes = dict(portal.profiles.smes)
    catalogue = portal.catalogue(portal.profiles.editions["jp-2027"])
    changed = [sheet.sme.id for sheet in catalogue.sheets][: len(HOSTILE)]
    names = dict(zip(changed, HOSTILE, strict=False))
    smes |= {key: smes[key].model_copy(update={"name": name, "summary": None}) for key, name in names.items()}
    made = set_book(_changed(portal, smes=smes), "jp-2027", "en")
    assert [name for name in names.values() if not holds("\n".join(made.pages), name)] == []


def test_a_name_without_spaces_stays_on_the_page(portal: Portal, set_book: SetBook):
    smes = dict(portal.profiles.smes)
    key = portal.catalogue(portal.profiles.editions["jp-2027"]).sheets[0].sme.id
    smes[key] = smes[key].model_copy(update={"name": "W" * 120})
    made = set_book(_changed(portal, smes=smes), "jp-2027", "en")
    longest = max(len(run) for page in made.pages for run in re.findall("W+", page))
    assert longest < 60
    assert "W" * 120 in plain("".join(made.pages))


def test_an_edition_without_entries_is_a_short_book_that_says_so(portal: Portal, set_book: SetBook):
    made = set_book(_changed(portal, offerings={}), "br-2027", "en")
    assert made.catalogue.empty
    assert plain(made.data["nothing"]["lead"]["t"]) in plain("".join(made.pages))
    assert made.data["indexes"] is None
    assert plain(made.data["market"]["heading"]["t"]) in plain("".join(made.pages[1:]))


def _changed(portal: Portal, **records: dict) -> Portal:
    return replace(portal, profiles=replace(portal.profiles, **records))
