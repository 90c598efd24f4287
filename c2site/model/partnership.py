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

    name: Text = Field(description="Name of the sector.", examples=[{"en": "Environmental technologies"}])
    description: Text | None = Field(
        None, description="What belongs to it.", examples=[{"en": "Water, waste, air and soil."}]
    )
    nace: tuple[str, ...] = Field((), description="NACE divisions that belong to it.", examples=[["36", "38"]])
    tone: Identifier = Field(description="Name of a sector hue in theme/brand/tokens.json.", examples=["environment"])
    order: int = Field(0, description="Its place among the sectors; smaller comes first.", examples=[1])


class Call(Part):
    """The call for proposals that paid for the partnership."""

    id: Line = Field(description="Number of the call.", examples=["SMP-COSME-2027-01"])
    title: Line | None = Field(None, description="Title of the call.", examples=["Clusters Go International"])


class Funding(Part):
    """Money granted."""

    value: Amount = Field(description="The amount in whole units.", examples=[200000])
    currency: Currency = Field(description="Its currency, ISO 4217.")
    sources: Sources = Field((), description="Keys of references.bib that state it.", examples=[["smith-2024"]])


class Objective(Part):
    """An aim of the partnership."""

    id: Identifier = Field(description="Short name, used once in the file.", examples=["obj-general"])
    kind: Literal["general", "specific", "cluster-view"] = Field(
        description="Whether it is the general aim, a specific one, or one cluster’s view.", examples=["specific"]
    )
    text: Text = Field(
        description="The aim in one sentence.", examples=[{"en": "Help companies reach markets outside Europe."}]
    )
    sources: Sources = Field((), description="Keys of references.bib that state it.", examples=[["smith-2024"]])


class WorkPackage(Part):
    """A part of the work, led by one cluster."""

    id: Identifier = Field(description="Short name, used once in the file.", examples=["wp2"])
    title: Text = Field(description="Title of the work package.", examples=[{"en": "Market studies"}])
    lead: Identifier | None = Field(None, description="Id of the cluster that leads it.", examples=["blue-river"])
    aims: tuple[Text, ...] = Field(
        (), description="What it is for, one each.", examples=[[{"en": "Know the rules of each market"}]]
    )
    sources: Sources = Field((), description="Keys of references.bib that state it.", examples=[["smith-2024"]])


class Output(Part):
    """Something the project made."""

    id: Identifier = Field(description="Short name, used once in the file.", examples=["strategy"])
    title: Text = Field(description="What was made.", examples=[{"en": "Internationalisation strategy"}])
    description: Text | None = Field(
        None, description="What it holds.", examples=[{"en": "Goals, markets and business models by sector."}]
    )
    sources: Sources = Field((), description="Keys of references.bib that state it.", examples=[["smith-2024"]])


class Figure(Part):
    """A number the partnership is known by."""

    id: Identifier = Field(description="Short name, used once in the file.", examples=["companies"])
    value: int = Field(description="The number.", examples=[400])
    qualifier: Literal["more-than", "about", "exactly"] = Field(
        "exactly", description="How exact the source is.", examples=["more-than"]
    )
    label: Text = Field(description="What is counted.", examples=[{"en": "companies in the clusters"}])
    sources: Sources = Field((), description="Keys of references.bib that state it.", examples=[["smith-2024"]])


class Language(Part):
    """A reading language of the portal."""

    tag: LanguageTag = Field(description="Tag of the language (BCP 47).", examples=["es"])
    fallback: tuple[LanguageTag, ...] = Field(
        (), description="Where readers look, in order, when a text is missing.", examples=[["en"]]
    )
    derived_from: LanguageTag | None = Field(
        None, description="The language whose texts are rewritten in this one's script.", examples=["sr"]
    )
    formats: LanguageTag | None = Field(
        None, description="The region whose dates and figures readers see.", examples=["en-GB"]
    )


