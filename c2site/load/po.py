"""Translations that come back as a PO file: read, and told apart, whichever of the two manners it is in."""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

import polib

from c2site.errors import DataError, Problem, fragment, problem

KEY = re.compile(r"[a-z_]+/[a-z0-9-]+#\S+")
LINE = re.compile(r"line (\d+)")


class Incoming(NamedTuple):
    """One translation: its line in the file, its key in the data, the source it was made from (None where nobody knows).

    `unsure` ones the translator has marked to be looked at again.
    """

    line: int
    key: str
    source: str | None
    text: str
    unsure: bool


class Delivery(NamedTuple):
    """What a file holds: the language its top names, its translations, and what is wrong with it."""

    language: str
    entries: tuple[Incoming, ...]
    problems: tuple[Problem, ...]


def delivery(path: str, raw: bytes, sources: tuple[str, bytes] | None = None) -> Delivery:
    """Return what is in the PO file `raw`; `sources` are name and bytes of the file of source texts, for one whose `msgid` are keys.

    Raise DataError where it is no PO file.
    """
    file = _parsed(path, raw)
    known = {one.msgid: one.msgstr for one in _parsed(*sources)} if sources else {}
    entries: dict[str, Incoming] = {}
    problems = []
    for one in _entries(file, known):
        if one.key in entries:
            problems.append(problem("po-twice", path, (one.line, 1), found=one.key, first=entries[one.key].line))
        entries.setdefault(one.key, one)
    return Delivery(file.metadata.get("Language", "").replace("_", "-"), tuple(entries.values()), tuple(problems))


def is_keyed(path: str, raw: bytes) -> bool:
    """Return whether the file's `msgid` are keys, so that a file of source texts belongs to it."""
    return any(not one.msgctxt and KEY.fullmatch(one.msgid) for one in _parsed(path, raw))


def _entries(file: polib.POFile, sources: Mapping[str, str]) -> Iterator[Incoming]:
    for one in file:
        if not one.obsolete:
            keyed = not one.msgctxt and KEY.fullmatch(one.msgid)
            key, source = (one.msgid, sources.get(one.msgid)) if keyed else (one.msgctxt or one.msgid, one.msgid)
            yield Incoming(one.linenum, key, source, one.msgstr.replace("\r\n", "\n").strip(), one.fuzzy)


def _parsed(path: str, raw: bytes) -> polib.POFile:
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise DataError([problem("po-unreadable", path, found=fragment("no-utf-8"))]) from None
    if "msgid" not in text or "\n" not in text:
        raise DataError([problem("po-unreadable", path, found=fragment("no-msgid"))])
    try:
        return polib.pofile(text)
    except (OSError, ValueError, IndexError, AttributeError, LookupError) as error:
        line = LINE.search(str(error))
        raise DataError([problem("po-unreadable", path, (int(line[1]) if line else 0, 1 if line else 0), found=fragment("no-po"))]) from None
