"""llms.txt: what the portal holds and where, for programs that read text (llmstxt.org)."""

import re
from collections.abc import Iterator

from c2site.catalogue import Portal, edition_path
from c2site.language import Reader
from c2site.model import Record
from c2site.render.web.feeds import feed_path
from c2site.render.web.names import name_of
from c2site.render.web.pages import described

# Kinds of which every record is named; of the others the list is enough.
NAMED = ("clusters", "markets", "sectors", "events")
MEANS_SOMETHING = re.compile(r"([\\`*_\[\]<>#])")


def llms(portal: Portal) -> str:
    """Return the file, in the portal's first language."""
    reader, partnership = portal.readers.default, portal.profiles.partnership
    about = reader.text(partnership.summary).text or reader.text(partnership.name).text
    blocks = [
        f"# {_inert(partnership.acronym)}",
        f"> {_inert(about)}",
        *([_inert(reader.text(partnership.notice).text)] if partnership.notice else []),
        *_lists(portal, reader),
        *(_records(portal, reader, folder) for folder in NAMED if getattr(portal.profiles, folder)),
        _catalogues(portal, reader),
        _block(reader.phrase("footer.languages"), (_link(one.own_name(), portal.address(one), one.tag) for one in portal.readers)),
    ]
    return "\n\n".join(block for block in blocks if block) + "\n"


def _lists(portal: Portal, reader: Reader) -> Iterator[str]:
    folders = {"offerings": "offerings", "smes": "companies", "bibliography": "bibliography"}
    words = {"partnership": reader.text(portal.profiles.partnership.name).text}
    links = [
        _link(reader.phrase(f"nav.{folder}"), portal.address(reader, folder), reader.phrase(f"{name}.description", **words)) for folder, name in folders.items()
    ]
    links.append(_link(reader.phrase("act.feed"), portal.site_url + feed_path(reader)))
    yield _block(reader.phrase("footer.find"), links)


def _records(portal: Portal, reader: Reader, folder: str) -> str:
    records = getattr(portal.profiles, folder).values()
    links = (_link(name_of(one, reader), portal.address(reader, folder, one.id), described(one, reader, portal)) for one in records)
    return _block(reader.phrase(f"nav.{folder}"), links)


def _catalogues(portal: Portal, reader: Reader) -> str:
    return _block(reader.phrase("nav.editions"), (_files(portal, reader, one) for one in portal.profiles.editions.values()))


def _files(portal: Portal, reader: Reader, edition: Record) -> str:
    tag = edition.languages[0]
    files = (f"[{ending.upper()}]({portal.site_url}{edition_path(portal.profiles.partnership, edition, tag, ending)})" for ending in ("pdf", "csv", "json"))
    return _link(name_of(edition, reader), portal.address(reader, "editions", edition.id), "") + ": " + ", ".join(files)


def _block(title: str, lines: Iterator[str] | list[str]) -> str:
    found = list(lines)
    return "\n".join([f"## {_inert(title)}", "", *found]) if found else ""


def _link(name: str, address: str, text: str = "") -> str:
    return f"- [{_inert(name)}]({address})" + (f": {_inert(text)}" if text else "")


def _inert(text: str) -> str:
    """Return text in which nothing means anything to Markdown."""
    return MEANS_SOMETHING.sub(r"\\\1", " ".join(text.split()))
