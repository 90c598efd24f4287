"""Every printed catalogue of the real partnership, read back."""

import re
from pathlib import Path

import pytest
from pypdf import PdfReader

from c2site.build.prepare import Prepared
from c2site.catalogue import edition_path
from c2site.model import Edition


def books(real: Prepared) -> list[tuple[Edition, str]]:
    return [(edition, tag) for edition in real.portal.profiles.editions.values() for tag in edition.languages]


def opened(real: Prepared, site: Path, edition: Edition, tag: str) -> PdfReader:
    return PdfReader(site / edition_path(real.portal.profiles.partnership, edition, tag, "pdf"))


def squeezed(text: str) -> str:
    """Return text without spaces, hyphens at line ends and direction marks, so that line breaks do not matter."""
    return re.sub(r"[\s\u00ad\u2010\u2066-\u2069\u200e\u200f-]", "", text)


def test_each_market_has_its_catalogues(real: Prepared, real_site: Path):
    wanted = {"us": ("en",), "ca": ("en", "fr"), "mx": ("es", "en"), "co": ("es", "en"), "dz": ("ar", "fr", "en")}
    assert {edition.market: edition.languages for edition, _ in books(real)} == wanted
    for edition, tag in books(real):
        for ending in ("pdf", "csv", "json"):
            assert (real_site / edition_path(real.portal.profiles.partnership, edition, tag, ending)).exists()


def test_every_entry_stands_in_every_catalogue(real: Prepared, real_site: Path):
    for edition, tag in books(real):
        pdf = opened(real, real_site, edition, tag)
        text = squeezed("".join(page.extract_text() for page in pdf.pages))
        for sheet in real.portal.catalogue(edition).sheets:
            assert squeezed(sheet.sme.name) in text, (edition.id, tag, sheet.sme.name)
        assert len(pdf.pages) >= 10
        assert pdf.metadata.title


def test_addresses_in_the_catalogues_are_pages_of_the_site(real: Prepared, real_site: Path):
    for edition, tag in books(real):
        pdf = opened(real, real_site, edition, tag)
        links = {note.get_object()["/A"]["/URI"] for page in pdf.pages for note in page.get("/Annots") or () if "/URI" in note.get_object().get("/A", {})}
        own = {link for link in links if link.startswith(real.portal.site_url)}
        assert len(own) >= len(real.portal.catalogue(edition).entries), (edition.id, tag)
        for link in own:
            target = real_site / link.removeprefix(real.portal.site_url)
            assert (target / "index.html").exists() or target.is_file(), link
        assert all(link.startswith(("http://", "https://", "mailto:")) for link in links)


def test_contents_lead_to_the_pages_they_name(real: Prepared, real_site: Path):
    for edition, tag in books(real):
        pdf = opened(real, real_site, edition, tag)
        outline = [item for item in flattened(pdf.outline) if item.page is not None]
        assert len(outline) >= 6, (edition.id, tag)
        for item in outline:
            page = pdf.pages[pdf.get_destination_page_number(item)]
            assert squeezed(item.title)[:12] in squeezed(page.extract_text()) or tag == "ar", (edition.id, tag, item.title)


def flattened(outline: list) -> list:
    return [one for item in outline for one in (flattened(item) if isinstance(item, list) else [item])]


def test_only_embedded_fonts_are_used(real: Prepared, real_site: Path):
    for edition, tag in books(real):
        pdf = opened(real, real_site, edition, tag)
        fonts = [font.get_object() for page in pdf.pages for font in page["/Resources"].get("/Font", {}).values()]
        assert fonts
        for font in fonts:
            descendant = font["/DescendantFonts"][0].get_object() if "/DescendantFonts" in font else font
            descriptor = descendant["/FontDescriptor"].get_object()
            assert {"/FontFile", "/FontFile2", "/FontFile3"} & set(descriptor), font["/BaseFont"]
            assert "FiraGO" in font["/BaseFont"]


def test_arabic_text_can_be_read_out_of_the_book(real: Prepared, real_site: Path):
    edition = real.portal.profiles.editions["dz-2026"]
    pdf = opened(real, real_site, edition, "ar")
    text = "".join(page.extract_text() for page in pdf.pages)
    arabic = re.findall(r"[\u0600-\u06ff]{3,}", text)
    assert len(arabic) > 300
    assert pdf.trailer["/Root"]["/Lang"].startswith("ar")
    assert "الجزائر" in text or "الجزائر"[::-1] in text


def test_funding_statement_stands_in_every_book(real: Prepared, real_site: Path):
    for edition, tag in books(real):
        reader = real.portal.edition_reader(edition, tag)
        statement = squeezed(reader.text(real.portal.profiles.partnership.funding_statement).text)
        cover = squeezed(opened(real, real_site, edition, tag).pages[0].extract_text())
        assert statement in cover or tag == "ar", (edition.id, tag)


@pytest.mark.parametrize(("market", "size"), [("us", (612, 792)), ("dz", (595, 842))])
def test_paper_is_the_markets(real: Prepared, real_site: Path, market: str, size: tuple[int, int]):
    edition = next(one for one, _ in books(real) if one.market == market)
    box = opened(real, real_site, edition, edition.languages[0]).pages[0].mediabox
    assert (round(float(box.width)), round(float(box.height))) == size
