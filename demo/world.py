"""Who is in the invented world: its companies in order, and what every record has in common."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import islice
from random import Random
from typing import Any

from demo.chance import dice
from demo.names import company_names
from demo.places import HOMES, Home
from demo.vocabulary import Text, Vocabulary, archetypes

Record = dict[str, Any]

FIRST_DAY, LAST_DAY = date(2026, 1, 1), date(2030, 12, 31)
OFFERINGS_PER_COMPANY = 3
# One company in so many offers a package together with the company before it, and one writes every small note too.
PACKAGE_EVERY, FULL_EVERY = 10, 4
NOTES = "Invented by `python -m demo`; change the generator, not this file."


@dataclass(frozen=True)
class Company:
    """Who a company is, before its record is written; `archetypes` are what it offers."""

    number: int
    id: str
    name: str
    home: Home
    archetypes: tuple[str, ...]

    @property
    def offerings(self) -> tuple[str, ...]:
        """Ids of its offerings."""
        own = [f"{self.id}-{archetype}" for archetype in self.archetypes]
        return (*own[:-1], f"{self.id}-package") if self.has_package else tuple(own)

    @property
    def has_package(self) -> bool:
        """Whether the last of its offerings is made together with the company before it."""
        return self.number % PACKAGE_EVERY == PACKAGE_EVERY - 1

    @property
    def is_full(self) -> bool:
        """Whether the small notes of its records are written too."""
        return self.number % FULL_EVERY == 0


@dataclass(frozen=True)
class World:
    """What all records are made from."""

    seed: int
    words: Vocabulary
    size: int

    @cached_property
    def companies(self) -> tuple[Company, ...]:
        """The companies in order; a larger world begins with the companies of a smaller one."""
        names = company_names(dice(self.seed, "names"))
        return tuple(self._company(number, name) for number, name in enumerate(islice(names, self.size)))

    def _company(self, number: int, name: str) -> Company:
        throws = dice(self.seed, "company", number)
        home = HOMES[number % len(HOMES)]
        sector = home.sectors[0] if throws.random() < 0.7 else home.sectors[1]
        offered = throws.sample(archetypes_of(sector), OFFERINGS_PER_COMPANY)
        return Company(number, name.lower(), name, home, tuple(offered))

    def source_language(self, wanted: str) -> str:
        """Return the language a record is written in: the wanted one, where the world has it."""
        return wanted if wanted in self.words.written else self.words.written[0]

    def record(self, throws: Random, fields: Mapping[str, Any], *, language: str = "en", sources: Sequence[str] = (),
               statements: Sequence[Record] = (), visibility: str = "public") -> Record:  # fmt: skip
        """Return a published record: `fields`, and what every record has."""
        source = self.source_language(language)
        others = [tag for tag in self.words.written if tag != source]
        found = {
            "status": "published",
            "source_language": source,
            **fields,
            "sources": list(sources),
            "statements": list(statements),
            "translations": {tag: throws.choice(("reviewed", "unreviewed")) for tag in others},
            "valid_from": FIRST_DAY,
            "valid_until": LAST_DAY,
            "reviewed_on": day(throws, 2026),
            "visibility": visibility,
            "notes": NOTES,
        }
        return {name: value for name, value in found.items() if value not in ([], {}, None)}


def statement(text: Text, source: str, as_of: int, caveat: Text | None = None) -> Record:
    """Return one cited fact."""
    found: Record = {"text": text, "sources": [source], "as_of": as_of}
    return {**found, "caveat": caveat} if caveat else found


def day(throws: Random, year: int) -> date:
    """Return any day of a year."""
    return date(year, throws.randint(1, 12), throws.randint(1, 28))


def archetypes_of(sector: str) -> list[str]:
    """Return what companies of a sector may offer."""
    return [name for name, one in archetypes().items() if one["sector"] == sector]
