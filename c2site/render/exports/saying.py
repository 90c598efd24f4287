"""The JSON Schema of a catalogue in one language: the records' own fields, each text said once with the language it is in."""

from collections.abc import Iterable, Mapping
from typing import Any

from c2site.model import Edition, Market, Offering, Partnership, Record, Sme
from c2site.model.offering import MarketPresence
from c2site.model.public import public_schema
from c2site.model.schema import Schema
from c2site.render.exports.json import COMPANY, EDITION, MARKET, OFFERING, PARTNERSHIP

SAID = {"$ref": "#/$defs/said"}
ID, NUMBER, ADDRESS = {"type": "string"}, {"type": "integer", "minimum": 1}, {"type": "string", "format": "uri"}
NAMED = {"type": "object", "properties": {"id": ID, "name": SAID}, "required": ["id", "name"], "additionalProperties": False}


def in_one_language() -> Schema:
    """Return the schema, without `$schema` and `$id`."""
    own = {
        "edition": ID, "version": ID, "language": ID, "generated": {"type": "string", "format": "date"}, "licence": {"type": "object"},
        "partnership": {"$ref": "#/$defs/partnership"}, "market": {"$ref": "#/$defs/market"},
        "entries": {"type": "array", "items": {"$ref": "#/$defs/entry"}},
        "further_companies": {"type": "array", "items": {"$ref": "#/$defs/company"}},
        "sources": {"type": "array", "items": {"$ref": "#/$defs/source"}},
    }  # fmt: skip
    parts: dict[str, Schema] = {}
    schema = _chosen(Edition, EDITION, parts, own, ("edition", "version", "language", "generated", "licence", "partnership", "entries", "sources"))
    parts |= {
        "said": {"type": "object", "properties": {"text": ID, "lang": ID}, "required": ["text", "lang"], "additionalProperties": False},
        "source": {"type": "object", "properties": {"key": ID, "text": ID, "url": ADDRESS}, "required": ["key", "text"], "additionalProperties": False},
        "cluster": _also(NAMED, {"short_name": ID, "address": ADDRESS}),
        "partnership": _chosen(Partnership, PARTNERSHIP, parts, {"id": ID, "address": ADDRESS}, ("id", "address")),
        "market": _chosen(Market, MARKET, parts, {"id": ID, "country": ID, "name": SAID}, ("id", "country", "name")),
        "company": _chosen(Sme, COMPANY, parts, {"id": ID, "name": ID, "address": ADDRESS, "cluster": {"$ref": "#/$defs/cluster"}}, ("id", "name", "address")),
        "entry": _entry(parts),
    }
    return {**schema, "$defs": parts}


def _entry(parts: dict[str, Schema]) -> Schema:
    company = {"$ref": "#/$defs/company"}
    own = {
        "number": NUMBER, "id": ID, "address": ADDRESS, "sectors": {"type": "array", "items": NAMED}, "status": ID,
        "market": _taken(public_schema(MarketPresence), parts), "company": company, "with": {"type": "array", "items": company},
    }  # fmt: skip
    return _chosen(Offering, OFFERING, parts, own, ("number", "id", "address", "company"))


def _chosen(model: type[Record], names: Iterable[str], parts: dict[str, Schema], own: Mapping[str, Any], required: Iterable[str]) -> Schema:
    """Return the schema of some fields of a kind of record and of the file's own; the fields' parts join `parts`."""
    schema = _taken(public_schema(model), parts)
    fields = {name: schema["properties"][name] for name in names}
    return {"type": "object", "properties": {**fields, **own}, "required": list(required), "additionalProperties": False}


def _taken(schema: Schema, parts: dict[str, Schema]) -> Schema:
    parts |= {name: _said(part) for name, part in schema.pop("$defs", {}).items()}
    return _said(schema)


def _also(schema: Schema, properties: Mapping[str, Any]) -> Schema:
    return {**schema, "properties": {**schema["properties"], **properties}}


def _said(schema: Any) -> Any:
    """Return a schema in which every text in several languages is one that is said."""
    if isinstance(schema, list):
        return [_said(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    return SAID if "patternProperties" in schema else {name: _said(one) for name, one in schema.items()}
