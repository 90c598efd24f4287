"""A table somebody else designed, row by row: each row a record, its cells where the mapping says."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cached_property

from c2site.build.importing.answers import answer
from c2site.build.importing.columns import Laid
from c2site.build.importing.differences import Values, overlaid
from c2site.build.importing.placing import name_in, placed, tags_in
from c2site.build.importing.plan import REFUSED, Entry, Plan
from c2site.build.importing.records import Records
from c2site.build.importing.targets import Target
from c2site.build.importing.vocabulary import names_of
from c2site.errors import DataError, Problem, fragment, problem
from c2site.language.scripts import latin_name
from c2site.load.cells import Cell, spot
from c2site.load.edit import value_at, with_value
from c2site.load.files import RecordFile, slug
from c2site.load.questionnaire import Table
from c2site.load.workbook_found import Found
from c2site.model import KINDS, MappedColumn, plain_header

# The last letter of Latin as Unicode has it in its first blocks.
LATIN = "\u024f"


def answered(records: Records, table: Table, laid: Laid) -> Plan:
    """Return what the rows of a page would add and change. Raise DataError where the mapping does not fit the page."""
    rows = _Rows(records, table.path, laid)
    entries: list[Entry] = []
    told = [one for one in table.problems if one.column in rows.columns and one.path == spot(table.path, laid.page.title)]
    for row in laid.page.rows:
        if any(cell.column in rows.columns for cell in row):
            entry, refused = rows.entry(row)
            entries.append(entry)
            told += refused
    return Plan(table.path, tuple(entries), tuple(sorted({*told, *laid.passed_over(table.path)})))


class _Rows:
    def __init__(self, records: Records, path: str, laid: Laid) -> None:
        self.records, self.path, self.mapping, self.words = records, path, laid.mapping, laid.words
        self.columns = laid.columns()
        self.constants = laid.constants()

    def entry(self, row: tuple[Cell, ...]) -> tuple[Entry, list[Problem]]:
        """Return what becomes of a row, and its refused cells."""
        found = Found(self.path, self.mapping.kind, "", dict(self.constants), {(): row[0]})
        refused = list(self._filled(found, row))
        try:
            file = self._file(found)
            found.values.pop("id", None)
            is_new = self.records.file(self.mapping.kind, file.id) is None
            entry, more = self.records.entry(found, file, self._begun if is_new else _filled_up, {})
        except DataError as error:
            entry, more = Entry("", name_in(found.values) or found.values.get("id", ""), row[0], REFUSED), [found.spotted(one) for one in error.problems]
        missed = {one.field for one in refused}
        return entry, [*refused, *(one for one in more if one.code != "missing-field" or one.field not in missed)]

    def _filled(self, found: Found, row: tuple[Cell, ...]) -> Iterator[Problem]:
        """Put the row's cells into the record, and yield what is refused of them."""
        for cell in row:
            column, target = self.columns.get(cell.column, (None, None))
            if column is None or target is None:
                continue
            try:
                value = answer(target, column, cell, self.mapping, self.words)
            except DataError as error:
                where = spot(found.path, cell.sheet)
                yield from (replace(one, path=where, line=cell.row, column=cell.column, field=target.field) for one in error.problems)
                continue
            for place, one in placed(target, value, self._first(found, column, target)):
                found.values = with_value(found.values, place, [*(value_at(found.values, place) or ()), *one] if isinstance(one, list) else one)
                found.places[place] = cell

    def _first(self, found: Found, column: MappedColumn, target: Target) -> int:
        """Return how many texts of a list the columns before have filled in this one's language."""
        tag = column.language or self.mapping.language
        return sum(tag in one for one in value_at(found.values, target.path) or ()) if target.many and not target.items and target.sort == "text" else 0

    def _file(self, found: Found) -> RecordFile:
        """Return the file of the record a row is about: by its id, else by its name; a new one where there is none."""
        key, name = found.values.get("id", ""), name_in(found.values)
        if not key and not name:
            raise DataError([problem("import-no-name", "")])
        known = [key] if key else sorted(self._by_name.get(plain_header(name), ()))
        if len(known) > 1:
            raise DataError([problem("import-ambiguous", "", field="name", found=name, allowed=known)])
        file = self.records.file(self.mapping.kind, known[0]) if known else None
        if file:
            if file.path in self.records.seen:
                raise DataError([problem("import-id-taken", "", field="id", found=file.id, why=fragment("id-in-row"))])
            return file
        return self.records.new_file(self.mapping.kind, key or self._new_id(found, name), found.values, self.mapping.cluster or "")

    @cached_property
    def _by_name(self) -> Mapping[str, set[str]]:
        found: dict[str, set[str]] = {}
        for folder, record in self.records.loaded.profiles.records():
            if folder == KINDS[self.mapping.kind].folder:
                for name in names_of(record):
                    found.setdefault(plain_header(name), set()).add(record.id)
        return found

    def _new_id(self, found: Found, name: str) -> str:
        """Return the name in Latin letters as an id, else the name of its website."""
        latin = latin_name(name, self.mapping.language)
        host = str(found.values.get("website", "")).partition("//")[2].partition("/")[0].removeprefix("www.").rpartition(".")[0]
        own = latin if latin.isascii() or not any(char.isalpha() and char > LATIN for char in latin) else host
        if not any(char.isalnum() for char in own):
            raise DataError([problem("import-no-id", "", field="name", found=name)])
        return slug(own)

    def _begun(self, values: Values, _: Values) -> Values:
        """Return a new record: a draft in the table's language, every other language of its texts unreviewed."""
        own = self.mapping.language
        others = sorted(set(tags_in(values, self._texts)) - {own})
        folder = {"cluster": self.mapping.cluster} if self.mapping.cluster and "cluster" in KINDS[self.mapping.kind].record.model_fields else {}
        unreviewed = {"translations": dict.fromkeys(others, "unreviewed")} if others else {}
        return {"status": "draft", "source_language": own, **folder, **values, **unreviewed}

    @cached_property
    def _texts(self) -> frozenset[str]:
        return frozenset({self.mapping.language, *(column.language for column, target in self.columns.values() if column.language and target.sort == "text")})


def _filled_up(values: Values, own: Values) -> Values:
    return overlaid(own, values)
