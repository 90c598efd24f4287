"""The elements of a UBL document. What nobody knows has no element: UBL allows none that is empty.

Elements stand in the order in which they are given; the schema knows one order only.
"""

import re
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from lxml.etree import Element, tostring

from c2site.language import Words

SCHEMA = "urn:oasis:names:specification:ubl:schema:xsd:"
NAMESPACES = {None: f"{SCHEMA}Catalogue-2", "cac": f"{SCHEMA}CommonAggregateComponents-2", "cbc": f"{SCHEMA}CommonBasicComponents-2"}
# What no XML 1.0 document can hold, however it is written.
UNWRITABLE = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def basic(name: str, value: str | int | Decimal | date | None, **attributes: str) -> Any | None:
    """Return an element that holds a value; None where there is none."""
    text = UNWRITABLE.sub("", f"{value:f}" if isinstance(value, Decimal) else str(value)) if value is not None else ""
    if not text.strip():
        return None
    made = Element(f"{{{NAMESPACES['cbc']}}}{name}", attributes)
    made.text = text
    return made


def text(name: str, words: Words) -> Any | None:
    """Return an element that holds words and says in which language they really are."""
    return basic(name, words.text, languageID=words.lang)


def aggregate(name: str, *children: Any) -> Any | None:
    """Return an element of elements, given singly or in lists; None where there are none."""
    present = _present(children)
    if not present:
        return None
    made = Element(f"{{{NAMESPACES['cac']}}}{name}")
    made.extend(present)
    return made


def document(*children: Any) -> bytes:
    """Return a catalogue document, ready to be written."""
    root = Element(f"{{{NAMESPACES[None]}}}Catalogue", nsmap=NAMESPACES)
    root.extend(_present(children))
    return tostring(root, encoding="UTF-8", xml_declaration=True, pretty_print=True)


def _present(children: Iterable[Any]) -> list[Any]:
    return [one for child in children for one in (child if isinstance(child, list) else [child]) if one is not None]
