"""Texts to translate as PO files (GNU gettext), which editors for translators read."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

import polib

from c2site.language.tags import plural_rule


class Entry(NamedTuple):
    """A text to translate: its key in the data, what a translator must know of it and of its translation, the file it stands in.

    `unsure` marks a translation to look at again.
    """

    key: str
    source: str
    translation: str
    comments: Sequence[str]
    remark: str
    file: str
    unsure: bool


class Head(NamedTuple):
    """What the top of the file says; `notice` is what an invented partnership says of itself."""

    project: str
    language: str
    today: date
    notice: str = ""


def bilingual(head: Head, entries: Iterable[Entry]) -> str:
    """Return a PO file with the source text as `msgid` and the key as its context."""
    return _file(head, (_entry(one, msgctxt=one.key, msgid=one.source, msgstr=one.translation) for one in entries))


def monolingual(head: Head, entries: Iterable[Entry]) -> str:
    """Return a PO file with the key as `msgid`, as Weblate's "gettext PO file (monolingual)" wants it beside `template`."""
    return _file(head, (_entry(one, msgid=one.key, msgstr=one.translation) for one in entries))


def template(head: Head, entries: Iterable[Entry]) -> str:
    """Return the file of source texts that a monolingual one rests on."""
    return _file(head, (_entry(one._replace(remark="", unsure=False), msgid=one.key, msgstr=one.source) for one in entries))


def _entry(one: Entry, **words: str) -> polib.POEntry:
    flags = ["fuzzy"] if one.unsure and one.translation else []
    comments = filter(None, [*one.comments, one.remark])
    return polib.POEntry(**words, comment="\n".join(" ".join(line.split()) for line in comments), occurrences=[(one.file, "")], flags=flags)


def _file(head: Head, entries: Iterable[polib.POEntry]) -> str:
    file = polib.POFile(wrapwidth=100)
    file.header = " ".join(head.notice.split())
    file.metadata = {
        "Project-Id-Version": head.project,
        "POT-Creation-Date": f"{head.today} 00:00+0000",
        "PO-Revision-Date": f"{head.today} 00:00+0000",
        "Language": head.language.replace("-", "_"),
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": plural_rule(head.language),
        "X-Generator": "c2site",
    }
    file.extend(entries)
    return str(file)
