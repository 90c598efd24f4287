"""The press variant, read back: inks, boxes, marks of PDF/X-4; and what turns colours into inks."""

import io
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest
import typst
from pikepdf import Name, Pdf

from c2site.render import printed
from c2site.render.printed.inks import InkTable
from c2site.render.printed.press import Sheet, pressed
from c2site.render.printed.shades import UnprintedColour, put_shades_in_inks
from tests.conftest import REPOSITORY
from tests.render.printed.conftest import THEME, PressBook

PRESSED = [("jp-2027", "en"), ("quay-day-2027", "ar")]
MILLIMETRE = 72 / 25.4
# Operators that choose a colour, and how many values they take for inks.
INKS = {"k": 4, "K": 4}
OTHERS = {"rg", "RG", "g", "G", "cs", "CS", "sc", "SC", "scn", "SCN", "sh", "ri"}
PROFILE = (THEME / "print" / "fogra39.icc").read_bytes()
SHEET = Sheet("A sheet", (2027, 3, 1), 3)


def streams(pdf: Pdf) -> Iterator[pikepdf.Object]:
    yield from (page.obj for page in pdf.pages)
    yield from (one for one in pdf.objects if isinstance(one, pikepdf.Stream) and (one.get(Name.Subtype) == Name.Form or Name.PatternType in one))


def foreign_colours(pdf: Pdf) -> set[str]:
    """Return every operator and colour space of a document that is neither DeviceCMYK nor DeviceGray."""
    found = {str(step.operator) for one in streams(pdf) for step in pikepdf.parse_content_stream(one)} & OTHERS
    found -= {"cs", "CS", "scn", "SCN", "sh"} if _only_patterns(pdf) else set()
    spaces = [str(one.ColorSpace) for one in pdf.objects if isinstance(one, pikepdf.Stream) and Name.ColorSpace in one]
    named = [key for one in streams(pdf) for key in (Name.ColorSpace,) if key in one.get(Name.Resources, {})]
    return found | {one for one in spaces if one not in ("/DeviceCMYK", "/DeviceGray")} | set(map(str, named))


def _only_patterns(pdf: Pdf) -> bool:
    """Return whether colour spaces are chosen for patterns alone, which have colours of their own."""
    steps = [step for one in streams(pdf) for step in pikepdf.parse_content_stream(one) if str(step.operator) in ("cs", "CS", "sc", "SC", "scn", "SCN")]
    return all(isinstance(step.operands[-1], Name) for step in steps) and all(step.operands[0] == Name.Pattern for step in steps if str(step.operator) in ("cs", "CS"))


def ink_of_letters(pdf: Pdf) -> set[tuple[float, ...]]:
    found = set()
    for one in streams(pdf):
        colour: tuple[float, ...] = ()
        for step in pikepdf.parse_content_stream(one):
            if str(step.operator) == "k":
                colour = tuple(map(float, step.operands))
            elif str(step.operator) in ("Tj", "TJ"):
                found.add(colour)
    return found


def drawn(content: bytes, **resources: pikepdf.Object) -> bytes:
    """Return a document of one page with this content."""
    pdf = Pdf.new()
    pdf.add_blank_page(page_size=(200, 200))
    pdf.pages[0].obj.Contents = pdf.make_stream(content)
    pdf.pages[0].obj.Resources = pikepdf.Dictionary({f"/{name}": one for name, one in resources.items()})
    out = io.BytesIO()
    pdf.save(out)
    return out.getvalue()


@pytest.fixture
def inks() -> InkTable:
    return InkTable({"#ffffff": (0, 0, 0, 0), "#0b5563": (92, 40, 38, 38)}, "#0f2429", PROFILE)


@pytest.mark.parametrize(("edition", "tag"), PRESSED)
def test_nothing_but_inks_stands_in_a_pressed_book(press_book: PressBook, edition: str, tag: str):
    pdf = press_book(edition, tag)
    assert foreign_colours(pdf) == set()
    assert {len(step.operands) for one in streams(pdf) for step in pikepdf.parse_content_stream(one) if str(step.operator) in INKS} == {4}


def test_a_book_for_screens_is_seen_to_hold_other_colours(book):
    with Pdf.open(io.BytesIO(book("jp-2027", "en").pdf)) as pdf:
        assert {"scn", "/ColorSpace"} <= foreign_colours(pdf)


