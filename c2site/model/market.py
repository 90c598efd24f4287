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

    sectors: tuple[Identifier, ...] = Field((), description="Ids of sectors.", examples=[["construction"]])
    codes: tuple[Line, ...] = Field(
        (), description="Codes of goods, as far as they reach: chapter, heading or subheading.", examples=[["9028"]]
    )


class Fact(Part):
    """One cited fact about a market: a requirement, a procurement rule, a trade term or a priority."""

    id: Identifier = Field(
        description="Short name of the fact, used once in the file; its place on the page.", examples=["us-tariff"]
    )
    topic: Topic = Field(
        description="What the fact is about; decides the chapter it stands in.", examples=["standards"]
    )
    name: Line | None = Field(
        None,
        description="Name of the schedule, law, portal or standard.",
        examples=["Harmonized Tariff Schedule of the United States"],
    )
    acronym: Line | None = Field(None, description="Its usual short form.", examples=["HTS"])
    authority: Line | None = Field(
        None, description="Who keeps or enforces it.", examples=["US International Trade Commission"]
    )
    website: Web | None = Field(None, description="Where it is published.", examples=["https://example.org/tariff"])
    digits: tuple[int, ...] = Field((), description="How many digits a tariff code has.", examples=[[8, 10]])
    text: Text = Field(
        description="The fact in one or two sentences.",
        examples=[{"en": "The schedule is kept by the trade commission."}],
    )
    applies_to: AppliesTo | None = Field(
        None, description="To which offerings it applies; left out when it applies to all."
    )
    evidence: tuple[Line, ...] = Field((), description="Types of certificates that prove it.", examples=[["UL", "CSA"]])
    since: YearOrDate | None = Field(None, description="The year or day it came into force.", examples=[2021])
    covers_origin: tuple[Country, ...] = Field(
        (), description="Countries whose goods it covers.", examples=[["AT", "BG"]]
    )
    proof: Text | None = Field(
        None,
        description="How origin or conformity is shown.",
        examples=[{"en": "A statement on origin on the invoice."}],
    )
    sources: CitedSources = Field(description="Keys of references.bib that state it.", examples=[["smith-2024"]])
    as_of: Year | None = Field(None, description="Year of the source; absent when it is undated.", examples=[2024])
    checked_on: date | None = Field(None, description="The day somebody last looked it up.", examples=["2026-05-31"])
    caveat: Text | None = Field(
        None,
        description="What a reader must know before relying on it.",
        examples=[{"en": "A political framework, not a treaty."}],
    )


class ReadingLanguage(Part):
    """A language of a market's catalogue, and where its readers look when a text is missing."""

    tag: LanguageTag = Field(description="Tag of the language (BCP 47).", examples=["es-MX"])
    chain: tuple[LanguageTag, ...] = Field(
        (),
        description="Where readers look, in order, when a text is missing in that language.",
        examples=[["es", "en"]],
    )


class Market(Record):
    """A country outside Europe where the companies want to sell."""

    country: Country = Field(description="The country, ISO 3166-1 alpha-2.", examples=["MX"])
    name: Text | None = Field(
        None, description="Only where it must differ from the country's usual name.", examples=[{"en": "Mexico City"}]
    )
    focus_regions: tuple[Text, ...] = Field(
        (), description="Regions or cities the work concentrates on.", examples=[[{"en": "California"}]]
    )
    project_status: Literal["planned", "worked"] = Field(
        description="Whether the partnership has worked there or only plans to.", examples=["planned"]
    )
    project_note: Text | None = Field(
        None,
        description="What a source says of the work there.",
        examples=[{"en": "Named in the plan; no activity is reported."}],
    )
    project_sources: Sources = Field(
        (), description="Keys of references.bib for the status.", examples=[["smith-2024"]]
    )
    languages: tuple[ReadingLanguage, ...] = Field(
        min_length=1, description="Languages of the market’s catalogue, each with its reading chain."
    )
    official_languages: tuple[LanguageTag, ...] = Field(
        (), description="Official languages of the country.", examples=[["es"]]
    )
    language_note: Text | None = Field(
        None,
        description="What a reader must know about them.",
        examples=[{"en": "English is official by an executive order."}],
    )
    currency: Currency = Field(description="Currency of the country, ISO 4217.", examples=["MXN"])
    units: Literal["si", "us-customary"] = Field(description="Units of measurement buyers expect.", examples=["si"])
    paper: Literal["a4", "letter"] = Field(description="Paper of the printed catalogue.", examples=["letter"])
    industry_codes: Literal["naics", "ciiu", "isic"] | None = Field(
        None, description="Classification of industries used there.", examples=["naics"]
    )
    requirements: tuple[Fact, ...] = Field((), description="What goods and services must fulfil.")
    procurement: tuple[Fact, ...] = Field((), description="How public buyers buy.")
    trade_terms: tuple[Fact, ...] = Field((), description="Tariffs and agreements.")
    priorities: tuple[Fact, ...] = Field((), description="What the market needs most.")
    contacts: tuple[Statement, ...] = Field((), description="Ties that exist already.")
    strategy: Line | None = Field(
        None, description="Name of a page in content/, without ending.", examples=["strategy"]
    )


class Edition(Record):
    """The catalogue a buyer in one market receives.

    Entries follow the value chain, then the company's name as the reader's language sorts it,
    so that two builds of the same data print the same book.
    """

    market: Identifier | None = Field(None, description="Id of the market the catalogue is made for.", examples=["mx"])
    sectors: tuple[Identifier, ...] = Field(
        (), description="Only offerings in these sectors; left out, all.", examples=[["ict"]]
    )
    clusters: tuple[Identifier, ...] = Field(
        (), description="Only companies of these clusters; left out, all.", examples=[["blue-river"]]
    )
    event: Identifier | None = Field(
        None, description="Id of the event the catalogue is made for.", examples=["expo-2027"]
    )
    smes: tuple[Identifier, ...] = Field((), description="Only these companies; left out, all.", examples=[["acme"]])
    languages: tuple[LanguageTag, ...] = Field(
        min_length=1, description="Languages it is made in, the first leads.", examples=[["es", "en"]]
    )
    title: Text | None = Field(
        None,
        description="Title on the cover; left out, it is made from the market’s name.",
        examples=[{"en": "Smart city solutions for Mexico"}],
    )
    subtitle: Text | None = Field(
        None, description="Line below the title.", examples=[{"en": "Catalogue of European companies"}]
    )
    foreword: Text | None = Field(
        None,
        description="Text before the contents.",
        examples=[{"en": "This catalogue introduces companies of six clusters."}],
    )
    version: Line | None = Field(None, description="Number or name of the printing.", examples=["1.0"])
    follows: Identifier | None = Field(
        None, description="Id of the edition before it, whose recorded printing it is compared with.", examples=["mx-2026"]
    )
    order: Literal["chain", "name"] = Field(
        "chain", description="Whether entries follow the value chain or the companies’ names.", examples=["chain"]
    )
    paper: Literal["a4", "letter"] | None = Field(
        None, description="Paper, where it differs from the market’s.", examples=["a4"]
    )
    bleed_mm: int | None = Field(None, ge=0, le=10, description="Bleed for the press, in millimetres.", examples=[3])
    unstated: Literal["include", "leave-out"] = Field(
        "leave-out",
        description="What to do with offerings whose status in the market nobody states.",
        examples=["leave-out"],
    )
