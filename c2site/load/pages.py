"""Hand-written pages: ordinary text files below content/, one folder a language, read before any host reads them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from c2site.errors import DataError, Figure, Problem, problem
from c2site.load.document import MOST_BYTES, parsed
from c2site.load.faults import invisible
from c2site.load.files import content_of, page_files

HEADING = re.compile(r"---\n(.*?\n)---\n", re.DOTALL)


@dataclass(frozen=True)
class Pages:
    """`texts` are the sound pages by their place below content/ (`en/about.md`); the others have `problems`."""

    texts: Mapping[str, str]
    problems: tuple[Problem, ...]


def load_pages(root: Path) -> Pages:
    """Read every page below `root`/content."""
    files, problems = page_files(root)
    texts: dict[str, str] = {}
    for path in files:
        try:
            texts[path.removeprefix("content/")] = _text(root, path)
        except DataError as error:
            problems.extend(error.problems)
    return Pages(texts, tuple(problems))


def split_page(text: str) -> tuple[str, str, int]:
    """Return a page's heading block, the text below it, and the line on which that begins."""
    match = HEADING.match(text)
    return (match[1], text[match.end() :], match.group().count("\n") + 1) if match else ("", text, 1)


def _text(root: Path, path: str) -> str:
    raw = content_of(root, path)
    if len(raw) > MOST_BYTES:
        raise DataError([problem("file-too-large", path, found=Figure(len(raw)), allowed=Figure(MOST_BYTES))])
    try:
        text = raw.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError:
        raise DataError([problem("file-not-text", path)]) from None
    if hidden := list(invisible(path, text)):
        raise DataError(hidden)
    heading, _, _ = split_page(text)
    if heading.strip():
        # The host reads the block with a YAML that allows more than ours.
        parsed(path, f"\n{heading}".encode())
    return text
