"""Translations whose source text has changed since they were made, and lists of digests that nobody can read."""

from collections.abc import Iterator, Sequence

from c2site.check.findings import filed_records
from c2site.check.translated import State, Translated, translated
from c2site.errors import DataError, Problem, problem
from c2site.load.partnership import Loaded
from c2site.load.translations import recorded


def unreadable(loaded: Loaded) -> tuple[Problem, ...]:
    """Return the problems of the lists of digests that cannot be read."""
    found: list[Problem] = []
    for filed in filed_records(loaded):
        try:
            recorded(loaded.root, filed.file.path)
        except DataError as error:
            found += error.problems
    return tuple(found)


def outdated(loaded: Loaded) -> tuple[Problem, ...]:
    """Return one note for each record and language with outdated translations; every list of digests must be readable."""
    if loaded.profiles is None:
        return ()
    languages = loaded.profiles.partnership.written_languages
    return tuple(sorted(note for one in translated(loaded) for note in _notes(one, languages)))


def _notes(one: Translated, languages: Sequence[str]) -> Iterator[Problem]:
    for tag in languages:
        fields = [unit.dotted for unit in one.units if one.state(unit, tag) is State.OUTDATED]
        if fields:
            yield problem("outdated-translation", one.filed.file.path, found=tag, fields=fields)
