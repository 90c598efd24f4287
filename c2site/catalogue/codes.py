"""Codes of goods, services and activities as a hierarchy: what a code is filed under, and which records state it."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from c2site.model import Need, Offering, Record, Sme
from c2site.model.offering import Classification

SYSTEMS = tuple(Classification.model_fields)
# The first digits of a code, which are a heading of their own in every system.
DIVISION = 2
CHECK_DIGIT = re.compile(r"-\d$")
# A code as a word of the index: letters for digits, so that no stemmer and no other word gets in its way, and a letter that ends it,
# so that a parent is told from its children.
BEGINNING, DIGITS, END = "zq", "bcdfghjklm", "x"
# At how many digits a system has a heading that says what something is; a system without any is only the same or not.
LEVELS = {"cpv": (3, 4, 5, 6, 7, 8), "hs": (4, 6), "unspsc": (4, 6, 8), "nace": (3, 4), "naics": (3, 4, 5, 6), "ciiu": (3, 4)}
SECTION = re.compile(r"^[A-V](?=\d)")


class Code(NamedTuple):
    """A code as it is stated, in its system: ("cpv", "34923000-9")."""

    system: str
    stated: str

    @property
    def filed(self) -> str:
        """The code without its check digit and without the letter of its section."""
        return SECTION.sub("", CHECK_DIGIT.sub("", self.stated) if self.system == "cpv" else self.stated)

    @property
    def significant(self) -> str:
        """The digits that say something: zeros at the end only fill a code up to its length."""
        digits = re.sub(r"\D", "", self.filed)
        return digits[:DIVISION] + digits[DIVISION:].rstrip("0")

    @property
    def goods(self) -> str:
        """The system whose headings the code shares: the first six digits of the Combined Nomenclature are those of the Harmonized System."""
        return "hs" if self.system == "cn" else self.system

    @property
    def headings(self) -> tuple[str, ...]:
        """The beginnings of the code that are headings of their own, the widest first."""
        return tuple(self.significant[:digits] for digits in LEVELS.get(self.goods, ()) if digits <= len(self.significant))

    @property
    def key(self) -> str:
        """The code's name in addresses: `cpv-34923000`."""
        return f"{self.system}-{self.filed}"


def codes_of(record: Record) -> Iterator[Code]:
    """Yield the codes an offering, a need or a company states, for all markets and for single ones, each once."""
    yield from dict.fromkeys(_stated(record))


def _stated(record: Record) -> Iterator[Code]:
    if isinstance(record, Sme):
        yield from (Code("nace", one) for one in record.activities)
    elif isinstance(record, (Offering, Need)):
        stands = record.markets.values() if isinstance(record, Offering) else ()
        for part in (record.codes, *(one.codes for one in stands)):
            if part:
                yield from (Code(system, one) for system in SYSTEMS for one in getattr(part, system))


def codes_there(offering: Offering, market: str | None) -> Iterator[Code]:
    """Yield the codes of an offering that hold in a market, each once: those for all markets, then those used there."""
    stand = offering.markets.get(market or "")
    parts = [part for part in (offering.codes, stand and stand.codes) if part]
    yield from dict.fromkeys(Code(system, one) for system in SYSTEMS for part in parts for one in getattr(part, system))


def word(significant: str) -> str:
    """Return the word of the index for a code."""
    return BEGINNING + "".join(DIGITS[int(one)] for one in significant) + END


def filed_under(record: Record) -> tuple[str, ...]:
    """Return the names of the codes a record is filed under, each once."""
    return tuple(dict.fromkeys(code.key for code in codes_of(record)))


def hierarchy(keys: Iterable[str]) -> list[tuple[str, list[tuple[str, list[Code]]]]]:
    """Return codes, given by their names, by system and by division."""
    found: dict[str, dict[str, list[Code]]] = {}
    for code in sorted(Code(*key.split("-", 1)) for key in keys):
        found.setdefault(code.system, {}).setdefault(code.filed[:DIVISION], []).append(code)
    return [(system, list(found[system].items())) for system in SYSTEMS if system in found]