@pytest.mark.parametrize(("edition", "tag"), PRESSED)
def test_letters_are_printed_in_black_alone(press_book: PressBook, edition: str, tag: str):
    found = ink_of_letters(press_book(edition, tag))
    assert (0, 0, 0, 1) in found
    assert {one[:3] for one in found} == {(0, 0, 0)}


@pytest.mark.parametrize(("edition", "tag"), PRESSED)
def test_each_page_says_where_it_is_cut_and_how_far_it_bleeds(press_book: PressBook, edition: str, tag: str):
    for page in press_book(edition, tag).pages:
        media, bleed, trim = ([float(one) for one in box] for box in (page.mediabox, page.bleedbox, page.trimbox))
        assert [round((b - t) / MILLIMETRE, 1) for b, t in zip(bleed, trim, strict=True)] == [-3, -3, 3, 3]
        assert all(m < b for m, b in zip(media[:2], bleed[:2], strict=True)) and all(m > b for m, b in zip(media[2:], bleed[2:], strict=True))
    sizes = {"jp-2027": (612, 792), "quay-day-2027": (595, 842)}
    assert (round(trim[2] - trim[0]), round(trim[3] - trim[1])) == sizes[edition]


@pytest.mark.parametrize(("edition", "tag"), PRESSED)
def test_pages_come_in_fours(press_book: PressBook, edition: str, tag: str):
    assert len(press_book(edition, tag).pages) % 4 == 0


def test_a_pressed_book_says_what_it_is_made_for(press_book: PressBook):
    pdf = press_book("jp-2027", "en")
    intent = pdf.Root.OutputIntents[0]
    assert (intent.S, str(intent.OutputConditionIdentifier)) == (Name.GTS_PDFX, "FOGRA39")
    assert intent.DestOutputProfile.read_bytes()[12:20] == b"prtrCMYK"
    told = pdf.Root.Metadata.read_bytes().decode()
    assert "<pdfxid:GTS_PDFXVersion>PDF/X-4<" in told
    assert "pdfaid" not in told and "pdfuaid" not in told
    assert pdf.pdf_version == "1.6" and pdf.trailer.Info.Trapped == Name("/False")


def test_nothing_in_a_pressed_book_is_for_readers_at_a_screen(press_book: PressBook):
    pdf = press_book("jp-2027", "en")
    assert not [page for page in pdf.pages if Name.Annots in page.obj]
    assert not {Name.Outlines, Name.Names, Name.StructTreeRoot} & set(map(Name, pdf.Root.keys()))


def test_fonts_of_a_pressed_book_are_embedded_and_cut(press_book: PressBook):
    fonts = [one for one in press_book("quay-day-2027", "ar").objects if isinstance(one, pikepdf.Dictionary) and Name.FontDescriptor in one]
    assert fonts
    for one in fonts:
        assert {"/FontFile2", "/FontFile3"} & set(one.FontDescriptor.keys())
        assert str(one.BaseFont)[7] == "+" and "FiraGO" in str(one.BaseFont)


@pytest.mark.parametrize("press", [True, False], ids=["press", "screen"])
def test_another_process_gives_the_same_bytes(press_data: dict, book, type_folder: Path, tmp_path: Path, press: bool):
    data = press_data if press else book("jp-2027", "en").data
    (tmp_path / "data.json").write_text(json.dumps(data), encoding="utf-8")
    code = "import json, sys; from pathlib import Path; from c2site.render import printed; sys.stdout.buffer.write(printed.typeset(json.loads(Path(sys.argv[1]).read_text()), Path(sys.argv[2]), Path(sys.argv[3])))"
    command = [sys.executable, "-c", code, str(tmp_path / "data.json"), str(THEME), str(type_folder)]
    environment = {"PYTHONPATH": str(REPOSITORY), "PYTHONUTF8": "1"}
    one, two = (subprocess.run(command, env={**environment, "PYTHONHASHSEED": seed}, capture_output=True, check=True, timeout=60).stdout for seed in ("1", "2"))
    assert one == two == printed.typeset(data, THEME, type_folder)


def test_the_brands_own_inks_are_taken(inks: InkTable):
    assert inks.of_drawing((0x0B / 255, 0x55 / 255, 0x63 / 255)) == (0.92, 0.4, 0.38, 0.38)
    assert inks.of_drawing((0x0F / 255, 0x24 / 255, 0x29 / 255)) == (0, 0, 0, 1)


