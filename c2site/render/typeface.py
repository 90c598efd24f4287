"""The portal's typeface: FiraGO cut into one small file per script, under the brand's own name as its licence asks."""

import io
from collections.abc import Mapping
from typing import TYPE_CHECKING

import pymupdf_fonts

if TYPE_CHECKING:
    from fontTools.ttLib import TTFont

# Unicode ranges, in CSS's notation; a browser loads only the files whose characters a page shows.
RANGES: Mapping[str, str] = {
    "latin": "U+0020-007E,U+00A0-00FF,U+0131,U+0152-0153,U+02C6,U+02DA,U+02DC,U+2009-200A,U+2010-2027,U+202F-203A,U+2044,U+20AC,U+2116,U+2122,U+2190-2193,U+2196-2199,U+2212",
    "latin-ext": "U+0100-0130,U+0132-0151,U+0154-017F,U+0218-021B",
    "latin-more": "U+0180-0217,U+021C-024F,U+0300-036F,U+1E00-1EFF",
    "cyrillic": "U+0400-045F,U+0490-0491,U+04B0-04B1",
    "greek": "U+0370-03FF,U+1F00-1FFF",
    # What Arabic is written with today, names from the Maghreb and from abroad included; the rest of the script is another file.
    "arabic": "U+060C,U+061B,U+061F,U+0621-063A,U+0640-0652,U+0660-066C,U+0670-0671,U+067E,U+0686,U+0698,U+06A4,U+06A8-06A9,U+06AD,U+06AF,U+06CC,U+06D4,U+06F0-06F9,U+200C-200D",
    "arabic-more": "U+0600-060B,U+060D-061A,U+061C-061E,U+0620,U+063B-063F,U+0653-065F,U+066D-066F,U+0672-067D,U+067F-0685,U+0687-0697,U+0699-06A3,U+06A5-06A7,U+06AA-06AC,U+06AE,U+06B0-06CB,U+06CD-06D3,U+06D5-06EF,U+06FA-06FF,U+0750-077F,U+FB50-FDFF,U+FE70-FEFC",
    "hebrew": "U+0590-05FF,U+FB1D-FB4F",
}
# The faces by the names PyPI's pymupdf-fonts gives them, and their weights in CSS.
WEIGHTS: Mapping[str, int] = {"figo": 400, "figbo": 700}
FEATURES = ["kern", "mark", "mkmk", "liga", "calt", "ccmp", "locl", "init", "medi", "fina", "rlig", "tnum", "lnum"]


def face(name: str) -> bytes:
    """Return one face of FiraGO as TrueType."""
    return pymupdf_fonts.myfont(name)


def characters(ranges: str) -> set[int]:
    """Return the code points of a CSS unicode-range."""
    found: set[int] = set()
    for part in ranges.split(","):
        first, _, last = part.strip().removeprefix("U+").partition("-")
        found.update(range(int(first, 16), int(last or first, 16) + 1))
    return found


def webfont(font: bytes, script: str, family: str) -> bytes | None:
    """Return `font` cut to a script as WOFF2, renamed to `family`; None where it has no letter of the script."""
    # Imported where a font is cut, which is once: it takes longer than reading a thousand profiles.
    from fontTools import subset
    from fontTools.ttLib import TTFont

    cut = TTFont(io.BytesIO(font), recalcTimestamp=False)
    wanted = characters(RANGES[script]) & set(cut.getBestCmap())
    if not any(chr(code).isalpha() for code in wanted):
        return None
    options = subset.Options(layout_features=FEATURES, name_IDs=[1, 2, 4, 6], hinting=False, notdef_outline=True, glyph_names=False)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=wanted)
    cutter.subset(cut)
    _rename(cut, family)
    cut.flavor = "woff2"
    out = io.BytesIO()
    cut.save(out, reorderTables=True)
    return out.getvalue()


def _rename(cut: "TTFont", family: str) -> None:
    """Take the reserved name out: a cut font may not be called by it (OFL 1.1)."""
    plain = family.replace(" ", "")
    for record in list(cut["name"].names):
        value = {1: family, 4: family, 6: plain}.get(record.nameID)
        if value:
            record.string = value


def font_faces(family: str, files: Mapping[tuple[str, int], str]) -> str:
    """Return the CSS that names the fonts. `files` maps (script, weight) to a path relative to the style sheet."""
    rule = '@font-face{{font-family:"{family}";font-style:normal;font-weight:{weight};font-display:swap;src:url("{path}") format("woff2");unicode-range:{ranges}}}'
    return "\n".join(
        rule.format(family=family, weight=weight, path=path, ranges=RANGES[script]) for (script, weight), path in sorted(files.items())
    )
