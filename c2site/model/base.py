"""What every record has in common, and the small values records are made of."""

import re
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, PlainSerializer
from pydantic_core import PydanticCustomError

ID_PATTERN = r"^[a-z0-9]+(?:-[a-z0-9]+)*$"
# The last name of a host is never a number: browsers read `0x7f.1` and `2130706433` as addresses of machines.
WEB_ADDRESS = re.compile(
    r"https?://((?:[A-Za-z0-9-]+\.)+[A-Za-z](?:[A-Za-z0-9-]*[A-Za-z0-9]))(?::\d{1,5})?(?:[/?#][^\s\"<>\\^`{|}]*)?"
)
PRIVATE_HOST = re.compile(r"(?:.*\.)?(?:localhost|localdomain|local|internal|intranet|lan|home\.arpa|onion)", re.IGNORECASE)
MAILBOX = re.compile(r"^[A-Za-z0-9._+-]+@([A-Za-z0-9-]+\.)+[A-Za-z]{2,}$")


def is_public_address(value: str) -> bool:
    """Return whether `value` is an http(s) address on the open web, without a user's name or password."""
    found = WEB_ADDRESS.fullmatch(value)
    return bool(found) and not PRIVATE_HOST.fullmatch(found[1])


def _web_address(value: str) -> str:
    if not is_public_address(value):
        raise PydanticCustomError("wrong-url", "not a public web address", {"value": value})
    return value


def _mailbox(value: str) -> str:
    if not MAILBOX.match(value):
        raise PydanticCustomError("wrong-mailbox", "not a mailbox", {"value": value})
    return value


def _year_or_date(value: object) -> object:
    text = str(value)
    if re.fullmatch(r"\d{4}", text):
        return int(text)
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise PydanticCustomError("wrong-year", "neither year nor date", {"value": text}) from None


def _figure(value: Decimal) -> int | float:
    return int(value) if value == int(value) else float(value)


def _granted(value: bool) -> bool:
    if not value:
        raise PydanticCustomError(
            "wrong-value", "no permission", {"allowed": "only-true"}
        )
    return value


def _not_empty(texts: dict[str, str]) -> dict[str, str]:
    if not texts:
        raise PydanticCustomError("empty-text", "no text", {})
    return texts


class Part(BaseModel):
    """A value inside a record: frozen, and refusing fields it does not know."""

    model_config = ConfigDict(extra="forbid", frozen=True, use_enum_values=True, str_strip_whitespace=True)


# How many characters a text in one language may have.
SHORT, LONG = 300, 8000
Line = Annotated[str, Field(min_length=1, max_length=400)]
Identifier = Annotated[str, Field(pattern=ID_PATTERN, max_length=80)]
LanguageTag = Annotated[str, Field(pattern=r"^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|\d{3}))?$")]
Text = Annotated[
    dict[LanguageTag, Annotated[str, Field(min_length=1, max_length=LONG)]],
    AfterValidator(_not_empty),
    Field(
        description="The text in several languages: one line per language tag.",
        examples=[{"en": "Water meters", "es": "Contadores de agua"}],
    ),
]
ShortText = Annotated[
    dict[LanguageTag, Annotated[str, Field(min_length=1, max_length=SHORT)]],
    AfterValidator(_not_empty),
    Field(
        description="A short text in several languages, at most 300 characters each.",
        examples=[{"en": "Reads water meters from the street."}],
    ),
]
Country = Annotated[str, Field(pattern=r"^[A-Z]{2}$", description="ISO 3166-1 alpha-2 code.", examples=["BG"])]
Currency = Annotated[str, Field(pattern=r"^[A-Z]{3}$", description="ISO 4217 code.", examples=["EUR"])]
Web = Annotated[
    str,
    AfterValidator(_web_address),
    Field(
        description="A public http(s) address.",
        examples=["https://example.org"],
        json_schema_extra={"pattern": "^https?://[^ ]+$"},
    ),
]
Mailbox = Annotated[
    str,
    AfterValidator(_mailbox),
    Field(
        description="A role address, never a person’s.",
        examples=["info@example.org"],
        json_schema_extra={"pattern": "^[^@ ]+@[^@ ]+$"},
    ),
]
Clock = Annotated[
    str, Field(pattern=r"^([01]\d|2[0-3]):[0-5]\d$", description="Local time, hours and minutes.", examples=["10:00"])
]
Year = Annotated[int, Field(ge=1000, le=2200)]
YearOrDate = Annotated[
    Year | date,
    BeforeValidator(_year_or_date),
    Field(description="A year or a day (ISO 8601).", examples=[2024, "2024-05-31"]),
]
Granted = Annotated[bool, AfterValidator(_granted)]
Amount = Annotated[Decimal, Field(ge=0), PlainSerializer(_figure, when_used="json")]
Sources = Annotated[tuple[Line, ...], Field(description="Keys of references.bib.", examples=[["smith-2024"]])]
CitedSources = Annotated[Sources, Field(min_length=1)]
Codes = tuple[Line, ...]


