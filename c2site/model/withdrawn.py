"""The ids that records no longer have, so that no other record is ever given one, and where those that were renamed are now."""

from collections.abc import Iterable
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
    day: date = Field(description="The day it was withdrawn, renamed or merged.", examples=["2026-05-31"])
    now: Identifier | None = Field(
        None, description="The id of the same record since then, to which the old addresses lead; left out where it is gone.", examples=["acme-water"]
    )


class Withdrawn(Part):
    """The ids that records no longer have, written by `c2site forget`, `rename` and `merge`: their addresses say so, and no record gets them again."""

    ids: tuple[Withdrawal, ...] = Field(description="The ids, one each.")


def latest_ids(ids: Iterable[Withdrawal]) -> dict[str, str]:
    """Return, by each id that has another now, the id at the end of the way; ids that lead in a circle are left out."""
    now = {one.id: one.now for one in ids if one.now}
    return {key: end for key in now if (end := _end(key, now))}


def _end(key: str, now: dict[str, str]) -> str | None:
    for _ in now:
        key = now[key]
        if key not in now:
            return key
    return None