def test_other_colours_become_the_inks_of_the_profile(inks: InkTable):
    cyan, magenta, yellow, black = inks.of_drawing((0.9, 0.1, 0.1))
    assert magenta > 0.8 and yellow > 0.7 and cyan < 0.2 and black < 0.2


def test_text_is_as_light_in_black_as_its_colour_is(inks: InkTable):
    soft, dark, paper = (inks.of_text(one) for one in ((0.29, 0.38, 0.4), (0x0F / 255, 0x24 / 255, 0x29 / 255), (1, 1, 1)))
    assert dark == (0, 0, 0, 1) and paper == (0, 0, 0, 0)
    assert 0.6 < soft[3] < 0.9


def test_colours_of_letters_and_of_shapes_are_told_apart(inks: InkTable):
    made = pressed(drawn(b"0.8 0.2 0.1 rg 0 0 9 9 re f 0.8 0.2 0.1 rg BT ET 1 0 0 RG 0 0 m 9 9 l S 0.5 g 0 0 9 9 re f"), SHEET, inks)
    with Pdf.open(io.BytesIO(made)) as pdf:
        steps = [(str(one.operator), [float(value) for value in one.operands]) for one in pikepdf.parse_content_stream(pdf.pages[0].obj) if str(one.operator) in INKS]
    assert [name for name, _ in steps] == ["k", "k", "K", "k"]
    shape, letters, line, grey = (values for _, values in steps)
    assert shape[1] > 0.5 and letters[:3] == [0, 0, 0] and line[1] > 0.5 and grey == [0, 0, 0, 0.5]


def test_a_picture_is_printed_in_inks(inks: InkTable):
    source = Pdf.open(io.BytesIO(drawn(b"/x Do")))
    image = source.make_stream(bytes([200, 30, 30]) * 4, Type=Name.XObject, Subtype=Name.Image, Width=2, Height=2, ColorSpace=Name.DeviceRGB, BitsPerComponent=8)
    source.pages[0].obj.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(x=image))
    out = io.BytesIO()
    source.save(out)
    with Pdf.open(io.BytesIO(pressed(out.getvalue(), SHEET, inks))) as pdf:
        made = pdf.pages[0].obj.Resources.XObject.x
        assert made.ColorSpace == Name.DeviceCMYK
        assert len(made.read_bytes()) == 16


LOGO = """<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 40 20'><linearGradient id='a'><stop stop-color='#f00'/><stop offset='.4' stop-color='#0f0'/>
<stop offset='1' stop-color='#00f' stop-opacity='.5'/></linearGradient><radialGradient id='r'><stop stop-color='#f00'/><stop offset='1' stop-color='#00f'/></radialGradient>
<pattern id='p' width='4' height='4' patternUnits='userSpaceOnUse'><path d='M0 0h2v2z' fill='#123456'/></pattern><path d='M0 0h9v9z' fill='url(#a)'/>
<path d='M10 0h9v9z' fill='url(#r)'/><path d='M20 0h9v9z' fill='url(#p)'/><path d='M30 0h9v9z' fill='#804020' opacity='.4'/></svg>"""


def test_gradients_patterns_and_what_one_sees_through_are_printed_in_inks(inks: InkTable, tmp_path: Path):
    (tmp_path / "logo.svg").write_text(LOGO, encoding="utf-8")
    (tmp_path / "book.typ").write_text('#set document(title: "x")\n#pdf.artifact(image("logo.svg"))', encoding="utf-8")
    set_book = typst.compile(str(tmp_path / "book.typ"), pdf_standards=["ua-1"])
    with Pdf.open(io.BytesIO(pressed(set_book, SHEET, inks))) as pdf:
        assert foreign_colours(pdf) == set()
        shadings = [one for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and "/ShadingType" in one]
        assert sorted(str(one.ColorSpace) for one in shadings) == ["/DeviceCMYK", "/DeviceCMYK", "/DeviceGray"]
        assert {len(one.C0) for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and "/C0" in one} == {1, 4}
        groups = {str(one.Group.CS) for one in pdf.objects if isinstance(one, pikepdf.Stream) and "/Group" in one}
        assert groups == {"/DeviceCMYK", "/DeviceGray"}


def test_a_gradient_whose_colours_are_computed_is_refused(inks: InkTable):
    with pytest.raises(UnprintedColour), Pdf.open(io.BytesIO(drawn(b""))) as pdf:
        pdf.make_indirect(pikepdf.Dictionary(FunctionType=4, Domain=[0, 1], Range=[0, 1] * 3))
        put_shades_in_inks(pdf, inks)
