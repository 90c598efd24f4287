"""What companies offer, and what members and cities look for."""

from datetime import date
from typing import Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from c2site.model.base import (
    Amount,
    Country,
    Currency,
    Identifier,
    Line,
    Part,
    Record,
    ShortText,
    Sources,
    Text,
    Visibility,
)
from c2site.model.organisation import Certificate, Image

SEA_RULES = frozenset({"FAS", "FOB", "CFR", "CIF"})
IncotermsRule = Literal["EXW", "FCA", "CPT", "CIP", "DAP", "DPU", "DDP", "FAS", "FOB", "CFR", "CIF"]
MarketStatus = Literal["selling", "pilot", "seeking-partner", "planned", "not-offered"]
OfferingKind = Literal["product", "service", "technology", "package"]
Stage = Literal["concept", "laboratory", "prototype", "field-tested", "demonstration", "on-the-market"]


class Ipr(Part):
    """Rights in the technology."""

    status: tuple[Line, ...] = Field(
        (), description="Patents, trade marks and other rights, one each.", examples=[["patent pending"]]
    )
    note: Text | None = Field(
        None,
        description="What a buyer must know about them.",
        examples=[{"en": "Source code is available under a licence."}],
    )


class Classification(Part):
    """Codes of goods and services, each as its standard writes it."""

    hs: tuple[str, ...] = Field((), description="Harmonized System 2022, 6 digits.", examples=[["902820"]])
    cn: tuple[str, ...] = Field((), description="Combined Nomenclature, 8 digits.", examples=[["90282000"]])
    cpv: tuple[str, ...] = Field(
        (), description="Common Procurement Vocabulary 2008, 8 digits.", examples=[["34923000"]]
    )
    unspsc: tuple[str, ...] = Field((), description="UNSPSC, 8 digits.", examples=[["41112501"]])
    nace: tuple[str, ...] = Field((), description="NACE Rev. 2.1.", examples=[["62.10"]])
    naics: tuple[str, ...] = Field((), description="NAICS 2022, 2 to 6 digits.", examples=[["541511"]])
    ciiu: tuple[str, ...] = Field((), description="ISIC or CIIU Rev. 4, 2 to 4 digits.", examples=[["6201"]])
    etim: tuple[str, ...] = Field((), description="ETIM class.", examples=[["EC001601"]])


class Specification(Part):
    """One technical figure."""

    name: Text = Field(description="What is measured.", examples=[{"en": "Range"}])
    value: Line = Field(description="The figure, as text.", examples=["15"])
    unit: Line | None = Field(None, description="UN/ECE Recommendation 20 code or a plain unit.", examples=["km"])


class Incoterm(Part):
    """A delivery rule of Incoterms 2020 with its named place."""

    rule: IncotermsRule = Field(description="Three-letter rule of Incoterms 2020.", examples=["DAP"])
    place: Line = Field(description="The named place or port.", examples=["Veracruz"])
    mode: Literal["sea", "air", "road", "rail", "any"] = Field(
        "any", description="How the place is reached; sea-only rules need `sea`.", examples=["any"]
    )

    @model_validator(mode="after")
    def _sea_rules_need_a_port(self) -> Self:
        if self.rule in SEA_RULES and self.mode not in ("sea", "any"):
            raise PydanticCustomError(
                "sea-rule", "sea-only rule", {"rule": self.rule, "place": f"{self.place} ({self.mode})"}
            )
        return self


class Price(Part):
    """The lowest price asked."""

    from_: Amount = Field(alias="from", description="The lowest price.", examples=[49.5])
    currency: Currency = Field(description="Currency of the price, ISO 4217.")
    per: Line | None = Field(None, description="For what it is paid.", examples=["meter and year"])


