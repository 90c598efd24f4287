"""What is wrong with a brand's design tokens: their form (W3C), what they refer to, and colours that cannot be read on each other."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from c2site.check.contrast import LEVELS, contrast
from c2site.errors import Problem, fragment, nearest, problem
from c2site.load.document import Document

HEX = re.compile(r"#[0-9a-fA-F]{6}")
REFERENCE = re.compile(r"\{([^{}]+)\}")
GROUP_FIELDS = ("$type", "$description", "$extensions", "$deprecated")
# Without these nothing can be shown.
NEEDED = (
    *(f"color.{name}" for name in "ink ink-soft paper paper-raised line line-strong primary primary-contrast deep accent focus".split()),
    "font.family", "font.weight.regular", "font.weight.bold", *(f"type.scale.{step}" for step in range(10)), "type.arabic-scale",
    *(f"space.{step}" for step in range(1, 11)),
)  # fmt: skip

Path = tuple[str, ...]


class Token(NamedTuple):
    """One token as it is written: its path, its type or its groups', and its fields."""

    path: Path
    type: str
    fields: Mapping[str, Any]

    @property
    def name(self) -> str:
        """The path as references write it."""
        return ".".join(self.path)

    def extension(self, name: str) -> Any:
        """Return what c2site adds to a token: `dark`, `cmyk`, `against`, `always`."""
        added = self.fields.get("$extensions", {})
        return added.get("c2site", {}).get(name) if isinstance(added, Mapping) else None


def brand_problems(document: Document) -> list[Problem]:
    """Return the problems of the brand's tokens; contrast is looked at once their form is right."""
    tokens = {one.name: one for one in _tokens(document.values, (), "")}
    found = [*_group_problems(document, document.values, ()), *_missing(document, tokens)]
    for one in tokens.values():
        found.extend(_token_problems(document, one, tokens))
    return sorted(found or _contrast_problems(document, tokens))


def _tokens(group: Mapping[str, Any], path: Path, kind: str) -> Iterator[Token]:
    kind = group.get("$type", kind)
    if "$value" in group:
        yield Token(path, kind, group)
        return
    for name, one in group.items():
        if not name.startswith("$") and isinstance(one, Mapping):
            yield from _tokens(one, (*path, name), kind)


def _group_problems(document: Document, group: Mapping[str, Any], path: Path) -> Iterator[Problem]:
    for name, one in group.items():
        here = (*path, name)
        if name.startswith("$"):
            if name not in (*GROUP_FIELDS, "$value"):
                yield problem("unknown-field", document.path, document.key_place(here), ".".join(here), allowed=GROUP_FIELDS, nearest=nearest(name, GROUP_FIELDS))
        elif not isinstance(one, Mapping):
            yield _told(document, here, "token-shape")
        elif "$value" not in one:
            yield from _group_problems(document, one, here)


def _missing(document: Document, tokens: Mapping[str, Token]) -> Iterator[Problem]:
    yield from (problem("token-missing", document.path, (1, 1), name, found=name, nearest=nearest(name, tokens.keys() - set(NEEDED))) for name in NEEDED if name not in tokens)


def _token_problems(document: Document, one: Token, tokens: Mapping[str, Token]) -> Iterator[Problem]:
    value = one.fields["$value"]
    here = (*one.path, "$value")
    if isinstance(value, str) and (named := REFERENCE.fullmatch(value)):
        yield from _reference_problems(document, one, named[1], tokens)
    elif one.type not in FORMS:
        yield problem("token-type", document.path, document.place((*one.path, "$type")), one.name, found=one.type, allowed=list(FORMS), nearest=nearest(one.type, FORMS))
    elif not FORMS[one.type].fits(value):
        yield _told(document, here, "token-value", found=value if isinstance(value, str) else "…", kind=one.type, allowed=FORMS[one.type].example)
    if one.type == "color":
        yield from _colour_problems(document, one, tokens)


def _reference_problems(document: Document, one: Token, name: str, tokens: Mapping[str, Token]) -> Iterator[Problem]:
    here, passed = (*one.path, "$value"), [one.name]
    while name not in passed:
        if name not in tokens:
            yield _told(document, here, "token-reference", found=name, nearest=nearest(name, tokens))
            return
        passed.append(name)
        further = tokens[name].fields["$value"]
        named = REFERENCE.fullmatch(further) if isinstance(further, str) else None
        if not named:
            return
        name = named[1]
    yield _told(document, here, "token-circle", found=" → ".join([*passed, name]))


