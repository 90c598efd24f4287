"""Measurements without a peer: reading profiles, setting a book."""

import sys
from typing import Any

from bench.corpus import DAY, Corpus
from bench.measured import measured
from bench.places import DISK, REPOSITORY, empty_folder


def reading(corpus: Corpus) -> dict[str, Any]:
    """Return profiles, seconds and peak MB of reading a corpus in one process, with an empty cache."""
    corpus.forget()
    return _told("bench.children.reading", str(corpus.root))


def book(corpus: Corpus, companies: int) -> dict[str, Any]:
    """Return pages, seconds and peak MB of setting an edition of so many companies."""
    return _told("bench.children.book", str(corpus.root), str(companies))


def _told(module: str, *arguments: str) -> dict[str, Any]:
    with empty_folder(DISK) as target:
        measure = measured([sys.executable, "-m", module, *arguments], REPOSITORY, target, DAY)
    return {**measure.told, "cpu": measure.cpu, "peak_mb": measure.peak_mb}
