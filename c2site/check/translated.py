"""How fresh a record's translations are: what each was made from, against the source text of today."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from c2site.check.findings import Filed, filed_records
from c2site.check.languages import translatable
from c2site.check.spots import text_field
from c2site.load.document import Path
from c2site.load.partnership import Loaded
from c2site.load.translations import Recorded, digest_of, recorded


class State(StrEnum):
    """How a text stands in one language; `unreviewed` ones are as fresh as `current` ones."""

    MISSING = "missing"
    OUTDATED = "outdated"
    UNREVIEWED = "unreviewed"
    CURRENT = "current"


@dataclass(frozen=True, eq=False)
class Unit:
    """One text of a record: where it stands, its words by language, what it is for and how many characters it may have."""

    path: Path
    text: Mapping[str, str]
    source: str
    purpose: str
    longest: int

    @cached_property
    def dotted(self) -> str:
        """The path as people write it: `statements.0.text`."""
        return ".".join(map(str, self.path))

    @cached_property
    def field(self) -> str:
        """The path with `*` for numbers: whatever the order of a list, its texts share one."""
        return ".".join("*" if isinstance(step, int) else step for step in self.path)

    @cached_property
    def digest(self) -> str:
        """The digest of the source text."""
        return digest_of(self.source)


@dataclass(frozen=True)
class Translated:
    """The texts of one record that people translate, and what is recorded of their translations."""

    filed: Filed
    recorded: Recorded

    @cached_property
    def units(self) -> tuple[Unit, ...]:
        """The texts written in the record's source language that hold a letter; names nobody translates are left out."""
        return tuple(_units(self.filed))

    @property
    def name(self) -> str:
        """The record's kind and id: `sme/airg`."""
        return f"{self.filed.file.kind.name}/{self.filed.record.id}"

    def state(self, unit: Unit, tag: str) -> State:
        """Return how a text stands in the language `tag`."""
        if tag not in unit.text:
            return State.MISSING
        if self._is_outdated(unit, tag):
            return State.OUTDATED
        return State.CURRENT if self.filed.record.reviewed_in(tag) else State.UNREVIEWED

    def _is_outdated(self, unit: Unit, tag: str) -> bool:
        """Return whether the translation was made from a text that is no longer there; what nobody recorded is as new as its source."""
        known = self._known(tag, unit.field)
        return unit.digest not in known and not known <= self._sources[unit.field]

    def renewed(self, name: str, tag: str) -> bool:
        """Return whether all texts of the field `name` are recorded as translated into `tag` from what they say today."""
        texts = [unit for unit in self.units if unit.path[0] == name and tag in unit.text]
        return all(unit.digest in self._known(tag, unit.field) for unit in texts)

    def _known(self, tag: str, field: str) -> frozenset[str]:
        return self.recorded.get(tag, {}).get(field, frozenset())

    @cached_property
    def _by_field(self) -> Mapping[str, list[Unit]]:
        found = defaultdict(list)
        for unit in self.units:
            found[unit.field].append(unit)
        return found

    @cached_property
    def _sources(self) -> Mapping[str, frozenset[str]]:
        return {field: frozenset(unit.digest for unit in units) for field, units in self._by_field.items()}

    def recording(self, tags: Collection[str], kept: Callable[[Unit], bool] = lambda unit: False) -> Recorded:
        """Return what is to be recorded when the translations into `tags` are taken as they are, outdated ones only where `kept` says so."""
        told = {tag: dict(fields) for tag, fields in self.recorded.items()}
        for tag in tags:
            told[tag] = {field: digests for field in self._sources if (digests := self._taken(tag, field, kept))}
        return told

    def _taken(self, tag: str, field: str, kept: Callable[[Unit], bool]) -> frozenset[str]:
        there = [unit for unit in self._by_field[field] if tag in unit.text]
        old = [unit for unit in there if self._is_outdated(unit, tag) and not kept(unit)]
        # As long as one is outdated, its former source is what tells.
        former = self._known(tag, field) - self._sources[field] if old else frozenset()
        return former.union(unit.digest for unit in there if unit not in old)


def _units(filed: Filed) -> Iterator[Unit]:
    for spot in translatable(filed.record):
        source = spot.value.get(filed.record.source_language, "")
        if any(map(str.isalpha, source)):
            field = next(step for step in reversed(spot.path) if isinstance(step, str))
            yield Unit(spot.path, spot.value, source, *text_field(type(spot.holder), field))


def translated(loaded: Loaded) -> Iterator[Translated]:
    """Yield every record that is not withdrawn with its translations; raise DataError where a list of digests cannot be read."""
    for filed in filed_records(loaded):
        if filed.record.status != "withdrawn":
            yield Translated(filed, recorded(loaded.root, filed.file.path))


def into(record_language: str, languages: Collection[str]) -> list[str]:
    """Return the languages that a record written in `record_language` is translated into."""
    return [tag for tag in languages if tag != record_language]
