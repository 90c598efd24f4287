"""Hugo with content adapters: a page for each company and each offering in every language, as heavy as c2site's."""

import sys
from pathlib import Path
from shutil import copytree, rmtree

from bench.builders.builder import Builder
from bench.builders.filler import filler
from bench.corpus import Corpus
from bench.measured import Measure, measured
from bench.peers import hugo
from bench.places import BENCH, REPOSITORY, WORK
from bench.weights import KINDS, Weights, weights

PROJECT = BENCH / "hugo"
LANGUAGES = ("en", "es", "fr", "ar", "bg", "sr", "sr-Latn", "it", "el")


class Hugo(Builder):
    """Its data are made beforehand as JSON, one file a language."""

    name = "Hugo"

    def __init__(self) -> None:
        self._light: Weights | None = None

    def prepare(self, corpus: Corpus, weights: Weights) -> float:
        """Write the project; return the seconds it took to read the YAML and to write Hugo's data."""
        project = _project(corpus)
        rmtree(project, ignore_errors=True)
        copytree(PROJECT, project)
        command = [sys.executable, "-m", "bench.children.hugo_data", corpus.root, project, ",".join(corpus.languages)]
        seconds = measured(command, REPOSITORY, project).wall
        if self._light is None:
            self._write_settings(corpus, dict.fromkeys(KINDS, 0))
            self._light = self._unfilled(corpus)
        self._write_settings(corpus, {kind: round(weights.mean(kind) - self._light.mean(kind)) for kind in KINDS})
        return seconds

    def build(self, corpus: Corpus, target: Path) -> Measure:
        """Build everything anew."""
        project = _project(corpus)
        command = [hugo(), "build", "--quiet", "--noBuildLock", "--source", project, "--config", "hugo.toml,filler.toml"]
        return measured([*command, "--destination", target / "site", "--cacheDir", target / "cache"], project, target)

    def _unfilled(self, corpus: Corpus) -> Weights:
        """Return the weights of a first build, whose pages are as light as they come."""
        target = WORK / "hugo-first"
        rmtree(target, ignore_errors=True)
        target.mkdir(parents=True)
        try:
            self.build(corpus, target)
            return weights(target / "site")
        finally:
            rmtree(target, ignore_errors=True)

    @staticmethod
    def _write_settings(corpus: Corpus, sizes: dict[str, int]) -> None:
        unused = [tag.lower() for tag in LANGUAGES if tag not in corpus.languages]
        fillers = [f"{kind} = '''{filler(size)}'''" for kind, size in sizes.items()]
        text = "\n".join([f"disableLanguages = {unused}", "[params.filler]", *fillers, ""])
        (_project(corpus) / "filler.toml").write_text(text, encoding="utf-8")


def _project(corpus: Corpus) -> Path:
    return WORK / f"hugo-{corpus.companies}"
