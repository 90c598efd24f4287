"""What each translation was made from: a digest of its source text, in a file beside the record's."""

import hashlib
import re
import unicodedata
from collections.abc import Mapping
from pathlib import Path

from c2site.errors import DataError, problem
from c2site.load.files import TRANSLATIONS, content_of, refuse_link

# By language, then by the field (`*` for a list's numbers): the digests of the source texts that were translated.
Recorded = Mapping[str, Mapping[str, frozenset[str]]]

HEAD = "# Which source text each translation was made from; `c2site translate` writes this file, nobody else.\n"
LANGUAGE = re.compile(r"([a-z]{2,3}(?:-[A-Za-z0-9]+)*):")
FIELD = re.compile(r"  ([A-Za-z0-9_.*-]+): ([0-9a-f]{8}(?: [0-9a-f]{8})*)")


def digest_of(source: str) -> str:
    """Return the digest of a source text; where its lines end does not matter."""
    plain = " ".join(unicodedata.normalize("NFC", source).split())
    return hashlib.sha256(plain.encode("utf-8", "surrogatepass")).hexdigest()[:8]


def translations_path(path: str) -> str:
    """Return where the digests of the record at `path` lie: `data/smes/blue-river/.translations/acme.yml`."""
    folder, _, name = path.rpartition("/")
    return f"{folder}/{TRANSLATIONS}/{name}"


def recorded(root: Path, path: str) -> Recorded:
    """Return what is recorded of the record at `path`, nothing where nobody did; raise DataError where the file is no such list."""
    place = recorded_file(root, path)
    return recorded_in(place, content_of(root, place)) if place else {}


def recorded_file(root: Path, path: str) -> str:
    """Return where the digests of the record at `path` lie, nothing where there are none; raise DataError where the folder is a link."""
    place = translations_path(path)
    refuse_link((root / place).parent, place.rpartition("/")[0])
    return place if (root / place).exists() else ""


def recorded_in(place: str, raw: bytes) -> Recorded:
    """Return what a file says; raise DataError at the first line that is none of ours, such as the marks of a merge."""
    found: dict[str, dict[str, frozenset[str]]] = {}
    fields: dict[str, frozenset[str]] | None = None
    for number, line in enumerate(raw.decode("utf-8", "replace").splitlines(), 1):
        if heading := LANGUAGE.fullmatch(line):
            fields = found.setdefault(heading[1], {})
        elif fields is not None and (entry := FIELD.fullmatch(line)):
            fields[entry[1]] = fields.get(entry[1], frozenset()) | frozenset(entry[2].split())
        elif line and not line.startswith("#"):
            raise DataError([problem("translations-unreadable", place, (number, 1), found=line)])
    return found


def recorded_text(told: Recorded) -> str:
    """Return the file's text: languages and fields in order, so that two people's changes meet seldom; empty where there is nothing."""
    lines = []
    for tag, fields in sorted(told.items()):
        entries = [f"  {field}: {' '.join(sorted(digests))}\n" for field, digests in sorted(fields.items()) if digests]
        lines += [f"{tag}:\n", *entries] if entries else []
    return HEAD + "".join(lines) if lines else ""
