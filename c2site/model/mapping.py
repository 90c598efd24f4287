"""How a questionnaire's columns become fields: what the partnership remembers of a table somebody else designed."""

from typing import Annotated, Literal

from pydantic import Field

from c2site.model.base import Identifier, LanguageTag, Line, Part

Header = Annotated[str, Field(min_length=1, max_length=2000)]
Separator = Literal[";", ",", "/", "|", "newline"]
DayOrder = Literal["day-first", "month-first", "year-first"]


class MappedColumn(Part):
    """One column; without a `field` it is passed over."""

    header: Header = Field(description="What stands above the column, word for word.", examples=["Nombre de la empresa"])
    field: Line | None = Field(None, description="The field it fills; dots lead into its parts.", examples=["employees.value"])
    language: LanguageTag | None = Field(None, description="The language of its texts, where it is not the table’s.", examples=["en"])
    separator: Separator | None = Field(None, description="What parts the items of a list in one cell.", examples=[","])
    words: dict[str, Line] = Field(default_factory=dict, description="Codes by the words people write for them.", examples=[{"Agua": "environment"}])


class Mapping(Part):
    """How the rows of a table become records of one kind. A table is known again by its headers."""

    kind: Line = Field(description="What each row is.", examples=["sme"])
    language: LanguageTag = Field(description="The language people answered in; new records are written in it.", examples=["es"])
    cluster: Identifier | None = Field(None, description="Whose records new ones are, where no column says so.", examples=["acme-cluster"])
    sheet: Line | None = Field(None, description="The sheet, where the file has several.", examples=["Respuestas"])
    decimal: Literal["comma", "point"] = Field(description="The sign before decimals, where a figure is written as text.", examples=["comma"])
    dates: DayOrder = Field(description="The order of a date written as text.", examples=["day-first"])
    columns: tuple[MappedColumn, ...] = Field(min_length=1, description="The columns, as they stand.")
    constants: dict[Line, Line] = Field(default_factory=dict, description="Values that every record gets, by field.", examples=[{"country": "ES"}])

    @property
    def headers(self) -> frozenset[str]:
        """What stands above the columns, as careless readers see it."""
        return frozenset(plain_header(one.header) for one in self.columns)


def plain_header(header: str) -> str:
    """Return a header without differences nobody sees: letter case, blanks, line breaks."""
    return " ".join(header.casefold().split())
