"""Where a reader can suggest a change: the file behind each record, at the code host."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

from c2site.catalogue import Portal
from c2site.language import Reader
from c2site.model import Record
from c2site.render.web.names import name_of

# Records that belong to no cluster alone and are few enough to stand on one page.
SHARED = ("sectors", "markets", "editions")


class File(NamedTuple):
    """A record's file: what the reader calls the record, where its page is, the file's path, and where it is edited."""

    name: str
    folder: str
    key: str
    path: str
    address: str


def editing(portal: Portal, reader: Reader) -> dict[str, Callable[..., Any]]:
    """Return what the editors' page and the end of every record's page ask for."""

    def file(folder: str, record: Record) -> File | None:
        address = edit_address(portal, folder, record.id)
        return File(name_of(record, reader), folder, record.id, portal.files[folder, record.id], address) if address else None

    def files(folder: str, records: Iterable[Record]) -> list[File]:
        return [found for one in records if (found := file(folder, one))]

    return {
        "edit_address": lambda page: edit_address(portal, page.folder, page.key),
        "files_known": lambda: bool(portal.repo_url),
        "files_of": files,
        "shared_files": lambda: list(_shared(portal, reader, files)),
    }


def edit_address(portal: Portal, folder: str, key: str) -> str:
    """Return where a reader can suggest a change to a record's file; empty while the repository is unknown."""
    path = portal.files.get((folder, key), "")
    return f"{portal.repo_url}/edit/main/{path}" if portal.repo_url and path else ""


def _shared(portal: Portal, reader: Reader, files: Callable[[str, Iterable[Record]], list[File]]) -> Iterator[tuple[str, list[File]]]:
    """Yield the files that belong to all, by the folder of their records."""
    for folder in SHARED:
        records = getattr(portal.profiles, folder).values()
        if found := files(folder, sorted(records, key=lambda one: (reader.sort_key(name_of(one, reader)), one.id))):
            yield folder, found
