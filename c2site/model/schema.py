"""The JSON Schema (2020-12) of every kind of record, for the editors that complete and check while one types."""

import json
from typing import Any

from c2site.model.base import Part, Record
from c2site.model.completeness import Completeness
from c2site.model.examples import example
from c2site.model.kinds import KINDS
from c2site.model.matching import Matching
from c2site.model.partnership import Partnership
from c2site.model.term import Terms
from c2site.model.withdrawn import Withdrawn

DIALECT = "https://json-schema.org/draft/2020-12/schema"
# A name, not an address: nothing is fetched from there.
BASE = "https://c2site.example/schema/"

Schema = dict[str, Any]


def schemas() -> dict[str, Schema]:
    """Return the schema of each kind of record by the kind's name, and those of the list of withdrawn ids, the weights and the term base."""
    records = {kind.name: schema_of(kind.name, kind.record) for kind in KINDS.values()}
    return {**records, "withdrawn": schema_of("withdrawn", Withdrawn), "matching": schema_of("matching", Matching), "completeness": schema_of("completeness", Completeness), "terms": schema_of("terms", Terms)}


def schemas_as_text() -> dict[str, str]:
    """Return the schemas as the files in data/schema/ hold them, by file name."""
    return {
        f"{name}.schema.json": json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
        for name, schema in schemas().items()
    }


def schema_of(name: str, model: type[Part]) -> Schema:
    """Return what a file of this sort may hold: fields, descriptions, and one example with every field filled."""
    schema = plain_schema(model)
    if issubclass(model, Record):
        _own_id(schema, is_partnership=model is Partnership)
    return {
        "$schema": DIALECT,
        "$id": f"{BASE}{name}.schema.json",
        "title": _title(name),
        "description": _sentence(model.__doc__),
        **{word: schema[word] for word in ("type", "properties", "required", "additionalProperties") if word in schema},
        "examples": [example(model)],
        **({"$defs": schema["$defs"]} if "$defs" in schema else {}),
    }


def plain_schema(model: type[Part]) -> Schema:
    """Return pydantic's schema of a kind of record or part, in plain words."""
    return _plain(model.model_json_schema(by_alias=True))


def _own_id(schema: Schema, is_partnership: bool) -> None:
    """The file's name is the id; only the partnership, whose file has one name everywhere, may write its own."""
    schema["required"].remove("id")
    if not is_partnership:
        del schema["properties"]["id"]


def _plain(schema: Any) -> Any:
    """Return pydantic's schema in the words of an editor's YAML: what is absent is left out, not null."""
    if isinstance(schema, list):
        return [_plain(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    plain = _one_way(schema)
    plain = {key: value if key in ("examples", "const") else _plain(value) for key, value in plain.items()}
    if "patternProperties" in plain:
        plain["additionalProperties"] = False
    for name, one in plain.get("properties", {}).items():
        one["title"] = _title(name)
    if plain.get("default", True) in (None, [], {}):
        del plain["default"]
    return plain


def _one_way(schema: Schema) -> Schema:
    """Return the schema without null, and without the second way to write a decimal."""
    ways = [one for one in schema.get("anyOf", ()) if one.get("type") != "null"]
    if any(one.get("type") == "number" for one in ways):
        ways = [one for one in ways if one.get("type") == "number"]
    rest = {key: value for key, value in schema.items() if key != "anyOf"}
    if len(ways) == 1:
        return {**ways[0], **rest}
    return {"anyOf": ways, **rest} if ways else rest


def _title(name: str) -> str:
    return name.replace("_", " ").capitalize()


def _sentence(doc: str | None) -> str:
    return " ".join((doc or "").split("\n\n")[0].split())
