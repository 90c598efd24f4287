"""The brand's design tokens (W3C format) as CSS custom properties."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from c2site.check.contrast import contrast

Tokens = Mapping[str, Any]


def values(tokens: Tokens, path: tuple[str, ...] = (), kind: str = "") -> Iterator[tuple[tuple[str, ...], str, Mapping[str, Any]]]:
    """Yield (path, type, token) of every token."""
    kind = tokens.get("$type", kind)
    if "$value" in tokens:
        yield path, kind, tokens
        return
    for name, child in tokens.items():
        if not name.startswith("$") and isinstance(child, Mapping):
            yield from values(child, (*path, name), kind)


def resolved(tokens: Tokens) -> dict[str, Any]:
    """Return the tokens with those that refer to another (`{color.ink}`) as that one, under their own name and description."""
    by_name = {".".join(path): (kind, token) for path, kind, token in values(tokens)}

    def meant(token: Mapping[str, Any], kind: str) -> dict[str, Any]:
        value = token["$value"]
        if not (isinstance(value, str) and value.startswith("{")):
            return {**token, "$type": kind}
        kind, other = by_name[value.strip("{}")]
        return {**meant(other, kind), **{name: one for name, one in token.items() if name not in ("$value", "$type")}}

    def within(group: Mapping[str, Any], kind: str) -> dict[str, Any]:
        kind = group.get("$type", kind)
        if "$value" in group:
            return meant(group, kind)
        return {name: within(one, kind) if isinstance(one, Mapping) and not name.startswith("$") else one for name, one in group.items()}

    return within(tokens, "")


def css_value(value: Any) -> str:
    """Return a token's value as CSS writes it."""
    if isinstance(value, Mapping):
        if "hex" in value:
            return str(value["hex"])
        return f"{value['value']:g}{value.get('unit', '')}"
    if isinstance(value, list):
        if all(isinstance(one, (int, float)) for one in value):
            return "cubic-bezier({})".format(", ".join(f"{one:g}" for one in value))
        return ", ".join(f'"{one}"' if " " in one else one for one in value)
    return f"{value:g}" if isinstance(value, float) else str(value)


def extension(token: Mapping[str, Any], name: str) -> Any:
    """Return what c2site adds to a token: `dark` or `cmyk`."""
    return token.get("$extensions", {}).get("c2site", {}).get(name)


def stylesheet(tokens: Tokens) -> str:
    """Return the custom properties: `color.ink` becomes `--color-ink`; dark values follow the reader's choice or system."""
    light = [f"--{'-'.join(path)}:{css_value(token['$value'])}" for path, _, token in values(tokens)]
    dark = [
        f"--{'-'.join(path)}:{extension(token, 'dark')}" for path, _, token in values(tokens) if isinstance(extension(token, "dark"), str)
    ]
    night = ";".join(["color-scheme:dark", *dark])
    # Grounds for drawings whose colours no scheme changes.
    grounds = f"--brand-paper:{palette(tokens)['paper']};--brand-deep:{palette(tokens, 'dark')['deep']}"
    return (
        f":root{{{grounds}}}\n"
        f':root,[data-scheme="light"]{{color-scheme:light;{";".join(light)}}}\n'
        f'@media screen{{[data-scheme="dark"]{{{night}}}}}\n'
        f'@media screen and (prefers-color-scheme:dark){{:root:not([data-scheme="light"]){{{night}}}}}\n'
    )


# A hatch in CSS runs the other way round than in a drawing, whose y points down.
HATCH_DEGREES = (0, 135, 90, 45)


def hues(tokens: Tokens) -> tuple[str, ...]:
    """Return the names of the brand's sector hues, in order."""
    return tuple(path[2] for path, _, _ in values(tokens) if path[:2] == ("color", "sector") and len(path) == 3)


def sector_rules(tokens: Tokens) -> str:
    """Return the classes `s-<hue>`: a sector's colour, and the direction of the hatch that says it without colour."""
    return "\n".join(
        f".s-{hue}{{color:var(--color-sector-{hue});--hatch:{HATCH_DEGREES[number % len(HATCH_DEGREES)]}deg}}"
        for number, hue in enumerate(hues(tokens))
    )


def family(tokens: Tokens) -> str:
    """Return the name of the web typeface: the first family of the first font token."""
    for _, kind, token in values(tokens):
        if kind == "fontFamily":
            value = token["$value"]
            return value if isinstance(value, str) else value[0]
    raise KeyError("the brand's tokens name no fontFamily")


def palette(tokens: Tokens, scheme: str = "light") -> dict[str, str]:
    """Return the brand's colours in one scheme by name: `ink`, `paper`, `sector-ict` …"""
    found = {}
    for path, kind, token in values(tokens):
        if kind == "color":
            dark = extension(token, "dark")
            found["-".join(path[1:])] = dark if scheme == "dark" and isinstance(dark, str) else css_value(token["$value"])
    return found


class Swatch(NamedTuple):
    """A colour for people: its name, its values, and on what it must be read: (ground, level, contrast by day, by night)."""

    name: str
    light: str
    dark: str
    cmyk: tuple[int, ...]
    read_on: tuple[tuple[str, str, float, float], ...]


def swatches(tokens: Tokens) -> list[Swatch]:
    """Return the brand's colours in their order."""
    light, dark = palette(tokens), palette(tokens, "dark")
    by_name = {"-".join(path[1:]): token for path, kind, token in values(tokens) if kind == "color"}
    return [Swatch(name, light[name], dark[name], tuple(extension(token, "cmyk") or ()), tuple(_read_on(name, token, light, dark))) for name, token in by_name.items()]


def _read_on(name: str, token: Mapping[str, Any], light: Mapping[str, str], dark: Mapping[str, str]) -> Iterator[tuple[str, str, float, float]]:
    for level, grounds in (extension(token, "against") or {}).items():
        for ground in (one.strip("{}").replace(".", "-").removeprefix("color-") for one in grounds):
            yield ground, level, contrast(light[name], light[ground]), contrast(dark[name], dark[ground])


def scale(tokens: Tokens) -> list[float]:
    """Return the sizes of type in rem, the smallest first."""
    return [token["$value"]["value"] for path, _, token in values(tokens) if path[:2] == ("type", "scale")]
