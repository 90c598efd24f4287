"""A set PDF read back by programs that had no part in setting it: where its words stand, its pictures, its codes, its links."""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO

import pikepdf
import pypdfium2
import zxingcpp
from pypdfium2 import raw

from c2site.errors import Fragment, fragment

POINTS = 72
MILLIMETRE = POINTS / 25.4
# Nothing is set nearer to the paper's edge than this: beside the text, above the head, below the foot.
BESIDE, ABOVE = 12 * MILLIMETRE, 5 * MILLIMETRE
# Dots to the inch at which a code is looked at, a telephone's view of paper.
LOOK = 150
# What a tagged PDF calls that which is no part of its text, and how many letters such a name may have.
ARTIFACT, LONGEST_NAME = "Artifact", 64
Box = tuple[float, float, float, float]


@dataclass
class Read:
    """What a PDF shows, by pages from 1: words outside the margins, dots to the inch of pictures, addresses of codes.

    `links` lead to the web, `dead` name places that the PDF does not have; `pressed` says that it is larger than its paper,
    `marked` is the PDF/X standard it claims.
    """

    pages: int = 0
    outside: dict[int, str] = field(default_factory=dict)
    pictures: list[tuple[int, float]] = field(default_factory=list)
    codes: list[tuple[int, str]] = field(default_factory=list)
    links: list[tuple[int, str]] = field(default_factory=list)
    dead: list[tuple[int, str | Fragment]] = field(default_factory=list)
    pressed: bool = False
    marked: str = ""


def read_back(content: bytes) -> Read:
    """Return what a PDF shows."""
    found = Read()
    with pypdfium2.PdfDocument(content) as pdf:
        found.pages = len(pdf)
        for number, page in enumerate(pdf, 1):
            found.pressed |= page.get_trimbox() != page.get_mediabox()
            if words := _outside(page):
                found.outside[number] = words
            found.pictures += [(number, dots) for dots in _dots(page)]
            found.codes += [(number, address) for address in _codes(page)]
    with pikepdf.open(BytesIO(content)) as pdf:
        found.marked = pdf.open_metadata().get("pdfxid:GTS_PDFXVersion", "")
        _follow(pdf, found)
    return found


def _outside(page: pypdfium2.PdfPage) -> str:
    """Return the words that stand where nothing may. Artifacts, such as crop marks, are no part of the text."""
    left, bottom, right, top = page.get_trimbox()
    room = (left + BESIDE, bottom + ABOVE, right - BESIDE, top - ABOVE)
    runs = page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT])
    found = [box for one in runs if _leaves(box := one.get_bounds(), room) and not _is_artifact(one)]
    text = page.get_textpage() if found else None
    return " ".join(text.get_text_bounded(*box).strip() or "…" for box in found)


def _leaves(box: Box, room: Box) -> bool:
    """Return whether a run of letters that have a shape reaches out of the room."""
    shaped = box[2] > box[0] and box[3] > box[1]
    return shaped and (box[0] < room[0] or box[1] < room[1] or box[2] > room[2] or box[3] > room[3])


def _is_artifact(one: pypdfium2.PdfObject) -> bool:
    marks = (raw.FPDFPageObj_GetMark(one, place) for place in range(raw.FPDFPageObj_CountMarks(one)))
    return any(_name_of(mark) == ARTIFACT for mark in marks)


def _name_of(mark: raw.FPDF_PAGEOBJECTMARK) -> str:
    name, length = (ctypes.c_ushort * LONGEST_NAME)(), ctypes.c_ulong()
    raw.FPDFPageObjMark_GetName(mark, name, ctypes.sizeof(name), length)
    return bytes(name)[: max(0, length.value - 2)].decode("utf-16-le")


def _dots(page: pypdfium2.PdfPage) -> Iterator[float]:
    """Yield how many dots to the inch each picture of pixels has as it is printed, in its coarser direction."""
    for one in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE]):
        data = one.get_metadata()
        yield min(data.horizontal_dpi, data.vertical_dpi)


def _codes(page: pypdfium2.PdfPage) -> list[str]:
    seen = page.render(scale=LOOK / POINTS, grayscale=True).to_pil()
    return [one.text for one in zxingcpp.read_barcodes(seen, formats=zxingcpp.BarcodeFormat.QRCode)]


def _follow(pdf: pikepdf.Pdf, found: Read) -> None:
    """Note where links and bookmarks lead."""
    places = _Places(pdf)
    for number, page in enumerate(pdf.pages, 1):
        for note in page.obj.get("/Annots", []):
            action = note.get("/A", {})
            target = note.get("/Dest", action.get("/D"))
            if "/URI" in action:
                found.links.append((number, str(action["/URI"])))
            elif target is not None and not places.has(target):
                found.dead.append((number, _shown(target)))
    with pdf.open_outline() as outline:
        found.dead += [(0, one.title) for one in _all(outline.root) if one.destination is not None and not places.has(one.destination)]


class _Places:
    """The places that links of a PDF may lead to: its pages, and names for them."""

    def __init__(self, pdf: pikepdf.Pdf) -> None:
        tree = pdf.Root.get("/Names", {}).get("/Dests")
        self.named = dict(pikepdf.NameTree(tree).items()) if tree is not None else {}
        self.pages = {page.objgen for page in pdf.pages}

    def has(self, target: object) -> bool:
        """Return whether a target, a name or an array that begins with a page, is there."""
        if isinstance(target, pikepdf.Array):
            return isinstance(target[0], pikepdf.Dictionary) and target[0].objgen in self.pages
        found = self.named.get(str(target))
        return found is not None and self.has(found["/D"] if isinstance(found, pikepdf.Dictionary) else found)


def _shown(target: object) -> str | Fragment:
    return fragment("no-page") if isinstance(target, pikepdf.Array) else str(target)


def _all(items: list[pikepdf.OutlineItem]) -> Iterator[pikepdf.OutlineItem]:
    for one in items:
        yield one
        yield from _all(one.children)
