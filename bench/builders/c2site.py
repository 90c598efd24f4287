"""c2site itself: the portal's pages without PDFs and search index."""

import sys
from pathlib import Path

from bench.builders.builder import Builder
from bench.corpus import DAY, Corpus
from bench.measured import Measure, measured
from bench.places import REPOSITORY

PAGES_ONLY = {"C2SITE_NO_CATALOGUES": "1", "C2SITE_NO_SEARCH": "1", "C2SITE_NO_CARDS": "1"}


class C2site(Builder):
    """`kept` is the cache every build begins with: that of another partnership's build, so that only fonts are found in it."""

    def __init__(self, kept: Path | None, name: str = "c2site") -> None:
        self.kept = kept
        self.name = name

    def build(self, corpus: Corpus, target: Path) -> Measure:
        """Build as an editor does, verification and exchange included."""
        corpus.forget(self.kept)
        command = [sys.executable, "-m", "c2site", "build", "--root", corpus.root, "--out", target / "site", "--without-catalogues"]
        return measured(command, REPOSITORY, target, {**DAY, **PAGES_ONLY})
