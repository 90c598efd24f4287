"""Builders measured in turn: first all of them once, then all of them again, so that a busy minute hurts nobody alone."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass, field

from bench.builders import Builder, C2site, Floor, Hugo, Material, ReadYaml
from bench.builders.floor import TEXT
from bench.corpus import Corpus
from bench.numbers import Run
from bench.places import DISK, empty_folder, free_bytes, places
from bench.weights import Weights, sample_text, weights

# Plain MkDocs would take an hour for more, and Hugo more memory than most machines have.
MOST_FOR_MATERIAL, MOST_FOR_HUGO = 100, 1_000
# A site and its staged copy never stand beside each other, but a peer's site may be a little heavier.
ROOM = 1.3


@dataclass
class Session:
    """All runs so far, and what each builder's own preparation took: (builder, companies) → seconds."""

    ours: C2site
    hugo: Hugo = field(default_factory=Hugo)
    runs: list[Run] = field(default_factory=list)
    prepared: dict[tuple[str, int], float] = field(default_factory=dict)

    def measure(self, corpus: Corpus, rounds: int, where: Sequence[str]) -> None:
        """Measure every builder that can take the corpus, `rounds` times in each place."""
        first = self._first(corpus)
        fitting = [place for place in where if free_bytes(place) > ROOM * sum(size for _, size in first.files)]
        for place in set(where) - set(fitting):
            _say(f"{corpus.companies:,} companies do not fit into {place}; left out")
        builders = self._builders(corpus)
        for builder in builders:
            seconds = builder.prepare(corpus, first)
            if seconds is not None:
                self.prepared[builder.name, corpus.companies] = seconds
        for number in range(rounds):
            for place in fitting:
                for builder in builders:
                    # What a builder does not write, or does slowly, is the same in every place.
                    if place != DISK or len(fitting) == 1 or not isinstance(builder, (Material, ReadYaml)):
                        self._run(builder, corpus, place, f"{number + 1}/{rounds}")

    def _first(self, corpus: Corpus) -> Weights:
        """Build once with an empty cache, fonts cut too, and return how heavy the site is."""
        place = places()[0] if free_bytes(places()[0]) > free_bytes(DISK) / 8 else DISK
        return self._run(C2site(None, "c2site, empty cache"), corpus, place, "first", keep_text=True)

    def _builders(self, corpus: Corpus) -> list[Builder]:
        found: list[Builder] = [self.ours, Floor(), ReadYaml()]
        if corpus.companies <= MOST_FOR_HUGO:
            found.append(self.hugo)
        if corpus.companies <= MOST_FOR_MATERIAL:
            found.append(Material())
        return found

    def _run(self, builder: Builder, corpus: Corpus, place: str, number: str, keep_text: bool = False) -> Weights:
        with empty_folder(place) as target:
            measure = builder.build(corpus, target)
            site = weights(target / "site") if builder.writes else Weights(())
            if keep_text:
                sample_text(target / "site", TEXT)
        seconds = measure.wall + (measure.flush if place == DISK else 0.0)
        self.runs.append(Run(builder.name, corpus.companies, place, seconds, measure.cpu, measure.peak_mb, site.pages, site.page_bytes / 1e6))
        _say(
            f"{corpus.companies:,} companies, {place}, {number}: {builder.name}: {seconds:.2f} s, CPU {measure.cpu:.2f} s, {measure.peak_mb:,.0f} MB, {site.pages:,} pages"
        )
        return site


def _say(line: str) -> None:
    print(line, file=sys.stderr, flush=True)
