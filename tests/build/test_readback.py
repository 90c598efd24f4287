"""What is read back from a PDF: each fault is planted in one that was set for it."""

from io import BytesIO

import pikepdf
import pytest
import typst
from PIL import Image

from c2site.build.readback import Read, read_back
from c2site.render.printed.pictures import qr

ADDRESS = "https://harbo.example/id/amwaj/"
PAGE = "#set page(width: 100mm, height: 100mm, margin: 15mm)\n"


def read(source: str) -> Read:
    return read_back(typst.compile((PAGE + source).encode()))


def picture(side: int) -> bytes:
    out = BytesIO()
    Image.linear_gradient("L").resize((side, side)).save(out, "PNG")
    return out.getvalue()


def test_a_sound_page_has_nothing_to_tell():
    assert read("Words.") == Read(pages=1)


@pytest.mark.parametrize(
    "source",
    ["#box(width: 200mm)[Wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww]", "#block(breakable: false)[#for one in range(40) [line #one \\ ]]", "#place(dx: -8mm)[Words]", "#place(dy: -12mm)[Words]"],
    ids=["beside", "below", "before", "above"],
)
def test_words_outside_the_margins_are_seen(source: str):
    assert set(read(source).outside) == {1}


def test_a_code_is_read_as_a_telephone_reads_it():
    found = read(f"#pagebreak()\n#image(bytes({tuple(qr(ADDRESS, '#16202a').encode())}), width: 19mm)")
    assert found.codes == [(2, ADDRESS)]


@pytest.mark.parametrize(("side", "dots"), [(100, 127), (600, 762)])
def test_a_picture_is_measured_as_it_is_printed(side: int, dots: int):
    ((page, found),) = read(f"#image(bytes({tuple(picture(side))}), width: 20mm)").pictures
    assert (page, round(found)) == (1, dots)


def test_links_lead_to_the_web_or_into_the_file():
    found = read(f'#link("{ADDRESS}")[there] #link(<here>)[here]\n= Head <here>')
    assert (found.links, found.dead) == ([(1, ADDRESS)], [])


def spoiled(change) -> Read:
    """Return what is read from a file of two pages, a link and a bookmark, after a change to it."""
    content = typst.compile((PAGE + "#link(<there>)[there]\n#pagebreak()\n= Head <there>").encode())
    out = BytesIO()
    with pikepdf.open(BytesIO(content)) as pdf:
        change(pdf)
        pdf.save(out)
    return read_back(out.getvalue())


def test_a_link_to_a_page_that_is_gone_is_dead():
    found = spoiled(lambda pdf: pdf.pages.__delitem__(1))
    assert {page for page, _ in found.dead} == {0, 1}


def test_a_link_to_a_name_nobody_has_is_dead():
    def rename(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].obj["/Annots"][0]["/Dest"] = pikepdf.String("nowhere")

    assert spoiled(rename).dead == [(1, "nowhere")]


def test_a_page_larger_than_its_paper_is_for_the_press():
    def cut(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].obj["/TrimBox"] = pikepdf.Array([10, 10, 200, 200])

    assert spoiled(cut).pressed
    assert not spoiled(lambda pdf: None).pressed


@pytest.mark.parametrize(("source", "pages"), [("#pdf.artifact[sheet 14]", set()), ("sheet 14", {1})])
def test_what_is_an_artifact_is_no_part_of_the_text(source: str, pages: set[int]):
    assert set(read(f"#set page(bleed: 14mm)\n#place(dy: -26mm)[{source}]").outside) == pages


def test_a_file_for_the_press_names_its_standard():
    def mark(pdf: pikepdf.Pdf) -> None:
        with pdf.open_metadata() as metadata:
            metadata["pdfxid:GTS_PDFXVersion"] = "PDF/X-4"

    assert spoiled(mark).marked == "PDF/X-4"
