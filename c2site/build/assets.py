"""What pages need besides their text: styles, script, fonts, logos; a file's name changes with its content."""

import hashlib
import json
import re
from importlib.metadata import files
from pathlib import Path, PurePosixPath

from c2site.build.cache import Cache, key_of, packed, unpacked
from c2site.build.output import Output
from c2site.build.prepare import Prepared, brand_texts, brand_tokens
from c2site.build.typesetter import drawing_key
from c2site.render import tokens
from c2site.render.brand.drawn import Job, pages
from c2site.render.brand.icons import ICONS, drawing, ico, manifest
from c2site.render.brand.marks import favicon
from c2site.render.typeface import RANGES, WEIGHTS, face, font_faces, webfont


def write_assets(prepared: Prepared, out: Output) -> dict[str, str]:
    """Write the shared files and return their paths on the site by name: `portal.css`, `portal.js`, `favicon.svg` …"""
    settings = prepared.settings
    brand = brand_tokens(settings.brand)
    fonts = _write_fonts(brand, Cache(settings.font_cache), out)
    folder = settings.theme / "assets"
    style = _together(folder / "styles", "*.css")
    sheet = "\n".join([font_faces(tokens.family(brand), fonts), tokens.stylesheet(brand), tokens.sector_rules(brand), _compact(style)])
    paths = {"portal.css": _write_named(out, "assets/portal.css", sheet.encode())}
    paths["tools.js"] = _write_named(out, "assets/tools.js", _together(folder / "tools", "*.js").encode())
    for path in sorted(folder.glob("*.js")):
        paths[path.name] = _write_named(out, f"assets/{path.name}", path.read_bytes())
    drawings = brand_texts(settings.brand)
    for name, text in {**drawings, "favicon": favicon(drawings["logo"], brand)}.items():
        paths[f"{name}.svg"] = _write_named(out, f"assets/{name}.svg", text.encode())
    paths.update(_write_icons(prepared, drawings["logo"], brand, out))
    paths.update({f"font-{script}-{weight}": f"assets/{path}" for (script, weight), path in fonts.items()})
    return paths


def _together(folder: Path, pattern: str) -> str:
    """Return the texts of a folder's files as one, in the order of their names: every page needs all of them."""
    return "\n".join(path.read_text(encoding="utf-8") for path in sorted(folder.glob(pattern)))


def _write_icons(prepared: Prepared, logo: str, brand: tokens.Tokens, out: Output) -> dict[str, str]:
    """Write the logo as other programs show it, and return the paths by name."""
    theme = prepared.settings.theme
    job = Job("pictures.typ", [drawing(logo, brand, icon) for icon in ICONS.values()], "png")
    key = key_of("icons 1", drawing_key(theme, job.template), json.dumps(job))
    drawn = unpacked(Cache(prepared.settings.font_cache).made(key, lambda: packed(dict(zip(ICONS, pages(job, theme, theme), strict=True)))))
    paths = {name: _write_named(out, f"assets/{name}", png) for name, png in drawn.items()}
    out.write("favicon.ico", ico(drawn["icon-32.png"]))
    beside = {name: path.removeprefix("assets/") for name, path in paths.items()}
    told = manifest(prepared.portal.profiles.partnership, brand, beside, "../")
    return {**paths, "site.webmanifest": _write_named(out, "assets/site.webmanifest", told.encode())}


def _write_named(out: Output, path: str, content: bytes) -> str:
    """Write a file under a name that holds its digest, so that browsers may keep it for ever."""
    plain = PurePosixPath(path)
    named = str(plain.with_name(f"{plain.stem}.{hashlib.sha256(content).hexdigest()[:8]}{plain.suffix}"))
    out.write(named, content)
    return named


def _write_fonts(brand: tokens.Tokens, cache: Cache, out: Output) -> dict[tuple[str, int], str]:
    """Write the cut fonts and return their paths, relative to the assets folder, by (script, weight)."""
    family = tokens.family(brand)
    found = {}
    for name, weight in WEIGHTS.items():
        font = face(name)
        for script, ranges in RANGES.items():
            cut = cache.made(key_of("webfont 1", font, script, ranges, family), lambda font=font, script=script: webfont(font, script, family) or b"")
            if cut:
                path = _write_named(out, f"assets/fonts/{script}-{weight}.woff2", cut)
                found[script, weight] = path.removeprefix("assets/")
    out.write("assets/fonts/LICENSE.txt", _licence())
    return found


def _licence() -> str:
    """Return the typeface's licence, which must travel with its files."""
    for path in files("pymupdf-fonts") or ():
        if "license" in path.name.lower() or "ofl" in path.name.lower():
            return path.read_text(encoding="utf-8")
    return "FiraGO, SIL Open Font License 1.1, https://openfontlicense.org\n"


def _compact(css: str) -> str:
    """Return a style sheet without comments and indentation."""
    return re.sub(r"\n\s*", "\n", re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)).strip()
