"""What the public gets of a record as data: its fields in all languages, without what is kept back, and the schema of that."""

import json
import re
from collections.abc import Mapping
from functools import cache
from typing import Any, get_args, get_origin

from c2site.model.base import Part, Record
from c2site.model.schema import Schema, plain_schema

# Editors' notes are not public, names of files in data/media/ mean nothing outside, and a permission has done its work.
WITHHELD = frozenset({"notes", "file", "logo", "images", "permission"})
# What says who stands behind a record that is anonymous.
NAMING = frozenset({"owner", "sources", "statements"})
# What stands for a withheld value that a record cannot do without: nothing is published without a permission.
STAND_INS = {"permission": True}
EACH = "__all__"


def public_values(record: Record) -> dict[str, Any]:
    """Return the record in values of JSON; fields that hold nothing but their default are left out."""
    values = record.model_dump(mode="json", by_alias=True, exclude_defaults=True, exclude=withheld(type(record)))
    return {name: value for name, value in values.items() if not (name in NAMING and record.visibility == "anonymous")}


def public_record(model: type[Record], values: Mapping[str, Any], answering: str) -> Record:
    """Return the record of which `public_values` were given; `answering` is the id of who answers for anonymous ones.

    Raise pydantic's ValidationError where they are not what the public gets of such a record.
    """
    known = {**values, "owner": answering} if "owner" in model.model_fields and "owner" not in values else values
    return model.model_validate(_filled(known, withheld(model)))


def public_schema(model: type[Part]) -> Schema:
    """Return the JSON Schema of what the public gets of a kind of record or part."""
    schema = plain_schema(model)
    parts = schema.pop("$defs", {})
    for one in (schema, *parts.values()):
        if "properties" in one:
            one["properties"] = {name: field for name, field in one["properties"].items() if name not in WITHHELD}
            one["required"] = [name for name in one.get("required", ()) if name not in WITHHELD | NAMING]
    used = _used(schema, parts)
    return {**schema, "$defs": {name: part for name, part in parts.items() if name in used}} if used else schema


def _used(schema: Schema, parts: Mapping[str, Schema]) -> set[str]:
    """Return the names of the parts a schema rests on, itself or through others."""
    found: set[str] = set()
    waiting = [schema]
    while waiting:
        names = set(re.findall(r'"#/\$defs/(\w+)"', json.dumps(waiting.pop()))) - found
        found |= names
        waiting.extend(parts[name] for name in names)
    return found


@cache
def withheld(model: type[Part]) -> dict[str, Any]:
    """Return the withheld fields of a kind of record or part, and of the parts in it, as pydantic leaves them out."""
    found = {name: True if name in WITHHELD else _within(field.annotation) for name, field in model.model_fields.items()}
    return {name: inner for name, inner in found.items() if inner}


def _within(annotation: Any) -> dict[str, Any]:
    if isinstance(annotation, type) and issubclass(annotation, Part):
        return withheld(annotation)
    inner = {name: deeper for one in get_args(annotation) for name, deeper in _within(one).items()}
    return {EACH: inner} if inner and get_origin(annotation) in (tuple, dict) else inner


def _filled(values: Any, fields: Mapping[str, Any]) -> Any:
    """Return values with what stands for the withheld ones."""
    if EACH in fields:
        each = values.items() if isinstance(values, Mapping) else enumerate(values)
        found = {key: _filled(one, fields[EACH]) for key, one in each}
        return found if isinstance(values, Mapping) else list(found.values())
    stand_ins = {name: STAND_INS[name] for name, inner in fields.items() if inner is True and name in STAND_INS}
    return {**values, **stand_ins, **{name: _filled(values[name], inner) for name, inner in fields.items() if inner is not True and name in values}}
