"""JSON Schemas (2020-12) of the files other programs read: the records' own, with what stands around them."""

from collections.abc import Mapping
from typing import Any

from c2site.catalogue import Portal
from c2site.model import KINDS, Part
from c2site.model.public import public_schema
from c2site.model.schema import DIALECT, Schema
from c2site.render.exports import api
from c2site.render.exports.saying import in_one_language
from c2site.render.exports.written import json_bytes

TEXT, COUNT, DAY, ADDRESS = {"type": "string"}, {"type": "integer", "minimum": 0}, {"type": "string", "format": "date"}, {"type": "string", "format": "uri"}
TEXTS = {"type": "object", "additionalProperties": TEXT}
LICENCE = {"type": "object", "properties": {"id": TEXT, "url": ADDRESS}, "required": ["id", "url"]}
HEAD = {"kind": TEXT, "partnership": TEXT, "site": ADDRESS, "generated": DAY, "licence": LICENCE}
INVENTED = {"invented": {"const": True}, "notice": TEXTS}
SOURCE = {"type": "object", "additionalProperties": TEXT, "required": ["key", "type"]}


def schemas(portal: Portal) -> dict[str, bytes]:
    """Return the schema of every file, by path."""
    found = {name: _collection(name, folder) for name, folder in api.COLLECTIONS.items()}
    found |= {"catalogue": _catalogue(), "index": _index(), "catalogue-in-a-language": in_one_language()}
    return {_path(name): _written(portal, name, schema) for name, schema in found.items()}


def _path(name: str) -> str:
    return f"{api.ROOT}schema/{name}.schema.json"


def _written(portal: Portal, name: str, schema: Schema) -> bytes:
    title = name.replace("_", " ").replace("-", " ").capitalize()
    return json_bytes({"$schema": DIALECT, "$id": portal.site_url + _path(name), "title": title, **schema})


def _collection(name: str, folder: str) -> Schema:
    record, parts = (SOURCE, {}) if name == api.SOURCES else _record(folder)
    return _file({"kind": {"const": name}, "count": COUNT}, "records", {"$ref": "#/$defs/record"}, {"record": record, **parts})


def _record(folder: str) -> tuple[Schema, dict[str, Schema]]:
    """Return the schema of a kind of record, and those of its parts."""
    model: type[Part] = next(kind.record for kind in KINDS.values() if folder in (kind.folder, kind.name))
    schema = public_schema(model)
    if folder in api.ADDRESSED:
        schema["properties"] = {"id": schema["properties"].pop("id"), api.PERMALINK: ADDRESS, **schema["properties"]}
        schema["required"] = [*schema["required"], api.PERMALINK]
    return schema, schema.pop("$defs", {})


def _catalogue() -> Schema:
    edition, parts = _record("editions")
    entry = _object({"number": COUNT, "offering": TEXT, "company": TEXT, "status": TEXT})
    file = _object({"path": TEXT, "language": TEXT, "media_type": TEXT, "bytes": COUNT, "sha256": {"type": "string", "pattern": "^[0-9a-f]{64}$"}}, {"schema": TEXT})
    own = {"kind": {"const": "catalogue"}, "edition": {"$ref": "#/$defs/record"}, "further_companies": _list(TEXT), "files": _list(file)}
    return _file(own, "entries", entry, {"record": edition, **parts})


def _index() -> Schema:
    one = _object({"kind": TEXT, "folder": TEXT, "path": TEXT, "schema": TEXT})
    catalogue = _object({"id": TEXT, "languages": _list(TEXT), "path": TEXT}, {"market": TEXT})
    return _file({"kind": {"const": "index"}, "openapi": TEXT, "dcat": TEXT, "collections": _list(one)}, "catalogues", catalogue, {})


def _file(own: Mapping[str, Any], name: str, row: Schema, parts: Mapping[str, Schema]) -> Schema:
    """Return the schema of a file: what all begin with, its own, and at the end its rows."""
    schema = _object({**HEAD, **own, name: _list(row)}, INVENTED)
    return {**schema, "$defs": dict(parts)} if parts else schema


def _object(properties: Mapping[str, Any], optional: Mapping[str, Any] | None = None) -> Schema:
    return {"type": "object", "properties": {**properties, **(optional or {})}, "required": list(properties), "additionalProperties": False}


def _list(items: Schema) -> Schema:
    return {"type": "array", "items": items}
