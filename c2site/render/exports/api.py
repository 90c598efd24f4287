"""The static interface for other programs, below `api/v1/`: every public record once, in all languages, and who stands in which catalogue.

What a catalogue says in one language is in its own JSON file; here are the records it is made of, and nothing is lost.
"""

from collections.abc import Iterable
from typing import Any

from c2site.catalogue import Catalogue, Portal
from c2site.catalogue.addresses import PAGE_FOLDERS
from c2site.catalogue.downloads import Download
from c2site.model import Edition, Record, Source
from c2site.model.public import public_values
from c2site.render.exports.json import LICENCE
from c2site.render.exports.written import json_lines

ROOT = "api/v1/"
# The kinds of record that have a permanent address.
ADDRESSED = ("sectors", "clusters", "smes", "offerings", "markets", "events", "editions")
PERMALINK = "permalink"
FOLDERS = (*ADDRESSED, "needs", "value_chains")
# The catalogues described for portals of open data.
DCAT = "dcat.jsonld"
# What is not a folder of records and stands beside them all the same.
PARTNERSHIP, SOURCES = "partnership", "sources"


def collection_of(folder: str) -> str:
    """Return what a folder's records are called outside: `companies`."""
    return PAGE_FOLDERS.get(folder, folder)


COLLECTIONS = {**{collection_of(folder): folder for folder in FOLDERS}, PARTNERSHIP: PARTNERSHIP, SOURCES: "bibliography"}


def collection_paths() -> list[str]:
    """Return where the collections stand."""
    return [f"{ROOT}{name}.json" for name in COLLECTIONS]


def collection(portal: Portal, path: str) -> bytes:
    """Return the collection that stands at `path`: all public records of a kind, in the order of their ids."""
    name = path.removeprefix(ROOT).removesuffix(".json")
    records = _values(portal, COLLECTIONS[name])
    return json_lines({"kind": name, **head(portal), "count": len(records)}, "records", records)


def _values(portal: Portal, folder: str) -> list[dict[str, Any]]:
    profiles = portal.profiles
    if folder == PARTNERSHIP:
        return [public_values(profiles.partnership)]
    records = sorted(getattr(profiles, folder).items())
    return [_source(one) if isinstance(one, Source) else _record(portal, folder, one) for _, one in records]


def _record(portal: Portal, folder: str, one: Record) -> dict[str, Any]:
    values = public_values(one)
    return {"id": one.id, PERMALINK: portal.permanent(one.id), **values} if folder in ADDRESSED else values


def _source(one: Source) -> dict[str, str]:
    return {name: value for name, value in vars(one).items() if value}


def edition(portal: Portal, catalogue: Catalogue, files: Iterable[Download]) -> bytes:
    """Return a catalogue as data without words: its edition, its numbered entries, the companies it only names, its files."""
    entries = [{"number": one.number, "offering": one.offering.id, "company": one.offering.makers[0], "status": one.status} for one in catalogue.entries]
    content = {
        "kind": "catalogue",
        **head(portal),
        "edition": _record(portal, "editions", catalogue.edition),
        "further_companies": [one.id for one in catalogue.named_only],
        "files": [_file(one) for one in files],
    }
    return json_lines(content, "entries", entries)


def _file(one: Download) -> dict[str, Any]:
    told = {"path": f"../../../{one.path}", "language": one.tag, "media_type": one.media_type, "bytes": one.size, "sha256": one.sha256}
    return {**told, "schema": "../schema/catalogue-in-a-language.schema.json"} if one.ending == "json" else told


def edition_data_path(edition: Edition) -> str:
    """Return where a catalogue without words stands."""
    return f"{ROOT}catalogues/{edition.id}.json"


def index(portal: Portal) -> bytes:
    """Return what there is: the collections and the catalogues, each with the path from here."""
    collections = [
        {"kind": name, "folder": folder, "path": f"{name}.json", "schema": f"schema/{name}.schema.json"} for name, folder in COLLECTIONS.items()
    ]
    catalogues = [
        {"id": one.id, "market": one.market, "languages": list(one.languages), "path": edition_data_path(one).removeprefix(ROOT)}
        for one in portal.profiles.editions.values()
    ]
    found = {"kind": "index", **head(portal), "openapi": "openapi.json", "dcat": DCAT, "collections": collections}
    return json_lines(found, "catalogues", [{name: value for name, value in one.items() if value} for one in catalogues])


def head(portal: Portal) -> dict[str, Any]:
    """Return what every file begins with: whose data it is, of which day, under which licence; whether it is invented."""
    partnership = portal.profiles.partnership
    invented = {"invented": True, "notice": dict(partnership.notice or {})} if partnership.invented else {}
    return {"partnership": partnership.id, "site": portal.site_url, "generated": portal.today.isoformat(), "licence": LICENCE, **invented}
