"""The brand on paper: two pages of it, in a reader's words."""

from collections.abc import Mapping
from typing import Any

from c2site.catalogue import Portal
from c2site.language import Reader
from c2site.language.tags import script_of
from c2site.render.printed.fonts import FAMILY, printable
from c2site.render.printed.pictures import colours, marks
from c2site.render.tokens import Tokens, palette, swatches
from c2site.render.web.brandbook import brand_samples, role_of, script_readers

WORDS = (
    "title", "idea", "idea_text", "logo", "logo_text", "clear", "clear_text", "v_colour", "v_dark", "v_one", "v_engraved", "do", "dont", "do_ground",
    "do_one", "do_sign", "dont_stretch", "dont_turn", "dont_recolour", "dont_busy", "colours", "colours_text", "c_name", "c_role", "c_light", "c_dark",
    "c_contrast", "type", "type_text", "forms", "forms_text", "pattern", "pattern_text", "partners", "partners_text", "horizontal", "stacked", "emblem", "emblem_text",
)  # fmt: skip


def sheet(portal: Portal, reader: Reader, tokens: Tokens, drawings: Mapping[str, str], plans: list[str], emblem: str) -> dict[str, Any]:
    """Return the data of brand.typ. `drawings` are logos and examples by file name, `plans` the partners' city plans."""
    partnership = portal.profiles.partnership
    return {
        "family": FAMILY,
        "lang": reader.tag.split("-")[0],
        "dir": reader.direction,
        "script": script_of(reader.tag),
        "day": [portal.today.year, portal.today.month, portal.today.day],
        "acronym": printable(partnership.acronym),
        "name": printable(reader.text(partnership.name).text),
        "words": {name: reader.phrase(f"brand.{name}") for name in WORDS},
        "colours": palette(tokens),
        "deep": palette(tokens, "dark")["deep"],
        "swatches": [
            {"name": one.name, "role": role_of(reader, one.name), "light": one.light, "dark": one.dark, "cmyk": " ".join(map(str, one.cmyk)), "contrast": _least(reader, one)}
            for one in swatches(tokens)
        ],
        "marks": marks(colours(tokens)),
        "samples": [{"t": printable(text), "lang": tag.split("-")[0], "dir": direction, "name": name} for tag, direction, name, text in brand_samples(portal)],
        "letters": [{"t": reader.phrase("brand.letters"), "lang": one.tag.split("-")[0], "name": one.own_name()} for one in portal.readers if script_of(one.tag) == "Cyrl"],
        "scripts": list(script_readers(portal)),
        "partners": [{"name": printable(portal.profiles.clusters[key].short_name), "plan": one} for key, one in zip(partnership.clusters, plans, strict=True)],
        "drawings": drawings,
        "plans": plans[:3],
        "emblem": emblem,
        "emblem_alt": reader.phrase("page.emblem"),
        "statement": printable(reader.text(partnership.funding_statement).text),
    }


def _least(reader: Reader, one: Any) -> str:
    """Return the lowest contrast a colour has by day on what it must be read on."""
    return f"{reader.number(round(min((pair[2] for pair in one.read_on if pair[0] != 'deep'), default=0), 1))}:1" if one.read_on else ""
