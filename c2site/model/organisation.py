"""The organisations: clusters and their member companies."""

from datetime import date
from typing import Literal

from pydantic import Field

from c2site.model.base import (
    Amount,
    CitedSources,
    Country,
    Currency,
    Founded,
    Geo,
    Granted,
    Identifier,
    LanguageTag,
    Line,
    Mailbox,
    Part,
    Record,
    ShortText,
    Sources,
    Text,
    Web,
    Year,
)


class Members(Part):
    """How many members a cluster had in one year, as its source counts them."""

    year: Year = Field(description="The year of the count.", examples=[2025])
    total: int | None = Field(None, ge=0, description="All members.", examples=[139])
    companies: int | None = Field(None, ge=0, description="Companies among them.", examples=[103])
    smes: int | None = Field(None, ge=0, description="Small and medium-sized companies among them.", examples=[90])
    research: int | None = Field(None, ge=0, description="Universities and research centres among them.", examples=[12])
    other: int | None = Field(None, ge=0, description="Other members.", examples=[24])
    note: Text | None = Field(
        None, description="How the source counts.", examples=[{"en": "Associated members are counted too."}]
    )
    sources: CitedSources = Field(description="Keys of references.bib that state the count.", examples=[["smith-2024"]])


class Cooperation(Part):
    """With whom a cluster wants to work."""

    countries: tuple[Country, ...] = Field((), description="Countries of partners.", examples=[["MX", "CO"]])
    sectors: tuple[Identifier, ...] = Field((), description="Ids of sectors.", examples=[["environment"]])
    kinds: tuple[Line, ...] = Field((), description="Kinds of cooperation.", examples=[["joint projects"]])


class Role(Part):
    """What a cluster does in the partnership."""

    leads: tuple[Identifier, ...] = Field((), description="Ids of work packages.", examples=[["wp2"]])


class Cluster(Record):
    """A cluster organisation that is a partner."""

    name: Text = Field(
        description="Never machine-translated; native names under their languages.",
        examples=[{"en": "Blue River Water Cluster", "de": "Wassercluster Blauer Fluss"}],
    )
    short_name: Line = Field(description="The name people use.", examples=["Blue River"])
    legal_name: Line | None = Field(
        None, description="Registered name.", examples=["Verein Wassercluster Blauer Fluss"]
    )
    former_names: tuple[Line, ...] = Field((), description="Names it had before.", examples=[["Water Working Group"]])
    later_name: Text | None = Field(
        None, description="Name it took after the project.", examples=[{"en": "Blue River Environment"}]
    )
    country: Country = Field(description="Country of its seat, ISO 3166-1 alpha-2.", examples=["AT"])
    region: Line | None = Field(None, description="Region of its seat.", examples=["Lower Austria"])
    city: Line | None = Field(None, description="City of its seat.", examples=["Vienna"])
    address: Line | None = Field(
        None, description="Street and number, postal code.", examples=["Hauptplatz 1, 1010 Vienna"]
    )
    place_note: Text | None = Field(
        None, description="What a source says of the place.", examples=[{"en": "The seat moved in 2021."}]
    )
    geo: Geo | None = Field(None, description="Where it is on the map.")
    website: Web | None = Field(None, description="Its website.", examples=["https://example.org"])
    mailbox: Mailbox | None = Field(
        None, description="A role address, never a person’s.", examples=["info@acme.example.org"]
    )
    founded: Founded | None = Field(None, description="When it began.")
    members: tuple[Members, ...] = Field((), description="How many members it had, year by year.")
    sectors: tuple[Identifier, ...] = Field(
        min_length=1, description="Ids of sectors, the main one first.", examples=[["environment"]]
    )
    topics: tuple[Text, ...] = Field(
        (), description="Topics it works on, one each.", examples=[[{"en": "circular economy"}]]
    )
    labels: tuple[Line, ...] = Field((), description="Quality labels.", examples=[["ECEI Silver"]])
    networks: tuple[Line, ...] = Field(
        (), description="Networks it belongs to.", examples=[["Enterprise Europe Network"]]
    )
    services: tuple[Text, ...] = Field(
        (), description="Services for members and partners, one each.", examples=[[{"en": "partner search"}]]
    )
    languages: tuple[LanguageTag, ...] = Field((), description="Languages spoken there.", examples=[["de", "en"]])
    logo: Line | None = Field(None, description="A file in data/media/, named from there.", examples=["blue-river.svg"])
    cooperation_sought: Cooperation | None = Field(None, description="With whom it wants to work.")
    role: Role | None = Field(None, description="What it does in the partnership.")
    summary: ShortText | None = Field(
        None,
        description="Who it is, in two calm sentences.",
        examples=[{"en": "Blue River unites the water industry of Lower Austria."}],
    )


