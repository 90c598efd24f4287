"""What every builder can do."""

from abc import ABC, abstractmethod
from pathlib import Path

from bench.corpus import Corpus
from bench.measured import Measure
from bench.weights import Weights


class Builder(ABC):
    """A program that makes a site of a corpus. `name` is how reports call it."""

    name: str
    # Whether `build` leaves a site whose pages count.
    writes = True

    def prepare(self, corpus: Corpus, weights: Weights) -> float | None:
        """Make what the builder needs besides the corpus; return the seconds of its own preparation, told separately."""
        return None

    @abstractmethod
    def build(self, corpus: Corpus, target: Path) -> Measure:
        """Build the site `target`/site once, cold."""