class Partnership(Record):
    """A partnership of clusters: its name, its funding, its languages."""

    acronym: Line = Field(description="The short name people use.", examples=["BlueCities"])
    acronym_variants: tuple[Line, ...] = Field((), description="Other ways it is written.", examples=[["Blue Cities"]])
    name: Text = Field(description="The full name.", examples=[{"en": "Clusters for Blue Cities"}])
    invented: bool = Field(
        False,
        description="True for a demonstration or a test; said on every page, refused in production.",
        examples=[True],
    )
    notice: Text | None = Field(
        None,
        description="Shown on every page of an invented partnership.",
        examples=[{"en": "An invented partnership, for tests."}],
    )
    programme: Line | None = Field(None, description="Programme that pays for it.", examples=["COSME"])
    call: Call | None = Field(None, description="The call for proposals.")
    grant_number: Line | None = Field(
        None, description="Number of the grant agreement; left out until it is known.", examples=["101000000"]
    )
    start: date | None = Field(None, description="First day of the project.", examples=["2027-01-01"])
    duration_months: int | None = Field(None, ge=1, description="How long the project was planned for.", examples=[24])
    end_derived: date | None = Field(
        None, description="Last day, reckoned from start and duration.", examples=["2028-12-31"]
    )
    funding: Funding | None = Field(None, description="Money granted.")
    tagline: Text | None = Field(
        None, description="One line below the name.", examples=[{"en": "Six clusters, one door to the smart city."}]
    )
    summary: ShortText | None = Field(
        None,
        description="Who the partnership is, in two sentences.",
        examples=[{"en": "Six clusters bring their companies to cities abroad."}],
    )
    objectives: tuple[Objective, ...] = Field((), description="Aims of the partnership.")
    work_packages: tuple[WorkPackage, ...] = Field((), description="Parts of the work.")
    outputs: tuple[Output, ...] = Field((), description="What the project made.")
    figures: tuple[Figure, ...] = Field((), description="Numbers it is known by.")
    clusters: tuple[Identifier, ...] = Field(
        min_length=1, description="Ids of the partners, in their order.", examples=[["blue-river", "green-hill"]]
    )
    languages: tuple[Language, ...] = Field(
        min_length=1,
        description="Reading languages in their order; the first is the default.",
        examples=[[{"tag": "en"}, {"tag": "es", "fallback": ["en"]}]],
    )
    review_months: int | None = Field(
        None, ge=1, description="After how many months a record must be looked at again; left out, nobody is reminded.", examples=[12]
    )
    door_markets: tuple[Identifier, ...] = Field(
        (), description="Ids of the markets on the front door, in order.", examples=[["us", "mx"]]
    )
    funding_statement: Text | None = Field(
        None,
        description="Sentence about the funding, on every page and cover.",
        examples=[{"en": "Co-funded by the European Union"}],
    )
    disclaimer: Text | None = Field(
        None,
        description="Who answers for the content, on every page and cover.",
        examples=[{"en": "The content represents the views of the author only."}],
    )
    emblem: Literal["eu"] | None = Field(
        None, description="The emblem shown with the funding statement.", examples=["eu"]
    )

    @property
    def written_languages(self) -> tuple[str, ...]:
        """Tags of the languages somebody has to write; those derived from another by rule are written by nobody."""
        return tuple(language.tag for language in self.languages if not language.derived_from)


class Place(Part):
    """Where something happens."""

    venue: Line | None = Field(None, description="Name of the building.", examples=["Messe Wien"])
    city: Line | None = Field(None, description="City.", examples=["Vienna"])
    region: Line | None = Field(None, description="Region.", examples=["Lower Austria"])
    country: Country | None = Field(None, description="Country, ISO 3166-1 alpha-2.", examples=["AT"])
    geo: Geo | None = Field(None, description="Where it is on the map.")


class After(Part):
    """What came of an event; feeds the indicators."""

    participants: int | None = Field(None, ge=0, description="How many took part.", examples=[60])
    participants_qualifier: Literal["exactly", "more-than", "about"] = Field(
        "exactly", description="How exact the source is.", examples=["about"]
    )
    b2b_meetings: int | None = Field(None, ge=0, description="Meetings between companies.", examples=[34])
    c2c_meetings: int | None = Field(None, ge=0, description="Meetings between clusters.", examples=[5])
    agreements: tuple[Identifier, ...] = Field(
        (), description="Ids of agreements signed there.", examples=[["mou-2026"]]
    )
    recording: Web | None = Field(
        None, description="Address of the recording.", examples=["https://example.org/recording"]
    )
    documents: tuple[Text, ...] = Field(
        (), description="Papers that came of it, one each.", examples=[[{"en": "Minutes"}]]
    )


class AgendaItem(Part):
    """A point of an event's programme."""

    day: date | None = Field(
        None, description="Its day; left out when it is the first, or that of the point before.", examples=["2027-11-03"]
    )
    time: Clock = Field(description="When it begins, local time.", examples=["10:00"])
    title: Text = Field(description="What happens then.", examples=[{"en": "Companies present themselves"}])


EventKind = Literal[
    "b2b", "c2c", "mission", "webinar", "fair", "conference", "meeting", "milestone", "activity", "visit"
]


