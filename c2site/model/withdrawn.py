"""The ids of records that were taken back, so that no other record is ever given one."""

from datetime import date
from typing import Literal

from pydantic import Field

from c2site.model.base import Identifier, Part
from c2site.model.kinds import KINDS


class Withdrawal(Part):
    """One id and what it was the id of; no name and no reason."""

    id: Identifier = Field(description="The id, which no record may have again.", examples=["acme"])
    kind: Literal[*(name for name in KINDS if name != "partnership")] = Field(
        description="What it was the id of.", examples=["sme"]
    )
    day: date = Field(description="The day it was withdrawn.", examples=["2026-05-31"])


class Withdrawn(Part):
    """The ids of records that `c2site forget` has removed: their addresses say so, and no record gets them again."""

    ids: tuple[Withdrawal, ...] = Field(description="The ids, one each.")
