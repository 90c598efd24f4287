"""Taking something out of a file as an editor would: what stands around it, comments too, stays as it is."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable
from typing import Any

from yaml.nodes import MappingNode, Node, SequenceNode

from c2site.errors import DataError
from c2site.load.bibliography import ENTRY
from c2site.load.document import Document, Path, parsed

Span = tuple[int, int, str]


def without_items(path: str, raw: bytes, places: Collection[Path], may_empty: bool = True) -> bytes | None:
    """Return the record in `raw` without the list items at `places`; None where only a person can take them out.

    A list that would be empty goes with its field, where it `may_empty`. The result is read again: it must say exactly what is left.
    """
    document, text = parsed(path, raw), raw.decode("utf-8-sig")
    lists: dict[Path, set[int]] = defaultdict(set)
    for *holder, number in places:
        lists[tuple(holder)].add(number)
    if not all(isinstance(place[-1], int) for place in places) or not (may_empty or _some_left(document, lists)):
        return None
    spans = [span for one, numbers in lists.items() for span in _spans(document, text, one, numbers)]
    for start, end, instead in sorted(spans, reverse=True):
        text = text[:start] + instead + text[end:]
    try:
        left = parsed(path, text.encode()).values
    except DataError:
        return None
    return text.encode() if left == _left(document.values, lists) else None


def _some_left(document: Document, lists: dict[Path, set[int]]) -> bool:
    return all(len(numbers) < len(_field(document.root, path)[1].value) for path, numbers in lists.items())


def _spans(document: Document, text: str, path: Path, numbers: set[int]) -> Iterable[Span]:
    """Yield the passages to replace, each with what stands there instead."""
    key, node = _field(document.root, path)
    starts = [0, *(match.end() for match in re.finditer("\n", text)), len(text)]
    if len(numbers) == len(node.value):
        last = node.end_mark.line if node.flow_style else node.value[-1].start_mark.line
        yield starts[key.start_mark.line], starts[last + 1], ""
    elif node.flow_style:
        kept = [text[one.start_mark.index : one.end_mark.index] for number, one in enumerate(node.value) if number not in numbers]
        yield node.start_mark.index, node.end_mark.index, f"[{', '.join(kept)}]"
    else:
        for line in (node.value[number].start_mark.line for number in numbers):
            yield starts[line], starts[line + 1], ""


def _field(root: MappingNode, path: Path) -> tuple[Node, SequenceNode]:
    """Return the field's name and its list."""
    key: Node = root
    node: Node = root
    for step in path:
        if isinstance(node, MappingNode):
            key, node = next((name, value) for name, value in node.value if name.value == step)
        else:
            key = node = node.value[step]
    return key, node


def _left(value: Any, lists: dict[Path, set[int]], path: Path = ()) -> Any:
    if isinstance(value, dict):
        left = {name: _left(one, lists, (*path, name)) for name, one in value.items()}
        return {name: one for name, one in left.items() if one != [] or (*path, name) not in lists}
    if isinstance(value, list):
        return [_left(one, lists, (*path, number)) for number, one in enumerate(value) if number not in lists.get(path, ())]
    return value


def without_sources(text: str, keys: Collection[str]) -> str:
    """Return a bibliography without the entries `keys`; an entry ends where the next one or a comment at a line's start begins."""
    found = list(ENTRY.finditer(text))
    for match in reversed(found):
        if match[1] in keys:
            after = re.compile(r"^[ \t]*[@%]", re.MULTILINE).search(text, match.end())
            text = text[: match.start()] + (text[after.start() :] if after else "")
    return text
