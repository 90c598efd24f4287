"""The names by which the Publications Office of the European Union calls countries, languages, formats, themes and rights."""

from collections.abc import Iterable

from pycountry import countries, languages

from c2site.render.jsonld import Node

AUTHORITY = "http://publications.europa.eu/resource/authority/"
THEMES = f"{AUTHORITY}data-theme"
# Economy: what companies sell.
THEME = f"{THEMES}/ECON"
PUBLIC = f"{AUTHORITY}access-right/PUBLIC"
# The ends of paths, and what the Publications Office calls the formats.
FORMATS = {"csv": "CSV", "json": "JSON", "jsonld": "JSON_LD", "pdf": "PDF", "xlsx": "XLSX", "xml": "XML", "zip": "ZIP"}


def typed(kind: str, address: str) -> Node:
    """Return something that has an address, and what it is."""
    return {"@type": kind, "@id": address}


def country(code: str) -> Node | None:
    """Return a country given by its ISO 3166-1 alpha-2 code, None for one that ISO does not list."""
    found = countries.get(alpha_2=code)
    return typed("dct:Location", f"{AUTHORITY}country/{found.alpha_3}") if found else None


def tongues(tags: Iterable[str]) -> list[Node]:
    """Return languages, each once; their scripts and regions the Publications Office does not tell apart."""
    codes = dict.fromkeys(tag.split("-")[0] for tag in tags)
    found = (languages.get(**{f"alpha_{len(code)}": code}) for code in codes)
    return [typed("dct:LinguisticSystem", f"{AUTHORITY}language/{one.alpha_3.upper()}") for one in found if one]


def format_of(path: str) -> Node | None:
    """Return a file's format by the end of its path, None for one without a name here."""
    name = FORMATS.get(path.rsplit(".", 1)[-1])
    return typed("dct:MediaTypeOrExtent", f"{AUTHORITY}file-type/{name}") if name else None
