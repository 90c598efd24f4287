"""A mapping for a table nobody has seen before, proposed from its headers: for a person to look at, never used unseen."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from c2site.build.importing.headers import Headers, Likely
from c2site.build.importing.vocabulary import Vocabulary
from c2site.language import Reader
from c2site.load.questionnaire import Page
from c2site.model.notation import scalar

HEADING = """\
# How `c2site import` reads {source}: proposed from its headers. Nothing has been read yet.
# Look at every column, mend what is wrong, and run the command again. A column without `field` is passed over.
# Where a cell holds a list, `separator` says what parts it; `words` gives codes for words: `words: {{Agua: environment}}`.
"""
SEPARATORS = {";": ";", "\n": "newline", "|": "|", ",": ",", "/": "/"}


@dataclass(frozen=True)
class Proposal:
    """The text of a mapping and how many of the table's columns it fills fields with."""

    text: str
    filled: int
    columns: int


def proposed(page: Page, source: str, kind: str, words: Vocabulary, cluster: str = "", language: str = "") -> Proposal:
    """Return a mapping of a page's columns, those nobody can place passed over."""
    names = Headers(kind, words)
    likely = [names.likely(cell.text) for cell in page.header]
    own = language or _language(likely) or words.readers[0].tag
    reader = next((one for one in words.readers if one.tag == own), words.readers[0])
    taken = _once(likely, own)
    lines = [HEADING.format(source=scalar(source)), f"kind: {kind}", f"language: {own}", *([f"cluster: {cluster}"] if cluster else [])]
    lines += [f"sheet: {scalar(page.title)}"] if page.title else []
    lines += [f"decimal: {_decimal(reader)}", f"dates: {_dates(reader)}", "columns:"]
    for number, cell in enumerate(page.header):
        lines += _column(cell.text, taken.get(number), own, _separator(page, cell.column), names.is_personal(cell.text))
    return Proposal("\n".join(lines) + "\n", len(taken), len(page.header))


def _column(header: str, likely: Likely | None, own: str, separator: str, personal: bool) -> Iterator[str]:
    why = "" if likely else "  # persons' data: never taken" if personal else "  # not recognised"
    yield f"  - header: {scalar(header)}{why}"
    if likely:
        yield f"    field: {likely.target.field}"
        if likely.target.sort == "text" and likely.language not in ("", own):
            yield f"    language: {likely.language}"
        if (likely.target.many or likely.target.items) and separator:
            yield f"    separator: {separator if separator == 'newline' else scalar(separator)}"


def _once(likely: Iterable[Likely | None], own: str) -> dict[int, Likely]:
    """Return the likeliest column for each field and language, by the columns' numbers; `own` is the table's language."""
    found: dict[int, Likely] = {}
    seen: set[tuple[str, str]] = set()
    ranked = sorted(((one, number) for number, one in enumerate(likely) if one), key=lambda pair: (-pair[0].points, pair[1]))
    for one, number in ranked:
        key = (one.target.field, one.language or own if one.target.sort == "text" else "")
        if key not in seen or one.target.many:
            seen.add(key)
            found[number] = one
    return found


def _language(likely: Iterable[Likely | None]) -> str:
    """Return the language in which most headers were understood."""
    tags = Counter(tag for one in likely if one for tag in one.tags)
    return tags.most_common(1)[0][0] if tags else ""


def _separator(page: Page, column: int) -> str:
    """Return the name of the sign that stands in most cells of a column, empty where none does."""
    cells = [cell.text for row in page.rows for cell in row if cell.column == column]
    signs = Counter(sign for text in cells for sign in SEPARATORS if sign in text)
    best = max(SEPARATORS, key=lambda sign: signs[sign])
    return SEPARATORS[best] if signs[best] else ""


def _decimal(reader: Reader) -> str:
    return "comma" if reader.number(1.5)[1] == "," else "point"


def _dates(reader: Reader) -> str:
    order = re.sub(r"'[^']*'|[^dMy]", "", reader.locale.date_formats["short"].pattern)
    return {"d": "day-first", "M": "month-first"}.get(order[:1], "year-first")