class Membership(Part):
    """How a source ties a company to its cluster."""

    kind: Literal["stated", "project"] = Field(
        description="`stated`: a source says member; `project`: took part in a project of the cluster.",
        examples=["stated"],
    )
    year: Year | None = Field(None, description="The year of the source.", examples=[2023])
    note: Text | None = Field(
        None, description="What the source says.", examples=[{"en": "Took part in the cluster’s mission."}]
    )


class Ids(Part):
    """Registration numbers."""

    vat: Line | None = Field(None, description="VAT number with the country’s letters.", examples=["ATU12345678"])
    euid: Line | None = Field(
        None, description="European unique identifier of the business register.", examples=["ATBRA.123456-000"]
    )
    lei: Line | None = Field(
        None, description="Legal entity identifier, 20 letters and digits.", examples=["984500ABCDEF01234501"]
    )
    duns: Line | None = Field(None, description="DUNS number, 9 digits.", examples=["123456789"])
    pic: Line | None = Field(
        None, description="Participant identification code of the EU funding portal, 9 digits.", examples=["999999999"]
    )


class Employees(Part):
    """Head count."""

    value: int = Field(ge=0, description="Head count.", examples=[12])
    year: Year | None = Field(None, description="The year of the count.", examples=[2024])
    approximate: bool = Field(False, description="True when the source says “about”.", examples=[True])
    scope: Text | None = Field(
        None, description="Who is counted, where it is not plain.", examples=[{"en": "the whole group"}]
    )
    sources: Sources = Field((), description="Keys of references.bib that state it.", examples=[["smith-2024"]])


class Turnover(Part):
    """Yearly sales in whole units of the currency."""

    value: Amount = Field(description="The amount in whole units.", examples=[2100000])
    currency: Currency = Field(description="Its currency, ISO 4217.")
    year: Year | None = Field(None, description="The business year.", examples=[2024])
    scope: Text | None = Field(
        None, description="What is counted, where it is not plain.", examples=[{"en": "the whole group"}]
    )
    sources: Sources = Field((), description="Keys of references.bib that state it.", examples=[["smith-2024"]])


class Export(Part):
    """Sales abroad."""

    countries: tuple[Country, ...] = Field((), description="Countries it sells to.", examples=[["FR", "MX"]])
    share: int | None = Field(None, ge=0, le=100, description="Per cent of turnover.", examples=[40])
    since: Year | None = Field(None, description="The year it began to export.", examples=[2012])
    entry_modes: tuple[Line, ...] = Field(
        (), description="How it sells there.", examples=[["distributor", "own branch"]]
    )


class Certificate(Part):
    """A paper that somebody else has signed (schema.org Certification)."""

    type: Line = Field(description="What is certified to what: a standard or a mark.", examples=["ISO 9001"])
    scope: Text | None = Field(
        None, description="What it covers.", examples=[{"en": "Design and production of meters"}]
    )
    number: Line | None = Field(None, description="Number on the paper.", examples=["AT-0123/2024"])
    issuer: Line | None = Field(None, description="Who signed it.", examples=["TÜV Austria"])
    valid_from: date | None = Field(None, description="First day.", examples=["2024-03-01"])
    valid_until: date | None = Field(None, description="Last day.", examples=["2027-02-28"])
    valid_in: tuple[Country, ...] = Field((), description="Countries where it counts.", examples=[["AT", "MX"]])
    file: Line | None = Field(
        None, description="A copy in data/media/, named from there.", examples=["acme-iso-9001.pdf"]
    )


