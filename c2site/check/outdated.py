"""Notes on translations whose source text has changed since they were made."""

from collections.abc import Iterator

from c2site.check.findings import filed_records
from c2site.check.translated import State, Translated, translated, written_languages
from c2site.errors import DataError, Problem, problem
from c2site.load.partnership import Loaded
from c2site.load.translations import recorded


def outdated(loaded: Loaded) -> tuple[Problem, ...]:
    """Return one note for each record and language with outdated translations, and the lists of digests that cannot be read."""
    if loaded.profiles is None:
        return ()
    unreadable = list(_unreadable(loaded))
    if unreadable:
        return tuple(unreadable)
    languages = written_languages(loaded.profiles.partnership)
    return tuple(sorted(note for one in translated(loaded) for note in _notes(one, languages)))


def _unreadable(loaded: Loaded) -> Iterator[Problem]:
    for filed in filed_records(loaded):
        try:
            recorded(loaded.root, filed.file.path)
        except DataError as error:
            yield from error.problems


def _notes(one: Translated, languages: list[str]) -> Iterator[Problem]:
    for tag in languages:
        fields = [unit.dotted for unit in one.units if one.state(unit, tag) is State.OUTDATED]
        if fields:
            yield problem("outdated-translation", one.filed.file.path, found=tag, fields=fields)