class Event(Record):
    """A meeting, mission, fair or other activity. Without `start` its day is not public."""

    title: Text = Field(description="Title of the event.", examples=[{"en": "Smart City Expo"}])
    kind: EventKind = Field(description="What sort of event it is.", examples=["fair"])
    scope: Literal["project", "related"] = Field(
        "project", description="Whether the project held it, or it belongs to its surroundings.", examples=["project"]
    )
    start: date | None = Field(None, description="First day; left out when it is not public.", examples=["2027-11-02"])
    end: date | None = Field(None, description="Last day; left out when it is the first.", examples=["2027-11-04"])
    start_time: Clock | None = Field(None, description="When it begins, local time.")
    end_time: Clock | None = Field(None, description="When it ends, local time.", examples=["16:00"])
    timezone: Line | None = Field(None, description="Time zone of the hours, IANA name.", examples=["Europe/Rome"])
    mode: Literal["onsite", "online", "hybrid"] | None = Field(
        None, description="How one takes part.", examples=["onsite"]
    )
    place: Place | None = Field(None, description="Where it happens.")
    organiser: Identifier = Field(
        description="Id of the cluster, company or partnership that organises it.", examples=["blue-river"]
    )
    co_organisers: tuple[Identifier, ...] = Field(
        (), description="Ids of the others that organise it.", examples=[["green-hill"]]
    )
    languages: tuple[LanguageTag, ...] = Field((), description="Languages spoken.", examples=[["en", "es"]])
    markets: tuple[Identifier, ...] = Field((), description="Ids of markets it is about.", examples=[["mx"]])
    topic: Text | None = Field(None, description="What it is about.", examples=[{"en": "Water in the city"}])
    summary: ShortText | None = Field(
        None,
        description="What happens, in one or two sentences.",
        examples=[{"en": "Companies meet buyers from Mexican cities."}],
    )
    agenda: tuple[AgendaItem, ...] = Field((), description="The programme, in the order of time.")
    registration: Web | None = Field(
        None, description="Where one registers.", examples=["https://example.org/register"]
    )
    smes: tuple[Identifier, ...] = Field((), description="Ids of companies that take part.", examples=[["acme"]])
    count: int | None = Field(None, ge=1, description="How many events this record stands for.", examples=[3])
    after: After | None = Field(None, description="What came of it.")


class ChainStage(Part):
    """A step of the value chain."""

    id: Identifier = Field(description="Short name, used once in the partnership’s value chains.", examples=["collect"])
    name: Text = Field(description="Name of the stage.", examples=[{"en": "Collect data"}])
    description: Text | None = Field(
        None, description="What happens there.", examples=[{"en": "Sensors and meters gather data."}]
    )
    sectors: tuple[Identifier, ...] = Field((), description="Ids of sectors that work there.", examples=[["ict"]])
    codes: Classification | None = Field(None, description="Codes of goods and services that belong there.")


class ValueChain(Record):
    """The steps by which a city gets what it needs; who stands where is computed from the offerings."""

    title: Text = Field(description="Title of the chain.", examples=[{"en": "From sensor to service"}])
    challenge: Text | None = Field(
        None, description="What a city wants to solve.", examples=[{"en": "A third of the water is lost on its way."}]
    )
    stages: tuple[ChainStage, ...] = Field(min_length=1, description="The steps, in order.")


class Prospect(Record):
    """An organisation that could become a strategic partner."""

    organisation: Line = Field(description="Usual name of the organisation.", examples=["Clúster de Agua"])
    long_name: Line | None = Field(
        None, description="Its full name.", examples=["Clúster de Agua y Saneamiento de México"]
    )
    kind: Literal["cluster", "partnership", "network"] = Field(
        "cluster", description="What it is.", examples=["cluster"]
    )
    country: Country | None = Field(None, description="Country of its seat, ISO 3166-1 alpha-2.", examples=["MX"])
    countries: tuple[Country, ...] = Field(
        (), description="Countries of its members, where there are several.", examples=[["MX", "CO"]]
    )
    city: Line | None = Field(None, description="City of its seat.", examples=["Monterrey"])
    sectors: tuple[Identifier, ...] = Field(
        (), description="Ids of our sectors, only where they plainly fit.", examples=[["environment"]]
    )
    field: Text | None = Field(
        None, description="Its field in its own words.", examples=[{"en": "water and sanitation"}]
    )
    chain_stages: tuple[Identifier, ...] = Field(
        (), description="Ids of stages of the value chain it could serve.", examples=[["collect"]]
    )
    website: Web | None = Field(None, description="Its website.", examples=["https://example.org"])
    scheme: Line | None = Field(None, description="Programme or label it belongs to.", examples=["ESCP-4i"])
    start: YearOrDate | None = Field(None, description="When it began.", examples=[2018])
    state: Literal["found", "contacted", "meeting", "agreed", "declined"] = Field(
        description="For partners only; never published.", examples=["found"]
    )


class Agreement(Record):
    """Something partners have signed."""

    kind: Line = Field(description="What was signed.", examples=["memorandum of understanding"])
    title: Text | None = Field(None, description="Its title.", examples=[{"en": "Memorandum on water technology"}])
    parties: tuple[Line, ...] = Field(
        min_length=1, description="Who signed it.", examples=[["Blue River", "Clúster de Agua"]]
    )
    date: YearOrDate | None = Field(None, description="The day or year it was signed.", examples=["2026-05-31"])
    market: Identifier | None = Field(None, description="Id of the market it concerns.", examples=["mx"])
    event: Identifier | None = Field(
        None, description="Id of the event at which it was signed.", examples=["expo-2027"]
    )


class Indicator(Record):
    """A figure the partnership is measured by; the actual value is computed."""

    name: Text = Field(description="What is measured.", examples=[{"en": "Companies that took part in missions"}])
    unit: Line = Field(description="Unit of the figure.", examples=["companies"])
    target: int | None = Field(None, description="The figure aimed at.", examples=[60])
    formula: Line = Field(
        description="How the actual figure is counted in the records: count, sum, distinct, share or translated.",
        examples=["count(events where kind is mission)"],
    )
