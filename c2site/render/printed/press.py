"""The press variant: a set book with every colour in the four inks, with its boxes, output intent and marks of PDF/X-4."""

import io
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any, NamedTuple
from uuid import NAMESPACE_URL, uuid5
from xml.sax.saxutils import escape

import pikepdf
from pikepdf import Array, ContentStreamInstruction, Dictionary, Name, Operator, Pdf, String

from c2site.model import Edition
from c2site.render.printed.inks import RGB, Inks, InkTable
from c2site.render.printed.shades import UnprintedColour, put_shades_in_inks
from c2site.render.tokens import palette, swatches

POINTS = Decimal(72) / Decimal("25.4")
CONDITION = {"OutputConditionIdentifier": "FOGRA39", "OutputCondition": "Coated FOGRA39L, ISO 12647-2:2004/Amd 1", "RegistryName": "http://www.color.org"}
COLOURS = {"sc": "k", "scn": "k", "rg": "k", "g": "k", "SC": "K", "SCN": "K", "RG": "K", "G": "K", "k": "k", "K": "K"}
CHOICES = {"cs", "CS"}
PAINTS = {"f", "F", "f*", "S", "s", "B", "B*", "b", "b*", "Do", "sh", "INLINE IMAGE"}
LETTERS = {"BT", "ET"}
# What leads from page to page is for readers at a screen, and PDF/X allows none of it on the paper.
FOR_SCREENS = (Name.StructTreeRoot, Name.MarkInfo, Name.Outlines, Name.PageMode, Name.Names, Name.Dests)
XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/" xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title><pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>
<pdf:Trapped>False</pdf:Trapped><xmp:CreateDate>{day}</xmp:CreateDate><xmp:ModifyDate>{day}</xmp:ModifyDate><xmp:MetadataDate>{day}</xmp:MetadataDate>
<xmpMM:DocumentID>uuid:{id}</xmpMM:DocumentID><xmpMM:VersionID>1</xmpMM:VersionID><xmpMM:RenditionClass>default</xmpMM:RenditionClass>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>"""


# What a print shop asks for, in millimetres, where an edition says nothing.
BLEED = 3


def press_order(edition: Edition, tokens: Mapping[str, Any]) -> dict[str, Any]:
    """Return what a book must know of the press: its bleed in millimetres, and which inks the brand gives its colours."""
    return {
        "bleed": BLEED if edition.bleed_mm is None else edition.bleed_mm,
        "inks": {one.light: one.cmyk for one in swatches(tokens) if one.cmyk},
        "darkest": palette(tokens)["ink"],
    }


class Sheet(NamedTuple):
    """What a print shop is told of a book: its title, its day (year, month, day) and its bleed in millimetres."""

    title: str
    day: tuple[int, int, int]
    bleed: float


def pressed(book: bytes, sheet: Sheet, inks: InkTable) -> bytes:
    """Return the book as PDF/X-4. Its pages' trim boxes are already there. Raise UnprintedColour where a colour cannot be printed."""
    with Pdf.open(io.BytesIO(book)) as pdf:
        for page in pdf.pages:
            _put_in_inks(page.obj, pdf, inks)
            _box(page, Decimal(str(sheet.bleed)) * POINTS)
        for one in pdf.objects:
            if isinstance(one, pikepdf.Stream):
                _put_object_in_inks(one, pdf, inks)
        put_shades_in_inks(pdf, inks)
        _drop(pdf.Root, *FOR_SCREENS)
        _mark(pdf, sheet, inks.profile)
        pdf.remove_unreferenced_resources()
        return saved(pdf, "1.6")


def saved(pdf: Pdf, version: str = "") -> bytes:
    """Return a document with its small objects packed together; the same document gives the same bytes."""
    out = io.BytesIO()
    pdf.save(out, object_stream_mode=pikepdf.ObjectStreamMode.generate, deterministic_id=True, force_version=version, fix_metadata_version=False)
    return out.getvalue()


