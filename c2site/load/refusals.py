"""What pydantic refused, in the editor's words: for each kind of error a code and the values of its sentence."""

import re
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from pydantic import BaseModel

from c2site.errors import Fragment, fragment, nearest
from c2site.load import mends
from c2site.load.document import Path
from c2site.load.shapes import fields_at, first_field, is_text

Told = tuple[str, dict[str, object]]
FOUND = {dict: "map", list: "list", str: "text"}
SIGNS = {
    "greater_than_equal": "at-least",
    "less_than_equal": "at-most",
    "greater_than": "more-than",
    "less_than": "less-than",
}


class Refusal(NamedTuple):
    """One error of pydantic: its `kind`, the value `found` at `path` of a record of `model`, and what it says of it."""

    kind: str
    found: Any
    path: Path
    model: type[BaseModel]
    context: Mapping[str, Any]
    message: str

    @property
    def name(self) -> str:
        """The field an editor knows the value by."""
        return next((step for step in reversed(self.path) if isinstance(step, str)), "")


def told(refusal: Refusal) -> Told:
    """Return the code of the sentence an editor is told, and the values to fill in."""
    return TELLERS.get(refusal.kind, _other)(refusal)


def _unknown_field(refusal: Refusal) -> Told:
    names = fields_at(refusal.model, refusal.path[:-1])
    return "unknown-field", {"allowed": names, "nearest": nearest(str(refusal.path[-1]), names)}


def _missing_field(refusal: Refusal) -> Told:
    return "missing-field", {"nearest": f"{refusal.path[-1]}:"}


def _missing_maker(refusal: Refusal) -> Told:
    return "missing-field", {"nearest": "sme:"}


def _choice(refusal: Refusal) -> Told:
    allowed = re.findall(r"'([^']*)'", str(refusal.context.get("expected", "")))
    near = nearest(str(refusal.found), allowed)
    return "wrong-choice", {"found": refusal.found, "allowed": allowed, "nearest": near}


def _whole_number(refusal: Refusal) -> Told:
    return "wrong-number", {"found": refusal.found, "nearest": mends.whole_number(str(refusal.found))}


def _decimal(refusal: Refusal) -> Told:
    return "wrong-decimal", {"found": refusal.found, "nearest": mends.decimal(str(refusal.found))}


def _date(refusal: Refusal) -> Told:
    return "wrong-date", {"found": refusal.found, "nearest": mends.day(str(refusal.found))}


def _boolean(refusal: Refusal) -> Told:
    near = "false" if str(refusal.found).casefold()[:1] in "0nf" else "true"
    return "wrong-boolean", {"found": refusal.found, "nearest": near}


def _map_shape(refusal: Refusal) -> Told:
    text = is_text(refusal.model, refusal.path)
    wanted = fragment("texts" if text else "map")
    hint = _hint_for_map(refusal, "en" if text else first_field(refusal.model, refusal.path))
    return "wrong-shape", {"wanted": wanted, "found": _sort(refusal), "nearest": hint}


def _sort(refusal: Refusal) -> Fragment:
    return fragment(FOUND.get(type(refusal.found), "nothing"))


def _hint_for_map(refusal: Refusal, first: str | None) -> Fragment | str:
    if not first or not isinstance(refusal.found, str):
        return ""
    line = f"{first}: {refusal.found[:40]}"
    if isinstance(refusal.path[-1], int):
        return fragment("write-item", line=line)
    return fragment("write-below", line=line, name=refusal.name)


def _list_shape(refusal: Refusal) -> Told:
    hint = fragment("write-items", name=refusal.name)
    return "wrong-shape", {"wanted": fragment("list"), "found": _sort(refusal), "nearest": hint}


def _text_shape(refusal: Refusal) -> Told:
    hint = fragment("write-behind", name=refusal.name) if isinstance(refusal.found, list) else ""
    values = {"wanted": fragment("text"), "found": _sort(refusal), "nearest": hint}
    return "wrong-shape", values


def _pattern(refusal: Refusal) -> Told:
    return mends.by_pattern(str(refusal.found), str(refusal.context.get("pattern")))


def _too_long(refusal: Refusal) -> Told:
    length, most = len(str(refusal.found)), refusal.context["max_length"]
    return "too-long", {"found": length, "allowed": most, "excess": length - most}


def _too_few(refusal: Refusal) -> Told:
    return "too-few", {"allowed": refusal.context.get("min_length"), "found": refusal.context.get("actual_length")}


def _range(refusal: Refusal) -> Told:
    limit = next(iter(refusal.context.values()))
    shown = f"{limit:g}" if isinstance(limit, float) else limit
    return "wrong-range", {"found": refusal.found, "allowed": fragment(SIGNS[refusal.kind], limit=shown)}


def _sea_rule(refusal: Refusal) -> Told:
    allowed = "FCA, CPT, CIP, DAP, DPU, DDP"
    return "sea-rule", {"found": refusal.context["rule"], "where": refusal.context["place"], "allowed": allowed}


def _web(refusal: Refusal) -> Told:
    return "wrong-url", {"found": refusal.found, "nearest": mends.web_address(str(refusal.found))}


def _by_its_own_code(refusal: Refusal) -> Told:
    return refusal.kind, {"found": refusal.found}


def _empty(refusal: Refusal) -> Told:
    return "empty-text", {}


def _other(refusal: Refusal) -> Told:
    if refusal.kind.startswith("date_"):
        return _date(refusal)
    allowed = refusal.context.get("allowed")
    return "wrong-value", {"found": refusal.found, "allowed": fragment(allowed) if allowed else refusal.message}


TELLERS: Mapping[str, Callable[[Refusal], Told]] = {
    "extra_forbidden": _unknown_field,
    "missing": _missing_field,
    "missing-maker": _missing_maker,
    "literal_error": _choice,
    "enum": _choice,
    **dict.fromkeys(("int_parsing", "int_from_float", "int_type", "int_parsing_size"), _whole_number),
    **dict.fromkeys(("decimal_parsing", "decimal_type", "float_parsing", "float_type", "finite_number"), _decimal),
    **dict.fromkeys(("bool_parsing", "bool_type"), _boolean),
    **dict.fromkeys(("dict_type", "model_type", "model_attributes_type"), _map_shape),
    **dict.fromkeys(("tuple_type", "list_type"), _list_shape),
    "string_type": _text_shape,
    "string_pattern_mismatch": _pattern,
    "string_too_long": _too_long,
    "string_too_short": _empty,
    "too_short": _too_few,
    **dict.fromkeys(SIGNS, _range),
    "sea-rule": _sea_rule,
    "wrong-url": _web,
    **dict.fromkeys(("wrong-mailbox", "wrong-year"), _by_its_own_code),
    "empty-text": _empty,
}
