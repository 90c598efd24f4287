"""The brand's design tokens as they are written, with the place of every value."""

import json
from pathlib import Path

from c2site.errors import DataError, problem
from c2site.load.document import Document, parsed
from c2site.load.files import content_of, refuse_link

TOKENS = "theme/brand/tokens.json"


def load_tokens(folder: Path) -> Document:
    """Return the tokens of a brand's folder; raise DataError where they cannot be read. JSON is YAML in one of its own ways of writing."""
    refuse_link(folder, "theme/brand")
    raw = content_of(folder, "tokens.json")
    try:
        json.loads(raw)
    except json.JSONDecodeError as error:
        raise DataError([problem("tokens-json", TOKENS, (error.lineno, error.colno), found=error.msg)]) from None
    except UnicodeDecodeError:
        raise DataError([problem("file-not-text", TOKENS)]) from None
    return parsed(TOKENS, raw)
