"""What an edition held when it was recorded: the ground on which the next one says what is new."""

from datetime import date

from pydantic import Field

from c2site.model.base import Identifier, Line, Part, Text


class PrintedEntry(Part):
    """One entry as it was recorded; of one that was forgotten since, only the number is left."""

    number: int = Field(ge=1, description="Its number in that printing.", examples=[12])
    id: Identifier | None = Field(None, description="Id of the offering.", examples=["street-meter"])
    smes: tuple[Identifier, ...] = Field((), description="Ids of the companies that make it.", examples=[["acme"]])
    name: Text | None = Field(None, description="Its name.", examples=[{"en": "Street-side meter reading"}])
    parts: dict[Identifier, Line] = Field(
        default_factory=dict, description="A digest of each part of what was public.", examples=[{"trade": "0f343b0931126a20"}]
    )


class Printing(Part):
    """A printing of an edition, written by `c2site record` and never by hand."""

    edition: Identifier = Field(description="Id of the edition.", examples=["mx-2026"])
    version: Line = Field(description="Its version.", examples=["1.0"])
    day: date = Field(description="The day it was recorded.", examples=["2026-05-31"])
    entries: tuple[PrintedEntry, ...] = Field((), description="What it held, in the order of the numbers.")
