"""Plain values as the bytes of a JSON file."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from c2site.language import Words


def json_bytes(data: Any) -> bytes:
    """Return values as JSON that people can read too."""
    return (json.dumps(data, ensure_ascii=False, allow_nan=False, indent=2) + "\n").encode("utf-8")


def json_lines(content: Mapping[str, Any], name: str, rows: Iterable[Mapping[str, Any]]) -> bytes:
    """Return `content` as JSON, with `rows` under `name` at its end, a line each: a changed record is a changed line."""
    start = json.dumps(content, ensure_ascii=False, allow_nan=False, indent=1).removesuffix("\n}")
    lines = ",\n".join(json.dumps(row, ensure_ascii=False, allow_nan=False, separators=(",", ":")) for row in rows)
    return f'{start},\n "{name}": [\n{lines}\n ]\n}}\n'.encode()


def said(words: Words) -> dict[str, str] | None:
    """Return words with the language they really are in, None where there are none."""
    return {"text": words.text, "lang": words.lang} if words else None
