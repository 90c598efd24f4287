"""Translations taken back from a PO file, into the records they belong to."""

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from c2site.build.po_export import sources_beside
from c2site.build.rewriting import Rewriting, rewriting
from c2site.build.settings import Settings
from c2site.build.translating import Chosen, loaded_for, recording
from c2site.check.delivered import faults
from c2site.check.findings import Filed
from c2site.check.translated import State, Translated, Unit, translated
from c2site.errors import DataError, Problem, problem
from c2site.load.document import Path as Place
from c2site.load.edit import edited
from c2site.load.files import content_of
from c2site.load.partnership import record_of
from c2site.load.po import Incoming, delivery, is_keyed

NUMBER = re.compile(r"(?<=\.)\d+(?=\.|$)")


@dataclass
class Import:
    """What an import changes, and how many translations are `new`, the `same` as before, and `left` out."""

    rewriting: Rewriting
    problems: list[Problem] = field(default_factory=list)
    new: int = 0
    same: int = 0
    left: int = 0


def importing(settings: Settings, file: Path, language: str = "", sources: Path | None = None) -> Import:
    """Return what the PO file changes in the records, and what of it is refused.

    Raise ValueError where there is no such language, DataError where the file is none or names no language.
    """
    loaded, languages = loaded_for(settings.root, Chosen((language,) if language else ()))
    beside = sources_beside(file, loaded.profiles.partnership.source_language)
    raw = file.read_bytes()
    texts = sources or beside
    known = (texts.name, texts.read_bytes()) if (sources or beside.exists()) and is_keyed(file.name, raw) else None
    came = delivery(file.name, raw, known)
    tag = language or came.language
    if tag not in languages:
        raise DataError([problem("po-language", file.name, found=came.language, allowed=languages)])
    planned = Import(rewriting(loaded.root, {}), list(came.problems))
    desk = _Desk(file.name, tag, beside.name, {one.name: one for one in translated(loaded)}, planned)
    for entry in came.entries:
        desk.take(entry)
    desk.finish()
    planned.problems.sort()
    return planned


@dataclass
class _Desk:
    """Where translations are looked at one by one; `accepted` are those that go in, by record and place."""

    file: str
    tag: str
    beside: str
    records: Mapping[str, Translated]
    planned: Import
    accepted: dict[str, dict[Place, str]] = field(default_factory=lambda: defaultdict(dict))

    def take(self, entry: Incoming) -> None:
        """Look at one translation."""
        if not entry.text or entry.unsure:
            self.planned.left += 1
            return
        unit = self._unit(entry)
        if unit is None:
            return
        record = self.records[entry.key.split("#")[0]]
        if entry.text == unit.text.get(self.tag) and record.state(unit, self.tag) is not State.OUTDATED:
            self.planned.same += 1
            return
        found = [problem(one.code, self.file, (entry.line, 1), entry.key, **one.found) for one in faults(unit, self.tag, entry.text)]
        self.planned.problems += found
        if all(one.severity == "warning" for one in found):
            self.accepted[record.name][unit.path] = entry.text

    def _unit(self, entry: Incoming) -> Unit | None:
        """Return the text that was translated, wherever in its list it stands now; where there is none, tell why."""
        name, _, dotted = entry.key.partition("#")
        record = self.records.get(name)
        units = record.units if record and record.filed.record.source_language != self.tag else ()
        there = next((unit for unit in units if unit.dotted == dotted), None)
        same = [unit for unit in units if unit.field == NUMBER.sub("*", dotted) and unit.source == entry.source]
        if not same:
            self._refuse(entry, there)
        return there if there in same else next(iter(same), None)

    def _refuse(self, entry: Incoming, there: Unit | None) -> None:
        """Tell why the text that was translated is not to be found; `there` is what stands in its place."""
        if there is None:
            code, found = "po-unknown", {"found": entry.key}
        elif entry.source is None:
            code, found = "po-no-source", {"nearest": self.beside}
        else:
            code, found = "po-source-changed", {"found": there.source}
        self.planned.problems.append(problem(code, self.file, (entry.line, 1), entry.key, **found))

    def finish(self) -> None:
        """Rewrite the records that something goes into; one that cannot be rewritten is told and stays."""
        files: dict[str, bytes | None] = {}
        for name, texts in self.accepted.items():
            try:
                files |= self._rewritten(self.records[name], texts)
            except DataError as error:
                self.planned.problems += error.problems
        self.planned.rewriting = rewriting(self.planned.rewriting.root, files)

    def _rewritten(self, one: Translated, texts: Mapping[Place, str]) -> dict[str, bytes | None]:
        file, record = one.filed.file, one.filed.record
        words = {unit.path: unit.text.get(self.tag) for unit in one.units}
        new = {place: text for place, text in texts.items() if text != words[place]}
        changes = {(*place, self.tag): text for place, text in new.items()}
        if new:
            changes["translations", self.tag] = "unreviewed"
        raw = content_of(self.planned.rewriting.root, file.path)
        rewritten = edited(file.path, raw, changes, tuple(type(record).model_fields)) if changes else raw
        now = Translated(Filed(one.filed.key, file, record_of(file, rewritten)[0]), one.recorded)
        self.planned.new += len(new)
        self.planned.same += len(texts) - len(new)
        return {file.path: rewritten, **recording(now, [self.tag], lambda unit: unit.path in texts)}
