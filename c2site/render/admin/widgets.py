"""A field of a record as a widget of Decap: what may be written there, as the kind's JSON Schema says it."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from c2site.model import KINDS, Kind
from c2site.model.schema import Schema
from c2site.render.admin.desk import Desk
from c2site.render.admin.naming import collection_name, name_path

Widget = dict[str, Any]
COUNTRY, COUNTRIES = "^[A-Z]{2}$", "country"
TONGUE, TONGUES = "^[a-z]{2,3}", "tongue"
# An editor writes in a language of the portal; companies speak any.
LANGUAGES = {"source_language": TONGUES}
# Longer texts get several lines.
LONGEST_LINE = 400
PICTURES, FILES = frozenset({"logo", "images.file"}), frozenset({"certificates.file"})
MOST_OFFERED = 500
NUMBERS = {"integer": "int", "number": "float"}
DAY = {"widget": "datetime", "format": "YYYY-MM-DD", "date_format": "YYYY-MM-DD", "time_format": False, "default": ""}


class Form(NamedTuple):
    """The fields of one kind of record: `parts` are the schemas of what is nested, `cluster` whose records these are."""

    desk: Desk
    kind: Kind
    parts: Mapping[str, Schema]
    cluster: str = ""

    def fields(self, schema: Schema, path: tuple[str, ...] = (), asked: bool = True) -> list[Widget]:
        """Return the fields of a record or part; where it may be left out as a whole (not `asked`), so may each."""
        required = schema.get("required", ()) if asked else ()
        return [self.field((*path, name), one, name in required) for name, one in schema["properties"].items()]

    def field(self, path: tuple[str, ...], schema: Schema, required: bool) -> Widget:
        """Return the widget of a field under its name, with the model's explanation beneath."""
        name = path[-1]
        head = {"name": name, "label": self.desk.word(name), "required": required, "hint": schema.get("description", "")}
        return {**head, **self.widget(path, self.whole(schema), required)}

    def whole(self, schema: Schema) -> Schema:
        """Return a schema with the part it refers to."""
        return {**self.parts[schema["$ref"].rpartition("/")[2]], **schema} if "$ref" in schema else schema

    def widget(self, path: tuple[str, ...], schema: Schema, required: bool = False) -> Widget:
        """Return how a value is shown and written."""
        if kinds := self.kind.references.get(".".join(path)):
            return self._reference(path, kinds, schema["type"] == "array")
        if schema.get("type") == "array":
            return self._many(path, self.whole(schema["items"]))
        if "properties" in schema:
            return {"widget": "object", "collapsed": not required, "fields": self.fields(schema, path, required)}
        if "patternProperties" in schema:
            return self._map(path, schema)
        return self._single(path, schema)

    def _reference(self, path: tuple[str, ...], kinds: tuple[str, ...], multiple: bool) -> Widget:
        """Return the choice of a record: as the repository holds them where they are of one kind, else of those that are published."""
        kind = KINDS.get(kinds[0])
        if kind and len(kinds) == 1:
            # What a cluster offers, its companies make; a package may be made by companies of several.
            name, shown = collection_name(kind, "" if multiple else self.cluster), [name_path(self.desk, kind)]
            search = {"value_field": "{{filename}}", "search_fields": shown, "display_fields": shown, "options_length": MOST_OFFERED}
            return {"widget": "relation", "collection": name, **search, "multiple": multiple}
        one = {"widget": "select", "options": list(kinds)}
        return self._listed(path, one) if multiple else one

    def _many(self, path: tuple[str, ...], items: Schema) -> Widget:
        one = self.widget(path, items, required=True)
        if one["widget"] == "select":
            return {**one, "multiple": True}
        return self._listed(path, one)

    def _listed(self, path: tuple[str, ...], one: Widget) -> Widget:
        """Return a list whose items are written one by one."""
        word = self.desk.word(path[-1])
        head = {"widget": "list", "collapsed": True, "minimize_collapsed": True, "default": [], "label_singular": word}
        if one["widget"] == "object":
            return {**head, "summary": f"{{{{fields.{self._named_by(one['fields'][0])}}}}}", "fields": one["fields"]}
        return {**head, "field": {"name": path[-1], "label": word, **one}}

    def _named_by(self, field: Widget) -> str:
        """Return where an item of a list says what it is, by its first field."""
        return f"{field['name']}.{self.desk.portal.readers.default.tag}" if field["widget"] == "texts" else field["name"]

    def _map(self, path: tuple[str, ...], schema: Schema) -> Widget:
        """Return the words in each language, or a part for each language or record that may be a key."""
        ((pattern, inner),) = schema["patternProperties"].items()
        inner = self.whole(inner)
        if pattern.startswith(TONGUE) and "enum" not in inner:
            return {"widget": "texts", "fields": TONGUES, "max": inner["maxLength"]}
        words = self.desk.tongues if pattern.startswith(TONGUE) else self.desk.lists["market"]
        parts = [{"name": one["value"], "label": one["label"], "required": False, **self.widget(path, inner)} for one in words]
        return {"widget": "object", "collapsed": True, "fields": parts}

    def _single(self, path: tuple[str, ...], schema: Schema) -> Widget:
        kind, pattern = schema.get("type"), schema.get("pattern", "")
        if "enum" in schema or "const" in schema:
            return {"widget": "select", "options": self.desk.choices(path[-1], tuple(schema.get("enum", (schema.get("const"),))))}
        if kind == "boolean":
            return {"widget": "select", "options": ["truth"]}
        if kind in NUMBERS:
            limits = {"min": schema.get("minimum"), "max": schema.get("maximum")}
            return {"widget": "number", "value_type": NUMBERS[kind], **{name: one for name, one in limits.items() if one is not None}}
        if schema.get("format") == "date":
            return dict(DAY)
        if pattern == COUNTRY or pattern.startswith(TONGUE):
            return {"widget": "select", "options": [COUNTRIES if pattern == COUNTRY else LANGUAGES.get(path[-1], "language")]}
        return self._written(path, schema)

    def _written(self, path: tuple[str, ...], schema: Schema) -> Widget:
        place = ".".join(path)
        if place in PICTURES | FILES:
            return {"widget": "image" if place in PICTURES else "file", "choose_url": False}
        ruled = {"pattern": [schema["pattern"], schema.get("description", place)]} if "pattern" in schema else {}
        return {"widget": "text" if schema.get("maxLength", 0) > LONGEST_LINE else "string", **ruled}
