"""Drawings (SVG) from outside: read within bounds and written anew from shapes and colours; what acts or leads out is left out."""

import re
from collections.abc import Iterator
from io import BytesIO
from typing import NamedTuple
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from c2site.errors import DataError, Figure, fragment, problem

MOST_ELEMENTS, MOST_DRAWN, DEEPEST = 2_000, 10_000, 40
SVG, XLINK = "{http://www.w3.org/2000/svg}", "{http://www.w3.org/1999/xlink}"
SHAPES = frozenset(
    "svg g defs symbol use path rect circle ellipse line polyline polygon text tspan title desc linearGradient radialGradient stop clipPath".split()
)
ATTRIBUTES = frozenset(
    "viewBox width height x y x1 y1 x2 y2 cx cy r rx ry fx fy dx dy d points pathLength transform preserveAspectRatio id href offset "
    "gradientUnits gradientTransform spreadMethod clipPathUnits clip-path clip-rule color fill fill-opacity fill-rule stroke stroke-dasharray "
    "stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit stroke-opacity stroke-width stop-color stop-opacity opacity display "
    "visibility font-family font-size font-style font-weight letter-spacing text-anchor dominant-baseline vector-effect paint-order".split()
)
# What drawing programs write beside the drawing; nobody misses it.
IDLE = frozenset("class version baseProfile enable-background metadata lang role".split())
CALL = re.compile(r"(?:url\(\s*#[\w.-]+\s*\)|(?:rgba?|hsla?|matrix|translate|scale|rotate|skewX|skewY)\([\d\s.,%eE+-]*\))")
UNSAFE = re.compile(r"[()<>{}\\@:]|//")
LENGTH = re.compile(r"\s*(\d+(?:\.\d+)?)(?:px)?\s*")


class Drawing(NamedTuple):
    """`left_out` are the names of elements and attributes that act, lead out of the file, or are not known here."""

    text: str
    width: float
    height: float
    left_out: frozenset[str]


def drawing(path: str, raw: bytes) -> Drawing:
    """Return the drawing in `raw`; `path` is only told. Raise DataError where it is none, or grows beyond bounds."""
    root = _tree(path, raw)
    if root.tag != f"{SVG}svg":
        raise DataError([problem("drawing-broken", path, found=fragment("no-svg"))])
    made = _Copy(root)
    copy = made.of(root, within_clip=False)
    if made.drawn > MOST_DRAWN:
        raise DataError([problem("drawing-large", path, allowed=Figure(MOST_ELEMENTS))])
    width, height = _size(copy)
    copy.attrib.setdefault("viewBox", f"0 0 {width:g} {height:g}")
    copy.set("xmlns", SVG.strip("{}"))
    return Drawing(ElementTree.tostring(copy, encoding="unicode"), width, height, frozenset(made.left_out))


def _tree(path: str, raw: bytes) -> Element:
    """Return the file's tree; bounds are kept while it is read, and a document type is refused before anything is."""
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise DataError([problem("file-not-text", path)]) from None
    if "<!DOCTYPE" in text:
        raise DataError([problem("drawing-doctype", path)])
    depth = count = 0
    try:
        # The encoding is given, so that no declaration in the file makes other letters of its bytes.
        events = ElementTree.iterparse(BytesIO(text.encode()), ("start", "end"), ElementTree.XMLParser(encoding="utf-8"))
        for event, _ in events:
            depth += 1 if event == "start" else -1
            count += event == "start"
            if depth > DEEPEST or count > MOST_ELEMENTS:
                raise DataError([problem("drawing-large", path, allowed=Figure(MOST_ELEMENTS))])
    except ElementTree.ParseError as error:
        raise DataError([problem("drawing-broken", path, error.position, found=str(error))]) from None
    return events.root


class _Copy:
    """Copies a tree without what acts; `drawn` counts the elements a browser will draw, those used again too."""

    def __init__(self, root: Element) -> None:
        self.by_id = {element.get("id"): element for element in root.iter() if element.get("id")}
        self.left_out: set[str] = set()
        self.drawn = 0

    def of(self, element: Element, within_clip: bool) -> Element:
        """Return a copy of an element whose name is known."""
        name = element.tag.removeprefix(SVG)
        within_clip = within_clip or name == "clipPath"
        copy = Element(name, dict(self._attributes(element, within_clip)))
        copy.text, copy.tail = element.text, element.tail
        self.drawn += 1
        for child in element:
            if self._is_kept(child):
                copy.append(self.of(child, within_clip))
        return copy

    def _is_kept(self, element: Element) -> bool:
        name = element.tag.removeprefix(SVG)
        if name not in SHAPES:
            self.left_out.update({name} - IDLE if element.tag.startswith(SVG) else ())
            return False
        if name == "use" and not self._is_used_once(element):
            self.left_out.add("use")
            return False
        return True

    def _is_used_once(self, element: Element) -> bool:
        """Return whether what is used again lies in the file and uses nothing itself: such chains grow without end."""
        target = self.by_id.get(_href(element).removeprefix("#"))
        parts = list(target.iter()) if target is not None else []
        self.drawn += len(parts)
        return bool(parts) and not any(one.tag == f"{SVG}use" for one in parts)

    def _attributes(self, element: Element, within_clip: bool) -> Iterator[tuple[str, str]]:
        style = (one.partition(":") for one in element.get("style", "").split(";") if ":" in one)
        written = [*element.attrib.items(), *((name.strip(), value.strip()) for name, _, value in style)]
        for name, value in written:
            plain = "href" if name == f"{XLINK}href" else name
            if plain.startswith(("{", "data-", "aria-")) or plain in IDLE or plain == "style":
                continue
            if plain in ATTRIBUTES and _is_safe(plain, value) and not (plain == "clip-path" and within_clip):
                yield plain, value
            else:
                self.left_out.add(plain)


def _href(element: Element) -> str:
    return element.get("href") or element.get(f"{XLINK}href") or ""


def _is_safe(name: str, value: str) -> bool:
    if name == "href":
        return bool(re.fullmatch(r"#[\w.-]+", value))
    return not UNSAFE.search(CALL.sub("", value))


def _size(root: Element) -> tuple[float, float]:
    """Return width and height in units of the drawing: the view box's, else the attributes', else what browsers take."""
    box = re.findall(r"-?\d+(?:\.\d+)?", root.get("viewBox", ""))
    if len(box) == 4 and float(box[2]) > 0 and float(box[3]) > 0:
        return float(box[2]), float(box[3])
    found = [LENGTH.fullmatch(root.get(name, "")) for name in ("width", "height")]
    sizes = [float(match[1]) for match in found if match and float(match[1]) > 0]
    return (sizes[0], sizes[1]) if len(sizes) == 2 else (300, 150)
