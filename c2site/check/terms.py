"""Whether translations say what the term base says: notes, for no rule knows every form of a word."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from c2site.check.translated import Translated, Unit, translated
from c2site.errors import Problem, nearest, problem
from c2site.language.stems import mentions, names
from c2site.load.files import TERMS
from c2site.load.partnership import Loaded
from c2site.model.term import Term


class Glossary(NamedTuple):
    """The terms of each sector."""

    by_sector: Mapping[str, Sequence[Term]]

    def used(self, source: str, language: str, sectors: Sequence[str] = ()) -> list[Term]:
        """Return the terms that a text written in `language` uses, those of its `sectors` or of all; of two that overlap, the longer."""
        known = [term for sector, terms in self.by_sector.items() if not sectors or sector in sectors for term in terms]
        there = [term for term in known if language in term.say and names(source, term.say[language])]
        return [term for term in there if not any(_is_within(term.say[language], other.say[language]) for other in there)]

    def told(self, source: str, language: str, tag: str) -> list[str]:
        """Return what a translator into `tag` must know of the terms in a text."""
        found = [term for term in self.used(source, language) if tag in term.say]
        return [f"Term: {term.say[language]} = {term.say[tag]}{f' ({term.note})' if term.note else ''}" for term in found]


def _is_within(one: str, other: str) -> bool:
    return one != other and names(other, one)


def term_problems(loaded: Loaded, by_sector: Mapping[str, Sequence[Term]]) -> Iterator[Problem]:
    """Yield the files of terms that belong to no sector."""
    known = loaded.profiles.sectors if loaded.profiles else by_sector
    for sector in by_sector:
        if sector not in known:
            yield problem("terms-sector", f"{TERMS}/{sector}.yml", found=sector, nearest=nearest(sector, known))


def term_notes(loaded: Loaded, by_sector: Mapping[str, Sequence[Term]]) -> Iterator[Problem]:
    """Yield a note for each translation that has none of a term's words, or one that must not stand for it."""
    if loaded.profiles is None or not by_sector:
        return
    glossary, languages = Glossary(by_sector), loaded.profiles.partnership.written_languages
    for one in translated(loaded):
        for unit in one.units:
            yield from _notes(one, unit, glossary, languages)


def _notes(one: Translated, unit: Unit, glossary: Glossary, languages: Sequence[str]) -> Iterator[Problem]:
    record, source = one.filed.record, one.filed.record.source_language
    sectors = getattr(record, "sectors", ())
    for term in glossary.used(unit.source, source, sectors):
        for tag in (tag for tag in languages if tag != source and tag in unit.text and tag in term.say):
            text, told = unit.text[tag], {"found": tag, "term": term.say[source], "allowed": term.say[tag]}
            wrong = next((word for word in term.avoid.get(tag, ()) if names(text, word)), None)
            if wrong:
                yield problem("avoided-term", one.filed.file.path, field=unit.dotted, avoided=wrong, **told)
            # A name that nobody translates may hold the term as it is.
            elif not names(text, term.say[source]) and not any(mentions(tag, text, word) for word in (term.say[tag], *term.also.get(tag, ()))):
                yield problem("missing-term", one.filed.file.path, field=unit.dotted, **told)
