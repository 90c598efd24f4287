"""What the removal of a record reaches: records that fall with it, places that lead to it, what nobody else uses, where it is named."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path

from c2site.check.findings import Filed, Key, filed_records
from c2site.check.left_out import PARTNERSHIP, dependents
from c2site.check.pages import PAGE_FOLDERS, PORTAL_LINK
from c2site.check.references import pointed
from c2site.check.spots import Meaning, spots
from c2site.errors import DataError, Problem, problem
from c2site.load.bibliography import BIBLIOGRAPHY
from c2site.load.document import Path as Place
from c2site.load.files import RecordFile, content_of
from c2site.load.partnership import Loaded
from c2site.load.translations import translations_path

NAMES = ("name", "short_name", "long_name", "legal_name", "title", "organisation")
SHORTEST_NAME = 3


def falling(loaded: Loaded, key: str) -> dict[Key, RecordFile]:
    """Return the files of the records with the id `key`, and of all that cannot stand without them."""
    files = {**loaded.spoilt, **loaded.files}
    own = {one: file for one, file in files.items() if one[1] == key and one != PARTNERSHIP}
    paths = {file.path for file in own.values()}
    return own | {filed.key: filed.file for filed, lack in dependents(loaded, own) if lack.found["other"] in paths}


def pointers(loaded: Loaded, gone: Collection[Key]) -> Iterator[tuple[RecordFile, list[Place]]]:
    """Yield the files that lead to a record in `gone`, or to a stage of a value chain in it, each with the places that do."""
    stages = {stage.id for one in filed_records(loaded) if one.key in gone for stage in getattr(one.record, "stages", ())}
    yield from ((file, places) for file, places in leading(loaded, {key for _, key in gone}, stages) if file.key not in gone)


def leading(loaded: Loaded, targets: Collection[str], stages: Collection[str] = ()) -> Iterator[tuple[RecordFile, list[Place]]]:
    """Yield the files that lead to a record or a stage with one of these ids, each with the places that do."""
    for one in filed_records(loaded):
        places: list[Place] = []
        for field, kinds in one.file.kind.references.items():
            wanted = stages if kinds == ("stage",) else targets
            places += [place for place, target in pointed(one.record, field.split(".")) if target in wanted]
        if places:
            yield one.file, places


def linking_pages(texts: Mapping[str, str], gone: Collection[Key], code: str = "forgotten-reference") -> Iterator[Problem]:
    """Yield the links of hand-written pages that lead to a record in `gone`."""
    targets = {portal_link(*one) for one in gone}
    for path, text in texts.items():
        for match in PORTAL_LINK.finditer(text) if path.startswith("content/") else ():
            if match[1].strip("/") in targets:
                yield problem(code, path, place_in(text, match.start(1)), found=match[1])


def portal_link(folder: str, key: str) -> str:
    """Return how a hand-written page names the page of a record, behind `c2:`."""
    return f"{next((page for page, place in PAGE_FOLDERS.items() if place == folder), folder)}/{key}"


def left_over(loaded: Loaded, gone: Collection[Key], texts: Mapping[str, str]) -> tuple[set[str], set[str]]:
    """Return the sources and the media files that nothing but the records in `gone` names in `texts` and in records."""
    used: dict[bool, dict[Meaning, set[str]]] = {True: defaultdict(set), False: defaultdict(set)}
    for one in filed_records(loaded):
        for spot in spots(one.record):
            if spot.meaning in (Meaning.SOURCE, Meaning.MEDIA):
                used[one.key in gone][spot.meaning].add(spot.value)
    sources = used[True][Meaning.SOURCE] - used[False][Meaning.SOURCE]
    media = used[True][Meaning.MEDIA] - used[False][Meaning.MEDIA]
    # Its own entry is the one place where a key may stand in the bibliography.
    named = {key for key in sources for path, text in texts.items() if len(_key(key).findall(text)) > (path == BIBLIOGRAPHY)}
    return sources - named, media


def mentions(texts: Mapping[str, str], records: Iterable[Filed]) -> Iterator[Problem]:
    """Yield the passages of `texts` that say the name of a record."""
    names = {name for one in records for name in _names(one)}
    for name in sorted(name for name in names if len(name) >= SHORTEST_NAME):
        for path, text in texts.items():
            for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text):
                yield problem("forgotten-mention", path, place_in(text, match.start()), found=name)


def _names(filed: Filed) -> Iterator[str]:
    for field in NAMES:
        value = getattr(filed.record, field, None)
        yield from value.values() if isinstance(value, Mapping) else [value] if value else []


def remaining_texts(root: Path, gone: Iterable[RecordFile]) -> dict[str, str]:
    """Return the text of everything editors write, by path, but for the files of `gone` records."""
    left_out = {path for file in gone for path in (file.path, translations_path(file.path))}
    paths = [*(root / "data").rglob("*.yml"), root / BIBLIOGRAPHY, *(root / "content").rglob("*.md")]
    found = {}
    for path in sorted(one.relative_to(root).as_posix() for one in paths):
        if path not in left_out:
            try:
                found[path] = content_of(root, path).decode("utf-8-sig", "replace")
            except DataError:
                continue
    return found


def place_in(text: str, position: int) -> tuple[int, int]:
    """Return line and column, from 1, of a position in a text."""
    return text.count("\n", 0, position) + 1, position - text.rfind("\n", 0, position)


def _key(key: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-]){re.escape(key)}(?![\w-])")
