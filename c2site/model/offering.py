"""What companies offer, and what members and cities look for."""

from datetime import date
from typing import Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from c2site.model.base import Amount, Country, Currency, Identifier, Line, Part, Record, ShortText, Sources, Text, Visibility
from c2site.model.organisation import Certificate, Image

SEA_RULES = frozenset({"FAS", "FOB", "CFR", "CIF"})
IncotermsRule = Literal["EXW", "FCA", "CPT", "CIP", "DAP", "DPU", "DDP", "FAS", "FOB", "CFR", "CIF"]
MarketStatus = Literal["selling", "pilot", "seeking-partner", "planned", "not-offered"]
OfferingKind = Literal["product", "service", "technology", "package"]
Stage = Literal["concept", "laboratory", "prototype", "field-tested", "demonstration", "on-the-market"]


class Ipr(Part):
    """Rights in the technology."""

    status: tuple[Line, ...] = ()
    note: Text | None = None


class Classification(Part):
    """Codes of goods and services, each as its standard writes it."""

    hs: tuple[str, ...] = Field((), description="Harmonized System 2022, 6 digits.", examples=[["902820"]])
    cn: tuple[str, ...] = Field((), description="Combined Nomenclature, 8 digits.")
    cpv: tuple[str, ...] = Field((), description="Common Procurement Vocabulary 2008, 8 digits.", examples=[["34923000"]])
    unspsc: tuple[str, ...] = ()
    nace: tuple[str, ...] = ()
    naics: tuple[str, ...] = ()
    ciiu: tuple[str, ...] = ()
    etim: tuple[str, ...] = ()


class Specification(Part):
    """One technical figure."""

    name: Text
    value: Line
    unit: Line | None = Field(None, description="UN/ECE Recommendation 20 code or a plain unit.")


class Incoterm(Part):
    """A delivery rule of Incoterms 2020 with its named place."""

    rule: IncotermsRule
    place: Line
    mode: Literal["sea", "air", "road", "rail", "any"] = Field("any", description="How the place is reached; sea-only rules need `sea`.")

    @model_validator(mode="after")
    def _sea_rules_need_a_port(self) -> Self:
        if self.rule in SEA_RULES and self.mode not in ("sea", "any"):
            raise PydanticCustomError("sea-rule", "sea-only rule", {"rule": self.rule, "place": f"{self.place} ({self.mode})"})
        return self


class Price(Part):
    """The lowest price asked."""

    from_: Amount = Field(alias="from")
    currency: Currency
    per: Line | None = None


class Trade(Part):
    """Terms of trade."""

    moq: int | None = Field(None, ge=1, description="Minimum order quantity.")
    lead_time_days: int | None = Field(None, ge=0)
    incoterms: tuple[Incoterm, ...] = ()
    payment: tuple[Line, ...] = ()
    price: Price | None = None
    warranty_months: int | None = Field(None, ge=0)
    samples: bool | None = None
    capacity: Line | None = None


class MarketPresence(Part):
    """How an offering stands in one market."""

    status: MarketStatus
    text: Text | None = None
    partner: Line | None = None
    certificates: tuple[Line, ...] = ()
    codes: Classification | None = None
    sources: Sources = ()


class Impact(Part):
    """A measured effect."""

    indicator: Line
    value: Line
    method: Line | None = None


class Offering(Record):
    """A product, service, technology or package that a company offers."""

    name: Text
    kind: OfferingKind
    sme: Identifier | None = Field(None, description="Who makes it.")
    smes: tuple[Identifier, ...] = Field((), description="Who makes it together (a package).")
    summary: ShortText
    description: Text | None = None
    benefits: tuple[Text, ...] = ()
    sectors: tuple[Identifier, ...] = Field(min_length=1)
    smart_city_domains: tuple[Line, ...] = ()
    readiness: int | None = Field(None, ge=1, le=9, description="Technology readiness level.")
    stage: Stage | None = None
    ipr: Ipr | None = None
    codes: Classification | None = None
    brand: Line | None = None
    model: Line | None = None
    mpn: Line | None = None
    gtin: Line | None = None
    origin: Country | None = None
    specifications: tuple[Specification, ...] = ()
    trade: Trade | None = None
    delivery: tuple[Line, ...] = ()
    after_sales: Text | None = None
    certificates: tuple[Certificate, ...] = ()
    standards: tuple[Line, ...] = ()
    markets: dict[Identifier, MarketPresence] = Field(default_factory=dict)
    chain_stages: tuple[Identifier, ...] = ()
    needs_components: tuple[Identifier, ...] = ()
    works_with: tuple[Identifier, ...] = ()
    business_model: Line | None = None
    sdgs: tuple[int, ...] = ()
    impacts: tuple[Impact, ...] = ()
    images: tuple[Image, ...] = ()

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

    role: Text | None = None
    kinds: tuple[Line, ...] = ()
    sizes: tuple[Line, ...] = ()
    countries: tuple[Country, ...] = ()


class Need(Record):
    """What a member, a cluster or a city looks for (schema.org Demand)."""

    type: Literal["business-offer", "business-request", "technology-offer", "technology-request", "research-request"]
    title: Text
    summary: ShortText
    description: Text | None = None
    owner: Identifier = Field(description="A company, cluster or market.")
    sectors: tuple[Identifier, ...] = Field(min_length=1)
    codes: Classification | None = None
    markets: tuple[Identifier, ...] = ()
    chain_stages: tuple[Identifier, ...] = ()
    partner_sought: PartnerSought | None = None
    agreements: tuple[Line, ...] = ()
    deadline: date
    visibility: Visibility = Visibility.ANONYMOUS