def _colour_problems(document: Document, one: Token, tokens: Mapping[str, Token]) -> Iterator[Problem]:
    base = (*one.path, "$extensions", "c2site")
    dark, cmyk = one.extension("dark"), one.extension("cmyk")
    if dark is not None and not (isinstance(dark, str) and HEX.fullmatch(dark)):
        yield _told(document, (*base, "dark"), "token-value", found=dark, kind="color", allowed="`#a3abf8`")
    if cmyk is not None and not _numbers(cmyk, 4, 0, 100):
        yield _told(document, (*base, "cmyk"), "token-value", found="…", kind="CMYK", allowed="`[80, 74, 0, 0]`")
    for level, names in _against(one).items():
        if level not in LEVELS:
            yield problem("wrong-choice", document.path, document.key_place((*base, "against", level)), one.name, found=level, allowed=list(LEVELS), nearest=nearest(level, LEVELS))
        for number, name in enumerate(names):
            if _name(name) not in tokens or tokens[_name(name)].type != "color":
                yield _told(document, (*base, "against", level, number), "token-reference", found=name, nearest=nearest(_name(name), tokens))


def _against(one: Token) -> Mapping[str, list[str]]:
    """Return on which colours a colour must be read, by level."""
    found = one.extension("against")
    return {level: names for level, names in found.items() if isinstance(names, list)} if isinstance(found, Mapping) else {}


def _name(reference: Any) -> str:
    named = REFERENCE.fullmatch(reference) if isinstance(reference, str) else None
    return named[1] if named else ""


def _contrast_problems(document: Document, tokens: Mapping[str, Token]) -> Iterator[Problem]:
    for one, level, number, ground, scheme, ratio in pairs(tokens):
        if ratio < LEVELS[level]:
            place = document.place((*one.path, "$extensions", "c2site", "against", level, number))
            yield problem(
                "contrast-low", document.path, place, one.name, ground=ground.name, scheme=fragment(scheme),
                found=f"{int(ratio * 100) / 100:.2f}", allowed=f"{LEVELS[level]:g}", level=level,
                nearest=fragment("colour-on", colour=colour_of(one, scheme, tokens), ground=colour_of(ground, scheme, tokens)),
            )  # fmt: skip


def pairs(tokens: Mapping[str, Token]) -> Iterator[tuple[Token, str, int, Token, str, float]]:
    """Yield (colour, level, place in its list, ground, scheme, ratio) of every declared pair; a ground that is always dark counts in that scheme only."""
    for one in tokens.values():
        for level, names in _against(one).items() if one.type == "color" else ():
            for number, name in enumerate(names):
                ground = tokens[_name(name)]
                for scheme in ("light", "dark") if ground.extension("always") is None else (ground.extension("always"),):
                    yield one, level, number, ground, scheme, contrast(colour_of(one, scheme, tokens), colour_of(ground, scheme, tokens))


def colour_of(one: Token, scheme: str, tokens: Mapping[str, Token]) -> str:
    """Return a colour's hex in a scheme."""
    dark = one.extension("dark") if scheme == "dark" else None
    if dark:
        return dark
    value = one.fields["$value"]
    return value["hex"] if isinstance(value, Mapping) else colour_of(tokens[_name(value)], scheme, tokens)


def _told(document: Document, place: tuple[str | int, ...], code: str, **found: object) -> Problem:
    return problem(code, document.path, document.place(place), ".".join(map(str, place)), **found)


# --- the forms of values


class Form(NamedTuple):
    """What a value of a type must be, and how one is written."""

    fits: Callable[[Any], bool]
    example: str


def _is_number(value: Any, least: float = float("-inf"), most: float = float("inf")) -> bool:
    try:
        return isinstance(value, str) and least <= float(value) <= most
    except ValueError:
        return False


def _numbers(value: Any, count: int, least: float, most: float) -> bool:
    return isinstance(value, list) and len(value) == count and all(_is_number(one, least, most) for one in value)


def _is_colour(value: Any) -> bool:
    if not isinstance(value, Mapping) or value.get("colorSpace") != "srgb" or not _numbers(value.get("components"), 3, 0, 1):
        return False
    written = value.get("hex", "")
    if not (isinstance(written, str) and HEX.fullmatch(written)):
        return False
    return all(abs(int(written[1 + 2 * place : 3 + 2 * place], 16) / 255 - float(one)) < 0.003 for place, one in enumerate(value["components"]))


def _is_measure(*units: str) -> Callable[[Any], bool]:
    return lambda value: isinstance(value, Mapping) and _is_number(value.get("value"), 0) and value.get("unit") in units


FORMS: dict[str, Form] = {
    "color": Form(_is_colour, '`{"colorSpace": "srgb", "components": [0.2, 0.4, 0.6], "hex": "#336699"}`, both saying the same colour'),
    "dimension": Form(_is_measure("px", "rem"), '`{"value": 1.5, "unit": "rem"}`, the unit `px` or `rem`'),
    "duration": Form(_is_measure("ms", "s"), '`{"value": 160, "unit": "ms"}`'),
    "fontFamily": Form(lambda value: bool(value) and all(isinstance(one, str) for one in (value if isinstance(value, list) else [value])), '`["City Sans", "sans-serif"]`'),
    "fontWeight": Form(lambda value: _is_number(value, 1, 1000), "`700`"),
    "cubicBezier": Form(lambda value: _numbers(value, 4, -10, 10), "`[0.2, 0, 0, 1]`"),
    "number": Form(_is_number, "`1.55`"),
}
