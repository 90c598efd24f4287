"""Which pages of a built site stand for all: the heaviest of every kind, in each language that is asked for."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

DOOR, LOST = "door", "404"


@dataclass(frozen=True)
class PageOfKind:
    """`path` is the page's address below the site's root; `language` is empty for pages that are in all languages."""

    kind: str
    language: str
    path: str


def pages_of_kinds(site: Path, languages: Iterable[str]) -> list[PageOfKind]:
    """Return the front door, the page for lost visitors, and the heaviest page of every kind in each language."""
    found = [PageOfKind(DOOR, "", ""), PageOfKind(LOST, "", "404.html")]
    for language in languages:
        heaviest: dict[str, Path] = {}
        for file in sorted((site / language).rglob("index.html"), key=lambda one: (one.stat().st_size, one)):
            heaviest[kind_of(file.parent.relative_to(site / language))] = file
        found += [PageOfKind(kind, language, f"{file.parent.relative_to(site)}/") for kind, file in sorted(heaviest.items())]
    return found


def kind_of(folder: Path) -> str:
    """Return the kind of the page in a folder of one language: `home`, `offerings`, `offerings/*`, `clusters/*/companies`, `offerings/by`.

    Lists by a value are one kind whichever the value is of, and a list's further pages are of the kind of its first.
    """
    parts = folder.parts[:-2] if folder.parts[-2:-1] == ("page",) else folder.parts
    if parts[1:2] == ("by",):
        return "/".join(parts[:2])
    return "/".join(part if place % 2 == 0 else "*" for place, part in enumerate(parts)) or "home"


def languages_of(site: Path) -> list[str]:
    """Return the folders of a site that hold the portal in a language."""
    return sorted(one.parent.parent.name for one in site.glob("*/search/index.html"))
