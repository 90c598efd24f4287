"""Taking something out of a file as an editor would: what stands around it, comments too, stays as it is."""

import re
from collections import Counter
from collections.abc import Collection
from typing import Any

from c2site.errors import DataError
from c2site.load.bibliography import ENTRY
from c2site.load.document import Path, parsed
from c2site.load.edit import edited, value_at


def without_items(path: str, raw: bytes, places: Collection[Path], may_empty: bool = True) -> bytes | None:
    """Return the record in `raw` without the list items at `places`; None where only a person can take them out.

    A list that would be empty goes with its field, where it `may_empty`.
    """
    if not all(isinstance(place[-1], int) for place in places) or not (may_empty or _some_left(parsed(path, raw).values, places)):
        return None
    try:
        return edited(path, raw, dict.fromkeys(places))
    except DataError:
        return None


def _some_left(values: Any, places: Collection[Path]) -> bool:
    taken = Counter(place[:-1] for place in places)
    return all(len(value_at(values, place)) > count for place, count in taken.items())


def without_sources(text: str, keys: Collection[str]) -> str:
    """Return a bibliography without the entries `keys`; an entry ends where the next one or a comment at a line's start begins."""
    found = list(ENTRY.finditer(text))
    for match in reversed(found):
        if match[1] in keys:
            after = re.compile(r"^[ \t]*[@%]", re.MULTILINE).search(text, match.end())
            text = text[: match.start()] + (text[after.start() :] if after else "")
    return text
