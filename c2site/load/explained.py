"""From pydantic's errors to problems an editor understands, each with its place."""

import re
from collections.abc import Iterator
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError

from c2site.errors import Problem, nearest, problem
from c2site.load.document import Document, Path
from c2site.model.base import values_of

SHAPES = {
    "dict_type": "a list of `field: value` lines",
    "model_type": "a list of `field: value` lines",
    "tuple_type": "a list",
    "list_type": "a list",
    "string_type": "plain text",
}
FOUND = {dict: "a list of `field: value` lines", list: "a list", str: "plain text"}


def explained(document: Document, model: type[BaseModel], error: ValidationError) -> list[Problem]:
    """Return one problem for each thing pydantic refused in `document`, without repeats."""
    found = {}
    for one in error.errors(include_url=False):
        told = _told(document, model, one)
        found.setdefault((told.line, told.column, told.field, told.code), told)
    return sorted(found.values())


def _told(document: Document, model: type[BaseModel], error: Any) -> Problem:
    path, key = _path(document, error["loc"])
    context = error.get("ctx", {})
    code, values = _sentence(error, model, path, context)
    if code in ("missing-field",):
        place = document.key_place(path[:-1])
    elif code in ("unknown-field",) or key:
        place = document.key_place(path)
    else:
        place = document.place(path)
    return problem(code, document.path, place, ".".join(map(str, path)), **values)


def _path(document: Document, loc: tuple[str | int, ...]) -> tuple[Path, bool]:
    """Return the path through the editor's own data; pydantic adds names of union members and `[key]`."""
    steps: list[str | int] = []
    value: Any = document.values
    is_key = False
    for step in loc:
        if step == "[key]":
            is_key = True
        elif isinstance(value, dict) and isinstance(step, str):
            if step in value or step == loc[-1]:
                steps.append(step)
                value = value.get(step)
        elif isinstance(value, list) and isinstance(step, int) and step < len(value):
            steps.append(step)
            value = value[step]
    return tuple(steps), is_key


def _sentence(error: Any, model: type[BaseModel], path: Path, context: dict[str, Any]) -> tuple[str, dict[str, object]]:
    kind, found = error["type"], error.get("input")
    if kind == "extra_forbidden":
        names = _fields_at(model, path[:-1])
        return "unknown-field", {"allowed": names, "nearest": nearest(str(path[-1]), names)}
    if kind == "missing":
        return "missing-field", {"nearest": f"{path[-1]}:"}
    if kind == "missing-maker":
        return "missing-field", {"nearest": "sme:"}
    if kind in ("literal_error", "enum"):
        allowed = re.findall(r"'([^']*)'", str(context.get("expected", "")))
        return "wrong-choice", {"found": found, "allowed": allowed, "nearest": nearest(str(found), allowed)}
    if kind in ("int_parsing", "int_from_float", "int_type", "int_parsing_size"):
        return "wrong-number", {"found": found, "nearest": re.sub(r"\D", "", str(found)) or "12"}
    if kind in ("decimal_parsing", "float_parsing", "decimal_type", "float_type"):
        return "wrong-decimal", {"found": found, "nearest": _decimal(str(found))}
    if kind.startswith("date_"):
        return "wrong-date", {"found": found, "nearest": _date(str(found))}
    if kind.startswith("bool_"):
        return "wrong-boolean", {"found": found, "nearest": "false" if str(found).casefold()[:1] in "0nf" else "true"}
    if kind in SHAPES:
        return "wrong-shape", {"wanted": SHAPES[kind], "found": FOUND.get(type(found), "nothing"), "nearest": _shape_hint(model, path, kind, found)}
    if kind == "string_pattern_mismatch":
        return _pattern(str(found), str(context.get("pattern")))
    if kind == "string_too_long":
        most = context["max_length"]
        return "too-long", {"found": len(str(found)), "allowed": most, "excess": len(str(found)) - most}
    if kind == "string_too_short":
        return "empty-text", {}
    if kind == "too_short":
        return "too-few", {"allowed": context.get("min_length"), "found": context.get("actual_length")}
    if kind in ("greater_than_equal", "less_than_equal", "greater_than", "less_than"):
        sign = {"greater_than_equal": "at least", "less_than_equal": "at most", "greater_than": "more than", "less_than": "less than"}[kind]
        return "wrong-range", {"found": found, "allowed": f"{sign} {next(iter(context.values()))}"}
    if kind == "sea-rule":
        return "sea-rule", {"found": context["rule"], "place": context["place"], "allowed": "FCA, CPT, CIP, DAP, DPU, DDP"}
    if kind == "wrong-url":
        return "wrong-url", {"found": found, "nearest": _web(str(found))}
    if kind == "wrong-mailbox":
        return "wrong-mailbox", {"found": found}
    if kind in ("wrong-year", "empty-text"):
        return kind, {"found": found}
    return "wrong-value", {"found": found, "allowed": context.get("allowed", error["msg"])}


