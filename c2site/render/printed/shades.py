"""What is not one flat colour, in inks: gradients, and the groups and masks of what one sees through."""

from collections.abc import Iterator
from decimal import Decimal

import pikepdf
from pikepdf import Array, Name, Pdf

from c2site.render.printed.inks import InkTable

FLAT, STITCHED = 2, 3


class UnprintedColour(ValueError):
    """A set book holds a colour of a kind that is not turned into inks."""


def put_shades_in_inks(pdf: Pdf, inks: InkTable) -> None:
    """Rewrite every gradient, group and mask. Raise UnprintedColour at a gradient whose colours are computed."""
    for one in _held(pdf, Name.FunctionType):
        _put_function_in_inks(one, inks)
    for one in _held(pdf, Name.ShadingType):
        one.ColorSpace = Name.DeviceGray if one.ColorSpace == Name.DeviceGray or one.ColorSpace[1].N == 1 else Name.DeviceCMYK
    for one in _held(pdf, Name.Group):
        if Name.CS in one.Group:
            one.Group.CS = Name.DeviceCMYK
    for one in _held(pdf, Name.SMask):
        if Name.G in one.SMask:
            one.SMask.G.Group.CS = Name.DeviceGray


def _held(pdf: Pdf, key: Name) -> Iterator[pikepdf.Object]:
    return (one for one in pdf.objects if isinstance(one, pikepdf.Dictionary | pikepdf.Stream) and key in one)


def _put_function_in_inks(one: pikepdf.Object, inks: InkTable) -> None:
    if one.FunctionType not in (FLAT, STITCHED):
        raise UnprintedColour(f"a gradient by function type {one.FunctionType}")
    if len(one.get(Name.Range, ())) == 2:
        return
    one.Range = Array([0, 1] * 4)
    if one.FunctionType == FLAT:
        one.C0, one.C1 = (Array([Decimal(f"{share:.3f}") for share in inks.of_drawing(tuple(map(float, end)))]) for end in (one.C0, one.C1))
