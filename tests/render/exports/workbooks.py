"""What tests of workbooks share: the records an edition makes public, and the parts of a file."""

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from c2site.catalogue import Catalogue, Portal
from c2site.model import Edition, Part, Record
from c2site.render.exports.workbook_records import CHOOSING, WITHHELD, held_records


def editions(portal: Portal) -> Iterator[tuple[Catalogue, str]]:
    for edition in portal.profiles.editions.values():
        for tag in edition.languages:
            yield portal.catalogue(edition), tag


def public_records(portal: Portal, catalogue: Catalogue) -> dict[tuple[str, str], Record]:
    """Return the edition's records as the public may know them: nothing withheld is said in them; permissions stand."""
    held = held_records(portal, catalogue)
    return {(kind, record.id): without(record) for kind, records in held.items() for record in records}


def without(value: Any) -> Any:
    if isinstance(value, tuple):
        return tuple(without(one) for one in value)
    if isinstance(value, dict):
        return {key: without(one) for key, one in value.items()}
    if not isinstance(value, Part):
        return value
    withheld = (WITHHELD | CHOOSING if isinstance(value, Edition) else WITHHELD) - {"permission"}
    fields = type(value).model_fields
    said = {name: without(getattr(value, name)) if name not in withheld else field.get_default(call_default_factory=True) for name, field in fields.items()}
    return value.model_copy(update=said)


def parts(file: bytes) -> dict[str, str]:
    """Return the XML of a workbook by part."""
    with ZipFile(BytesIO(file)) as archive:
        return {one: archive.read(one).decode("utf-8") for one in archive.namelist()}


def runs(file: bytes) -> list[str]:
    """Return what a workbook would calculate, fetch or run."""
    found = parts(file)
    acts = [name for name in found if re.search(r"vba|external|activeX|embed|calcChain|connections", name)]
    return acts + [match for name, text in found.items() if "/worksheets/" in name for match in re.findall(r"<f[ >].*?</f>", text)]
