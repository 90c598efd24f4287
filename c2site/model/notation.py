"""Values as lines of YAML, in the one style of the partnership's files."""

import json
import re
import textwrap
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

WIDTH = 120
PLAIN = re.compile(r"[^\W\d_](?:[\w .()/&+%–—’-]|,(?= )|:(?=\S))*(?<! )")
NOT_TEXT = re.compile(r"(?i)true|false|yes|no|on|off|y|n|null")
DAY = re.compile(r"\d{4}-\d\d-\d\d")
# A folded block gives back exactly such texts: words with one space between them.
FOLDABLE = re.compile(r"\S+(?: \S+)+")
NOTHING: Mapping[str, str] = {}


class Figure(str):
    """A number or a truth as text: it stands without quotes."""

    __slots__ = ()


def yaml_lines(value: Mapping[str, Any], width: int = WIDTH) -> Iterator[str]:
    """Yield a map of texts, numbers, lists and maps as lines of block YAML; a text longer than `width` is folded between words."""
    for key, one in value.items():
        if isinstance(one, Mapping):
            yield f"{key}:"
            yield from (f"  {line}" for line in yaml_lines(one, width - 2))
        elif isinstance(one, (list, tuple)):
            yield from _list_lines(key, one, width)
        elif len(line := f"{key}: {scalar(one)}") > width and isinstance(one, str) and FOLDABLE.fullmatch(one):
            yield f"{key}: >-"
            yield from (f"  {line}" for line in textwrap.wrap(one, width - 2, break_long_words=False, break_on_hyphens=False))
        else:
            yield line


def _list_lines(key: str, items: Sequence[Any], width: int) -> Iterator[str]:
    if not any(isinstance(one, (Mapping, list, tuple)) for one in items):
        line = f"{key}: {flow(items)}"
        yield from [line] if len(line) <= width else [f"{key}:", *(f"  - {scalar(one)}" for one in items)]
        return
    yield f"{key}:"
    for one in items:
        yield from (f"  {line}" for line in item_lines(one, width - 2))


def item_lines(item: Any, width: int = WIDTH) -> Iterator[str]:
    """Yield one item of a list as lines, the first behind a hyphen."""
    if not isinstance(item, Mapping):
        yield f"- {scalar(item)}"
        return
    first, *rest = yaml_lines(item, width - 2)
    yield f"- {first}"
    yield from (f"  {line}" for line in rest)


def flow(value: Any, written: Mapping[str, str] = NOTHING) -> str:
    """Return a value on one line, lists in brackets and maps in braces; texts inside them as they are already `written`."""
    if isinstance(value, Mapping):
        return f"{{{', '.join(f'{key}: {_inner(one, written)}' for key, one in value.items())}}}"
    if isinstance(value, (list, tuple)):
        return f"[{', '.join(_inner(one, written) for one in value)}]"
    return scalar(value)


def _inner(value: Any, written: Mapping[str, str]) -> str:
    if isinstance(value, (Mapping, list, tuple)):
        return flow(value, written)
    return written.get(value) or scalar(value, in_list=True)


def scalar(value: object, in_list: bool = False) -> str:
    """Return one value as YAML, in quotes where it would be read as something else."""
    if isinstance(value, bool):
        return str(value).lower()
    if not isinstance(value, str) or isinstance(value, Figure):
        return str(value)
    is_plain = PLAIN.fullmatch(value) and not NOT_TEXT.fullmatch(value) and not (in_list and "," in value)
    return value if DAY.fullmatch(value) or is_plain else json.dumps(value, ensure_ascii=False)
