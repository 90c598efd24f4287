"""The recorded printings: read, and written as the command that records them leaves them."""

import json
from collections.abc import Collection, Iterator
from pathlib import Path

from pydantic import ValidationError

from c2site.errors import DataError, Problem, problem
from c2site.load.document import parsed
from c2site.load.explained import explained
from c2site.load.files import PRINTED, Key, content_of, refuse_link, slug
from c2site.model import PrintedEntry, Printing


def printings(root: Path) -> tuple[dict[str, Printing], list[Problem]]:
    """Return the recorded printings of the partnership at `root` by their files, in order, and what is wrong with the files."""
    found: dict[str, Printing] = {}
    problems: list[Problem] = []
    for path in _files(root, problems):
        try:
            found[path] = _printing(path, content_of(root, path))
        except DataError as error:
            problems.extend(error.problems)
    return found, problems


def _files(root: Path, problems: list[Problem]) -> Iterator[str]:
    try:
        refuse_link(root / PRINTED, PRINTED)
    except DataError as error:
        problems.extend(error.problems)
        return
    yield from (f"{PRINTED}/{path.name}" for path in sorted((root / PRINTED).glob("*.json")))


def _printing(path: str, raw: bytes) -> Printing:
    try:
        values = json.loads(raw)
        found = Printing.model_validate_json(raw)
    except ValidationError as error:
        raise DataError(explained(parsed(path, raw), Printing, error)) from None
    except json.JSONDecodeError as error:
        raise DataError([problem("printed-json", path, (error.lineno, error.colno), found=error.msg)]) from None
    except (UnicodeDecodeError, RecursionError):
        raise DataError([problem("file-not-text", path)]) from None
    if path != printing_path(found):
        raise DataError([problem("printed-name", path, found=values["edition"], nearest=printing_path(found))])
    return found


def without_records(printing: Printing, gone: Collection[Key]) -> Printing:
    """Return a printing that no longer names the records in `gone`: of an entry that was one of them, the number is left."""
    return printing.model_copy(update={"entries": tuple(_without(one, gone) for one in printing.entries)})


def _without(one: PrintedEntry, gone: Collection[Key]) -> PrintedEntry:
    if ("offerings", one.id) in gone:
        return PrintedEntry(number=one.number)
    return one.model_copy(update={"smes": tuple(key for key in one.smes if ("smes", key) not in gone)})


def printing_path(printing: Printing) -> str:
    """Return where a printing is written down: `data/printed/mx-2026-1-0.json`."""
    return f"{PRINTED}/{printing.edition}-{slug(printing.version)}.json"


def printing_text(printing: Printing) -> str:
    """Return a printing as its file holds it: one line an entry, so that what changes is seen."""
    told = printing.model_dump(mode="json", exclude_defaults=True)
    entries = ",\n".join(f"    {json.dumps(one, ensure_ascii=False)}" for one in told.pop("entries", ()))
    head = "".join(f"  {json.dumps(key)}: {json.dumps(value, ensure_ascii=False)},\n" for key, value in told.items())
    return f'{{\n{head}  "entries": [\n{entries}\n  ]\n}}\n'
