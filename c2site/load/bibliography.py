"""The bibliography, read by pybtex."""

import re
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from pybtex.database import BibliographyData, Person
from pybtex.database.input.bibtex import Parser
from pybtex.exceptions import PybtexError
from pybtex.richtext import Text

from c2site.errors import DataError, Figure, Problem, problem
from c2site.load.faults import MOST_TOLD, invisible
from c2site.load.files import content_of
from c2site.model import Source

BIBLIOGRAPHY = "data/references.bib"
MOST_BYTES = 1024 * 1024
# What takes time: an entry, a name, a command or a group of LaTeX. A usual entry has three.
DEAR = re.compile(r"[\\$]|(?<!=)(?<!=\s)\{|\sand\s")
MOST_DEAR = 15_000
ENTRY = re.compile(r"^[ \t]*@(?!comment|string|preamble)\w+\{\s*([^,\s}]+)\s*,", re.MULTILINE | re.IGNORECASE)
# Text that LaTeX prints as it stands; reading it as LaTeX takes a hundred times as long.
WITHOUT_LATEX = re.compile(r"(?:[\w .;:()/?!+=*|@’“”«»–—…]|-(?!-)|,(?!,))*+")
# An abbreviation may be made of abbreviations: a page of them holds more text than a machine has memory.
ABBREVIATION = re.compile(r"@\s*string\b", re.IGNORECASE)


def bibliography(root: Path) -> tuple[dict[str, Source], list[Problem]]:
    """Return the sources by key, in the file's order, and what is wrong with the file."""
    if not (root / BIBLIOGRAPHY).exists():
        return {}, []
    try:
        text = _text(content_of(root, BIBLIOGRAPHY))
        twice = list(islice(_twice(text), MOST_TOLD))
        data = BibliographyData() if twice else Parser().parse_string(text)
        return _sources(data), [*islice(invisible(BIBLIOGRAPHY, text), MOST_TOLD), *twice, *islice(_incomplete(text, data), MOST_TOLD)]
    except DataError as error:
        return {}, list(error.problems)
    except UnicodeDecodeError:
        return {}, [problem("file-not-text", BIBLIOGRAPHY)]
    except PybtexError as error:
        line = re.search(r"line (\d+)", str(error))
        found = str(error).replace("<unknown>", "").splitlines()[0]
        return {}, [problem("broken-bibliography", BIBLIOGRAPHY, (int(line[1]) if line else 0, 1), found=found)]


def _text(raw: bytes) -> str:
    """Return the text of the bibliography; raise DataError where reading it further could take minutes or gigabytes."""
    if len(raw) > MOST_BYTES:
        raise DataError([problem("file-too-large", BIBLIOGRAPHY, found=Figure(len(raw)), allowed=Figure(MOST_BYTES))])
    text = raw.decode("utf-8-sig")
    dear = sum(1 for _ in DEAR.finditer(text))
    if dear > MOST_DEAR:
        raise DataError([problem("yaml-nodes", BIBLIOGRAPHY, allowed=Figure(MOST_DEAR))])
    abbreviation = ABBREVIATION.search(text)
    if abbreviation:
        found = "@string is not used here; write the words out where they belong"
        raise DataError([problem("broken-bibliography", BIBLIOGRAPHY, _place(text, abbreviation.start()), found=found)])
    return text


def _place(text: str, position: int) -> tuple[int, int]:
    return text.count("\n", 0, position) + 1, position - text.rfind("\n", 0, position)


def _twice(text: str) -> Iterator[Problem]:
    """Yield the keys that stand twice, capitals or not; pybtex would stop at the first."""
    seen: set[str] = set()
    for match in ENTRY.finditer(text):
        if match[1].casefold() in seen:
            yield problem("duplicate-source", BIBLIOGRAPHY, _place(text, match.start(1)), match[1], found=match[1])
        seen.add(match[1].casefold())


def _sources(data: BibliographyData) -> dict[str, Source]:
    return {key: _source(key, entry) for key, entry in data.entries.items()}


def _source(key: str, entry: object) -> Source:
    fields = entry.fields
    return Source(
        key=key,
        type=entry.type,
        author=", ".join(_name(person) for person in entry.persons.get("author", [])),
        title=_plain(fields.get("title", "")),
        year=_plain(fields.get("year", "")),
        url=fields.get("url", ""),
        day=fields.get("urldate", ""),
        langid=fields.get("langid", ""),
        note=_plain(fields.get("note", "")),
        publisher=_plain(fields.get("publisher", "") or fields.get("organization", "")),
        keywords=fields.get("keywords", ""),
    )


def _name(person: Person) -> str:
    return _plain(" ".join(part for names in (person.first_names, person.middle_names, person.prelast_names, person.last_names) for part in names))


def _plain(latex: str) -> str:
    text = latex if WITHOUT_LATEX.fullmatch(latex) else str(Text.from_latex(latex))
    return " ".join(text.split())


def _incomplete(text: str, data: BibliographyData) -> Iterator[Problem]:
    lines = _lines(text)
    for key, entry in data.entries.items():
        for name in ("title", "url"):
            if not entry.fields.get(name):
                yield problem("incomplete-source", BIBLIOGRAPHY, (lines.get(key, 1), 1), key, found=name)


def _lines(text: str) -> dict[str, int]:
    """Return the line on which each key stands."""
    lines: dict[str, int] = {}
    line, read = 1, 0
    for match in ENTRY.finditer(text):
        line += text.count("\n", read, match.start(1))
        read = match.start(1)
        lines.setdefault(match[1], line)
    return lines
