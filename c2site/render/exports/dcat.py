"""The catalogues as a data catalogue (DCAT-AP 3, JSON-LD): a data set for each edition, a distribution for each of its files.

The context stands in the file, so that nobody has to fetch one. Read by data.europa.eu and by every national portal that harvests DCAT-AP.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from c2site.catalogue import Portal
from c2site.catalogue.downloads import Download
from c2site.catalogue.titles import title_of
from c2site.language import Reader, Words
from c2site.model import Edition
from c2site.render.exports.authority import PUBLIC, THEME, THEMES, country, format_of, tongues, typed
from c2site.render.exports.json import LICENCE
from c2site.render.exports.written import json_bytes
from c2site.render.jsonld.node import Node, day, present

PROFILE = "https://semiceu.github.io/DCAT-AP/releases/3.0.0/"
MEDIA_TYPES = "https://www.iana.org/assignments/media-types/"
UBL = "http://docs.oasis-open.org/ubl/os-UBL-2.1/UBL-2.1.html"
# The standards that files follow, by their endings.
STANDARDS = {"ubl.xml": UBL, "jsonld": "https://schema.org/", "csv": "https://www.rfc-editor.org/info/rfc4180"}
CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "spdx": "http://spdx.org/rdf/terms#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    **{name: {"@type": "xsd:date"} for name in ("dct:modified", "dcat:startDate", "dcat:endDate")},
    "dcat:byteSize": {"@type": "xsd:nonNegativeInteger"},
    "spdx:checksumValue": {"@type": "xsd:hexBinary"},
}


def dcat(portal: Portal, files: Mapping[str, Sequence[Download]]) -> bytes:
    """Return the description of the portal's data from the files of each edition; an edition without a file is not among it."""
    datasets = [_dataset(portal, portal.profiles.editions[key], found) for key, found in files.items() if found]
    return json_bytes({"@context": CONTEXT, **_catalog(portal, datasets)})


def _catalog(portal: Portal, datasets: list[Node]) -> Node:
    named = {"partnership": portal.profiles.partnership.acronym}
    return present(
        {
            "@type": "dcat:Catalog",
            "@id": f"{portal.site_url}#data",
            "dct:title": _each(reader.words("exchange.catalogue", **named) for reader in portal.readers),
            "dct:description": _each(_described(portal, portal.readers)),
            "dct:publisher": _publisher(portal),
            "dct:conformsTo": typed("dct:Standard", PROFILE),
            "dct:license": typed("dct:LicenseDocument", LICENCE["url"]),
            "dct:language": tongues(reader.tag for reader in portal.readers),
            "dct:spatial": [found for one in portal.profiles.markets.values() if (found := country(one.country))],
            "dct:modified": day(portal.today),
            "dcat:themeTaxonomy": {"@id": THEMES},
            "foaf:homepage": typed("foaf:Document", portal.site_url),
            "dcat:dataset": datasets,
        }
    )


def _dataset(portal: Portal, edition: Edition, files: Sequence[Download]) -> Node:
    catalogue = portal.catalogue(edition)
    readers = [portal.edition_reader(edition, tag) for tag in edition.languages]
    sectors = [portal.profiles.sectors[key] for key in catalogue.by_sector() if key in portal.profiles.sectors]
    return present(
        {
            "@type": "dcat:Dataset",
            "@id": f"{portal.permanent(edition.id)}#data",
            "dct:identifier": portal.permanent(edition.id),
            "dct:title": _each(title_of(portal, catalogue, reader) for reader in readers) or edition.id,
            "dct:description": _each((*(reader.text(edition.subtitle) for reader in readers), *_described(portal, readers))),
            "dct:publisher": {"@id": f"{portal.site_url}#this"},
            "dct:accessRights": typed("dct:RightsStatement", PUBLIC),
            "dct:language": tongues(edition.languages),
            "dct:spatial": country(catalogue.market.country) if catalogue.market else None,
            "dct:temporal": _period(edition),
            "dct:modified": day(portal.today),
            "dcat:version": edition.version,
            "dcat:theme": {"@id": THEME},
            "dcat:keyword": _each(reader.text(one.name) for one in sectors for reader in readers),
            "dcat:landingPage": typed("foaf:Document", portal.permanent(edition.id)),
            "dcat:distribution": [_distribution(portal, one) for one in files],
        }
    )


def _distribution(portal: Portal, one: Download) -> Node:
    address = portal.site_url + one.path
    return present(
        {
            "@type": "dcat:Distribution",
            "@id": f"{address}#file",
            "dct:title": one.name,
            "dcat:accessURL": {"@id": address},
            "dcat:downloadURL": {"@id": address},
            "dcat:mediaType": typed("dct:MediaType", MEDIA_TYPES + one.media_type),
            "dct:format": format_of(one.path),
            "dct:conformsTo": typed("dct:Standard", STANDARDS[one.ending]) if one.ending in STANDARDS else None,
            "dct:language": tongues([one.tag]),
            "dct:license": typed("dct:LicenseDocument", LICENCE["url"]),
            "dcat:byteSize": str(one.size),
            "spdx:checksum": {
                "@type": "spdx:Checksum",
                "spdx:algorithm": typed("spdx:ChecksumAlgorithm", "http://spdx.org/rdf/terms#checksumAlgorithm_sha256"),
                "spdx:checksumValue": one.sha256,
            },
        }
    )


def _publisher(portal: Portal) -> Node:
    partnership = portal.profiles.partnership
    names = _each(reader.text(partnership.name) for reader in portal.readers)
    return {"@type": "foaf:Agent", "@id": f"{portal.site_url}#this", "foaf:name": names, "foaf:homepage": typed("foaf:Document", portal.site_url)}


def _described(portal: Portal, readers: Iterable[Reader]) -> Iterator[Words]:
    """Yield what the data is, and of an invented partnership that it is invented."""
    one = portal.profiles.partnership
    for reader in readers:
        yield reader.words("exchange.described", partnership=one.acronym)
        yield reader.text(one.notice if one.invented else None)


def _period(one: Edition) -> Node | None:
    known = present({"dcat:startDate": day(one.valid_from), "dcat:endDate": day(one.valid_until)})
    return {"@type": "dct:PeriodOfTime", **known} if known else None


def _each(texts: Iterable[Words]) -> list[Node]:
    """Return texts with their languages, each once."""
    return [{"@language": lang, "@value": text} for text, lang in dict.fromkeys((words.text, words.lang) for words in texts if words)]
