"""How the companies of a sector sell: business models, each on one sheet."""

from typing import Literal

from pydantic import Field

from c2site.model.base import Identifier, Record, Text, YearOrDate

Lines = tuple[Text, ...]


class BusinessModel(Record):
    """A way in which companies of a sector sell, in one market or in any: a canvas of nine cells, as far as they are known."""

    title: Text = Field(description="Name of the model.", examples=[{"en": "Subscription"}])
    sector: Identifier = Field(description="Id of the sector.", examples=["ict"])
    market: Identifier | None = Field(None, description="Id of the market; left out where it holds in any.", examples=["mx"])
    basis: Literal["sources", "editors"] = Field(description="Whether sources state it, or it is the editors’ own frame.", examples=["editors"])
    customers: Lines = Field((), description="Who buys.", examples=[[{"en": "Cities"}]])
    value: Lines = Field((), description="What the customer buys.", examples=[[{"en": "Software or a platform"}]])
    channels: Lines = Field((), description="How customers are reached.", examples=[[{"en": "A local integrator"}]])
    relations: Lines = Field((), description="How the ties with customers are kept.", examples=[[{"en": "Support in their language"}]])
    revenue: Lines = Field((), description="What customers pay for, and how.", examples=[[{"en": "A monthly fee for each device"}]])
    resources: Lines = Field((), description="What the company must have.", examples=[[{"en": "A data centre in the country"}]])
    activities: Lines = Field((), description="What the company must do.", examples=[[{"en": "Updates"}]])
    partners: Lines = Field((), description="Who else it takes.", examples=[[{"en": "A local installer"}]])
    costs: Lines = Field((), description="What it costs the company.", examples=[[{"en": "Support staff"}]])
    deciding: Lines = Field((), description="What decides abroad.", examples=[[{"en": "Where data are kept"}]])
    as_of: YearOrDate | None = Field(None, description="The day or year for which it holds.", examples=[2026])
