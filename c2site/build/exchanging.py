"""Use cases of those who send texts to translators: a PO file out, and back into the records."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from c2site.build.disk import replace
from c2site.build.prepare import Prepared
from c2site.build.settings import Settings
from c2site.build.translating import Chosen, loaded_for
from c2site.check.delivered import KEPT, faults
from c2site.check.findings import Filed
from c2site.check.terms import Glossary
from c2site.check.translated import State, Translated, Unit, into, translated
from c2site.errors import DataError, Problem, problem
from c2site.language.guessing import Guesser
from c2site.load.document import Path as Place
from c2site.load.edit import edited
from c2site.load.files import content_of
from c2site.load.partnership import record_of
from c2site.load.phrases import load_phrases
from c2site.load.po import Incoming, delivery, is_keyed
from c2site.load.terms import terms
from c2site.load.translations import recorded_text, translations_path
from c2site.render.exports import po
from c2site.render.web import ENTITIES

TO_KNOW = {
    State.OUTDATED: "The source text has changed since this was translated.",
    State.UNREVIEWED: "Nobody has reviewed this translation yet.",
}


# Out -----------------------------------------------------------------------------------------------------------------


def write_export(prepared: Prepared, chosen: Chosen, states: frozenset[State], keyed: bool, out: Path) -> list[tuple[Path, int]]:
    """Write the texts in the chosen language, `keyed` ones with a file of source texts beside; return each file with its number of texts.

    Raise ValueError where there is no such language, or both files would be one.
    """
    _, (tag,) = loaded_for(prepared.settings.root, chosen)
    entries = list(_entries(prepared, chosen, states, tag))
    partnership = prepared.portal.profiles.partnership
    head = po.Head(partnership.acronym, tag, prepared.portal.today, prepared.portal.readers.of(tag).text(partnership.notice).text)
    if not keyed:
        files = {out: po.bilingual(head, entries)}
    else:
        source = head._replace(language=partnership.source_language)
        files = {out: po.monolingual(head, entries), sources_beside(out, partnership.source_language): po.template(source, entries)}
        if len(files) == 1:
            raise ValueError(f"{out} is the name of the file of source texts; choose another, such as {tag}.po")
    for path, text in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        replace(path, text.encode())
    return [(path, len(entries)) for path in files]


def sources_beside(path: Path, language: str) -> Path:
    """Return where the source texts of a keyed file lie: in the same folder, named for their language."""
    return path.with_name(f"{language}.po")


def _entries(prepared: Prepared, chosen: Chosen, states: frozenset[State], tag: str) -> Iterator[po.Entry]:
    glossary = Glossary(terms(prepared.settings.root)[0])
    for one in filter(chosen.takes, translated(prepared.loaded)):
        language = one.filed.record.source_language
        for unit in one.units if into(language, [tag]) else ():
            state = one.state(unit, tag)
            if state in states:
                comments = [*_comments(prepared, one, unit, tag), *glossary.told(unit.source, language, tag)]
                file, key = one.filed.file.path, f"{one.name}#{unit.dotted}"
                yield po.Entry(key, unit.source, unit.text.get(tag, ""), comments, TO_KNOW.get(state, ""), file, state is State.OUTDATED)


def _comments(prepared: Prepared, one: Translated, unit: Unit, tag: str) -> Iterator[str]:
    yield f"{unit.dotted}: {unit.purpose} At most {unit.longest:,} characters."
    if kept := sorted(set(KEPT.findall(unit.source))):
        yield f"Keep as it stands: {' '.join(kept)}"
    folder, key = one.filed.key
    if folder in ENTITIES and key in getattr(prepared.portal.profiles, folder):
        yield f"Page: {prepared.portal.address(prepared.portal.readers.of(tag), folder, key)}"


# And back ------------------------------------------------------------------------------------------------------------


@dataclass
class Import:
    """What an import changes: `files` are the new bytes by path. `new` translations, those the `same` as before, and those `left` out."""

    root: Path
    files: dict[str, bytes] = field(default_factory=dict)
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
    known = (sources or beside).read_bytes() if (sources or beside.exists()) and is_keyed(file.name, raw) else None
    came = delivery(file.name, raw, known)
    tag = language or came.language
    if tag not in languages:
        raise DataError([problem("po-language", file.name, found=came.language, allowed=languages)])
    planned = Import(loaded.root, problems=list(came.problems))
    phrases, _ = load_phrases([settings.theme / "phrases", settings.root / "data" / "phrases"])
    desk = _Desk(file.name, tag, beside.name, {one.name: one for one in translated(loaded)}, Guesser.knowing(phrases.values()), planned)
    for entry in came.entries:
        desk.take(entry)
    desk.finish()
    planned.problems.sort()
    return planned


def write(planned: Import) -> None:
    """Write what is planned, each file at once."""
    for path, raw in planned.files.items():
        (planned.root / path).parent.mkdir(exist_ok=True)
        replace(planned.root / path, raw)


@dataclass
class _Desk:
    """Where translations are looked at one by one; `accepted` are those that go in, by record and place."""

    file: str
    tag: str
    beside: str
    records: Mapping[str, Translated]
    guesser: Guesser
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
        found = [problem(one.code, self.file, (entry.line, 1), entry.key, **one.found) for one in faults(unit, self.tag, entry.text, self.guesser)]
        self.planned.problems += found
        if all(one.severity == "warning" for one in found):
            self.accepted[record.name][unit.path] = entry.text

    def _unit(self, entry: Incoming) -> Unit | None:
        """Return the text that was translated, wherever in its list it stands now; where there is none, tell why."""
        name, _, dotted = entry.key.partition("#")
        units = self.records[name].units if name in self.records else ()
        there = next((unit for unit in units if unit.dotted == dotted), None)
        if there is None or self.records[name].filed.record.source_language == self.tag:
            self._refuse(entry, "po-unknown", found=entry.key)
        elif entry.source is None:
            self._refuse(entry, "po-no-source", nearest=self.beside)
        else:
            moved = (unit for unit in units if unit.field == there.field and unit.source == entry.source)
            found = there if there.source == entry.source else next(moved, None)
            if found is None:
                self._refuse(entry, "po-source-changed", found=there.source)
            return found
        return None

    def _refuse(self, entry: Incoming, code: str, **found: object) -> None:
        self.planned.problems.append(problem(code, self.file, (entry.line, 1), entry.key, **found))

    def finish(self) -> None:
        """Rewrite the records that something goes into; one that cannot be rewritten is told and stays."""
        for name, texts in self.accepted.items():
            try:
                rewritten = self._rewritten(self.records[name], texts)
                self.planned.files |= {path: raw for path, raw in rewritten.items() if not _is_there(self.planned.root / path, raw)}
            except DataError as error:
                self.planned.problems += error.problems

    def _rewritten(self, one: Translated, texts: Mapping[Place, str]) -> dict[str, bytes]:
        file, record = one.filed.file, one.filed.record
        words = {unit.path: unit.text.get(self.tag) for unit in one.units}
        new = {place: text for place, text in texts.items() if text != words[place]}
        changes = {(*place, self.tag): text for place, text in new.items()}
        if new:
            changes["translations", self.tag] = "unreviewed"
        raw = content_of(self.planned.root, file.path)
        rewritten = edited(file.path, raw, changes, tuple(type(record).model_fields)) if changes else raw
        now = Translated(Filed(one.filed.key, file, record_of(file, rewritten)[0]), one.recorded)
        told = recorded_text(now.recording([self.tag], lambda unit: unit.path in texts)).encode()
        self.planned.new += len(new)
        self.planned.same += len(texts) - len(new)
        return {file.path: rewritten, translations_path(file.path): told}


def _is_there(file: Path, raw: bytes) -> bool:
    return file.exists() and file.read_bytes() == raw
