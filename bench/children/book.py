"""`python -m bench.children.book CORPUS COMPANIES HTML`: sets one edition of so many companies as PDF; tells how long it took.

Its text is written as simple HTML too, for another typesetter.
"""

import io
import json
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from pypdf import PdfReader

from bench.children.plain import as_html
from c2site.build.catalogues import book, print_brand
from c2site.build.prepare import Prepared, prepared
from c2site.build.settings import settings_from
from c2site.model import Edition
from c2site.render import printed


def set_edition(root: Path, companies: int, html: Path) -> dict[str, Any]:
    """Return companies, pages, megabytes, and seconds to read, to compose and to set."""
    begun = time.perf_counter()
    ready = prepared(settings_from(root))
    read = time.perf_counter()
    edition = _edition(ready, companies)
    tag = edition.languages[0]
    text = book(ready.portal, edition, tag, print_brand(ready))
    composed = time.perf_counter()
    pdf = _typeset(text, ready.settings.theme)
    ended = time.perf_counter()
    html.write_text(as_html(json.loads(text)), encoding="utf-8")
    return {
        "edition": f"{edition.id}, {tag}",
        "companies": len(ready.portal.catalogue(edition).sheets),
        "pages": len(PdfReader(io.BytesIO(pdf)).pages),
        "mb": len(pdf) / 1e6,
        "read_seconds": read - begun,
        "compose_seconds": composed - read,
        "set_seconds": ended - composed,
    }


def _edition(ready: Prepared, companies: int) -> Edition:
    """Return the largest edition, cut to so many companies."""
    portal = ready.portal
    largest = max(portal.profiles.editions.values(), key=lambda one: (len(portal.catalogue(one).sheets), one.id))
    chosen = tuple(sheet.sme.id for sheet in portal.catalogue(largest).sheets[:companies])
    # Another id, for the portal remembers catalogues by their edition's.
    return largest.model_copy(update={"id": f"{largest.id}-cut", "smes": chosen})


def _typeset(text: str, theme: Path) -> bytes:
    with tempfile.TemporaryDirectory(prefix="c2site-bench-") as folder:
        fonts = Path(folder)
        for name, font in printed.fonts().items():
            (fonts / name).write_bytes(font)
        return printed.typeset(json.loads(text), theme, fonts)


if __name__ == "__main__":
    print(json.dumps(set_edition(Path(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3]))))
