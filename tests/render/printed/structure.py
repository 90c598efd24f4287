"""The tree of a PDF's structure: what assistive technology reads."""

from collections.abc import Iterator

from pypdf import PdfReader
from pypdf.generic import IndirectObject


def elements(reader: PdfReader) -> Iterator[dict]:
    """Return headings, paragraphs, figures … in the order in which they are read."""
    yield from _below(reader.trailer["/Root"]["/StructTreeRoot"])


def _below(node: object) -> Iterator[dict]:
    node = node.get_object() if isinstance(node, IndirectObject) else node
    if isinstance(node, list):
        for child in node:
            yield from _below(child)
    elif isinstance(node, dict):
        if "/S" in node:
            yield node
        yield from _below(node.get("/K", []))
