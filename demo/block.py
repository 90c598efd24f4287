"""Records as block YAML, as an editor would write them."""

import json
import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

# Letters first, and nothing after them that YAML could take for a sign of its own.
PLAIN = re.compile(r"[^\W\d_](?:[\w .()/&+–—’-]|[,;!?](?= |$)|:(?=\S))*(?<![ :])")
NOT_TEXT = re.compile(r"true|false|yes|no|on|off|y|n|null", re.IGNORECASE)


def block_yaml(record: Mapping[str, Any]) -> str:
    """Return a record of texts, numbers, days, lists and maps as block YAML."""
    lines: list[str] = []
    _write_map(record, "", lines)
    lines.append("")
    return "\n".join(lines)


def _write_map(record: Mapping[str, Any], indent: str, lines: list[str]) -> None:
    for key, value in record.items():
        if isinstance(value, str):
            lines.append(f"{indent}{key}: {scalar(value)}")
        elif isinstance(value, Mapping):
            lines.append(f"{indent}{key}:")
            _write_map(value, indent + "  ", lines)
        elif isinstance(value, Sequence):
            _write_list(key, value, indent, lines)
        else:
            lines.append(f"{indent}{key}: {_literal(value)}")


def _write_list(key: str, items: Sequence[Any], indent: str, lines: list[str]) -> None:
    if not any(isinstance(one, Mapping) for one in items):
        lines.append(f"{indent}{key}: [{', '.join(map(_in_list, items))}]")
        return
    lines.append(f"{indent}{key}:")
    for one in items:
        first = len(lines)
        _write_map(one, indent + "    ", lines)
        lines[first] = f"{indent}  - {lines[first].lstrip()}"


def _in_list(value: Any) -> str:
    if not isinstance(value, str):
        return _literal(value)
    return _quoted(value) if "," in value else scalar(value)


def _literal(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


@lru_cache(maxsize=1 << 16)
def scalar(text: str) -> str:
    """Return a text as YAML, in quotes where it would be read as something else."""
    return text if PLAIN.fullmatch(text) and not NOT_TEXT.fullmatch(text) else _quoted(text)


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
