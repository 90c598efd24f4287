"""The pictures that records declare, as the site shows them: written anew, named for their content, and no other file beside them."""

import hashlib
from collections.abc import Iterable
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
from c2site.model import Profiles
from c2site.render.brand.drawn import Job
from c2site.render.optics import SAMPLE, Ink, ink
from c2site.render.photograph import size, webp


class Shown(NamedTuple):
    """A picture of the site: its path there, its size in pixels, and where its ink lies."""

    path: str
    width: int
    height: int
    ink: Ink


def write_pictures(prepared: Prepared, out: Output) -> tuple[dict[str, Shown], list[Problem]]:
    """Write the pictures of published records; return them by their names in data/media/, and those that cannot be shown."""
    shown: dict[str, Shown] = {}
    problems: list[Problem] = []
    cache = Cache(prepared.settings.cache)
    for name in sorted(set(_declared(prepared.portal.profiles))):
        try:
            shown[name] = _written(picture(prepared.settings.root, name), name, cache, out, prepared.settings.theme)
        except DataError as error:
            problems.extend(error.problems)
    return shown, problems


def _declared(profiles: Profiles) -> Iterable[str]:
    return (one.logo for one in (*profiles.clusters.values(), *profiles.smes.values()) if one.logo)


def _written(found: Picture, name: str, cache: Cache, out: Output, theme: Path) -> Shown:
    if found.format == "SVG":
        seen = cache.made(key_of("drawn 1", version("typst"), found.content), lambda: _drawn(found, theme))
        return Shown(_put(out, found.content, "svg"), round(found.width), round(found.height), ink(seen) if seen else Ink())
    try:
        content = cache.made(key_of("picture 1", version("pillow"), found.content), lambda: webp(found.content))
    except ValueError:
        raise DataError([problem("picture-broken", f"{MEDIA}/{name}")]) from None
    return Shown(_put(out, content, "webp"), *size(content), ink(content))


def _drawn(found: Picture, theme: Path) -> bytes:
    """Return a drawing in pixels, made by a child that has little; nothing where it costs too much or cannot be drawn."""
    scale = SAMPLE / max(found.width, found.height)
    data = [{"svg": found.content.decode("utf-8"), "width": found.width * scale, "height": found.height * scale}]
    with TemporaryDirectory(prefix="c2site-drawing-") as folder, suppress(Spent, RuntimeError):
        stage_type(theme, Path(folder))
        return draw(Job("pictures.typ", data, "png"), Path(folder))[0]
    return b""


def _put(out: Output, content: bytes, ending: str) -> str:
    path = f"assets/media/{hashlib.sha256(content).hexdigest()[:16]}.{ending}"
    out.write(path, content)
    return path
