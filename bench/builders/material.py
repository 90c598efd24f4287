"""Plain MkDocs with Material: generated Markdown, one page for each company and language, as heavy as c2site's."""

import sys
from pathlib import Path
from shutil import rmtree

from bench.builders.builder import Builder
from bench.builders.filler import filler
from bench.corpus import DAY, Corpus
from bench.measured import Measure, measured
from bench.peers import peer
from bench.places import REPOSITORY, WORK
from bench.weights import Weights, weights

# The navigation names lists only: with every page in it, each page would hold thousands of links.
SETTINGS = """site_name: Demo
site_url: https://demo.example/
theme:
  name: material
  custom_dir: overrides
  font: false
plugins: []
nav:
  - Home: index.md
{nav}
validation:
  nav:
    omitted_files: ignore
markdown_extensions:
  - tables
"""
MAIN = '{{% extends "base.html" %}}\n{{% block footer %}}{{{{ super() }}}}{filler}{{% endblock %}}\n'


class Material(Builder):
    """Search is off, as it is for the others."""

    name = "MkDocs + Material"

    def prepare(self, corpus: Corpus, weights: Weights) -> float:
        """Write the project; return the seconds it took to read the YAML and to write Markdown."""
        project = _project(corpus)
        rmtree(project, ignore_errors=True)
        (project / "overrides").mkdir(parents=True)
        command = [sys.executable, "-m", "bench.children.markdown", corpus.root, project, ",".join(corpus.languages)]
        seconds = measured(command, REPOSITORY, project).wall
        nav = "\n".join(f"  - {tag}: {tag.lower()}/companies/index.md" for tag in corpus.languages)
        (project / "mkdocs.yml").write_text(SETTINGS.format(nav=nav), encoding="utf-8")
        self._write_theme(corpus, 0)
        self._write_theme(corpus, round(weights.mean("companies") - self._unfilled(corpus).mean("companies")))
        return seconds

    def build(self, corpus: Corpus, target: Path) -> Measure:
        """Build everything anew."""
        command = [peer("mkdocs"), "build", "--quiet", "--site-dir", target / "site"]
        return measured(command, _project(corpus), target, DAY)

    def _unfilled(self, corpus: Corpus) -> Weights:
        target = WORK / "material-first"
        rmtree(target, ignore_errors=True)
        target.mkdir(parents=True)
        try:
            self.build(corpus, target)
            return weights(target / "site")
        finally:
            rmtree(target, ignore_errors=True)

    @staticmethod
    def _write_theme(corpus: Corpus, size: int) -> None:
        (_project(corpus) / "overrides" / "main.html").write_text(MAIN.format(filler=filler(size)), encoding="utf-8")


def _project(corpus: Corpus) -> Path:
    return WORK / f"material-{corpus.companies}"
