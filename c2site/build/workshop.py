"""Where pages are made in batches: here, in forked children, or on other machines that read the same files.

A batch is a pure function of plain data: a workshop and subjects in, written pages and the questions they asked out.
"""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from threading import Lock
from uuid import uuid4

from c2site.build.downloads import Downloads
from c2site.build.memory import Asked
from c2site.build.output import Output, Records
from c2site.build.pictures import Shown
from c2site.build.prepare import brand_texts, brand_tokens, prepared
from c2site.build.settings import Settings
from c2site.build.shell import Shell
from c2site.build.tasks import MapTask, Task
from c2site.catalogue import Portal
from c2site.catalogue.asked import Question
from c2site.render import tokens
from c2site.render.web import Studio


@dataclass(frozen=True)
class Workshop:
    """All that pages are made of besides the records: `world` is a digest of it, `stage` the folder they are written into.

    `build` tells one build from the next: a worker of a cluster outlives them, and has to read the records anew.
    """

    settings: Settings
    stage: Path
    shell: Shell
    assets: Mapping[str, str]
    pictures: Mapping[str, Shown]
    world: str
    downloads: Downloads = field(default_factory=dict)
    build: str = field(default_factory=lambda: uuid4().hex)


@dataclass(frozen=True)
class Batch:
    """What came of a batch: which files were declared, and what each task asked."""

    files: Records
    asked: dict[str, Asked]


def made(workshop: Workshop, tasks: Sequence[Task]) -> Batch:
    """Make the pages and maps of `tasks` and write them into the stage; one batch at a time in each process."""
    with _TURN:
        bench = _bench(workshop)
        out = bench.out.branch()
        asked = {task.name: bench.make(task, out) for task in tasks}
        return Batch(out.records, asked)


class Bench:
    """One process's place in a workshop: the records read, the templates compiled."""

    def __init__(self, workshop: Workshop, portal: Portal, out: Output) -> None:
        self.workshop = workshop
        self.portal = portal
        self.out = out
        self._answers: dict[Question, str] = {}

    @cached_property
    def studio(self) -> Studio:
        """What makes the pages' HTML."""
        return studio_of(self.workshop.settings, self.portal, self.workshop.assets, self.workshop.pictures, self.workshop.downloads)

    def make(self, task: Task, out: Output) -> Asked:
        """Write one task's files and return what was asked for them."""
        with self.portal.asked.noting() as asked:
            files = dict(task.files(self.studio, self.workshop.shell))
        questions = sorted(asked)
        key = self.key(task, questions)
        for path, text in files.items():
            out.write(path, text, key)
        return Asked(key, questions)

    def kept(self, task: Task, asked: Asked) -> bool:
        """Return whether all files of a task could be kept, which was told the same; a map's subjects may be others."""
        key = self.key(task, asked.questions) if isinstance(task, MapTask) else asked.key
        return all(self.out.keep(path, key) for path in task.paths(self.portal))

    def key(self, task: Task, questions: Sequence[Question]) -> str:
        """Return the digest of everything a task's files rest on."""
        told = (f"{name}\t{key}\t{self.answer((name, key))}" for name, key in questions)
        return hashlib.sha256("\n".join([self.workshop.world, repr(task), *told]).encode()).hexdigest()[:32]

    def answer(self, question: Question) -> str:
        """Return a digest of what the records answer to a question now."""
        found = self._answers.get(question)
        if found is None:
            with self.portal.asked.noting():
                told = self.studio.answer(question)
            found = self._answers[question] = hashlib.sha256(told.encode()).hexdigest()[:24]
        return found


_TURN = Lock()
_BENCHES: dict[str, Bench] = {}


def open_bench(bench: Bench) -> Bench:
    """Let this process, and those forked from it, make batches here; return the bench."""
    _BENCHES.clear()
    _BENCHES[bench.workshop.build] = bench
    return bench


def _bench(workshop: Workshop) -> Bench:
    return _BENCHES.get(workshop.build) or open_bench(Bench(workshop, prepared(workshop.settings).portal, Output(workshop.stage)))


def studio_of(settings: Settings, portal: Portal, assets: Mapping[str, str], pictures: Mapping[str, Shown], downloads: Downloads) -> Studio:
    """Return the studio of a partnership's theme and brand."""
    brand = brand_tokens(settings.brand)
    return Studio(
        portal=portal,
        templates=settings.theme / "templates",
        brand=brand_texts(settings.brand),
        assets=assets,
        pictures=pictures,
        downloads=downloads,
        theme_colours=tuple((scheme, tokens.palette(brand, scheme)["paper"]) for scheme in ("light", "dark")),
        hues=tokens.hues(brand),
        cards=settings.cards,
        swatches=tokens.swatches(brand),
        scale=tokens.scale(brand),
    )
