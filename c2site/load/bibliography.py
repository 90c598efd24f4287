"""The bibliography, read by pybtex."""

import re
from collections.abc import Iterator
from pathlib import Path

from pybtex.database import BibliographyData, Person, parse_string
from pybtex.exceptions import PybtexError
from pybtex.richtext import Text

from c2site.errors import DataError, Problem, problem
from c2site.load.faults import invisible
from c2site.load.files import content_of
from c2site.model import Source

BIBLIOGRAPHY = "data/references.bib"
ENTRY = re.compile(r"^[ \t]*@(?!comment|string|preamble)\w+\{\s*([^,\s}]+)\s*,", re.MULTILINE | re.IGNORECASE)


def bibliography(root: Path) -> tuple[dict[str, Source], list[Problem]]:
    """Return the sources by key, in the file's order, and what is wrong with the file."""
    if not (root / BIBLIOGRAPHY).exists():
        return {}, []
    try:
        text = content_of(root, BIBLIOGRAPHY).decode("utf-8-sig")
        twice = list(_twice(text))
        data = BibliographyData() if twice else parse_string(text, "bibtex")
        return _sources(data), [*invisible(BIBLIOGRAPHY, text), *twice, *_incomplete(text, data)]
    except DataError as error:
        return {}, list(error.problems)
    except UnicodeDecodeError:
        return {}, [problem("file-not-text", BIBLIOGRAPHY)]
    except PybtexError as error:
        line = re.search(r"line (\d+)", str(error))
        found = str(error).replace("<unknown>", "").splitlines()[0]
        return {}, [problem("broken-bibliography", BIBLIOGRAPHY, (int(line[1]) if line else 0, 1), found=found)]


def _twice(text: str) -> Iterator[Problem]:
    """Yield the keys that stand twice, capitals or not; pybtex would stop at the first."""
    seen: set[str] = set()
    for match in ENTRY.finditer(text):
        if match[1].casefold() in seen:
            place = (text.count("\n", 0, match.start(1)) + 1, match.start(1) - text.rfind("\n", 0, match.start(1)))
            yield problem("duplicate-source", BIBLIOGRAPHY, place, match[1], found=match[1])
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
    return re.sub(r"\s+", " ", str(Text.from_latex(latex))).strip() if latex else ""


def _incomplete(text: str, data: BibliographyData) -> list[Problem]:
    problems = []
    for key, entry in data.entries.items():
        line = text[: max(text.find("{" + key + ","), 0)].count("\n") + 1
        for name in ("title", "url"):
            if not entry.fields.get(name):
                problems.append(problem("incomplete-source", BIBLIOGRAPHY, (line, 1), key, found=name))
    return problems
