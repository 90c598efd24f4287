"""What a form asks: one field after another, as the kind's model and its schema have them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any, get_args

from c2site.check.codes import FORMS
from c2site.check.spots import Meaning, plan
from c2site.model import Kind, Part, Record
from c2site.model.base import MAILBOX, WEB_ADDRESS
from c2site.model.blank import NEEDED
from c2site.model.examples import editable_fields, field_example
from c2site.model.schema import Schema, plain_schema

# What the form writes by itself, and what only those know who keep the sources.
NOT_ASKED = frozenset({"Record.status", "Record.source_language", "Record.translations", "Record.reviewed_on", "Record.statements", "Sme.membership", "Sme.place_note",
    "Sme.size_note", "Founded.inferred", "Founded.note", "Event.count", "After.participants_qualifier"})  # fmt: skip
OPEN_LISTS = {Meaning.COUNTRY: "country", Meaning.CURRENCY: "currency", Meaning.LANGUAGE: "language"}
TRUTHS = ("true", "false")
CLOCK = ":[0-5]\\d$"
# What is stricter than the schema's pattern, and which sentence says it.
STRICTER = {
    "^https?://[^ ]+$": {"pattern": WEB_ADDRESS.pattern, "says": "web"},
    "^[^@ ]+@[^@ ]+$": {"pattern": MAILBOX.pattern, "says": "mailbox"},
}
# The rule a form checks, by the schema's word for it.
RULES = {"minimum": "least", "maximum": "most", "maxLength": "longest", "pattern": "pattern", "says": "says"}


@dataclass(frozen=True)
class Field:
    """`sort` says how it is asked: line, words (in several languages), number, date, time, when, choice, tick, granted, media, list, part.

    `options` names the list of values to choose from, `codes` are those of a closed one; `inside` holds a part's fields, or a list's
    one item. `rules` are what the page checks, by name. `holder` names the model the field belongs to.
    """

    name: str
    sort: str
    holder: str
    description: str = ""
    example: str = ""
    required: bool = False
    rules: Mapping[str, object] = field(default_factory=dict)
    options: str = ""
    codes: tuple[str, ...] = ()
    inside: tuple["Field", ...] = ()

    @property
    def truth(self) -> bool:
        """Whether its codes are yes and no."""
        return self.codes == TRUTHS

    def all(self) -> Iterator["Field"]:
        """Yield the field and every field in it."""
        yield self
        for one in self.inside:
            yield from one.all()


def fields_of(kind: Kind) -> tuple[Field, ...]:
    """Return the fields a form asks for a kind of record, in the order of its model."""
    return tuple(_fields(kind, kind.record, ()))


def _fields(kind: Kind, model: type[Part], path: tuple[str, ...]) -> Iterator[Field]:
    meanings = {one.name: one.meaning for one in plan(model)}
    for name, about in editable_fields(model).items():
        required = about.is_required() or (not path and name in NEEDED.get(kind.name, ()))
        owner = "Record" if issubclass(model, Record) and name in Record.model_fields else model.__name__
        if (required or meanings.get(name) is not Meaning.SOURCE) and f"{owner}.{name}" not in NOT_ASKED:
            yield _Asked(kind, model, about.alias or name, meanings.get(name), path, about, required).field(_schema(model)["properties"][about.alias or name])


@cache
def _schema(model: type[Part]) -> Schema:
    return plain_schema(model)


@dataclass(frozen=True)
class _Asked:
    """One field of a model on its way into a form; `path` leads to the model."""

    kind: Kind
    model: type[Part]
    name: str
    meaning: Meaning | None
    path: tuple[str, ...]
    about: Any
    required: bool

    def field(self, shape: Schema) -> Field:
        """Return the field of this shape."""
        if shape.get("type") == "array":
            return self._made("list", shape, inside=(self._one(shape["items"], ""),))
        return self._one(shape, self.name)

    def _one(self, shape: Schema, name: str) -> Field:
        shape = {**_schema(self.model).get("$defs", {}).get(str(shape.get("$ref", "")).rpartition("/")[2], {}), **shape}
        part = _part_in(self.about.annotation)
        if self.meaning is Meaning.TEXT:
            return self._made("words", next(iter(shape["patternProperties"].values())), name)
        if "patternProperties" in shape:
            return self._made("map", shape, name, options=self._references("*"), inside=tuple(_fields(self.kind, part, (*self.path, self.name))))
        if part:
            return self._made("part", shape, name, inside=tuple(_fields(self.kind, part, (*self.path, self.name))))
        return self._value(shape, name)

    def _value(self, shape: Schema, name: str) -> Field:
        options = self._references() or OPEN_LISTS.get(self.meaning, "")
        codes = tuple(shape.get("enum", ())) or (TRUTHS if shape.get("type") == "boolean" and self.about.default is None else ())
        if options or codes:
            return self._made("choice", {}, name, options=options or f"{self.model.__name__}.{self.name}", codes=codes)
        return self._made(*self._plain(shape), name)

    def _plain(self, shape: Schema) -> tuple[str, Schema]:
        """Return how a single value is asked, and its shape."""
        if self.meaning is Meaning.MEDIA:
            return "media", shape
        if shape.get("type") == "boolean":
            return ("granted" if self.required else "tick"), shape
        if "anyOf" in shape:
            return "when", {}
        if shape.get("type") in ("integer", "number"):
            return "number", shape
        if str(shape.get("pattern")).endswith(CLOCK):
            return "time", {}
        return ("date" if shape.get("format") == "date" else "line"), {**shape, **self._own_pattern(shape)}

    def _own_pattern(self, shape: Schema) -> Schema:
        """Return the pattern that is stricter than the schema's: of a standard's codes, of web addresses and mailboxes."""
        code = FORMS.get(self.model, {}).get(self.name)
        return {"pattern": code.pattern.pattern} if code else STRICTER.get(str(shape.get("pattern")), {})

    def _references(self, key: str = "") -> str:
        place = ".".join((*self.path, self.name, *filter(None, [key])))
        return "-".join(self.kind.references.get(place, ()))

    def _made(self, sort: str, shape: Schema, name: str | None = None, **more: Any) -> Field:
        item = name == ""
        return Field(
            name=self.name if name is None else name,
            sort=sort,
            holder=self.model.__name__,
            description=self.about.description or shape.get("description", ""),
            example=_simple(field_example(self.about)),
            required=self.required and not item,
            rules={RULES[key]: value for key, value in shape.items() if key in RULES} | ({"whole": "yes"} if shape.get("type") == "integer" else {}),
            **more,
        )


def _part_in(annotation: Any) -> type[Part] | None:
    """Return the part a field's type holds, alone, in a list or in a map."""
    if isinstance(annotation, type) and issubclass(annotation, Part):
        return annotation
    return next(filter(None, map(_part_in, get_args(annotation))), None)


def _simple(example: Any) -> str:
    """Return an example as one would type it; empty where it has words or parts."""
    while isinstance(example, list) and example:
        example = example[0]
    return "" if isinstance(example, (dict, list, bool)) else str(example)
