"""The records a spreadsheet is brought into: which there are, where new ones go, and one row's values becoming a file."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from c2site.build.beginning import PARTNERSHIP
from c2site.build.importing.acceptance import accepted
from c2site.build.importing.differences import Values, differences
from c2site.build.importing.plan import ADDED, CHANGED, REFUSED, UNCHANGED, Entry
from c2site.catalogue import Portal
from c2site.check.ids import folded
from c2site.errors import DataError, Fragment, Problem, fragment, problem
from c2site.load.document import parsed
from c2site.load.edit import edited
from c2site.load.files import RecordFile, content_of, record_file
from c2site.load.partnership import Loaded, record_of
from c2site.load.shapes import figured
from c2site.load.workbook_found import Found
from c2site.model import KINDS
from c2site.model.examples import editable_fields
from c2site.model.notation import yaml_lines

Wanted = Callable[[Values, Values], Values]


@dataclass
class Records:
    """The partnership's records, those `begun` by rows read before, and the paths of all that were `seen` in such rows."""

    loaded: Loaded
    portal: Portal
    begun: dict[str, RecordFile] = field(default_factory=dict)
    seen: set[str] = field(default_factory=set)

    @cached_property
    def taken(self) -> Mapping[str, Fragment]:
        """Why an id cannot be given to a new record, by id as careless readers see it."""
        profiles = self.loaded.profiles
        used = {folded(one.id): fragment("id-used", path=one.path) for one in self.loaded.listed}
        gone = {folded(key): fragment("id-withdrawn") for _, key in (*profiles.withdrawn, *profiles.renamed)}
        return {**used, **gone, folded(profiles.partnership.id): fragment("id-used", path=PARTNERSHIP)}

    def file(self, kind: str, key: str) -> RecordFile | None:
        """Return the file of a record that exists, sound or not."""
        return next((one for one in self._by_id.get(key, ()) if one.kind.name == kind), None)

    @cached_property
    def _by_id(self) -> Mapping[str, list[RecordFile]]:
        found: dict[str, list[RecordFile]] = {}
        for one in self.loaded.listed:
            found.setdefault(one.id, []).append(one)
        return found

    def new_file(self, kind: str, key: str, values: Mapping[str, Any], cluster: str = "") -> RecordFile:
        """Return where a new record goes; raise DataError where its id is taken, or nobody knows whose it is."""
        if folded(key) in self.taken or key in self.begun:
            why = self.taken.get(folded(key), fragment("id-in-row"))
            raise DataError([problem("import-id-taken", "", field="id", found=key, why=why)])
        folder = self._folder(kind, values, cluster)
        return record_file("/".join(filter(None, ("data", KINDS[kind].folder, folder, f"{key}.yml"))))

    def _folder(self, kind: str, values: Mapping[str, Any], cluster: str) -> str:
        """Return the id of the cluster a record belongs to, empty for kinds that belong to none."""
        if not KINDS[kind].by_cluster:
            return ""
        maker = values.get("sme") or next(iter(values.get("smes") or ()), "")
        sme = self.loaded.profiles.smes.get(maker)
        own = values.get("cluster") or (sme.cluster if sme else "") or (self.begun[maker].folder if maker in self.begun else "") or cluster
        if own not in self.loaded.profiles.clusters:
            raise DataError([problem("import-cluster", "", field="cluster")])
        return own

    def entry(self, found: Found, file: RecordFile, wanted: Wanted, shown: Values) -> tuple[Entry, list[Problem]]:
        """Return what becomes of a row's record, and its refused cells, which are taken as `shown` before.

        `wanted` gives the file's values from the row's and the file's own.
        """
        is_new = self.file(file.kind.name, file.id) is None
        before = None if is_new else content_of(self.loaded.root, file.path)
        values = parsed(file.path, before).values if before is not None else {}

        def attempt(given: Values) -> tuple[Values, bytes]:
            try:
                new = wanted(given, values)
                return new, _made(file, before, values, new)
            except DataError as error:
                raise DataError([found.spotted(one) for one in error.problems]) from None

        made, refused = accepted(attempt, found.values, shown)
        cell = found.places[()]
        if made is None:
            return Entry(file.path, file.id, cell, REFUSED), refused
        new, after = made
        told = tuple(differences(values, new))
        self.begun |= {file.id: file} if is_new else {}
        self.seen.add(file.path)
        state = ADDED if is_new else CHANGED if told else UNCHANGED
        return Entry(file.path, file.id, cell, state, before, after, told), refused


def _made(file: RecordFile, before: bytes | None, old: Values, new: Values) -> bytes:
    """Return the record's file; raise DataError where it is no record."""
    order = tuple(editable_fields(file.kind.record))
    record_of(file, _text(new))
    if before is None:
        return _text(figured(file.kind.record, (), {name: new[name] for name in order if name in new}))
    changes = {one.place: one.new for one in differences(old, new)}
    return edited(file.path, before, changes, order) if changes else before


def _text(values: Values) -> bytes:
    return "".join(f"{line}\n" for line in yaml_lines(values)).encode()
