"""A digest of everything but the records that pages are made of: programs, theme, words, settings, the day."""

import hashlib
import sys
from collections.abc import Iterator, Mapping
from importlib.metadata import version
from pathlib import Path

from c2site.build.prepare import Prepared
from c2site.build.settings import REPOSITORY
from c2site.build.shell import Shell

# Libraries whose words or marks reach a page.
LIBRARIES = ("babel", "citeproc-py", "cyrtranslit", "icalendar", "jinja2", "markdown-it-py", "markupsafe", "nh3", "pydantic", "pyuca", "segno")


def world_of(prepared: Prepared, shell: Shell, assets: Mapping[str, str]) -> str:
    """Return the digest; pages made in the same world differ by what they ask of the records only."""
    portal, settings = prepared.portal, prepared.settings
    digest = hashlib.sha256()
    for path in _files(prepared):
        digest.update(f"{path.name} {hashlib.sha256(path.read_bytes()).hexdigest()}\n".encode())
    told = (
        sys.version, [version(name) for name in LIBRARIES], portal.site_url, portal.repo_url, portal.today, settings.drafts, settings.cards, shell, sorted(assets.items()),
        portal.profiles.partnership, portal.profiles.matching, portal.profiles.printings, sorted(portal.profiles.withdrawn),
        sorted(portal.files.items()) if portal.repo_url else "",
    )  # fmt: skip
    digest.update(repr(told).encode())
    return digest.hexdigest()


def _files(prepared: Prepared) -> Iterator[Path]:
    settings = prepared.settings
    yield from sorted((REPOSITORY / "c2site").rglob("*.py"))
    yield from sorted((settings.theme / "templates").rglob("*.html"))
    yield from sorted((settings.theme / "maps").glob("*.json"))
    for folder in (settings.theme / "phrases", settings.root / "data" / "phrases"):
        yield from sorted(folder.glob("*.yml"))
    yield from sorted(path for path in settings.brand.iterdir() if path.is_file())