class Reference(Part):
    """Work done for a client who allows it to be named."""

    client: Line = Field(description="Whom the work was done for.", examples=["City of Vienna"])
    place: Line | None = Field(None, description="Where.", examples=["Vienna"])
    year: Year | None = Field(None, description="When it was finished.", examples=[2024])
    result: Text | None = Field(
        None, description="What came of it.", examples=[{"en": "12,000 meters read without visits."}]
    )
    permission: Granted = Field(description="The client has agreed to be named: `true`.", examples=[True])


class Image(Part):
    """A picture in data/media/."""

    file: Line = Field(description="A picture in data/media/, named from there.", examples=["acme-meter.jpg"])
    alt: Text = Field(
        description="What can be seen, for those who cannot see it.",
        examples=[{"en": "A water meter with a radio module"}],
    )
    credit: Line | None = Field(None, description="Who took it.", examples=["Acme"])
    licence: Line | None = Field(None, description="Under which licence it may be shown.", examples=["CC BY 4.0"])


class Sme(Record):
    """A small or medium-sized company that belongs to a cluster."""

    name: Line = Field(description="The name people know it by.", examples=["Acme"])
    legal_name: Line | None = Field(None, description="Registered name.", examples=["Acme Water Technologies GmbH"])
    former_name: Line | None = Field(None, description="Name it had before.", examples=["Acme Meters"])
    brand: Line | None = Field(None, description="Brand it sells under.", examples=["AquaRead"])
    group: Line | None = Field(None, description="Group of companies it belongs to.", examples=["Acme Group"])
    cluster: Identifier = Field(
        description="Id of the cluster it belongs to; the file lies in that folder.", examples=["blue-river"]
    )
    membership: Membership | None = Field(None, description="How a source ties it to the cluster.")
    country: Country = Field(description="Country of its seat, ISO 3166-1 alpha-2.", examples=["AT"])
    region: Line | None = Field(None, description="Region of its seat.", examples=["Lower Austria"])
    city: Line | None = Field(None, description="City of its seat.", examples=["Vienna"])
    place_note: Text | None = Field(
        None, description="What a source says of the place.", examples=[{"en": "A second office is in Graz."}]
    )
    geo: Geo | None = Field(None, description="Where it is on the map.")
    website: Web | None = Field(None, description="Its website.", examples=["https://acme.example.org"])
    mailbox: Mailbox | None = Field(
        None, description="A role address, never a person’s.", examples=["info@acme.example.org"]
    )
    ids: Ids | None = Field(None, description="Registration numbers.")
    founded: Founded | None = Field(None, description="When it began.")
    size: Literal["micro", "small", "medium"] | None = Field(
        None, description="Size by the SME definition 2003/361/EC.", examples=["small"]
    )
    size_note: Text | None = Field(
        None, description="What a source says of the size.", examples=[{"en": "Counted without the group."}]
    )
    employees: Employees | None = Field(None, description="Head count.")
    turnover: Turnover | None = Field(None, description="Yearly sales.")
    activities: tuple[Line, ...] = Field((), description="NACE Rev. 2.1 codes.", examples=[["26.51"]])
    sectors: tuple[Identifier, ...] = Field(
        min_length=1, description="Ids of sectors, the main one first.", examples=[["ict"]]
    )
    summary: ShortText | None = Field(
        None,
        description="What it does, in one or two sentences.",
        examples=[{"en": "Acme makes meters that cities read from the street."}],
    )
    description: Text | None = Field(
        None,
        description="What it does, for whom, and since when.",
        examples=[{"en": "Acme develops and makes water meters."}],
    )
    keywords: tuple[Text, ...] = Field(
        (), description="Words a buyer would search for, one each.", examples=[[{"en": "water meter"}]]
    )
    business_models: tuple[Line, ...] = Field(
        (), description="How it earns money.", examples=[["product sales", "software as a service"]]
    )
    export: Export | None = Field(None, description="Sales abroad.")
    languages: tuple[LanguageTag, ...] = Field(
        (), description="Languages spoken with customers.", examples=[["de", "en"]]
    )
    certificates: tuple[Certificate, ...] = Field((), description="Papers others have signed for the company.")
    references: tuple[Reference, ...] = Field((), description="Work for clients who allow it to be named.")
    logo: Line | None = Field(None, description="A file in data/media/, named from there.", examples=["acme.svg"])
    images: tuple[Image, ...] = Field((), description="Pictures.")
