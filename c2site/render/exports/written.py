"""Plain values as the bytes of a JSON file."""

import json
from typing import Any

from c2site.language import Words


def json_bytes(data: Any) -> bytes:
    """Return values as JSON that people can read too."""
    return (json.dumps(data, ensure_ascii=False, allow_nan=False, indent=2) + "\n").encode("utf-8")


def said(words: Words) -> dict[str, str] | None:
    """Return words with the language they really are in, None where there are none."""
    return {"text": words.text, "lang": words.lang} if words else None
