"""A commented profile to fill in: what must be written stands ready, the rest explains itself behind `#`."""

import textwrap
from collections.abc import Iterator, Mapping
from typing import Any, Literal, get_args, get_origin

from pydantic.fields import FieldInfo

from c2site.model.examples import editable_fields, field_example
from c2site.model.kinds import KINDS
from c2site.model.notation import yaml_lines

# The field that holds a record's name, where it is not `name`.
NAME_FIELDS = {
    "need": ("title",),
    "event": ("title",),
    "edition": ("title",),
    "value_chain": ("title",),
    "agreement": ("title",),
    "business_model": ("title",),
    "prospect": ("organisation",),
    "cluster": ("name", "short_name"),
    "partnership": ("name", "acronym"),
    "market": (),
}
# What a rule of the record asks for, though the field alone is optional.
NEEDED = {"offering": ("sme",), "partnership": ("funding_statement", "disclaimer", "emblem")}
WIDTH = 110


def blank(kind: str, name: str, /, **known: Any) -> str:
    """Return a draft of a record in YAML.

    `known` are values of its fields; required ones that are not known stand empty, so that none is published by
    mistake. Lines that begin with `##` explain, those with `#` are optional fields: taking away the `#` uses them.
    """
    record = KINDS[kind].record
    language = known.get("source_language", "en")
    given = {"status": "draft", "source_language": language, **_named(kind, name, language), **known}
    parts = [_heading(kind, record.__doc__ or "")]
    for field, about in editable_fields(record).items():
        parts.append("\n".join(_field(kind, field, about, given)))
    return "\n\n".join(parts) + "\n"


def _named(kind: str, name: str, language: str) -> dict[str, Any]:
    fields = KINDS[kind].record.model_fields
    named = (field for field in NAME_FIELDS.get(kind, ("name",)))
    return {field: {language: name} if _is_text(fields[field]) else name for field in named}


def _is_text(about: FieldInfo) -> bool:
    return isinstance(field_example(about), Mapping)


def _heading(kind: str, doc: str) -> str:
    lines = [
        f"{kind}: {' '.join(doc.split())}",
        "Lines that begin with ## explain. Lines that begin with # are optional: take the # away to use them.",
        "Leave out what is not known. `c2site check` says what is missing or wrong.",
    ]
    return "\n".join(line for one in lines for line in _comment(one))


def _field(kind: str, name: str, about: FieldInfo, given: Mapping[str, Any]) -> Iterator[str]:
    yield from _comment(_explanation(about))
    label = about.alias or name
    sample = list(yaml_lines({label: field_example(about)}))
    if name in given:
        yield from yaml_lines({label: given[name]})
    elif about.is_required() or name in NEEDED.get(kind, ()):
        yield "## For example:"
        yield from (f"##   {line}" for line in sample)
        yield f"{label}:"
    else:
        yield from (f"# {line}" for line in sample)


def _explanation(about: FieldInfo) -> str:
    allowed = _choices(about.annotation)
    return (about.description or "") + (f" One of: {', '.join(allowed)}." if allowed else "")


def _choices(annotation: Any) -> tuple[str, ...]:
    for one in (annotation, *get_args(annotation)):
        if get_origin(one) is Literal:
            return get_args(one)
        if isinstance(one, type) and hasattr(one, "__members__"):
            return tuple(member.value for member in one)
    return ()


def _comment(words: str) -> list[str]:
    return [f"## {line}" for line in textwrap.wrap(words, WIDTH, break_long_words=False)]
