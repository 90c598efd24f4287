"""What a form calls its fields and says of them, in the reader's language."""

from c2site.language import Reader, Words
from c2site.language.tags import direction_of, script_of
from c2site.language.words import NOTHING
from c2site.render.forms.fields import Field
from c2site.render.naming import FIELDS, kind_word

# The descriptions of fields are written in one language.
DESCRIBED_IN = "en"
# Fields whose name says it all: an explanation in another language would only be in the way.
PLAIN = frozenset({
    "address", "after", "after_sales", "agreements", "approximate", "brand", "capacity", "city", "client", "country", "credit", "currency", "day",
    "deadline", "delivery", "documents", "employees", "end", "end_time", "export", "former_name", "founded", "geo", "group", "ids", "images",
    "impacts", "indicator", "ipr", "issuer", "kind", "languages", "lat", "legal_name", "licence", "lon", "method", "mode", "model", "mpn", "name",
    "number", "organiser", "partner_sought", "payment", "permission", "place", "price", "recording", "region", "registration", "scope", "size",
    "specifications", "standards", "start", "start_time", "text", "time", "title", "topic", "trade", "turnover", "type", "valid_from", "valid_until",
    "value", "venue", "warranty_months", "website", "year",
})  # fmt: skip
# What the page's programs say.
SAID = (
    "row", "removed", "moved", "count", "saved", "discard", "opened", "unreadable", "not_valid", "error.required", "error.longest",
    "error.pattern", "error.number", "error.whole", "error.least", "error.most", "error.date", "error.when", "error.web", "error.mailbox", "error.person",
    "error.private", "error.crossed", "error.written", "error.choice", "error.granted", "error.needs_item", "error.id",
)  # fmt: skip


def label(reader: Reader, field: Field) -> Words:
    """Return what the reader calls a field: the word of its own part, or that of all fields of its name, or its name."""
    keys = [f"form.field.{field.holder}_{field.name}", *(f"{group}.{field.name}" for group in ("form.field", *FIELDS))]
    found = next((key for key in keys if reader.has_phrase(key)), None)
    return reader.words(found) if found else _english(field.name.replace("_", " ").capitalize())


def explanation(reader: Reader, field: Field) -> Words:
    """Return what a field is for, in the reader's language where somebody has written it, else as the model describes it."""
    keys = (f"form.help.{one}" for one in (f"{field.holder}_{field.name}", field.name, field.sort))
    found = next((key for key in keys if reader.has_phrase(key)), None)
    if found:
        return reader.words(found)
    return NOTHING if field.name in PLAIN or _is_chosen(field) else _english(field.description)


def _is_chosen(field: Field) -> bool:
    """Return whether names stand to choose from: the model's descriptions speak of ids and codes."""
    return bool(field.options) or (field.sort == "list" and _is_chosen(field.inside[0]))


def title(reader: Reader, kind: str) -> Words:
    """Return what the form of a kind is called."""
    own = f"form.title.{kind}"
    if reader.has_phrase(own):
        return reader.words(own)
    return reader.words("form.title_of", kind=kind_word(reader, kind))


def tongue_name(reader: Reader, tag: str) -> str:
    """Return the name of a language one writes in, with its script where the reader reads it in another."""
    return reader.language(f"{tag}-{script_of(tag)}" if tag == reader.derived_from else tag)


def said(reader: Reader) -> dict[str, str]:
    """Return the sentences of the page's programs, by name."""
    return {"in_language": reader.phrase("workbook.in_language"), **{name: reader.phrase(f"form.{name}") for name in SAID}}


def _english(text: str) -> Words:
    return Words(text, DESCRIBED_IN, direction_of(DESCRIBED_IN), False)
