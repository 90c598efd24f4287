"""Lists as data for the browser: scripts that a page loads from a server or from a folder alike.

`table.js` holds which rows have which facets; `rows/0.js`, `rows/1.js` … hold the rows themselves, as the list shows them and as
plain facts to lay side by side.
"""

import json
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from c2site.catalogue import Portal, page_path
from c2site.catalogue.addresses import PAGE_FOLDERS
from c2site.language import Reader, Words
from c2site.model import Offering, Sme
from c2site.render.web.environment import Studio
from c2site.render.web.facets import SIZE
from c2site.render.web.facts import facts_of, specifications_of
from c2site.render.web.lists import Lists, count_of

# What could end a script, or a line of it, is written as its number.
UNSAFE = re.compile(r"[<\u2028\u2029]")
# The macro that writes a record's row, and how a list page says it.
ROW = {"offerings": "offering_row", "smes": "company_row"}


class DataFile(NamedTuple):
    """A file beside a list's page; `number` counts the files of rows from 0, and is None for the table."""

    folder: str
    number: int | None = None

    def path(self, reader: Reader) -> str:
        """Return the file's path on the site."""
        return page_path(reader, self.folder) + ("table.js" if self.number is None else f"rows/{self.number}.js")


def data_files(portal: Portal) -> Iterator[DataFile]:
    """Yield the files of data that every reader has."""
    for folder in ROW:
        yield DataFile(folder)
        yield from (DataFile(folder, number) for number in range(-(-count_of(portal, folder, "") // SIZE)))


def data_text(studio: Studio, reader: Reader, file: DataFile) -> str:
    """Return a file's text."""
    kind = PAGE_FOLDERS.get(file.folder, file.folder)
    if file.number is None:
        return called("table", kind, studio.names(reader)["facets"].table(file.folder))
    records = studio.names(reader)["lists"].part(file.folder, "", file.number * SIZE, (file.number + 1) * SIZE)
    return called("rows", kind, file.number, [_row(studio, reader, file.folder, one) for one in records])


def called(name: str, *given: Any) -> str:
    """Return a script that calls `portal.name` with plain data; no text in it can be anything but text."""
    told = (json.dumps(one, ensure_ascii=False, separators=(",", ":")) for one in given)
    return UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", f"portal.{name}({','.join(told)});") + "\n"


def _row(studio: Studio, reader: Reader, folder: str, one: Offering | Sme) -> dict[str, Any]:
    names, base = studio.names(reader), "../" * page_path(reader, folder).count("/")
    return {
        "id": one.id,
        "row": str(names[ROW[folder]](one, base, level=2)),
        "url": page_path(reader, folder, one.id),
        "summary": reader.text(one.summary).text,
        "facts": facts_of(reader, one, names["markets"]),
        **(_offering(names["lists"], reader, one) if isinstance(one, Offering) else _company(reader, one)),
    }


def _offering(lists: Lists, reader: Reader, one: Offering) -> dict[str, Any]:
    makers = [label for key in one.makers if (label := lists.label("smes", key))]
    return {
        "name": _said(reader.text(one.name)),
        "makers": [maker.name for maker in makers],
        "clusters": list(dict.fromkeys(maker.cluster for maker in makers)),
        "country": list(dict.fromkeys(maker.country for maker in makers)),
        "specifications": specifications_of(reader, one),
    }


def _company(reader: Reader, one: Sme) -> dict[str, Any]:
    name = Words(one.name, reader.tag, "auto", True)
    return {"name": _said(name), "makers": [], "clusters": [one.cluster], "country": [one.country], "specifications": []}


def _said(words: Words) -> dict[str, str]:
    return {"text": words.text, "lang": words.lang, "dir": words.direction}
