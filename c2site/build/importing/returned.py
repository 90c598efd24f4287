"""A workbook that c2site wrote itself and that comes back changed: only what differs from the records is taken."""

from dataclasses import replace

from c2site.build.importing.acceptance import as_before, steps_of
from c2site.build.importing.differences import Values, differences, merged, texts_in
from c2site.build.importing.held import held_values
from c2site.build.importing.persons import refuse_personal
from c2site.build.importing.plan import REFUSED, Entry, Plan
from c2site.build.importing.records import Records
from c2site.errors import DataError, Problem, problem
from c2site.load.workbook import Workbook
from c2site.load.workbook_found import Found
from c2site.model import KINDS, Record
from c2site.render.exports.workbook_records import as_exported


def returned(records: Records, source: str, book: Workbook) -> Plan:
    """Return what a workbook of ours would change; what it does not show of a record stays as it is."""
    entries: list[Entry] = []
    refused: list[Problem] = list(book.problems)
    for found in book.records.values():
        try:
            entry, problems = _entry(records, book, found)
        except DataError as error:
            entry, problems = Entry("", found.id, found.places[()], REFUSED), [found.spotted(one) for one in error.problems]
        entries.append(entry)
        refused += problems
    return Plan(source, tuple(entries), tuple(sorted(set(refused))))


def _entry(records: Records, book: Workbook, found: Found) -> tuple[Entry, list[Problem]]:
    if KINDS[found.kind].folder == ".":
        raise DataError([problem("import-untouched", "", found=found.kind)])
    file = records.file(found.kind, found.id)
    if file is None:
        file = records.new_file(found.kind, found.id, found.values)
        return records.entry(found, file, lambda values, _: _decent({}, {**_values(book, found, values), "status": "draft"}), {})
    base = held_values(found.kind, _before(records, found), book.columns)
    values = found.values
    for field in sorted(found.told):
        values = as_before(values, base, steps_of(field))
    sound = replace(found, values=values)
    return records.entry(sound, file, lambda given, own: _decent(own, merged(own, base, _values(book, found, given))), base)


def _decent(old: Values, new: Values) -> Values:
    """Return the new values; raise DataError where a person's address or telephone came in with them."""
    for one in differences(old, new):
        for place, text in texts_in(one.new, one.place):
            refuse_personal(".".join(map(str, place)), text)
    return new


def _before(records: Records, found: Found) -> Record:
    """Return the record as an export shows it."""
    for profiles in (records.portal.profiles, records.loaded.profiles):
        record = getattr(profiles, KINDS[found.kind].folder).get(found.id)
        if record is not None:
            return as_exported(records.portal, record)
    raise DataError([problem("import-spoilt", "", found=found.id)])


def _values(book: Workbook, found: Found, values: Values) -> Values:
    """Return a row's values as an export would show them; whether clients agree to be named is asked of the record's file."""
    agreed = {"references": [{**one, "permission": "true"} for one in values["references"]]} if "references" in values else {}
    return held_values(found.kind, replace(found, values={"id": found.id, **values, **agreed}, told=set()).record(), book.columns)
