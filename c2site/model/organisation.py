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
    Granted,
    Geo,
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

    year: Year
    total: int | None = Field(None, ge=0)
    companies: int | None = Field(None, ge=0)
    smes: int | None = Field(None, ge=0)
    research: int | None = Field(None, ge=0)
    other: int | None = Field(None, ge=0)
    note: Text | None = None
    sources: CitedSources


class Cooperation(Part):
    """With whom a cluster wants to work."""

    countries: tuple[Country, ...] = ()
    sectors: tuple[Identifier, ...] = ()
    kinds: tuple[Line, ...] = ()


class Role(Part):
    """What a cluster does in the partnership."""

    leads: tuple[Identifier, ...] = Field((), description="Ids of work packages.")


class Cluster(Record):
    """A cluster organisation that is a partner."""

    name: Text = Field(description="Never machine-translated; native names under their languages.")
    short_name: Line
    legal_name: Line | None = None
    former_names: tuple[Line, ...] = ()
    later_name: Text | None = None
    country: Country
    region: Line | None = None
    city: Line | None = None
    address: Line | None = None
    place_note: Text | None = None
    geo: Geo | None = None
    website: Web | None = None
    mailbox: Mailbox | None = None
    founded: Founded | None = None
    members: tuple[Members, ...] = ()
    sectors: tuple[Identifier, ...] = Field(min_length=1)
    topics: tuple[Text, ...] = ()
    labels: tuple[Line, ...] = ()
    networks: tuple[Line, ...] = ()
    services: tuple[Text, ...] = ()
    languages: tuple[LanguageTag, ...] = ()
    logo: Line | None = Field(None, description="A file in data/media/.")
    cooperation_sought: Cooperation | None = None
    role: Role | None = None
    summary: ShortText | None = None


class Membership(Part):
    """How a source ties a company to its cluster."""

    kind: Literal["stated", "project"] = Field(description="`stated`: a source says member; `project`: took part in a project of the cluster.")
    year: Year | None = None
    note: Text | None = None


class Ids(Part):
    """Registration numbers."""

    vat: Line | None = None
    euid: Line | None = None
    lei: Line | None = None
    duns: Line | None = None
    pic: Line | None = None


class Employees(Part):
    """Head count."""

    value: int = Field(ge=0)
    year: Year | None = None
    approximate: bool = False
    scope: Text | None = None
    sources: Sources = ()


class Turnover(Part):
    """Yearly sales in whole units of the currency."""

    value: Amount
    currency: Currency
    year: Year | None = None
    scope: Text | None = None
    sources: Sources = ()


class Export(Part):
    """Sales abroad."""

    countries: tuple[Country, ...] = ()
    share: int | None = Field(None, ge=0, le=100, description="Per cent of turnover.")
    since: Year | None = None
    entry_modes: tuple[Line, ...] = ()


class Certificate(Part):
    """A paper that somebody else has signed (schema.org Certification)."""

    type: Line = Field(examples=["ISO 9001"])
    scope: Text | None = None
    number: Line | None = None
    issuer: Line | None = None
    valid_from: date | None = None
    valid_until: date | None = None
    valid_in: tuple[Country, ...] = ()
    file: Line | None = None


class Reference(Part):
    """Work done for a client who allows it to be named."""

    client: Line
    place: Line | None = None
    year: Year | None = None
    result: Text | None = None
    permission: Granted = Field(description="The client has agreed to be named: `true`.")


class Image(Part):
    """A picture in data/media/."""

    file: Line
    alt: Text
    credit: Line | None = None
    licence: Line | None = None


class Sme(Record):
    """A small or medium-sized company that belongs to a cluster."""

    name: Line
    legal_name: Line | None = None
    former_name: Line | None = None
    brand: Line | None = None
    group: Line | None = None
    cluster: Identifier
    membership: Membership | None = None
    country: Country
    region: Line | None = None
    city: Line | None = None
    place_note: Text | None = None
    geo: Geo | None = None
    website: Web | None = None
    mailbox: Mailbox | None = None
    ids: Ids | None = None
    founded: Founded | None = None
    size: Literal["micro", "small", "medium"] | None = Field(None, description="SME definition 2003/361/EC.")
    size_note: Text | None = None
    employees: Employees | None = None
    turnover: Turnover | None = None
    activities: tuple[Line, ...] = Field((), description="NACE Rev. 2.1 codes.")
    sectors: tuple[Identifier, ...] = Field(min_length=1)
    summary: ShortText | None = None
    description: Text | None = None
    keywords: tuple[Text, ...] = ()
    business_models: tuple[Line, ...] = ()
    export: Export | None = None
    languages: tuple[LanguageTag, ...] = ()
    certificates: tuple[Certificate, ...] = ()
    references: tuple[Reference, ...] = ()
    logo: Line | None = Field(None, description="A file in data/media/.")
    images: tuple[Image, ...] = ()
