"""How much each reason counts when needs are matched with offerings."""

from typing import Annotated

from pydantic import Field

from c2site.model.base import Part

Points = Annotated[int, Field(ge=0, le=100)]


class Matching(Part):
    """Points for each reason why an offering fits a need: whole numbers, the same for everybody. What is left out counts as described here."""

    same_code: Points = Field(40, description="Need and offering state the same code of goods or services.", examples=[40])
    code_under: Points = Field(30, description="The offering’s code lies under the need’s.", examples=[30])
    near_code: Points = Field(6, description="Both codes share a heading: for each level of the list they share, from the third digit.", examples=[6])
    stage: Points = Field(10, description="Both name the same stage of a value chain; for each such stage.", examples=[10])
    sector: Points = Field(8, description="Both name the same sector.", examples=[8])
    word: Points = Field(9, description="Both texts use the same word that few others use; for each such word.", examples=[9])
    selling: Points = Field(8, description="The offering is sold in a market of the need.", examples=[8])
    pilot: Points = Field(8, description="The offering has a pilot in a market of the need.", examples=[8])
    seeking_partner: Points = Field(10, description="The offering seeks a partner in a market of the need.", examples=[10])
    planned: Points = Field(4, description="The offering is planned for a market of the need.", examples=[4])
    certificate: Points = Field(6, description="The offering or its company has a certificate that the need asks for; for each.", examples=[6])
    country: Points = Field(5, description="The company’s country is one the need looks in.", examples=[5])
    size: Points = Field(3, description="The company has a size the need looks for.", examples=[3])
    least: Points = Field(27, description="A match has at least so many points.", examples=[27])
    shown: int = Field(5, ge=1, le=20, description="How many matches a need’s page shows.", examples=[5])
