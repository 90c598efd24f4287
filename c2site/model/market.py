"""The markets abroad, and the catalogues made for them."""

from datetime import date
from typing import Literal

from pydantic import Field

from c2site.model.base import (
    CitedSources,
    Country,
    Currency,
    Identifier,
    LanguageTag,
    Line,
    Part,
    Record,
    Sources,
    Statement,
    Text,
    Web,
    Year,
    YearOrDate,
)

Topic = Literal["tariff", "standards", "conformity", "labelling", "procurement", "trade", "demand", "practical"]


class AppliesTo(Part):
    """To which offerings a requirement applies."""

    sectors: tuple[Identifier, ...] = ()
    codes: tuple[Line, ...] = ()


class Fact(Part):
    """One cited fact about a market: a requirement, a procurement rule, a trade term or a priority."""

    id: Identifier
    topic: Topic
    name: Line | None = None
    acronym: Line | None = None
    authority: Line | None = None
    website: Web | None = None
    digits: tuple[int, ...] = Field((), description="How many digits a tariff code has.")
    text: Text
    applies_to: AppliesTo | None = None
    evidence: tuple[Line, ...] = Field((), description="Types of certificates that prove it.")
    since: YearOrDate | None = None
    covers_origin: tuple[Country, ...] = ()
    proof: Text | None = None
    sources: CitedSources
    as_of: Year | None = Field(None, description="Year of the source; absent when it is undated.")
    checked_on: date | None = None
    caveat: Text | None = None


class ReadingLanguage(Part):
    """A language of a market's catalogue, and where its readers look when a text is missing."""

    tag: LanguageTag
    chain: tuple[LanguageTag, ...] = ()


class Market(Record):
    """A country outside Europe where the companies want to sell."""

    country: Country
    name: Text | None = Field(None, description="Only where it must differ from the country's usual name.")
    focus_regions: tuple[Text, ...] = ()
    project_status: Literal["planned", "worked"]
    project_note: Text | None = None
    project_sources: Sources = ()
    languages: tuple[ReadingLanguage, ...] = Field(min_length=1)
    official_languages: tuple[LanguageTag, ...] = ()
    language_note: Text | None = None
    currency: Currency
    units: Literal["si", "us-customary"]
    paper: Literal["a4", "letter"]
    industry_codes: Literal["naics", "ciiu", "isic"] | None = None
    requirements: tuple[Fact, ...] = ()
    procurement: tuple[Fact, ...] = ()
    trade_terms: tuple[Fact, ...] = ()
    priorities: tuple[Fact, ...] = ()
    contacts: tuple[Statement, ...] = Field((), description="Ties that exist already.")
    strategy: Line | None = Field(None, description="A page in content/.")


class Edition(Record):
    """The catalogue a buyer in one market receives.

    Entries follow the value chain, then the company's name as the reader's language sorts it,
    so that two builds of the same data print the same book.
    """

    market: Identifier | None = None
    sectors: tuple[Identifier, ...] = ()
    clusters: tuple[Identifier, ...] = ()
    event: Identifier | None = None
    smes: tuple[Identifier, ...] = ()
    languages: tuple[LanguageTag, ...] = Field(min_length=1)
    title: Text | None = None
    subtitle: Text | None = None
    foreword: Text | None = None
    version: Line | None = None
    order: Literal["chain", "name"] = "chain"
    paper: Literal["a4", "letter"] | None = None
    bleed_mm: int | None = Field(None, ge=0, le=10)
    unstated: Literal["include", "leave-out"] = Field(
        "leave-out", description="What to do with offerings whose status in the market nobody states."
    )
