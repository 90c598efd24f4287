"""What pages asked when they were made last, and what they were told: where the answers are the same, so are the pages."""

import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

from c2site.build.cache import Cache, key_of
from c2site.catalogue.asked import Question

Answer = Callable[[Question], str]


class Asked(NamedTuple):
    """What was asked to make a task's files, and the key these carry: the digest of everything they rest on."""

    key: str
    questions: list[Question]


class Memory:
    """The last making of the `label`led tasks of one stage. It is a hint: files are kept by their keys, and a wrong one only means that they are made again."""

    def __init__(self, cache: Cache, stage: Path, label: str) -> None:
        self.cache = cache
        self.name = key_of("asked 2", str(stage), label)

    def unchanged(self, world: str, answer: Answer) -> dict[str, Asked]:
        """Return the tasks, by name, that would be told the same in the same world."""
        written = self.cache.get(self.name)
        told = json.loads(written) if written else {}
        if told.get("world") != world:
            return {}
        questions = [(name, key) for name, key in told["questions"]]
        changed = {place for place, (question, old) in enumerate(zip(questions, told["answers"], strict=True)) if answer(question) != old}
        return {task: Asked(key, [questions[one] for one in places]) for task, (key, places) in told["tasks"].items() if changed.isdisjoint(places)}

    def keep(self, world: str, tasks: dict[str, Asked], answer: Answer) -> None:
        """Remember a build."""
        places = {question: place for place, question in enumerate(_all(tasks.values()))}
        told = {
            "world": world,
            "questions": list(places),
            "answers": [answer(one) for one in places],
            "tasks": {name: (one.key, [places[question] for question in one.questions]) for name, one in sorted(tasks.items())},
        }
        self.cache.put(self.name, json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode())


def _all(tasks: Iterable[Asked]) -> dict[Question, None]:
    return dict.fromkeys(question for one in tasks for question in one.questions)