class Status(StrEnum):
    """Whether a record may be seen."""

    DRAFT = "draft"
    PUBLISHED = "published"
    WITHDRAWN = "withdrawn"


class Visibility(StrEnum):
    """To whom a record may be shown."""

    PUBLIC = "public"
    PARTNERS = "partners"
    ANONYMOUS = "anonymous"


class Statement(Part):
    """One cited fact."""

    text: Text = Field(
        description="The fact in one or two sentences.", examples=[{"en": "The cluster had 139 members in 2025."}]
    )
    sources: CitedSources = Field(description="Keys of references.bib that state the fact.", examples=[["smith-2024"]])
    as_of: YearOrDate | None = Field(None, description="The year or day the fact is true for.", examples=[2025])
    caveat: Text | None = Field(
        None,
        description="What a reader must know before relying on the fact.",
        examples=[{"en": "Research centres are counted too."}],
    )


class Geo(Part):
    """A place on the map, WGS 84, degrees."""

    lat: float = Field(ge=-90, le=90, description="Latitude in degrees, north is positive.", examples=[48.21])
    lon: float = Field(ge=-180, le=180, description="Longitude in degrees, east is positive.", examples=[16.37])


class Founded(Part):
    """When an organisation began."""

    value: Year | None = Field(None, description="The year.", examples=[1995])
    inferred: bool = Field(False, description="True when no source states the year itself.", examples=[True])
    note: Text | None = Field(
        None, description="What the source says of the beginning.", examples=[{"en": "Founded by 37 companies."}]
    )
    sources: Sources = Field((), description="Keys of references.bib that state the year.", examples=[["smith-2024"]])


class Record(Part):
    """One YAML file; `id` is the file's name."""

    id: Identifier = Field(description="The file’s name without `.yml`; never written in the file.", examples=["acme"])
    status: Status = Field(
        description="Who may see the record: only `published` ones reach the site.", examples=["draft"]
    )
    source_language: LanguageTag = Field(
        description="The language the editor wrote in (BCP 47); every text of the record is written in it.",
        examples=["en"],
    )
    valid_from: date | None = Field(
        None, description="First day on which the record is shown.", examples=["2026-01-01"]
    )
    valid_until: date | None = Field(
        None, description="Last day on which the record is shown.", examples=["2027-12-31"]
    )
    reviewed_on: date | None = Field(
        None, description="When somebody last checked the whole record.", examples=["2026-05-31"]
    )
    visibility: Visibility = Field(
        Visibility.PUBLIC,
        description="To whom the record may be shown; `anonymous` hides who stands behind it.",
        examples=["public"],
    )
    sources: Sources = Field(
        (), description="Keys of references.bib the record as a whole rests on.", examples=[["smith-2024"]]
    )
    statements: tuple[Statement, ...] = Field((), description="Cited facts, one each.")
    translations: dict[LanguageTag, Literal["unreviewed", "reviewed"]] = Field(
        default_factory=dict,
        description="Which translations a person has reviewed; a language not listed counts as unreviewed.",
        examples=[{"es": "reviewed"}],
    )
    notes: str | None = Field(
        None,
        max_length=8000,
        description="For editors; never published.",
        examples=["Ask the cluster for the new address."],
    )

    def reviewed_in(self, language: str) -> bool:
        """Return whether a person wrote or reviewed the words in `language`."""
        return language == self.source_language or self.translations.get(language) == "reviewed"


def values_of(model: type[BaseModel]) -> dict[str, Any]:
    """Return the fields an editor may write in a record or part of this kind, by name."""
    return {name: field for name, field in model.model_fields.items() if name != "id" or not issubclass(model, Record)}