class Trade(Part):
    """Terms of trade."""

    moq: int | None = Field(None, ge=1, description="Minimum order quantity.", examples=[10])
    lead_time_days: int | None = Field(None, ge=0, description="Days from order to dispatch.", examples=[30])
    incoterms: tuple[Incoterm, ...] = Field((), description="Delivery rules offered.")
    payment: tuple[Line, ...] = Field(
        (), description="Ways and terms of payment.", examples=[["30 days after invoice"]]
    )
    price: Price | None = Field(None, description="The lowest price asked.")
    warranty_months: int | None = Field(None, ge=0, description="Months of warranty.", examples=[24])
    samples: bool | None = Field(None, description="Whether samples are sent.", examples=[True])
    capacity: Line | None = Field(None, description="How much can be delivered.", examples=["2,000 pieces a month"])


class MarketPresence(Part):
    """How an offering stands in one market."""

    status: MarketStatus = Field(description="How the offering stands in this market.", examples=["seeking-partner"])
    text: Text | None = Field(
        None, description="What a buyer there should know.", examples=[{"en": "A distributor is sought."}]
    )
    partner: Line | None = Field(
        None, description="The distributor or partner there.", examples=["Medidores del Norte"]
    )
    certificates: tuple[Line, ...] = Field((), description="Types of certificates valid there.", examples=[["NOM"]])
    codes: Classification | None = Field(None, description="Codes used there.")
    sources: Sources = Field((), description="Keys of references.bib that state it.", examples=[["smith-2024"]])


class Impact(Part):
    """A measured effect."""

    indicator: Line = Field(description="What is measured.", examples=["Water lost in the network"])
    value: Line = Field(description="The effect, with its unit.", examples=["−18 %"])
    method: Line | None = Field(
        None, description="How it was measured.", examples=["Compared with the year before, one district"]
    )


class Offering(Record):
    """A product, service, technology or package that a company offers."""

    name: Text = Field(description="Name of the product or service.", examples=[{"en": "Street-side meter reading"}])
    kind: OfferingKind = Field(description="What it is; a package is made by several companies.", examples=["service"])
    sme: Identifier | None = Field(None, description="Id of the company that makes it.", examples=["acme"])
    smes: tuple[Identifier, ...] = Field(
        (), description="Ids of the companies that make it together (a package).", examples=[["acme", "boreal"]]
    )
    summary: ShortText = Field(
        description="What it does, in one or two sentences.", examples=[{"en": "Reads water meters from the street."}]
    )
    description: Text | None = Field(
        None,
        description="What it is, how it works, where it is used.",
        examples=[{"en": "The service reads meters by radio."}],
    )
    benefits: tuple[Text, ...] = Field(
        (), description="What a buyer gains, one each.", examples=[[{"en": "No visits to flats"}]]
    )
    sectors: tuple[Identifier, ...] = Field(
        min_length=1, description="Ids of sectors, the main one first.", examples=[["ict"]]
    )
    smart_city_domains: tuple[Line, ...] = Field(
        (), description="Domains of the smart city it serves.", examples=[["water", "energy"]]
    )
    readiness: int | None = Field(
        None, ge=1, le=9, description="Technology readiness level (TRL), 1 to 9.", examples=[8]
    )
    stage: Stage | None = Field(None, description="How far it is developed.", examples=["on-the-market"])
    ipr: Ipr | None = Field(None, description="Rights in the technology.")
    codes: Classification | None = Field(None, description="Codes of goods and services.")
    brand: Line | None = Field(None, description="Brand it is sold under.", examples=["AquaRead"])
    model: Line | None = Field(None, description="Name of the model.", examples=["AR-200"])
    mpn: Line | None = Field(None, description="Maker’s part number.", examples=["AR-200-EU"])
    gtin: Line | None = Field(
        None, description="Global trade item number: 8, 12, 13 or 14 digits.", examples=["9521234543213"]
    )
    origin: Country | None = Field(None, description="Country of origin, ISO 3166-1 alpha-2.")
    specifications: tuple[Specification, ...] = Field((), description="Technical figures.")
    trade: Trade | None = Field(None, description="Terms of trade.")
    delivery: tuple[Line, ...] = Field((), description="How it is delivered.", examples=[["on site", "remote"]])
    after_sales: Text | None = Field(
        None, description="Service after the sale.", examples=[{"en": "Support in English and German."}]
    )
    certificates: tuple[Certificate, ...] = Field((), description="Papers others have signed for it.")
    standards: tuple[Line, ...] = Field((), description="Standards it follows.", examples=[["EN 13757"]])
    markets: dict[Identifier, MarketPresence] = Field(
        default_factory=dict,
        description="How it stands in each market, by the market’s id.",
        examples=[{"mx": {"status": "seeking-partner"}}],
    )
    chain_stages: tuple[Identifier, ...] = Field(
        (), description="Ids of stages of the value chain it serves.", examples=[["collect"]]
    )
    needs_components: tuple[Identifier, ...] = Field(
        (), description="Ids of offerings or needs it is built with.", examples=[["radio-modem"]]
    )
    works_with: tuple[Identifier, ...] = Field(
        (), description="Ids of offerings it works together with.", examples=[["leak-finder"]]
    )
    business_model: Line | None = Field(None, description="How it is paid for.", examples=["software as a service"])
    sdgs: tuple[int, ...] = Field(
        (), description="Sustainable development goals it serves, 1 to 17.", examples=[[6, 11]]
    )
    impacts: tuple[Impact, ...] = Field((), description="Measured effects.")
    images: tuple[Image, ...] = Field((), description="Pictures.")

    @model_validator(mode="after")
    def _somebody_makes_it(self) -> Self:
        if not self.makers:
            raise PydanticCustomError("missing-maker", "no company", {})
        return self

    @property
    def makers(self) -> tuple[str, ...]:
        """Ids of the companies behind the offering, the lead first."""
        return ((self.sme,) if self.sme else ()) + tuple(one for one in self.smes if one != self.sme)


