"""The page an archive of the portal begins with: how to open it, and how to host it anywhere."""

from typing import NamedTuple

from c2site.catalogue import Portal
from c2site.language import Reader
from c2site.render.web.environment import Studio

# What it tells of, each a heading and a paragraph.
WAYS = ("open", "server", "pages", "intranet", "complete", "licence", "address")


class Names(NamedTuple):
    """The files and the command the page tells of: the door, what keeps a host from leaving folders out, what checks the whole."""

    door: str = "index.html"
    unfiltered: str = ".nojekyll"
    check: str = "sha256sum --check SHA256SUMS"


def start_path(portal: Portal, reader: Reader) -> str:
    """Return where the page stands for a reader."""
    return "start-here.html" if reader is portal.readers.default else f"start-here.{reader.slug}.html"


def start_page(studio: Studio, reader: Reader) -> str:
    """Return the page; nothing on it needs a script."""
    addresses = [(one, start_path(studio.portal, one)) for one in studio.portal.readers]
    return studio.render(reader, "archive.html", base="", addresses=addresses, ways=WAYS, names=Names())
