"""The catalogues' files described for data portals: what was written, how large it is, and its checksum."""

import hashlib
from collections.abc import Iterable, Iterator

from c2site.build.output import Output
from c2site.build.prepare import Prepared
from c2site.catalogue import Portal, edition_path
from c2site.model import Edition
from c2site.render.exports import Distribution, dcat

PATH = "api/v1/dcat.jsonld"
MEDIA_TYPES = {
    "csv": "text/csv", "ics": "text/calendar", "json": "application/json", "jsonld": "application/ld+json", "pdf": "application/pdf", "vcf": "text/vcard",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xml": "application/xml", "zip": "application/zip",
}  # fmt: skip


def write_dcat(prepared: Prepared, out: Output, editions: Iterable[tuple[Edition, str]]) -> None:
    """Write what the site's data is, as data portals read it."""
    out.write(PATH, dcat(prepared.portal, list(distributions(prepared.portal, out, editions))))


def distributions(portal: Portal, out: Output, editions: Iterable[tuple[Edition, str]]) -> Iterator[Distribution]:
    """Yield the written files of editions in their languages."""
    for edition, tag in editions:
        beginning = edition_path(portal.profiles.partnership, edition, tag, "")
        for path in sorted(one for one in out.written if one.startswith(beginning)):
            content = (out.folder / path).read_bytes()
            media_type = MEDIA_TYPES[path.rsplit(".", 1)[-1]]
            yield Distribution(path, media_type, len(content), hashlib.sha256(content).hexdigest(), edition.id, tag)
