"""Measurements without a peer: reading profiles, setting a book."""

import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from bench.corpus import DAY, Corpus
from bench.measured import measured
from bench.peers import peer
from bench.places import BENCH, DISK, REPOSITORY, empty_folder


def reading(corpus: Corpus) -> dict[str, Any]:
    """Return profiles, seconds and peak MB of reading a corpus in one process, with an empty cache."""
    corpus.forget()
    return _told("bench.children.reading", str(corpus.root))


def book(corpus: Corpus, companies: int) -> dict[str, Any]:
    """Return pages, seconds and peak MB of setting an edition of so many companies, with an empty cache; `weasyprint` holds those of its text alone."""
    corpus.forget()
    with TemporaryDirectory(prefix="c2site-bench-") as folder:
        html = Path(folder) / "book.html"
        told = _told("bench.children.book", str(corpus.root), str(companies), str(html))
        return {**told, "weasyprint": _measured([peer("python"), BENCH / "children" / "weasyprint_book.py", html])}


def _told(module: str, *arguments: str) -> dict[str, Any]:
    return _measured([sys.executable, "-m", module, *arguments])


def _measured(command: Sequence[str | Path]) -> dict[str, Any]:
    with empty_folder(DISK) as target:
        measure = measured(command, REPOSITORY, target, DAY)
    return {**measure.told, "cpu": measure.cpu, "peak_mb": measure.peak_mb}