class PartnerSought(Part):
    """Whom a need addresses."""

    role: Text | None = Field(
        None, description="What the partner would do.", examples=[{"en": "Sell and install the meters."}]
    )
    kinds: tuple[Line, ...] = Field((), description="Kinds of partner.", examples=[["distributor"]])
    sizes: tuple[Line, ...] = Field((), description="Sizes of partner.", examples=[["small", "medium"]])
    countries: tuple[Country, ...] = Field((), description="Countries of the partner.", examples=[["MX"]])


class Need(Record):
    """What a member, a cluster or a city looks for (schema.org Demand)."""

    type: Literal[
        "business-offer", "business-request", "technology-offer", "technology-request", "research-request"
    ] = Field(description="Kind of profile, as the Enterprise Europe Network names it.", examples=["business-request"])
    title: Text = Field(
        description="What is sought, in a few words.", examples=[{"en": "Radio modules for water meters"}]
    )
    summary: ShortText = Field(
        description="What is sought, in one or two sentences.",
        examples=[{"en": "A company seeks a maker of radio modules."}],
    )
    description: Text | None = Field(
        None,
        description="What exactly is sought, and what for.",
        examples=[{"en": "Some 2,000 modules a year are needed."}],
    )
    owner: Identifier = Field(description="Id of the company, cluster or market that seeks.", examples=["acme"])
    sectors: tuple[Identifier, ...] = Field(
        min_length=1, description="Ids of sectors, the main one first.", examples=[["ict"]]
    )
    codes: Classification | None = Field(None, description="Codes of goods and services.")
    markets: tuple[Identifier, ...] = Field((), description="Ids of markets it concerns.", examples=[["mx"]])
    chain_stages: tuple[Identifier, ...] = Field(
        (), description="Ids of stages of the value chain it concerns.", examples=[["collect"]]
    )
    partner_sought: PartnerSought | None = Field(None, description="Whom the need addresses.")
    certificates: tuple[Line, ...] = Field(
        (), description="Types of certificates an answer should have.", examples=[["ISO 14001"]]
    )
    agreements: tuple[Line, ...] = Field(
        (), description="Kinds of agreement that would do.", examples=[["distribution", "licence"]]
    )
    deadline: date = Field(description="Last day for an answer.", examples=["2027-12-31"])
    visibility: Visibility = Field(
        Visibility.ANONYMOUS,
        description="To whom it may be shown; `anonymous`, the usual, hides who seeks.",
        examples=["anonymous"],
    )
