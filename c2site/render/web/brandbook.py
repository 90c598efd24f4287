"""What the page of the brand, and its sheet on paper, ask of the portal."""

from collections.abc import Callable
from functools import cache, partial
from typing import Any

from c2site.catalogue import Portal
from c2site.language import Reader
from c2site.language.tags import script_of


def role_of(reader: Reader, colour: str) -> str:
    """Return what a colour of the brand is for, in the reader's words; its name where they have none."""
    return reader.word("sector" if colour.startswith("sector-") else colour, "brand.role", otherwise=colour)


def script_readers(portal: Portal) -> dict[str, Reader]:
    """Return, by script in small letters, the first reader in whose language the partnership's name is written."""
    found: dict[str, Reader] = {}
    for reader in portal.readers:
        if reader.derived_from is None and reader.reads(portal.profiles.partnership.name):
            found.setdefault(script_of(reader.tag).lower(), reader)
    return found


def brand_samples(portal: Portal) -> list[tuple[str, str, str, str]]:
    """Return (tag, direction, own name, sample of the type) of every language of the portal."""
    return [(one.tag, one.direction, one.own_name(), one.phrase("brand.sample")) for one in portal.readers]


def brand_lookups(portal: Portal, reader: Reader) -> dict[str, Callable[..., Any]]:
    """Return the functions of the page that explains the brand."""
    return {
        "role_of": partial(role_of, reader),
        "script_readers": cache(lambda: script_readers(portal)),
        "brand_samples": cache(lambda: brand_samples(portal)),
        "cyrillic_readers": cache(lambda: [one for one in portal.readers if script_of(one.tag) == "Cyrl"]),
    }
