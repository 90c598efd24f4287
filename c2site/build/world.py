"""A digest of everything but the records that pages are made of: programs, theme, words, settings, the day."""

import hashlib
import sys
from collections.abc import Iterable, Mapping
from importlib.metadata import version
from pathlib import Path

from c2site.build.prepare import Prepared
from c2site.build.settings import REPOSITORY
from c2site.build.shell import Shell

# Libraries whose words or marks reach a page.
LIBRARIES = ("babel", "citeproc-py", "cyrtranslit", "icalendar", "jinja2", "lxml", "markdown-it-py", "markupsafe", "nh3", "pycountry", "pydantic", "pyuca", "segno", "xlsxwriter")


def world_of(prepared: Prepared, shell: Shell, assets: Mapping[str, str]) -> str:
    """Return the digest; pages made in the same world differ by what they ask of the records only."""
    settings = prepared.settings
    looks = [
        *sorted((settings.theme / "templates").rglob("*.html")),
        *sorted((settings.theme / "maps").glob("*.json")),
        *sorted(path for path in settings.brand.iterdir() if path.is_file()),
    ]
    return _digest(looks, words_of(prepared), settings.cards, shell, sorted(assets.items()))


def words_of(prepared: Prepared) -> str:
    """Return a digest of what data is made of besides the records; how pages look is not part of it."""
    portal, settings = prepared.portal, prepared.settings
    folders = (settings.theme / "phrases", settings.root / "data" / "phrases")
    files = [*sorted((REPOSITORY / "c2site").rglob("*.py")), *(path for folder in folders for path in sorted(folder.glob("*.yml")))]
    return _digest(
        files, sys.version, [version(name) for name in LIBRARIES], portal.site_url, portal.repo_url, portal.today, settings.drafts,
        portal.profiles.partnership, portal.profiles.matching, portal.profiles.printings, sorted(portal.profiles.withdrawn),
        sorted(portal.profiles.renamed.items()),
        sorted(portal.files.items()) if portal.repo_url else "",
    )  # fmt: skip


def _digest(files: Iterable[Path], *told: object) -> str:
    digest = hashlib.sha256()
    for path in files:
        digest.update(f"{path.name} {hashlib.sha256(path.read_bytes()).hexdigest()}\n".encode())
    digest.update(repr(told).encode())
    return digest.hexdigest()
