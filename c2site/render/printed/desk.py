"""The desk at which the parts of a book are made: whose words, which records, which notes so far."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from c2site.catalogue import Catalogue, Portal
from c2site.catalogue.titles import market_name
from c2site.language import Reader, Words
from c2site.model import Market
from c2site.model.base import Statement
from c2site.render.citations import Notes
from c2site.render.printed.strings import String, isolated, of_record, of_words, string

Row = dict[str, Any]

# A region may be given by its code (NUTS 3: `PT170`), which tells a buyer nothing.
NUTS = re.compile(r"[A-Z]{2}[0-9A-Z]{1,3}")


# A fact with more letters than this stands in the text, not in the facts column.
REMARK = 72


@dataclass(frozen=True)
class Desk:
    """`pages` is the portal's reader whose pages the book links to; `notes` grow while the parts are made in order."""

    portal: Portal
    catalogue: Catalogue
    reader: Reader
    pages: Reader
    brand: Mapping[str, Any]
    notes: Notes

    # Words ---------------------------------------------------------------------------------------------------------

    def phrase(self, key: str, n: int | None = None, **values: object) -> String:
        """Return the phrase `print.<key>`, or `<key>` that all media share; values in another script are isolated."""
        safe = {name: isolated(str(value), self.reader.direction) for name, value in values.items()}
        return of_words(self.reader.words(self._key(key), n, **safe))

    def _key(self, key: str) -> str:
        return f"print.{key}" if self.reader.has_phrase(f"print.{key}") else key

    def code(self, group: str, value: str) -> String:
        """Return the reader's words for a value of a code list, or the value itself where the list is open."""
        key = f"{group}.{value}"
        return self.phrase(key) if self.reader.has_phrase(self._key(key)) else self.name(value)

    def text(self, text: Mapping[str, str] | None) -> String | None:
        """Return a record's text in the first language the reader's chain has."""
        return of_record(self.reader.text(text)) if text else None

    def name(self, name: str) -> String:
        """Return a proper name, a code or a figure: words of no language."""
        return string(isolated(name, self.reader.direction), self.reader.tag, self.reader.direction)

    def listed(self, items: Iterable[str]) -> String:
        """Return names joined as in a sentence."""
        direction = self.reader.direction
        return string(self.reader.listed(isolated(item, direction) for item in items), self.reader.tag, direction)

    def language(self, tag: str) -> str:
        """Return a language's name."""
        return self.reader.language(tag)

    def day(self, value: date) -> String:
        """Return a day."""
        return self.name(self.reader.date(value))

    # Facts ---------------------------------------------------------------------------------------------------------

    def row(self, label: str, *values: Row | String | None, sources: Iterable[str] = ()) -> Row | None:
        """Return a line of a facts table, or None where there is nothing to say."""
        kept = [value if "s" in value else said(value) for value in values if value and value.get("t") != ""]
        return {"label": self.phrase(f"label.{label}"), "values": kept, "notes": self.cite(sources)} if kept else None

    def cite(self, keys: Iterable[str]) -> list[int]:
        """Return the numbers of sources, sorted; a source met for the first time gets the next one."""
        return sorted(self.notes.number(key) for key in dict.fromkeys(keys) if key in self.notes.bibliography)

    def link(self, address: str | None) -> Row | None:
        """Return a web address or mailbox as a reader types it, linked."""
        if not address:
            return None
        shown = {**string(shown_address(address), self.reader.tag, "ltr"), "address": True}
        return said(shown, address if address.startswith(("https://", "http://")) else "")

    def statement(self, one: Statement) -> Row:
        """Return a cited fact with its year and caveat."""
        return {
            "text": self.text(one.text),
            "notes": self.cite(one.sources),
            "year": self.phrase("as_of", when=self.reader.when(one.as_of)) if one.as_of else None,
            "caveat": self.text(one.caveat),
        }

    def statements(self, ones: Iterable[Statement]) -> list[Row]:
        """Return cited facts."""
        return [self.statement(one) for one in ones]

    # Records -------------------------------------------------------------------------------------------------------

    @property
    def market(self) -> Market | None:
        """The edition's market."""
        return self.catalogue.market

    def market_words(self) -> Words | None:
        """Return the market's name."""
        return market_name(self.market, self.reader) if self.market else None

    def tone(self, sector: str) -> str:
        """Return the brand hue of a sector."""
        known = self.portal.profiles.sectors.get(sector)
        return known.tone if known else ""

    def sectors(self, keys: Iterable[str]) -> list[Row]:
        """Return sectors as marks with names."""
        known = self.portal.profiles.sectors
        return [{"tone": known[key].tone, "name": self.text(known[key].name)} for key in keys if key in known]

    def address(self, folder: str, key: str) -> str:
        """Return the web address of a record's page in the reader's language."""
        return self.portal.address(self.pages, folder, key)

    def picture(self, name: str | None) -> str | None:
        """Return a declared picture as SVG, where it can be shown."""
        return self.brand.get("pictures", {}).get(name) if name else None

    def place(self, city: str | None, region: str | None, country: str) -> String:
        """Return where an organisation sits, the smallest place first."""
        named = region if region and region != city and not NUTS.fullmatch(region) else None
        return self.listed_plain([city, named, self.reader.country(country)])

    def listed_plain(self, items: Iterable[str | None]) -> String:
        """Return what there is of `items`, with the reader's comma between."""
        direction = self.reader.direction
        comma = "، " if self.reader.tag.split("-")[0] in ("ar", "fa", "ur") else ", "
        joined = comma.join(isolated(item, direction) for item in items if item)
        return string(joined, self.reader.tag, direction)


def said(value: String, link: str = "") -> Row:
    """Return a string as a value of a facts table, linked where `link` is a web address."""
    return {"s": value, "link": link}


def rows(*found: Row | None) -> list[Row]:
    """Return the lines there are."""
    return [row for row in found if row]


def parted(found: list[Row]) -> tuple[list[Row], list[Row]]:
    """Return facts that suit the narrow column, and those that are rather sentences."""
    lengths = [sum(len(value["s"]["t"]) for value in row["values"]) for row in found]
    short = [row for row, length in zip(found, lengths, strict=True) if length <= REMARK]
    return short, [row for row, length in zip(found, lengths, strict=True) if length > REMARK]


def shown_address(address: str) -> str:
    """Return a web address as it is printed: without scheme, `www.` and closing slash."""
    return address.split("://", 1)[-1].removeprefix("www.").rstrip("/")
