"""The pictures that records declare, as the site shows them: written anew, named for their content, and no other file beside them."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from c2site.build.cache import Cache, key_of
from c2site.build.output import Output
from c2site.build.prepare import Prepared
from c2site.build.typesetter import Spent, draw, stage_type
from c2site.errors import DataError, Problem, problem
from c2site.load.media import MEDIA, Picture, picture
from c2site.model import Profiles, Sme
from c2site.render.brand.drawn import Job
from c2site.render.optics import SAMPLE, Ink, ink
from c2site.render.photograph import size, svg_for_paper, webp


class Shown(NamedTuple):
    """A picture of the site: its path there, its size in pixels, and where its ink lies."""

    path: str
    width: int
    height: int
    ink: Ink


def write_pictures(prepared: Prepared, out: Output) -> tuple[dict[str, Shown], list[Problem]]:
    """Write the pictures of published records; return them by their names in data/media/, and those that cannot be shown."""
    found: dict[str, Picture] = {}
    shown: dict[str, Shown] = {}
    problems: list[Problem] = []
    cache = Cache(prepared.settings.cache)
    for name in sorted(set(_declared(prepared.portal.profiles))):
        try:
            found[name] = picture(prepared.settings.root, name)
        except DataError as error:
            problems.extend(error.problems)
    seen = _pixels_of([one for one in found.values() if one.format == "SVG"], cache, prepared.settings.theme)
    for name, one in found.items():
        try:
            shown[name] = _written(one, name, cache, out, seen)
        except DataError as error:
            problems.extend(error.problems)
    return shown, problems


def _declared(profiles: Profiles) -> Iterable[str]:
    return (one.logo for one in (*profiles.clusters.values(), *profiles.smes.values()) if one.logo)


def printed_pictures(prepared: Prepared) -> dict[str, str]:
    """Return the companies' logos and pictures as SVG, by their names in data/media/; what cannot be shown is told by `write_pictures`."""
    cache = Cache(prepared.settings.cache)
    found: dict[str, Picture] = {}
    for name in sorted({name for one in prepared.portal.profiles.smes.values() for name in _shown_by(one)}):
        with suppress(DataError):
            found[name] = picture(prepared.settings.root, name)
    seen = _pixels_of([one for one in found.values() if one.format == "SVG"], cache, prepared.settings.theme)
    return {name: svg for name, one in found.items() if (svg := _on_paper(one, cache, seen))}


def _shown_by(sme: Sme) -> list[str]:
    return [*([sme.logo] if sme.logo else []), *(one.file for one in sme.images)]


def _on_paper(found: Picture, cache: Cache, seen: Mapping[str, bytes]) -> str:
    if found.format == "SVG":
        return found.content.decode() if seen[_drawn_key(found)] else ""
    with suppress(ValueError):
        return cache.made(key_of("paper 1", version("pillow"), found.content), lambda: svg_for_paper(found.content).encode()).decode()
    return ""


def _written(found: Picture, name: str, cache: Cache, out: Output, seen: Mapping[str, bytes]) -> Shown:
    if found.format == "SVG":
        pixels = seen[_drawn_key(found)]
        return Shown(_put(out, found.content, "svg"), round(found.width), round(found.height), ink(pixels) if pixels else Ink())
    try:
        content = cache.made(key_of("picture 1", version("pillow"), found.content), lambda: webp(found.content))
    except ValueError:
        raise DataError([problem("picture-broken", f"{MEDIA}/{name}")]) from None
    return Shown(_put(out, content, "webp"), *size(content), ink(content))


def _drawn_key(found: Picture) -> str:
    return key_of("drawn 1", version("typst"), found.content)


def _pixels_of(drawings: Sequence[Picture], cache: Cache, theme: Path) -> dict[str, bytes]:
    """Return drawings in pixels by their keys, new ones all at once, each alone where one of them cannot be drawn."""
    found = {key: cache.get(key) for key in map(_drawn_key, drawings)}
    new = [one for one in drawings if found[_drawn_key(one)] is None]
    if not new:
        return found
    with TemporaryDirectory(prefix="c2site-drawings-") as folder:
        stage_type(theme, Path(folder))
        drawn = _drawn(new, Path(folder)) or [(_drawn([one], Path(folder)) or [b""])[0] for one in new]
    return {**found, **{_drawn_key(one): cache.put(_drawn_key(one), pixels) for one, pixels in zip(new, drawn, strict=True)}}


def _drawn(drawings: Sequence[Picture], stage: Path) -> list[bytes]:
    """Return drawings in pixels, made by a child that has little; nothing where they cost too much or one cannot be drawn."""
    with suppress(Spent, RuntimeError):
        return draw(Job("pictures.typ", [_sized(one) for one in drawings], "png"), stage)
    return []


def _sized(found: Picture) -> dict[str, str | float]:
    scale = SAMPLE / max(found.width, found.height)
    return {"svg": found.content.decode("utf-8"), "width": found.width * scale, "height": found.height * scale}


def _put(out: Output, content: bytes, ending: str) -> str:
    path = f"assets/media/{hashlib.sha256(content).hexdigest()[:16]}.{ending}"
    out.write(path, content)
    return path
