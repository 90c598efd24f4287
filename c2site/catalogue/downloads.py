"""An edition's files as others take them: which formats there are, and what is told of each file."""

from collections.abc import Iterable
from typing import NamedTuple

# The formats by the ending of their files, in the order in which a buyer looks for them, and their media types (IANA).
MEDIA_TYPES = {
    "pdf": "application/pdf",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv",
    "ubl.xml": "application/xml",
    "json": "application/json",
    "jsonld": "application/ld+json",
    "een.json": "application/json",
    "vcf": "text/vcard",
    "ics": "text/calendar",
}


class Download(NamedTuple):
    """A file at `path` below the site's root: `size` in bytes, `sha256` in hexadecimal digits."""

    path: str
    tag: str
    ending: str
    size: int
    sha256: str

    @property
    def name(self) -> str:
        """The file's name."""
        return self.path.rpartition("/")[2]

    @property
    def media_type(self) -> str:
        """What the file is, for programs."""
        return MEDIA_TYPES.get(self.ending, "application/octet-stream")


def in_order(endings: Iterable[str]) -> list[str]:
    """Return endings as a buyer looks for them, those nobody has put in order last."""
    places = {ending: place for place, ending in enumerate(MEDIA_TYPES)}
    return sorted(endings, key=lambda one: (places.get(one, len(places)), one))
