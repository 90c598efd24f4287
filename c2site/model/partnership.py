"""The partnership itself and what it does together."""

from datetime import date
from typing import Literal

from pydantic import Field

from c2site.model.base import (
    Amount,
    Clock,
    Country,
    Currency,
    Geo,
    Identifier,
    LanguageTag,
    Line,
    Part,
    Record,
    ShortText,
    Sources,
    Text,
    Web,
    YearOrDate,
)
from c2site.model.offering import Classification


class Sector(Record):
    """A field of business; its tone is one of the brand's sector hues."""

    name: Text
    description: Text | None = None
    nace: tuple[str, ...] = ()
    tone: Identifier = Field(description="Name of a sector hue in theme/brand/tokens.json.")
    order: int = 0


class Call(Part):
    """The call for proposals that paid for the partnership."""

    id: Line
    title: Line | None = None


class Funding(Part):
    """Money granted."""

    value: Amount
    currency: Currency
    sources: Sources = ()


class Objective(Part):
    """An aim of the partnership."""

    id: Identifier
    kind: Literal["general", "specific", "cluster-view"]
    text: Text
    sources: Sources = ()


class WorkPackage(Part):
    """A part of the work, led by one cluster."""

    id: Identifier
    title: Text
    lead: Identifier | None = None
    aims: tuple[Text, ...] = ()
    sources: Sources = ()


class Output(Part):
    """Something the project made."""

    id: Identifier
    title: Text
    description: Text | None = None
    sources: Sources = ()


class Figure(Part):
    """A number the partnership is known by."""

    id: Identifier
    value: int
    qualifier: Literal["more-than", "about", "exactly"] = "exactly"
    label: Text
    sources: Sources = ()


class Language(Part):
    """A reading language of the portal."""

    tag: LanguageTag
    fallback: tuple[LanguageTag, ...] = Field((), description="Where readers look, in order, when a text is missing.")
    derived_from: LanguageTag | None = Field(None, description="The language whose texts are rewritten in this one's script.")


class Partnership(Record):
    """A partnership of clusters: its name, its funding, its languages."""

    acronym: Line
    acronym_variants: tuple[Line, ...] = ()
    name: Text
    invented: bool = Field(False, description="True for a demonstration or a test; said on every page, refused in production.")
    notice: Text | None = Field(None, description="Shown on every page of an invented partnership.")
    programme: Line | None = None
    call: Call | None = None
    grant_number: Line | None = None
    start: date | None = None
    duration_months: int | None = Field(None, ge=1)
    end_derived: date | None = None
    funding: Funding | None = None
    tagline: Text | None = None
    summary: ShortText | None = None
    objectives: tuple[Objective, ...] = ()
    work_packages: tuple[WorkPackage, ...] = ()
    outputs: tuple[Output, ...] = ()
    figures: tuple[Figure, ...] = ()
    clusters: tuple[Identifier, ...] = Field(min_length=1, description="The partners in their order.")
    languages: tuple[Language, ...] = Field(min_length=1, description="Reading languages in their order; the first is the default.")
    door_markets: tuple[Identifier, ...] = Field((), description="Markets on the front door, in order.")
    funding_statement: Text | None = None
    disclaimer: Text | None = None
    emblem: Literal["eu"] | None = None


class Place(Part):
    """Where something happens."""

    venue: Line | None = None
    city: Line | None = None
    region: Line | None = None
    country: Country | None = None
    geo: Geo | None = None


class After(Part):
    """What came of an event; feeds the indicators."""

    participants: int | None = Field(None, ge=0)
    participants_qualifier: Literal["exactly", "more-than", "about"] = "exactly"
    b2b_meetings: int | None = Field(None, ge=0)
    c2c_meetings: int | None = Field(None, ge=0)
    agreements: tuple[Identifier, ...] = ()
    recording: Web | None = None
    documents: tuple[Text, ...] = ()


EventKind = Literal["b2b", "c2c", "mission", "webinar", "fair", "conference", "meeting", "milestone", "activity", "visit"]


class Event(Record):
    """A meeting, mission, fair or other activity. Without `start` its day is not public."""

    title: Text
    kind: EventKind
    scope: Literal["project", "related"] = "project"
    start: date | None = None
    end: date | None = None
    start_time: Clock | None = None
    end_time: Clock | None = None
    timezone: Line | None = Field(None, description="IANA name.", examples=["Europe/Rome"])
    mode: Literal["onsite", "online", "hybrid"] | None = None
    place: Place | None = None
    organiser: Identifier = Field(description="Id of a cluster, a company or the partnership.")
    co_organisers: tuple[Identifier, ...] = ()
    languages: tuple[LanguageTag, ...] = ()
    markets: tuple[Identifier, ...] = ()
    topic: Text | None = None
    summary: ShortText | None = None
    registration: Web | None = None
    smes: tuple[Identifier, ...] = ()
    count: int | None = Field(None, ge=1, description="How many events this record stands for.")
    after: After | None = None


class ChainStage(Part):
    """A step of the value chain."""

    id: Identifier
    name: Text
    description: Text | None = None
    sectors: tuple[Identifier, ...] = ()
    codes: Classification | None = None


class ValueChain(Record):
    """The steps by which a city gets what it needs; who stands where is computed from the offerings."""

    title: Text
    challenge: Text | None = None
    stages: tuple[ChainStage, ...] = Field(min_length=1)


class Prospect(Record):
    """An organisation that could become a strategic partner."""

    organisation: Line
    long_name: Line | None = None
    kind: Literal["cluster", "partnership", "network"] = "cluster"
    country: Country | None = None
    countries: tuple[Country, ...] = ()
    city: Line | None = None
    sectors: tuple[Identifier, ...] = ()
    field: Text | None = None
    chain_stages: tuple[Identifier, ...] = ()
    website: Web | None = None
    scheme: Line | None = None
    start: YearOrDate | None = None
    state: Literal["found", "contacted", "meeting", "agreed", "declined"] = Field(description="For partners only; never published.")


class Agreement(Record):
    """Something partners have signed."""

    kind: Line
    title: Text | None = None
    parties: tuple[Line, ...] = Field(min_length=1)
    date: YearOrDate | None = None
    market: Identifier | None = None
    event: Identifier | None = None


class Indicator(Record):
    """A figure the partnership is measured by; the actual value is computed."""

    name: Text
    unit: Line
    target: int | None = None
    formula: Line
