"""A set PDF read back by programs that had no part in setting it: where its words stand, its pictures, its codes, its links."""

import math
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO

import pikepdf
import pypdfium2
import zxingcpp
from pypdfium2 import raw

POINTS = 72
MILLIMETRE = POINTS / 25.4
# Nothing is set nearer to the paper's edge than this: beside the text, above the head, below the foot.
BESIDE, ABOVE = 12 * MILLIMETRE, 5 * MILLIMETRE
# Dots to the inch at which a code is looked at, a telephone's view of paper.
LOOK = 150
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
    dead: list[tuple[int, str]] = field(default_factory=list)
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
        found.marked = str(pdf.docinfo.get("/GTS_PDFXVersion", ""))
        _follow(pdf, found)
    return found


def _outside(page: pypdfium2.PdfPage) -> str:
    """Return the letters that stand where nothing may."""
    text = page.get_textpage()
    left, bottom, right, top = page.get_trimbox()
    room = (left + BESIDE, bottom + ABOVE, right - BESIDE, top - ABOVE)
    # Few lines leave the room; letters are looked at on those pages only.
    if not any(_leaves(text.get_rect(place), room) for place in range(text.count_rects())):
        return ""
    shown = _shown_on(page)
    boxes = ((place, text.get_charbox(place)) for place in range(text.count_chars()))
    return "".join(text.get_text_range(place, 1) for place, box in boxes if _leaves(box, room) and _meets(box, shown)).strip()


def _shown_on(page: pypdfium2.PdfPage) -> Box:
    """Return where letters belong to the page: for the press, marks and their words stand around it."""
    return page.get_bleedbox() if page.get_trimbox() != page.get_mediabox() else (-math.inf, -math.inf, math.inf, math.inf)


def _leaves(box: Box, room: Box) -> bool:
    """Return whether a letter with a shape of its own reaches out of the room."""
    shaped = box[2] > box[0] and box[3] > box[1]
    return shaped and (box[0] < room[0] or box[1] < room[1] or box[2] > room[2] or box[3] > room[3])


def _meets(one: Box, other: Box) -> bool:
    return one[0] < other[2] and one[2] > other[0] and one[1] < other[3] and one[3] > other[1]


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


def _shown(target: object) -> str:
    return "a page that is not in the file" if isinstance(target, pikepdf.Array) else str(target)


def _all(items: list[pikepdf.OutlineItem]) -> Iterator[pikepdf.OutlineItem]:
    for one in items:
        yield one
        yield from _all(one.children)