def _pattern(found: str, pattern: str) -> tuple[str, dict[str, object]]:
    if pattern.startswith("^[a-z]{2,3}(-"):
        return "unknown-language", {"found": found, "nearest": _language(found)}
    if pattern == "^[A-Z]{2}$":
        return "unknown-country", {"found": found, "nearest": found.upper() if re.fullmatch("[A-Za-z]{2}", found) else None}
    if pattern == "^[A-Z]{3}$":
        return "unknown-currency", {"found": found, "nearest": {"€": "EUR", "$": "USD"}.get(found, found.upper() if re.fullmatch("[A-Za-z]{3}", found) else None)}
    if pattern.startswith("^[a-z0-9]+(?:-"):
        allowed = "of an id (lower-case letters a–z, digits, hyphens)"
        mended = re.sub(r"[^a-z0-9]+", "-", found.casefold()).strip("-")
        return "wrong-pattern", {"found": found, "allowed": allowed, "nearest": f"Write `{mended}`." if mended else ""}
    if ":[0-5]" in pattern:
        return "wrong-pattern", {"found": found, "allowed": "hours:minutes", "nearest": "Write it as `09:30`."}
    return "wrong-pattern", {"found": found, "allowed": pattern, "nearest": ""}


def _language(found: str) -> str | None:
    parts = re.split(r"[-_]", found)
    if not parts or not re.fullmatch("[A-Za-z]{2,3}", parts[0]):
        return None
    rest = [part.title() if len(part) == 4 else part.upper() for part in parts[1:]]
    return "-".join([parts[0].lower(), *rest])


def _decimal(found: str) -> str:
    plain = re.sub(r"[^\d.,]", "", found)
    if "," in plain and "." in plain:
        plain = plain.replace("." if plain.rfind(",") > plain.rfind(".") else ",", "")
    return plain.replace(",", ".") or "12.5"


def _date(found: str) -> str:
    match = re.fullmatch(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})", found.strip())
    return f"{match[3]}-{int(match[2]):02}-{int(match[1]):02}" if match else "2026-05-31"


def _web(found: str) -> str:
    bare = re.sub(r"^\w+:/*", "", found.strip())
    return f"https://{bare}" if re.match(r"^[\w-]+(\.[\w-]+)+(/\S*)?$", bare) and not bare[0].isdigit() else "https://example.org"


def _shape_hint(model: type[BaseModel], path: Path, kind: str, found: object) -> str:
    name = path[-1] if path else ""
    if kind == "dict_type" and isinstance(found, str):
        return f"Write each language on its own line below `{name}:`, such as `en: {found[:40]}`."
    if kind in ("tuple_type", "list_type"):
        return f"Begin each item below `{name}:` with a hyphen: `- …`."
    return ""


def _fields_at(model: type[BaseModel], path: Path) -> list[str]:
    """Return the names of the fields an editor may write at `path`."""
    here: Any = model
    for step in path:
        here = _inside(here, step)
    models = list(_models(here))
    return sorted({(field.alias or name) for one in models for name, field in values_of(one).items()})


def _inside(annotation: Any, step: str | int) -> Any:
    for one in _models(annotation):
        for name, field in one.model_fields.items():
            if step in (name, field.alias):
                return field.annotation
    for part in _parts(annotation):
        if get_origin(part) is tuple and isinstance(step, int):
            return get_args(part)[0]
        if get_origin(part) is dict and isinstance(step, str):
            return get_args(part)[1]
    return None


def _parts(annotation: Any) -> Iterator[Any]:
    if get_origin(annotation) is Annotated:
        yield from _parts(get_args(annotation)[0])
    elif get_origin(annotation) in (Union, UnionType):
        for one in get_args(annotation):
            yield from _parts(one)
    else:
        yield annotation


def _models(annotation: Any) -> Iterator[type[BaseModel]]:
    for part in _parts(annotation):
        if isinstance(part, type) and issubclass(part, BaseModel):
            yield part
