"""The logo with its name: side by side and stacked, in every script of the portal, as outlines."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from c2site.language import Reader
from c2site.model import Partnership
from c2site.render.brand.marks import box, clear_space, engraved, night, plain
from c2site.render.printed.fonts import FAMILY, printable
from c2site.render.tokens import Tokens, palette

# The sign is 64 units high; the name's capitals and the line below it follow from that.
SIGN, NAME, LINE = 64.0, 34.0, 13.0
BETWEEN_LINES = 9.0
INNER = re.compile(r"<svg\b[^>]*>(.*)</svg>", re.DOTALL)


class Words(NamedTuple):
    """Outlined words: the drawing's inner marks, width and height."""

    inner: str
    width: float
    height: float


class Tone(NamedTuple):
    """How a lock-up is coloured: the sign, the colour of the words, and the ground it is meant for."""

    sign: str
    ink: str
    ground: str


def words_job(partnership: Partnership, readers: Sequence[Reader], ink: str) -> dict[str, Any]:
    """Return the data of words.typ: the short name, then the full one for each reader."""
    name = {"t": printable(partnership.acronym), "lang": "en", "dir": "ltr", "size": NAME, "weight": "bold", "top": "bounds", "bottom": "bounds"}
    lines = [
        {"t": printable(reader.text(partnership.name).text), "lang": reader.tag.split("-")[0], "dir": reader.direction, "size": LINE, "weight": "regular", "top": "ascender", "bottom": "descender"}
        for reader in readers
    ]
    return {"family": FAMILY, "ink": ink, "words": [name, *lines]}


def words(svg: str) -> Words:
    """Return a page of words.typ."""
    _, _, width, height = box(svg)
    return Words(INNER.search(svg)[1], width, height)


def tones(logo: str, tokens: Tokens) -> dict[str, Tone]:
    """Return the ways to colour the logo by name: in colour, by night, in one colour, in white."""
    light, dark = palette(tokens), palette(tokens, "dark")
    return {
        "": Tone(logo, light["ink"], light["paper"]),
        "dark": Tone(night(logo, tokens), dark["ink"], dark["deep"]),
        "one": Tone(plain(logo, light["ink"]), light["ink"], light["paper"]),
        "white": Tone(plain(logo, light["paper"]), light["paper"], dark["deep"]),
    }


def signs(logo: str, tokens: Tokens) -> Iterator[tuple[str, str]]:
    """Yield (file name, drawing) of the sign alone, with its clear space."""
    ink = palette(tokens)["ink"]
    for name, tone in tones(logo, tokens).items():
        yield _file("sign", name), alone(tone.sign, space_of(logo))
    yield "sign-engraved", alone(engraved(logo, ink), space_of(logo))


def lockups(logo: str, tokens: Tokens, name: Words, lines: Mapping[str, tuple[Words, bool]], ink: str) -> Iterator[tuple[str, str]]:
    """Yield (file name, drawing) of every lock-up; `lines` are the full names by script, each with whether it runs from the right."""
    for script, (line, from_right) in lines.items():
        for key, tone in tones(logo, tokens).items():
            own = [Words(one.inner.replace(ink, tone.ink), one.width, one.height) for one in (name, line)]
            yield _file(f"lockup-{script}", key), beside(tone.sign, *own, from_right)
            yield _file(f"stacked-{script}", key), stacked(tone.sign, *own, from_right)


def _file(name: str, tone: str) -> str:
    return f"{name}-{tone}" if tone else name


def alone(sign: str, space: float) -> str:
    """Return the sign with its clear space."""
    return drawing(SIGN, SIGN, space, placed(sign, 0, 0))


def beside(sign: str, name: Words, line: Words, from_right: bool) -> str:
    """Return sign and names side by side, the sign where reading begins."""
    gap = 2 * space_of(sign)
    wide = max(name.width, line.width)
    high = name.height + BETWEEN_LINES + line.height
    top = (SIGN - high) / 2
    left = 0 if from_right else SIGN + gap
    body = placed(sign, wide + gap if from_right else 0, 0) + _lines(name, line, left, top, wide, from_right)
    return drawing(SIGN + gap + wide, SIGN, space_of(sign), body)


def stacked(sign: str, name: Words, line: Words, from_right: bool) -> str:
    """Return the sign above the names, all beginning at one edge."""
    gap = 2 * space_of(sign)
    wide = max(name.width, line.width, SIGN)
    body = placed(sign, wide - SIGN if from_right else 0, 0) + _lines(name, line, 0, SIGN + gap, wide, from_right)
    return drawing(wide, SIGN + gap + name.height + BETWEEN_LINES + line.height, space_of(sign), body)


def _lines(name: Words, line: Words, left: float, top: float, wide: float, from_right: bool) -> str:
    places = ((name, top), (line, top + name.height + BETWEEN_LINES))
    return "".join(f'<g transform="translate({left + (wide - one.width if from_right else 0):.2f} {y:.2f})">{one.inner}</g>' for one, y in places)


def space_of(sign: str) -> float:
    """Return the clear space: the width of a stroke."""
    return SIGN * clear_space(sign)


def placed(sign: str, x: float, y: float, width: float = SIGN, height: float = SIGN) -> str:
    """Return a drawing as a part of another one."""
    return sign.strip().replace("<svg ", f'<svg x="{x:.2f}" y="{y:.2f}" width="{width:.2f}" height="{height:.2f}" ', 1).replace(' xmlns="http://www.w3.org/2000/svg"', "")


def drawing(width: float, height: float, space: float, body: str) -> str:
    """Return a drawing with so much free space on every side."""
    box = f"{-space:.2f} {-space:.2f} {width + 2 * space:.2f} {height + 2 * space:.2f}"
    return f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="{box}" width="{width + 2 * space:.0f}" height="{height + 2 * space:.0f}">{body}</svg>\n'
