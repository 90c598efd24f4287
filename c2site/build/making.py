"""Tasks made anew or left as they are: in batches, by whoever is there to make them."""

from collections.abc import Iterator, Sequence
from concurrent.futures import Future, as_completed

from c2site.build.cache import Cache
from c2site.build.executors import executor
from c2site.build.memory import Memory
from c2site.build.progress import Progress
from c2site.build.tasks import Task
from c2site.build.workshop import Batch, Bench, Workshop, made, open_bench

# How many tasks travel together, and how many are made here without calling anybody.
BATCH, FEW = 32, 64


def make(bench: Bench, tasks: Sequence[Task], progress: Progress, label: str, batch: int = BATCH) -> None:
    """Make the files of `tasks`; those that would come out as they were published last are left as they are.

    `label` names what is made, to those who watch and in the memory of the last build.
    """
    workshop = open_bench(bench).workshop
    memory = Memory(Cache(workshop.settings.cache), bench.out.folder, label)
    known = memory.unchanged(workshop.world, bench.answer)
    asked = {task.name: known[task.name] for task in tasks if task.name in known and bench.kept(task, known[task.name])}
    stale = [task for task in tasks if task.name not in asked]
    for one in _batches(workshop, stale, progress, label, batch):
        bench.out.adopt(one.files)
        asked.update(one.asked)
    if stale or known.keys() != asked.keys():
        memory.keep(workshop.world, asked, bench.answer)


def _batches(workshop: Workshop, tasks: Sequence[Task], progress: Progress, label: str, size: int) -> Iterator[Batch]:
    packs = [tasks[start : start + size] for start in range(0, len(tasks), size)]
    with executor(workshop.settings.executor, len(packs) if len(packs) > FEW // BATCH else 1) as pool:
        jobs = [pool.submit(made, workshop, pack) for pack in packs]
        yield from (job.result() for job in progress.over(label, _Finished(jobs)))


class _Finished:
    """Jobs in the order in which they end."""

    def __init__(self, jobs: Sequence[Future]) -> None:
        self.jobs = jobs

    def __len__(self) -> int:
        return len(self.jobs)

    def __iter__(self) -> Iterator[Future]:
        return iter(as_completed(self.jobs))
