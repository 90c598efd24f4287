"""How much each thing counts that buyers ask a profile."""

from typing import Annotated

from pydantic import Field

from c2site.model.base import Part

Points = Annotated[int, Field(ge=0, le=100)]


class Completeness(Part):
    """Points for each thing a profile can tell buyers, whole numbers, the same for everybody: a score is the share of the points a profile
    has of those it is asked for. What is left out counts as described here; 0 is not asked.
    """

    name: Points = Field(5, description="The offering’s name in the buyers’ language.", examples=[5])
    summary: Points = Field(12, description="The summary in the buyers’ language.", examples=[12])
    description: Points = Field(8, description="The description in the buyers’ language.", examples=[8])
    status: Points = Field(12, description="How the offering stands in the market.", examples=[12])
    offered: Points = Field(12, description="An offering of the company that states how it stands in the market.", examples=[12])
    certificates: Points = Field(10, description="The papers the market’s requirements ask for, each its share; any paper where they ask for none.", examples=[10])
    tariff_code: Points = Field(8, description="A customs code (HS, CN), where the market’s record speaks of its tariff; not of services.", examples=[8])
    procurement_code: Points = Field(8, description="A code of procurement (CPV, UNSPSC), where the market’s record says how public buyers buy.", examples=[8])
    industry_code: Points = Field(4, description="A code in the classification of industries used in the market.", examples=[4])
    codes: Points = Field(8, description="Any code, where the market asks for none of these.", examples=[8])
    mailbox: Points = Field(10, description="A mailbox to write to, the company’s for an offering.", examples=[10])
    website: Points = Field(6, description="A website, the company’s for an offering.", examples=[6])
    references: Points = Field(6, description="Work done for others.", examples=[6])
    services: Points = Field(6, description="What a cluster does for members and partners.", examples=[6])
    export: Points = Field(5, description="Sales abroad.", examples=[5])
    benefits: Points = Field(5, description="What a buyer gains.", examples=[5])
    members: Points = Field(5, description="How many members a cluster has.", examples=[5])
    readiness: Points = Field(4, description="Technology readiness level.", examples=[4])
    stage: Points = Field(4, description="How far the offering is developed.", examples=[4])
    languages: Points = Field(4, description="Languages spoken there.", examples=[4])
    size: Points = Field(4, description="Size of the company.", examples=[4])
    images: Points = Field(4, description="Pictures.", examples=[4])
    founded: Points = Field(3, description="When it began.", examples=[3])
    city: Points = Field(3, description="City of the seat.", examples=[3])
    chain_stages: Points = Field(3, description="Stages of the value chain.", examples=[3])
    logo: Points = Field(2, description="A logo.", examples=[2])
    legal_name: Points = Field(2, description="The registered name.", examples=[2])
    other: Points = Field(2, description="Anything else that is looked for first.", examples=[2])
