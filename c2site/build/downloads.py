"""The catalogues' files as written: how large each is and what it must hold, for pages, programs and `sha256sum`."""

import hashlib
from collections.abc import Iterable, Mapping
from pathlib import Path

from c2site.build.catalogues import DATA_FORMATS
from c2site.build.output import Output
from c2site.catalogue import Portal, edition_path
from c2site.catalogue.addresses import needs_path
from c2site.catalogue.downloads import Download, in_order
from c2site.render.exports import api, dcat
from c2site.render.exports.openapi import openapi
from c2site.render.exports.schemas import schemas

SUMS = "catalogues/SHA256SUMS"

Downloads = Mapping[str, tuple[Download, ...]]


def downloads(portal: Portal, out: Output) -> Downloads:
    """Return every edition's files, by its id, in the order of its languages."""
    partnership, found = portal.profiles.partnership, {}
    for edition in portal.profiles.editions.values():
        named = ((tag, ending, edition_path(partnership, edition, tag, ending)) for tag in edition.languages for ending in in_order(("pdf", *DATA_FORMATS)))
        found[edition.id] = tuple(_download(out.folder, path, tag, ending) for tag, ending, path in named if path in out.written)
    return found


def _download(folder: Path, path: str, tag: str, ending: str) -> Download:
    file = folder / path
    with file.open("rb") as opened:
        return Download(path, tag, ending, file.stat().st_size, hashlib.file_digest(opened, "sha256").hexdigest())


def write_sums(portal: Portal, out: Output, found: Downloads) -> None:
    """Write the checksums beside the catalogues' and the needs' files, as `sha256sum --check` reads them."""
    files = [one for files in found.values() for one in files]
    named = ((reader.tag, needs_path(portal.profiles.partnership, reader.tag)) for reader in portal.readers)
    files += [_download(out.folder, path, tag, "een.json") for tag, path in named if path in out.written]
    out.write(SUMS, sums((one.name, one.sha256) for one in files))


def sums(files: Iterable[tuple[str, str]]) -> str:
    """Return lines of digest and name, in the order of the names."""
    return "".join(f"{digest}  {name}\n" for name, digest in sorted(files))


def write_api(portal: Portal, out: Output, found: Downloads) -> None:
    """Write what the static interface holds besides its collections: index, catalogues, schemas, description."""
    out.write(f"{api.ROOT}index.json", api.index(portal))
    for edition in portal.profiles.editions.values():
        out.write(api.edition_data_path(edition), api.edition(portal, portal.catalogue(edition), found[edition.id]))
    for path, schema in schemas(portal).items():
        out.write(path, schema)
    out.write(f"{api.ROOT}openapi.json", openapi(portal))
    out.write(f"{api.ROOT}{api.DCAT}", dcat(portal, found))