def _box(page: pikepdf.Page, bleed: Decimal) -> None:
    left, bottom, right, top = (Decimal(one) for one in page.trimbox)
    page.bleedbox = [left - bleed, bottom - bleed, right + bleed, top + bleed]
    _drop(page.obj, Name.Annots, Name.StructParents, Name.Tabs)


def _drop(owner: pikepdf.Object, *names: Name) -> None:
    for name in names:
        if name in owner:
            del owner[name]


def _mark(pdf: Pdf, sheet: Sheet, profile: bytes) -> None:
    year, month, day = sheet.day
    icc = pdf.make_stream(profile, N=4, Alternate=Name.DeviceCMYK)
    told = {key: String(value) for key, value in CONDITION.items()}
    pdf.Root.OutputIntents = Array([Dictionary(Type=Name.OutputIntent, S=Name.GTS_PDFX, Info=told["OutputCondition"], DestOutputProfile=icc, **told)])
    xmp = XMP.format(title=escape(sheet.title), day=f"{year:04}-{month:02}-{day:02}T00:00:00Z", id=uuid5(NAMESPACE_URL, f"{sheet}"))
    pdf.Root.Metadata = pdf.make_stream(xmp.encode(), Type=Name.Metadata, Subtype=Name.XML)
    stamp = f"D:{year:04}{month:02}{day:02}000000Z"
    pdf.trailer.Info = pdf.make_indirect(Dictionary(Title=String(sheet.title), CreationDate=stamp, ModDate=stamp, Trapped=Name("/False")))


def _put_object_in_inks(one: pikepdf.Stream, pdf: Pdf, inks: InkTable) -> None:
    if one.get(Name.Subtype) == Name.Form or Name.PatternType in one:
        _put_in_inks(one, pdf, inks)
    elif one.get(Name.Subtype) == Name.Image and one.get(Name.ColorSpace) not in (Name.DeviceCMYK, Name.DeviceGray):
        picture = inks.picture(pikepdf.PdfImage(one).as_pil_image())
        _drop(one, Name.Decode)
        one.write(picture.tobytes())
        one.ColorSpace, one.BitsPerComponent = Name.DeviceCMYK, 8


def _put_in_inks(owner: pikepdf.Object, pdf: Pdf, inks: InkTable) -> None:
    """Rewrite the content of a page or of a drawing used on pages."""
    content = pikepdf.unparse_content_stream(_in_inks(pikepdf.parse_content_stream(owner), inks))
    if isinstance(owner, pikepdf.Stream):
        owner.write(content)
    else:
        owner.Contents = pdf.make_stream(content)
    _drop(owner.get(Name.Resources, Dictionary()), Name.ColorSpace)


def _in_inks(steps: list[Any], inks: InkTable) -> list[Any]:
    """Return a content's steps with inks for colours; what is painted next says whether a colour is one of letters."""
    made, letters = [], False
    for step in reversed(steps):
        name = str(step.operator)
        letters = name in LETTERS or (letters and name not in PAINTS)
        if name in COLOURS and not isinstance(step.operands[0], Name):
            made.append(_inked(step, inks.of_text if letters else inks.of_drawing))
        elif name not in CHOICES or step.operands[0] == Name.Pattern:
            made.append(step)
    return made[::-1]


def _inked(step: Any, inks_of: Callable[[RGB], Inks]) -> ContentStreamInstruction:
    if len(step.operands) not in (1, 3, 4) or isinstance(step.operands[-1], Name):
        raise UnprintedColour(f"{step.operator} with {len(step.operands)} values")
    values = [float(one) for one in step.operands]
    shares = (0.0, 0.0, 0.0, 1 - values[0]) if len(values) == 1 else values if len(values) == 4 else inks_of(tuple(values))
    return ContentStreamInstruction([Decimal(f"{one:.3f}").normalize() + 0 for one in shares], Operator(COLOURS[str(step.operator)]))
