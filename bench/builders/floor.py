"""What no builder can be faster than: writing the same bytes to the same number of files, and reading the YAML."""

import sys
from pathlib import Path

from bench.builders.builder import Builder
from bench.corpus import Corpus
from bench.measured import Measure, measured
from bench.places import REPOSITORY, WORK
from bench.weights import Weights

TEXT = WORK / "sample.html"


class Floor(Builder):
    """Writes what c2site wrote."""

    name = "write floor"

    def prepare(self, corpus: Corpus, weights: Weights) -> None:
        """Write down which files to write."""
        weights.write_manifest(_manifest(corpus), TEXT)

    def build(self, corpus: Corpus, target: Path) -> Measure:
        """Write the files one after another."""
        return measured([sys.executable, "-m", "bench.children.floor", _manifest(corpus), target / "site"], REPOSITORY, target)


class ReadYaml(Builder):
    """Reads what c2site reads, with PyYAML's C loader, in one process."""

    name = "YAML floor"
    writes = False

    def build(self, corpus: Corpus, target: Path) -> Measure:
        """Read the files one after another."""
        return measured([sys.executable, "-m", "bench.children.yaml_floor", corpus.root], REPOSITORY, target)


def _manifest(corpus: Corpus) -> Path:
    return WORK / f"manifest-{corpus.companies}.json"
