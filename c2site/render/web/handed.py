"""What the pages of the shortlist and of the request hand to their scripts: words, and whom a request goes to."""

from collections.abc import Iterable
from typing import Any

from c2site.catalogue import Portal
from c2site.catalogue.codes import SYSTEMS
from c2site.language import Reader
from c2site.language.tags import languages_of, same_language
from c2site.model import Cluster

# Columns of a shortlist's table, as in a catalogue's.
COLUMNS = (
    "id", "name", "kind", "company", "cluster", "country", "summary", "language", "stage", "readiness",
    *SYSTEMS, "certificates", "website", "address",
)  # fmt: skip
LETTER = "request.letter"


def shortlist_data(portal: Portal, reader: Reader, base: str) -> dict[str, Any]:
    """Return what the shortlist's page needs; `base` leads to the root of the site."""
    return {
        "words": {**_words(reader, "shortlist", "compare"), "unknown.not_stated": reader.phrase("unknown.not_stated")},
        "clusters": {one.id: one.short_name for one in _clusters(portal)},
        "headers": {**{column: reader.phrase(f"export.column.{column}") for column in COLUMNS}, "note": reader.phrase("shortlist.note_column")},
        "base": f"{base}{reader.slug}/",
        "site": portal.site_url,
        "formats": _formats(reader),
        "now": {key: now for (folder, key), now in sorted(portal.profiles.renamed.items()) if folder in ("smes", "offerings")},
    }


def request_data(portal: Portal, reader: Reader, base: str) -> dict[str, Any]:
    """Return what the request's page needs: the clusters with their language, and the letter's phrases in each of these."""
    clusters = {one.id: (one, language_of(portal, one)) for one in _clusters(portal)}
    writers = {writer.tag: writer for _, writer in clusters.values()}
    return {
        "words": _words(reader, "request"),
        "clusters": {key: _addressee(one, writer, reader) for key, (one, writer) in clusters.items()},
        "letters": {tag: _letter(portal, writer) for tag, writer in writers.items()},
        "base": f"{base}{reader.slug}/",
        "site": portal.site_url,
    }


def _clusters(portal: Portal) -> list[Cluster]:
    return [portal.profiles.clusters[key] for key in portal.profiles.partnership.clusters]


def language_of(portal: Portal, cluster: Cluster) -> Reader:
    """Return who reads a cluster's mail: in the first language it says is spoken there that the portal speaks too, else in its country's."""
    for tag in (*cluster.languages, *languages_of(cluster.country)):
        for one in portal.readers:
            if same_language(one.tag, tag):
                return one
    return portal.readers.default


def _addressee(one: Cluster, writer: Reader, reader: Reader) -> dict[str, Any]:
    return {"name": one.short_name, "mailbox": one.mailbox, "website": one.website, "language": writer.tag, "languageName": reader.language(writer.tag)}


def _letter(portal: Portal, writer: Reader) -> dict[str, Any]:
    """Return the phrases of a letter; what they hold of the buyer's is filled in by the script."""
    phrases = {key.removeprefix(f"{LETTER}."): writer.phrase(key) for key in _keys(writer, LETTER)}
    phrases["opening"] = writer.phrase(f"{LETTER}.opening", partnership=portal.profiles.partnership.acronym)
    return {"direction": writer.direction, "formats": _formats(writer), "phrases": phrases, "languages": {one.tag: writer.language(one.tag) for one in portal.readers}}


def _formats(reader: Reader) -> str:
    """Return the tag by which a browser writes days as the reader does."""
    return reader.formats or reader.tag


def _words(reader: Reader, *groups: str) -> dict[str, str]:
    """Return the phrases of groups as they are written, with their {names}."""
    return {key: reader.phrase(key) for key in _keys(reader, *groups) if not key.startswith(LETTER) or LETTER in groups}


def _keys(reader: Reader, *groups: str) -> Iterable[str]:
    """Return the keys of groups of phrases, as the language at the end of the reader's chain has them."""
    return [key for key in reader.phrases[-1].by_key if key.startswith(tuple(f"{group}." for group in groups))]
